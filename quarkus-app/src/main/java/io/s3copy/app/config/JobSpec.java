/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.s3copy.app.config;

import io.s3copy.camel.S3Place;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A job that was checked.
 *
 * @param source of a cleanup, which has none, the destination
 * @param store where its requests go, and who signs them
 * @param sourceRegion the Region of the source, where it is another; otherwise null
 * @param options options of the component, by the component's names
 * @param cron when a run begins; null for when it is told to
 * @param atStart whether a run begins when the process starts
 * @param priority 0 to 9; runs of the highest begin first when several wait for their turn
 * @param replication what a job of kind replicate does beside its copies; null for the others
 * @param confirm before what its runs wait for a yes; null if they never do
 * @param partOf the job of kind replicate that this one is a part of; null for a job of its own
 */
public record JobSpec(
        String name,
        JobKind kind,
        S3Place source,
        S3Place destination,
        StoreSpec store,
        @Nullable String sourceRegion,
        Map<String, String> options,
        @Nullable String cron,
        boolean atStart,
        int priority,
        @Nullable ReplicationSpec replication,
        @Nullable ConfirmSpec confirm,
        @Nullable String partOf) {

    /** The highest priority; the lowest is 0. */
    public static final int HIGHEST_PRIORITY = 9;

    /** Whether its runs wait for their turn. Those of a replication do not: events come meanwhile. */
    public boolean takesTurns() {
        return kind != JobKind.REPLICATE && partOf == null;
    }

    /** Whether it writes nothing. */
    public boolean dryRun() {
        return "true".equalsIgnoreCase(options.get("dryRun"));
    }

    /** The options that the copies of events heed. */
    public Map<String, String> eventOptions() {
        return JobOptions.ofEvents(options);
    }

    /** Its parts, which are jobs, too: those of a replication, and of other kinds none. */
    List<JobSpec> parts() {
        ReplicationSpec live = replication;
        return live == null
                ? List.of()
                : Arrays.stream(ReplicationPart.values())
                        .map(part -> part.of(this, live))
                        .toList();
    }

    /** What is done with which objects where: a run only goes on with that. */
    public String where() {
        return kind.text() + (dryRun() ? " (dry run) " : " ")
                + (kind == JobKind.CLEANUP ? "" : text(source) + " to ") + text(destination) + " at "
                + store.service() + (sourceRegion == null ? "" : ", source in " + sourceRegion)
                + (options.containsKey("manifest") ? ", of " + options.get("manifest") : "");
    }

    /** The options, as the configuration has them. */
    public Map<String, String> written() {
        Map<String, String> written = new TreeMap<>();
        options.forEach((option, value) -> written.put(JobOptions.dashed(option), value));
        return written;
    }

    /** A place, as the configuration has it. */
    public static String text(S3Place place) {
        return "s3://" + place.bucket() + "/" + place.key();
    }
}
