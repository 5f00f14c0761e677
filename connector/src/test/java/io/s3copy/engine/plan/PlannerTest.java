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
package io.s3copy.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.s3.Limits;
import io.s3copy.parameter.ByteRange;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final long MIB = 1L << 20;

    @Property(tries = 2_000)
    void everyPlanInPartsCoversTheObjectOnceWithinTheLimits(
            @ForAll @LongRange(min = 0, max = Limits.MAX_OBJECT) long size,
            @ForAll @LongRange(min = Limits.MIN_PART, max = Limits.MAX_SINGLE_COPY) long partSize,
            @ForAll boolean auto) {
        PartSize wanted = auto ? new PartSize.Auto() : new PartSize.Fixed(partSize);
        if (!(Planner.plan(size, Limits.MIN_PART, wanted) instanceof CopyPlan.EvenParts parts)) {
            assertThat(size).isLessThanOrEqualTo(Limits.MIN_PART);
            return;
        }
        assertThat(parts.count()).isBetween(1, Limits.MAX_PARTS);
        assertThat(parts.partSize()).isBetween(Limits.MIN_PART, Limits.MAX_SINGLE_COPY);
        long next = 0;
        for (int number : new int[] {1, Math.max(1, parts.count() / 2), parts.count()}) {
            ByteRange range = parts.range(number);
            assertThat(range.first()).isEqualTo((number - 1) * parts.partSize());
            assertThat(range.last()).isLessThan(size);
            next = range.last() + 1;
        }
        assertThat(next).as("the last part ends where the object ends").isEqualTo(size);
    }

    @Test
    void anObjectOfTheThresholdIsStillCopiedInOneCall() {
        long wall = Limits.MAX_SINGLE_COPY;
        assertThat(Planner.plan(wall, wall, new PartSize.Auto())).isEqualTo(new CopyPlan.Single());
        assertThat(Planner.plan(wall + 1, wall, new PartSize.Auto())).isInstanceOf(CopyPlan.Parts.class);
    }

    @Test
    void theLargestObjectFitsIntoTenThousandParts() {
        CopyPlan.Parts parts =
                (CopyPlan.Parts) Planner.plan(Limits.MAX_OBJECT, Limits.MAX_SINGLE_COPY, new PartSize.Fixed(5 * MIB));
        assertThat(parts.count()).isLessThanOrEqualTo(Limits.MAX_PARTS);
        assertThat(parts.range(parts.count()).last()).isEqualTo(Limits.MAX_OBJECT - 1);
    }

    @Test
    void automaticPartsHaveSixtyFourToTwoHundredAndFiftySixMebibytesUntilTheirNumberForcesMore() {
        assertThat(partSize(6L << 30)).isEqualTo(64 * MIB);
        assertThat(partSize(1L << 40)).isEqualTo(256 * MIB);
        assertThat(partSize(10L << 40)).isGreaterThan(256 * MIB);
    }

    private static long partSize(long size) {
        return ((CopyPlan.EvenParts) Planner.plan(size, Limits.MAX_SINGLE_COPY, new PartSize.Auto())).partSize();
    }

    @Test
    void anObjectThatS3CannotHoldIsRefusedWithTheNumbers() {
        assertThatThrownBy(() -> Planner.plan(Limits.MAX_OBJECT + 1, Limits.MAX_SINGLE_COPY, new PartSize.Auto()))
                .hasMessageContaining("50 TB")
                .hasMessageContaining(String.valueOf(Limits.MAX_OBJECT + 1));
    }
}
