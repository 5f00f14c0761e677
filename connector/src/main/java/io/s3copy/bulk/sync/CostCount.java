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

import io.s3copy.bulk.sync.CostEstimate.Copies;
import io.s3copy.engine.plan.CopyPlan;
import io.s3copy.engine.plan.Planner;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.ListedObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a run would ask of S3, object by object. Memory is that of the storage classes. Not for several threads. */
public final class CostCount {

    private final Copies copies;
    private final Instant now;
    private final Map<String, Long> writes = new TreeMap<>();
    private final Map<String, Long> retrievedBytes = new TreeMap<>();
    private final Map<String, Long> restores = new TreeMap<>();
    private final Map<String, Long> smallObjects = new TreeMap<>();
    private final Map<String, Long> leastDays = new TreeMap<>();
    private final Map<String, Long> endedEarly = new TreeMap<>();
    private long objects;
    private long bytes;
    private long unknownSizes;
    private long inParts;
    private long parts;
    private long lists;
    private long heads;
    private long tagReads;
    private long deletes;
    private long kmsRequests;

    /**
     * A count.
     *
     * @param now from which the age of what is at the destination is counted
     */
    public CostCount(Copies copies, Instant now) {
        this.copies = copies;
        this.now = now;
    }

    /** A page that was listed, or would be. */
    public void listed() {
        lists++;
    }

    /** HEAD requests of a comparison. */
    public void looked(int count) {
        heads += count;
    }

    /** Reads of tags for a filter. */
    public void readTags(int count) {
        tagReads += count;
    }

    /** An object that would be copied where nothing stands. An object that no bucket can hold counts, and fails. */
    public void copied(ListedObject source) {
        String storageClass = copies.classOf(source);
        String sourceClass = StorageClassRules.orStandard(source.storageClass());
        long size = Math.max(0, source.size());
        objects++;
        bytes += size;
        unknownSizes += source.size() == ListedObject.UNKNOWN_SIZE ? 1 : 0;
        write(storageClass, partsOf(size));
        if (StorageClassRules.billsRetrieval(sourceClass)) {
            add(retrievedBytes, sourceClass, size);
        } else if (StorageClassRules.isArchive(sourceClass)) {
            add(restores, sourceClass, 1);
        }
        if (StorageClassRules.leastDays(storageClass) > 0) {
            add(leastDays, storageClass, 1);
        }
        boolean small = source.size() != ListedObject.UNKNOWN_SIZE && size < StorageClassRules.LEAST_BILLED;
        if (small && StorageClassRules.padsSmallObjects(storageClass)) {
            add(smallObjects, storageClass, 1);
        }
    }

    /** An object that would be copied over another. */
    public void copied(ListedObject source, ListedObject replaced) {
        copied(source);
        ended(replaced);
    }

    /** An object that would be deleted at the destination. */
    public void deleted(ListedObject object) {
        deletes++;
        ended(object);
    }

    private int partsOf(long size) {
        if (size > Limits.MAX_OBJECT) {
            return 0;
        }
        CopyPlan plan = Planner.plan(size, copies.threshold(), copies.partSize());
        return plan instanceof CopyPlan.Parts many ? many.count() : 0;
    }

    private void write(String storageClass, int count) {
        if (count == 0) {
            add(writes, storageClass, 1);
            // the source is decrypted, the copy gets a key
            kmsRequests += 1 + (copies.kms() ? 1 : 0);
            return;
        }
        inParts++;
        parts += count;
        heads++;
        tagReads += copies.readsTags() ? 1 : 0;
        add(writes, storageClass, count + 2L);
        // each part decrypts its source and the upload's key, which the start makes and the completion decrypts, too
        kmsRequests += count + (copies.kms() ? count + 2L : 0);
    }

    private void ended(ListedObject object) {
        String storageClass = StorageClassRules.orStandard(object.storageClass());
        int days = StorageClassRules.leastDays(storageClass);
        Instant written = object.lastModified();
        if (days > 0 && written != null && written.plus(Duration.ofDays(days)).isAfter(now)) {
            add(endedEarly, storageClass, 1);
        }
    }

    private static void add(Map<String, Long> counts, String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    /** What was counted so far. */
    public CostEstimate estimate() {
        return new CostEstimate(
                objects,
                bytes,
                unknownSizes,
                Map.copyOf(writes),
                inParts,
                parts,
                lists,
                heads,
                tagReads,
                deletes,
                kmsRequests,
                Map.copyOf(retrievedBytes),
                Map.copyOf(restores),
                Map.copyOf(smallObjects),
                Map.copyOf(leastDays),
                Map.copyOf(endedEarly));
    }
}
