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

import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopyResult.Way;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally();

    private void listed(int objects) {
        for (int i = 0; i < objects; i++) {
            tally.listed();
        }
    }

    @Test
    void everyObjectIsCountedOnceByWhatBecameOfIt() {
        listed(6);
        tally.settled(ResultLinesTest.result(Way.SINGLE, false, SourceDeleted.NO, List.of()), 100);
        tally.settled(ResultLinesTest.result(Way.MULTIPART, true, SourceDeleted.NO, List.of()), 20);
        tally.settled(ResultLinesTest.result(Way.SKIPPED, false, SourceDeleted.NO, List.of()), 3);
        tally.failed();
        tally.unknown();
        assertThat(tally.counts()).isEqualTo(new Tally.Counts(6, 1, 1, 1, 1, 1, 120));
        assertThat(tally.counts().open()).isEqualTo(1);
    }

    @Test
    void aSkippedObjectMovesNoBytesInADryRunEither() {
        listed(1);
        tally.settled(ResultLinesTest.result(Way.SKIPPED, true, SourceDeleted.NO, List.of()), 5);
        assertThat(tally.counts()).isEqualTo(new Tally.Counts(1, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void onlyARunWithoutFailureDoubtOrRestIsClean() {
        listed(1);
        assertThat(tally.counts().clean()).isFalse();
        tally.settled(ResultLinesTest.result(Way.SINGLE, false, SourceDeleted.NO, List.of()), 1);
        assertThat(tally.counts().clean()).isTrue();
        listed(1);
        tally.unknown();
        assertThat(tally.counts().open()).isZero();
        assertThat(tally.counts().clean()).isFalse();
    }
}
