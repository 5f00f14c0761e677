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
package io.s3copy.app.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class DatabasePulseTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private boolean answers = true;
    private long seconds;
    private final DatabasePulse pulse =
            new DatabasePulse(() -> answers, () -> NOON.plusSeconds(seconds), () -> TimeUnit.SECONDS.toNanos(seconds));

    private HealthCheckResponse told() {
        return new DatabaseCheck(pulse).call();
    }

    @Test
    void whatWasNeverAskedIsDown() {
        assertThat(pulse.isUp()).isFalse();
        assertThat(told().getData().orElseThrow()).containsEntry("last-answer", "never");
    }

    @Test
    void oneThatAnswersIsUpAndOneThatDoesNotIsDownAtOnce() {
        pulse.beat();
        assertThat(told().getStatus()).isEqualTo(Status.UP);

        answers = false;
        seconds = 5;
        pulse.beat();

        assertThat(told().getStatus()).isEqualTo(Status.DOWN);
        assertThat(told().getData().orElseThrow()).containsEntry("last-answer", "2026-11-28T12:00:00Z");
    }

    @Test
    void oneThatHangsIsDownWithTime() {
        pulse.beat();
        seconds = 29;
        assertThat(pulse.isUp()).isTrue();
        seconds = 30;
        assertThat(pulse.isUp()).isFalse();
    }

    @Test
    void oneThatBreaksIsDown() {
        pulse.beat();
        DatabasePulse broken = new DatabasePulse(
                () -> {
                    throw new IllegalStateException("no pool");
                },
                () -> NOON,
                () -> 0);
        assertThatThrownBy(broken::beat).hasMessage("no pool");
        assertThat(broken.isUp()).isFalse();
    }
}
