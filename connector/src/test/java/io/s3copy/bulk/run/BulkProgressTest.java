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
package io.s3copy.bulk.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BulkProgressTest {

    private static BulkProgress progress(long listed, Long left) {
        return new BulkProgress(
                "copy",
                BulkCounts.of(What.COPIED, 30, 900),
                new BulkRequests(Map.of("copy", 30L, "ListObjectsV2", 1L), 0, 0),
                listed,
                left,
                3,
                20,
                4,
                false,
                Duration.ofSeconds(10),
                RunLoad.NONE);
    }

    @Test
    void whatIsLeftTakesAsLongAsWhatWasListed() {
        assertThat(progress(100, 250L).timeLeft()).isEqualTo(Duration.ofSeconds(25));
        assertThat(progress(100, 0L).timeLeft()).isEqualTo(Duration.ZERO);
        assertThat(progress(100, Long.MAX_VALUE / 2).timeLeft()).isPositive();
    }

    @Test
    void whereNothingTellsThereIsNoEstimate() {
        assertThat(progress(100, null).timeLeft()).isNull();
        assertThat(progress(0, 250L).timeLeft()).isNull();
        assertThat(progress(100, null).toString()).contains("left unknown");
    }

    @Test
    void rateIsThatOfThisPass() {
        assertThat(progress(100, null).objectsPerSecond()).isEqualTo(2);
    }

    @Test
    void itIsALineForPeople() {
        assertThat(progress(100, 250L))
                .hasToString(
                        "copy: copied 30; 900 bytes copied, 4 at work, 31 requests; listed 100, left about 250 (25 s),"
                                + " 2.0 objects/s");
    }
}
