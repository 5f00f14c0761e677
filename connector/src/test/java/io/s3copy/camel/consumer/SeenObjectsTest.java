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
package io.s3copy.camel.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeenObjectsTest {

    /** Each pass lists a set of states: what was listed in the pass before is not sent again, all else is. */
    @Property(tries = 500)
    void passSendsWhatTheOneBeforeHasNotSeen(@ForAll @Size(max = 8) List<Set<@IntRange(max = 20) Integer>> passes) {
        SeenObjects seen = new SeenObjects(100);
        Set<Integer> before = new HashSet<>();
        for (Set<Integer> pass : passes) {
            Set<Integer> sent = new HashSet<>();
            pass.forEach(state -> {
                if (seen.add("state " + state)) {
                    sent.add(state);
                }
            });
            seen.passEnded();
            Set<Integer> expected = new HashSet<>(pass);
            expected.removeAll(before);
            assertThat(sent).isEqualTo(expected);
            assertThat(seen.size()).isEqualTo(pass.size());
            before = pass;
        }
    }

    @Property(tries = 200)
    void neverHoldsMoreThanItsLimitAndSendsWhatIsBeyondItAgain(
            @ForAll @IntRange(min = 1, max = 10) int most, @ForAll @IntRange(max = 30) int objects) {
        SeenObjects seen = new SeenObjects(most);
        for (int pass = 0; pass < 3; pass++) {
            int sent = 0;
            for (int i = 0; i < objects; i++) {
                sent += seen.add("state " + i) ? 1 : 0;
            }
            seen.passEnded();
            assertThat(seen.size()).isLessThanOrEqualTo(most);
            assertThat(sent).isEqualTo(pass == 0 ? objects : Math.max(0, objects - most));
        }
    }

    @Test
    void stateThatIsGivenBackIsSentAgain() {
        SeenObjects seen = new SeenObjects(2);
        assertThat(seen.add("a")).isTrue();
        assertThat(seen.remove("a")).isTrue();
        assertThat(seen.add("a")).isTrue();
        assertThat(seen.add("a")).isFalse();
    }

    @Test
    void passThatWasCutForgetsNothing() {
        SeenObjects seen = new SeenObjects(10);
        seen.add("a");
        seen.add("b");
        seen.passEnded();
        // cut before b
        seen.add("a");
        assertThat(seen.contains("b")).isTrue();
    }
}
