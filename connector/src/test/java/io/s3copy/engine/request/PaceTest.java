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
package io.s3copy.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLI = 1_000_000;

    private final Pace pace = new Pace(0);
    private long now;

    /** A second of requests, of which the server takes so many, and refuses so many. */
    private void second(int taken, int refused) {
        int all = taken + refused;
        for (int i = 0; i < all; i++) {
            now += 1_000 * MILLI / all;
            boolean refuse = (long) (i + 1) * refused / all > (long) i * refused / all;
            pace.answered(now, refuse);
        }
    }

    /** How many requests go in a second, asked for every millisecond. */
    private int sentInASecond() {
        int sent = 0;
        for (long end = now + 1_000 * MILLI; now < end; now += MILLI) {
            while (sent < 1_000_000 && pace.waitOrSend(now) == 0) {
                sent++;
            }
        }
        return sent;
    }

    @Test
    void aFewRefusalsSetNoPace() {
        second(960, 40);
        assertThat(pace.isSet()).isFalse();
    }

    @Test
    void manyRefusalsSetItToWhatTheServerTakesAndALittleMore() {
        second(500, 1_500);
        assertThat(sentInASecond()).isBetween(500, 560);
    }

    @Test
    void itGrowsWhileFewAreRefusedUntilThereIsNone() {
        second(500, 1_500);
        for (int i = 0; i < 30; i++) {
            second(500, 0);
        }
        assertThat(pace.isSet()).isFalse();
    }

    @Test
    void aServerThatTakesNothingIsStillAsked() {
        second(0, 500);
        assertThat(sentInASecond()).isPositive();
    }

    @Test
    void refusalsFarApartSetNoPace() {
        for (int i = 0; i < 40; i++) {
            now += 30_000 * MILLI;
            pace.answered(now, true);
        }
        assertThat(pace.isSet()).isFalse();
    }
}
