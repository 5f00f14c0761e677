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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.sync.CostEstimate.Copies;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.ListedObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a run would cost, by its requests. */
class CostCountTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final long GIB = 1L << 30;

    private static CostCount count(@Nullable String storageClass, boolean kms) {
        return new CostCount(new Copies(storageClass, 5 * GIB, new PartSize.Fixed(GIB), kms, true), NOW);
    }

    private static ListedObject object(long size, @Nullable String storageClass, int daysOld) {
        return new ListedObject(
                "k", size, null, NOW.minus(Duration.ofDays(daysOld)), storageClass, List.of(), null, null);
    }

    @Test
    void anObjectUpToTheThresholdIsOneRequest() {
        CostCount count = count(null, true);
        count.copied(object(5 * GIB, null, 1));
        CostEstimate estimate = count.estimate();
        assertThat(estimate.objects()).isEqualTo(1);
        assertThat(estimate.bytes()).isEqualTo(5 * GIB);
        assertThat(estimate.writes()).isEqualTo(Map.of("STANDARD", 1L));
        assertThat(estimate.heads() + estimate.parts() + estimate.tagReads()).isZero();
        assertThat(estimate.kmsRequests()).isEqualTo(2);
    }

    @Test
    void aLargerOneIsItsPartsAndTheirFrame() {
        CostCount count = count("GLACIER_IR", false);
        count.copied(object(5 * GIB + 1, "STANDARD", 1));
        CostEstimate estimate = count.estimate();
        assertThat(estimate.writes()).isEqualTo(Map.of("GLACIER_IR", 8L));
        assertThat(estimate.inParts()).isEqualTo(1);
        assertThat(estimate.parts()).isEqualTo(6);
        assertThat(estimate.heads()).isEqualTo(1);
        assertThat(estimate.tagReads()).isEqualTo(1);
        assertThat(estimate.kmsRequests()).isEqualTo(6);
        assertThat(estimate.leastDays()).isEqualTo(Map.of("GLACIER_IR", 1L));
    }

    @Test
    void smallObjectsOfClassesThatPadThemAreCounted() {
        CostCount count = count("STANDARD_IA", false);
        count.copied(object((128 << 10) - 1, null, 1));
        count.copied(object(128 << 10, null, 1));
        count.copied(object(-1, null, 1));
        assertThat(count.estimate().smallObjects()).isEqualTo(Map.of("STANDARD_IA", 1L));
        assertThat(count.estimate().unknownSizes()).isEqualTo(1);
    }

    @Test
    void whatIsReadFromColdClassesIsCounted() {
        CostCount count = count("STANDARD", false);
        count.copied(object(10, "STANDARD_IA", 1));
        count.copied(object(20, "GLACIER", 1));
        count.copied(object(40, "STANDARD", 1));
        assertThat(count.estimate().retrievedBytes()).isEqualTo(Map.of("STANDARD_IA", 10L));
        assertThat(count.estimate().restores()).isEqualTo(Map.of("GLACIER", 1L));
    }

    @Test
    void whatEndsBeforeItsLeastDaysIsCounted() {
        CostCount count = count(null, false);
        count.copied(object(1, null, 1), object(1, "STANDARD_IA", 29));
        count.copied(object(1, null, 1), object(1, "STANDARD_IA", 30));
        count.deleted(object(1, "DEEP_ARCHIVE", 179));
        count.deleted(object(1, "STANDARD", 1));
        assertThat(count.estimate().endedEarly()).isEqualTo(Map.of("STANDARD_IA", 1L, "DEEP_ARCHIVE", 1L));
        assertThat(count.estimate().deletes()).isEqualTo(2);
    }

    @Test
    void anObjectThatNoBucketHoldsDoesNotEndTheCount() {
        CostCount count = count(null, false);
        count.copied(object(Limits.MAX_OBJECT + 1, null, 1));
        assertThat(count.estimate().objects()).isEqualTo(1);
    }

    @Property(tries = 300)
    void theSumOfRangesIsTheCountOfAll(
            @ForAll @Size(max = 20) List<@LongRange(min = -1, max = 20L << 30) Long> sizes, @ForAll long cut) {
        CostCount whole = count("STANDARD_IA", true);
        CostCount one = count("STANDARD_IA", true);
        CostCount other = count("STANDARD_IA", true);
        for (int i = 0; i < sizes.size(); i++) {
            CostCount part = i < Math.floorMod(cut, sizes.size()) ? one : other;
            ListedObject object = object(sizes.get(i), i % 2 == 0 ? "GLACIER_IR" : null, i);
            for (CostCount count : List.of(whole, part)) {
                count.copied(object);
                count.listed();
                count.looked(2);
            }
        }
        assertThat(one.estimate().plus(other.estimate())).isEqualTo(whole.estimate());
        CostEstimate estimate = whole.estimate();
        long writes = estimate.writes().getOrDefault("STANDARD_IA", 0L);
        assertThat(writes).isEqualTo(estimate.objects() + estimate.inParts() + estimate.parts());
    }
}
