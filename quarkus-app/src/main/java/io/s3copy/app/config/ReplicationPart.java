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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parts of a job of kind replicate: jobs of their own, so that each has runs, reports and checkpoints as any other, and
 * goes on after a kill. Their names have a dot, which no name in a configuration has.
 */
public enum ReplicationPart {
    /** Copies what was there before the events. */
    BACKFILL(JobKind.SYNC),
    /** Copies what events missed; what is young is left to its event. */
    RECONCILE(JobKind.SYNC),
    /** Proves both sides equal, for a cut-over. */
    CHECK(JobKind.CHECK);

    private static final List<String> DELETING = List.of("delete", "maxDelete", "deleteTo");

    private final JobKind kind;

    ReplicationPart(JobKind kind) {
        this.kind = kind;
    }

    /** The name of the part of a job. */
    public String of(String job) {
        return job + "." + name().toLowerCase(Locale.ROOT);
    }

    /** The part of a job as a job. */
    JobSpec of(JobSpec job, ReplicationSpec replication) {
        Map<String, String> options = new TreeMap<>(JobOptions.of(kind, job.options()));
        if (this == BACKFILL) {
            // what was deleted while nobody followed is for the comparison on a schedule
            options.keySet().removeAll(DELETING);
        } else if (this == RECONCILE) {
            options.put("minAge", replication.lagHorizon().toString());
        } else {
            // sizes prove little
            options.putIfAbsent("check", "checksum");
        }
        return new JobSpec(
                of(job.name()),
                kind,
                job.source(),
                job.destination(),
                job.store(),
                job.sourceRegion(),
                options,
                this == RECONCILE ? replication.reconcile() : null,
                false,
                job.priority(),
                null,
                null,
                /* partOf= */ job.name());
    }
}
