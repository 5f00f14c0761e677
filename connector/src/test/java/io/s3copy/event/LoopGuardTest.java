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
package io.s3copy.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies do not become the events of further copies. */
class LoopGuardTest {

    private static final LoopGuard GUARD = new LoopGuard(
            List.of(new LoopGuard.Place("inbox", "done/"), new LoopGuard.Place("archive", "")),
            List.of("AWS:AROACOPIER:*", "111122223333"));

    @ParameterizedTest
    @CsvSource({
        "inbox, '', inbox/done/",
        "inbox, done/, inbox/done/",
        "inbox, do, inbox/done/",
        "inbox, done/today/, inbox/done/",
        "archive, anything, archive/",
        "inbox, new/, ",
        "inbox, done2/, ",
        "other, '', ",
    })
    void aSourceThatOverlapsADestinationIsFound(String bucket, String prefix, String loop) {
        assertThat(GUARD.loopWith(new LoopGuard.Place(bucket, prefix))
                        .map(Object::toString)
                        .orElse(null))
                .isEqualTo(loop);
    }

    @ParameterizedTest
    @CsvSource({
        "inbox, new/a, AWS:AIDAUSER, PASS",
        "inbox, new/a, , PASS",
        "inbox, done, AWS:AIDAUSER, PASS",
        "inbox, done/a, AWS:AIDAUSER, IN_DESTINATION",
        "archive, a, AWS:AIDAUSER, IN_DESTINATION",
        "inbox, new/a, AWS:AROACOPIER:session-7, BY_COPIER",
        "inbox, new/a, 111122223333, BY_COPIER",
        "inbox, new/a, 1111222233334, PASS",
    })
    void eventsOfOurOwnMakingAreTold(String bucket, String key, String principal, LoopGuard.Verdict verdict) {
        ObjectEvent event =
                Events.created().bucket(bucket).key(key).principal(principal).event();
        assertThat(GUARD.check(event)).isEqualTo(verdict);
    }
}
