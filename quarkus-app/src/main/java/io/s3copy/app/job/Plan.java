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
package io.s3copy.app.job;

import io.s3copy.app.config.JobSpec;
import io.s3copy.bulk.sync.CostEstimate;
import io.s3copy.bulk.sync.DeleteLimit;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.text.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do, as a dry run counted it.
 *
 * @param objects how many it would copy
 * @param bytes of them, as far as sizes are known
 * @param deletes how many it would delete at the destination
 * @param requests how many it would send, by kind: those that are billed as PUT, COPY or POST by storage class, list, head,
 *     tagging, delete, and kms at most
 * @param retrievedBytes what it would read from classes that bill it, by class
 * @param endedEarly how many objects would be replaced or deleted before the days that they are billed for, by class
 * @param options a digest of the options that it was counted with
 * @param confirmed whether it may do so: somebody said yes, or it is not so much that somebody has to
 */
public record Plan(
        long objects,
        long bytes,
        long deletes,
        Map<String, Long> requests,
        Map<String, Long> retrievedBytes,
        Map<String, Long> endedEarly,
        @Nullable String options,
        boolean confirmed) {

    static Plan of(CostEstimate estimate, JobSpec job) {
        Map<String, Long> requests = new TreeMap<>();
        estimate.writes().forEach((storageClass, count) -> requests.put("write " + storageClass, count));
        requests.put("list", estimate.lists());
        requests.put("head", estimate.heads());
        requests.put("tagging", estimate.tagReads());
        requests.put("delete", estimate.deletes());
        requests.put("kms", estimate.kmsRequests());
        requests.values().removeIf(count -> count == 0);
        return new Plan(
                estimate.objects(),
                estimate.bytes(),
                estimate.deletes(),
                requests,
                estimate.retrievedBytes(),
                estimate.endedEarly(),
                digest(job),
                false);
    }

    private static String digest(JobSpec job) {
        return Digests.sha256Hex(new TreeMap<>(job.options()).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the job still has the options that were counted with. */
    boolean isOf(JobSpec job) {
        return digest(job).equals(options);
    }

    /** The same, which may be done. */
    Plan asConfirmed() {
        return new Plan(objects, bytes, deletes, requests, retrievedBytes, endedEarly, options, true);
    }

    /** How many objects a run may delete. */
    static DeleteLimit limit(S3CopyConfiguration configuration) {
        return DeleteLimit.parse("option maxDelete", configuration.getMaxDelete());
    }

    /** What somebody is asked of a run with these options. A dry run counts what is to be deleted, whatever the limit. */
    String question(S3CopyConfiguration configuration) {
        List<String> parts = new ArrayList<>();
        parts.add("copy " + objects + (objects == 1 ? " object (" : " objects (") + bytes + " bytes)");
        if (deletes > 0) {
            parts.add("delete " + deletes + (deletes == 1 ? " object" : " objects") + " at the destination");
        }
        DeleteLimit limit = limit(configuration);
        boolean tooMany = deletes > 0 && !limit.isShare() && deletes > limit.count();
        long early = endedEarly.values().stream().mapToLong(Long::longValue).sum();
        return "It would " + String.join(" and ", parts)
                + (early > 0 ? ", of which " + early + " are billed for more days than they were there" : "")
                + (tooMany ? ", but max-delete allows " + limit + ": then it deletes nothing" : "")
                + ". Nothing is done before somebody confirms it";
    }
}
