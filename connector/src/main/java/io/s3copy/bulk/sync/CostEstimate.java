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
package io.s3copy.bulk.sync;

import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.s3.ListedObject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run would ask of S3, counted from listings alone. Requests and bytes, no prices: those differ by Region and
 * contract. What others do to the buckets meanwhile, retries and throttles are not in it.
 *
 * @param objects how many would be copied
 * @param bytes of them, as far as sizes are known
 * @param unknownSizes how many of them have no known size; each is counted as one request
 * @param writes requests that are billed as PUT, COPY, POST or LIST of the destination's class, by that class: CopyObject,
 *     and of copies in parts the start, the parts and the completion
 * @param inParts how many objects would be copied in parts
 * @param parts how many parts they have
 * @param lists LIST requests, also those that were made for this estimate
 * @param heads HEAD requests
 * @param tagReads GetObjectTagging requests
 * @param deletes DELETE requests, which S3 does not bill
 * @param kmsRequests requests that S3 makes to KMS, at most: without bucket keys, and if all sources were encrypted by KMS
 * @param retrievedBytes what would be read from classes that bill it, by source class
 * @param restores how many sources are archived and must be restored first, by source class
 * @param smallObjects how many copies are smaller than 128 KiB in a class that bills them as 128 KiB, by that class
 * @param leastDays how many copies are billed for days at least, by that class
 * @param endedEarly how many objects would be replaced or deleted at the destination before the days that they are billed
 *     for at least, by their class; in buckets with versions they stay, and are not ended
 */
public record CostEstimate(
        long objects,
        long bytes,
        long unknownSizes,
        Map<String, Long> writes,
        long inParts,
        long parts,
        long lists,
        long heads,
        long tagReads,
        long deletes,
        long kmsRequests,
        Map<String, Long> retrievedBytes,
        Map<String, Long> restores,
        Map<String, Long> smallObjects,
        Map<String, Long> leastDays,
        Map<String, Long> endedEarly) {

    /**
     * How a run copies, as far as it costs.
     *
     * @param storageClass that copies are given; null where each keeps its source's
     * @param threshold from how many bytes on a copy is made in parts, 5 MiB to 5 GiB
     * @param partSize of copies in parts
     * @param kms whether copies are encrypted by KMS, or may be by the bucket's default
     * @param readsTags whether a copy in parts reads the tags of its source
     */
    public record Copies(
            @Nullable String storageClass, long threshold, PartSize partSize, boolean kms, boolean readsTags) {

        String classOf(ListedObject source) {
            return StorageClassRules.orStandard(storageClass == null ? source.storageClass() : storageClass);
        }
    }

    /** The sum of two estimates, as of two ranges. */
    public CostEstimate plus(CostEstimate other) {
        return new CostEstimate(
                objects + other.objects,
                bytes + other.bytes,
                unknownSizes + other.unknownSizes,
                sum(writes, other.writes),
                inParts + other.inParts,
                parts + other.parts,
                lists + other.lists,
                heads + other.heads,
                tagReads + other.tagReads,
                deletes + other.deletes,
                kmsRequests + other.kmsRequests,
                sum(retrievedBytes, other.retrievedBytes),
                sum(restores, other.restores),
                sum(smallObjects, other.smallObjects),
                sum(leastDays, other.leastDays),
                sum(endedEarly, other.endedEarly));
    }

    /** The same with the requests that were made to find it out. */
    public CostEstimate asked(long listRequests, long headRequests, long tagRequests) {
        return new CostEstimate(
                objects,
                bytes,
                unknownSizes,
                writes,
                inParts,
                parts,
                lists + listRequests,
                heads + headRequests,
                tagReads + tagRequests,
                deletes,
                kmsRequests,
                retrievedBytes,
                restores,
                smallObjects,
                leastDays,
                endedEarly);
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((name, count) -> sum.merge(name, count, Long::sum));
        return Map.copyOf(sum);
    }
}
