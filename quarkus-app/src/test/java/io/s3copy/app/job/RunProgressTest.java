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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.run.BulkProgress;
import io.s3copy.bulk.run.RunLoad;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    private final Rate rate = new Rate();

    private RunProgress at(long seconds, long copied, long listed, Long left, boolean paused) {
        BulkCounts counts = BulkCounts.of(What.COPIED, copied, copied * 1000);
        rate.at(TimeUnit.SECONDS.toNanos(seconds), copied, copied * 1000);
        return RunProgress.of(
                new BulkProgress(
                        "copy",
                        counts,
                        new BulkRequests(Map.of("CopyObject", copied), 3, 2),
                        listed,
                        left,
                        4,
                        copied,
                        10,
                        paused,
                        Duration.ofSeconds(seconds),
                        RunLoad.NONE),
                rate);
    }

    @Test
    void whatIsLeftAtTheRateOfTheLastSecondsIsTheTimeThatIsLeft() {
        at(0, 0, 100, 900L, false);
        RunProgress now = at(10, 500, 600, 390L, false);

        assertThat(now.objectsPerSecond()).isEqualTo(50);
        assertThat(now.bytesPerSecond()).isEqualTo(50_000);
        assertThat(now.secondsLeft()).isEqualTo(8);
        assertThat(now.percent()).isEqualTo(55);
        assertThat(now.objects("copied")).isEqualTo(500);
        assertThat(now.bytesCopied()).isEqualTo(500_000);
        assertThat(now.requests()).isEqualTo(500);
        assertThat(now.retries()).isEqualTo(3);
        assertThat(now.throttles()).isEqualTo(2);
    }

    @Test
    void aGuessFromLittleIsNotShown() {
        at(0, 0, 0, 0L, false);
        RunProgress now = at(5, 100, 1000, 60_000L, false);

        assertThat(now.left()).isNull();
        assertThat(now.secondsLeft()).isNull();
        assertThat(now.percent()).isNull();
    }

    @Test
    void whoIsHeldHasNoTimeThatIsLeft() {
        at(0, 0, 100, 100L, false);
        RunProgress now = at(5, 50, 100, 100L, true);

        assertThat(now.paused()).isTrue();
        assertThat(now.secondsLeft()).isNull();
    }

    @Test
    void rateForgetsWhatIsLongAgo() {
        at(0, 0, 0, null, false);
        at(60, 6000, 0, null, false);
        at(61, 6010, 0, null, false);
        at(75, 6010, 0, null, false);

        assertThat(at(76, 6010, 0, null, false).objectsPerSecond()).isZero();
    }

    @Test
    void atRestNothingIsAtWork() {
        at(0, 0, 100, 100L, false);
        RunProgress rest = at(5, 50, 100, 100L, true).atRest();

        assertThat(rest.atWork()).isZero();
        assertThat(rest.paused()).isFalse();
        assertThat(rest.objectsPerSecond()).isZero();
        assertThat(rest.objects()).isEqualTo(50);
    }
}
