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
package io.s3copy.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.app.job.RunProgress;
import io.s3copy.app.job.RunProgress.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTextTest {

    private static RunProgress progress(boolean paused, @Nullable Long left, @Nullable Integer percent) {
        return new RunProgress(
                "copy",
                100,
                left,
                3,
                paused,
                Map.of("copied", new Outcome(40, 5L << 20, Map.of()), "failed", new Outcome(2, 0, Map.of())),
                50,
                0,
                0,
                12.4,
                2048,
                left,
                percent,
                null,
                null);
    }

    @Test
    void barHasRateAndTimeLeft() {
        assertThat(ProgressText.of(progress(false, 75L, 50)))
                .isEqualTo(
                        "[##########          ] 50% copy: 42 objects, 2 failed, 5.0 MiB, 12/s, 2.0 KiB/s, 1:15 left");
    }

    @Test
    void whatNobodyKnowsIsLeftOut() {
        assertThat(ProgressText.of(progress(false, null, null)))
                .isEqualTo("copy: 42 objects, 2 failed, 5.0 MiB, 12/s, 2.0 KiB/s");
    }

    @Test
    void runThatWaitsSaysSo() {
        assertThat(ProgressText.of(progress(true, null, null))).endsWith("waiting: every object meets the same fault");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1536, 1.5 KiB", "5368709120, 5.0 GiB"})
    void sizesHaveUnits(long bytes, String text) {
        assertThat(ProgressText.size(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5, 0:05", "65, 1:05", "3605, 1:00:05", "90000, 25:00:00"})
    void timesAreReadable(long seconds, String text) {
        assertThat(ProgressText.time(seconds)).isEqualTo(text);
    }
}
