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
package io.s3copy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.app.Tally.Counts;
import org.junit.jupiter.api.Test;

class TotalsTest {

    private static final long TWO_SECONDS = 2_000_000_000L;

    @Test
    void summaryAddsUpToWhatWasListed() {
        assertThat(Totals.summary(new Counts(10, 6, 0, 3, 1, 0, 600), false, TWO_SECONDS))
                .isEqualTo("copied 6, failed 1, skipped 3 of 10 listed, 600 bytes, 2.0 s, 3.0 copies/s");
    }

    @Test
    void summaryNamesWhatIsNotKnownAndWhatWasNotTried() {
        assertThat(Totals.summary(new Counts(10, 4, 0, 0, 1, 2, 400), false, TWO_SECONDS))
                .isEqualTo("copied 4, failed 1, unknown 2, skipped 0, not tried 3 of 10 listed, 400 bytes, 2.0 s,"
                        + " 2.0 copies/s");
    }

    @Test
    void dryRunCopiesNothingAndSaysSo() {
        assertThat(Totals.summary(new Counts(10, 0, 8, 2, 0, 0, 800), true, TWO_SECONDS))
                .isEqualTo("would copy 8, failed 0, skipped 2 of 10 listed, 800 bytes to copy, 2.0 s, 4.0 objects/s");
    }

    @Test
    void progressTellsWhatIsInFlight() {
        assertThat(Totals.progress(new Counts(10, 6, 0, 0, 1, 0, 600), false, TWO_SECONDS))
                .isEqualTo("progress  copied 6, failed 1, skipped 0, in flight 3 of 10 listed so far, 600 bytes, 2.0 s,"
                        + " 3.0 copies/s");
    }

    @Test
    void rateOfNoTimeIsNone() {
        assertThat(Totals.summary(new Counts(1, 1, 0, 0, 0, 0, 1), false, 0)).endsWith("0.0 s, 0.0 copies/s");
    }
}
