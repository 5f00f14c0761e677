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
package io.s3copy.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkCounts.Count;
import io.s3copy.bulk.BulkOutcome.What;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BulkResultTest {

    private static BulkResult result(BulkCounts counts, boolean finished) {
        return new BulkResult(
                counts,
                new BulkRequests(Map.of("CopyObject", 12L), 2, 0),
                Instant.EPOCH,
                Duration.ofSeconds(4),
                new BulkReport("s3://bucket/report/run-1/", null, Map.of()),
                "s3://bucket/state/job.json",
                finished,
                !finished,
                false,
                null);
    }

    @Test
    void itSaysInALineWhatARunCameTo() {
        BulkCounts counts = BulkCounts.of(What.COPIED, 10, 1000).plus(BulkCounts.of(What.FAILED, 2, 0));

        assertThat(result(counts, true))
                .hasToString("finished: copied 10, failed 2; 1000 bytes copied, 12 requests, 4000 ms;"
                        + " report s3://bucket/report/run-1/");
        assertThat(result(BulkCounts.NONE, false).toString())
                .startsWith("stopped, can be resumed: no objects;")
                .endsWith("checkpoint s3://bucket/state/job.json");
    }

    @Test
    void itIsCleanWhereNothingIsLeftToDo() {
        assertThat(result(BulkCounts.of(What.SAME, 10, 0), true).isClean()).isTrue();
        assertThat(result(BulkCounts.of(What.SAME, 10, 0), false).isClean()).isFalse();
        assertThat(result(BulkCounts.of(What.MISSING, 1, 0), true).isClean()).isFalse();
    }

    @Test
    void countsAreAddedByOutcomeAndCode() {
        BulkCounts one = new BulkCounts(Map.of(What.FAILED, new Count(3, 5, Map.of("A", 1L, "B", 2L))));
        BulkCounts other = new BulkCounts(Map.of(What.FAILED, new Count(1, 2, Map.of("B", 1L))));

        assertThat(one.plus(other).of(What.FAILED)).isEqualTo(new Count(4, 7, Map.of("A", 1L, "B", 3L)));
        assertThat(one.plus(other).objects()).isEqualTo(4);
    }

    @Test
    void objectsASecondAreThoseWithAnOutcome() {
        assertThat(result(BulkCounts.of(What.COPIED, 10, 0), true).objectsPerSecond())
                .isEqualTo(2.5);
        assertThat(BulkResult.perSecond(10, Duration.ZERO)).isZero();
    }
}
