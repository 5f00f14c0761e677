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
package io.s3copy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyGateTest {

    private static final KeyGate.Place KEY = new KeyGate.Place("archive", "a");

    private final KeyGate gate = new KeyGate();
    private final List<String> begun = new ArrayList<>();
    private final List<CompletableFuture<String>> open = new ArrayList<>();
    private final List<CompletableFuture<String>> answers = new ArrayList<>();

    private Supplier<CompletableFuture<String>> look(String name) {
        return () -> {
            begun.add(name);
            CompletableFuture<String> look = new CompletableFuture<>();
            open.add(look);
            return look;
        };
    }

    private void pass(KeyGate.Place place, Object shared, String name) {
        answers.add(gate.pass(place, shared, look(name)));
    }

    @Test
    void oneLookAtAKeyIsUnderWayAtATime() {
        pass(KEY, new Object(), "first");
        pass(KEY, new Object(), "second");
        assertThat(begun).containsExactly("first");
        open.get(0).complete("done");
        assertThat(begun).containsExactly("first", "second");
        assertThat(answers.get(0)).isCompletedWithValue("done");
    }

    @Test
    void otherKeysDoNotWait() {
        pass(KEY, new Object(), "a");
        pass(new KeyGate.Place("archive", "b"), new Object(), "b");
        pass(new KeyGate.Place("backup", "a"), new Object(), "a elsewhere");
        assertThat(begun).containsExactly("a", "b", "a elsewhere");
    }

    @Test
    void whoComesWhileALookIsUnderWayGetsALaterOneTogether() {
        pass(KEY, "same", "first");
        CompletableFuture<String> second = gate.pass(KEY, "same", look("second"));
        CompletableFuture<String> third = gate.pass(KEY, "same", look("third"));
        open.get(0).complete("early");
        assertThat(begun).containsExactly("first", "third");
        open.get(1).complete("late");
        assertThat(List.of(second.join(), third.join())).containsExactly("late", "late");
    }

    @Test
    void differentLooksAtAKeyAreNotOne() {
        pass(KEY, "a", "first");
        pass(KEY, "b", "second");
        pass(KEY, "c", "third");
        open.get(0).complete("done");
        open.get(1).complete("done");
        assertThat(begun).containsExactly("first", "second", "third");
    }

    @Test
    void keyIsFreeAfterAFailure() {
        CompletableFuture<String> failed = gate.pass(KEY, new Object(), () -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(failed::join).hasCauseInstanceOf(IllegalStateException.class);
        pass(KEY, new Object(), "next");
        assertThat(begun).containsExactly("next");
    }

    @Test
    void manyThatAreDoneAtOnceNeedNoStack() {
        pass(KEY, new Object(), "first");
        List<CompletableFuture<Integer>> all = IntStream.range(0, 100_000)
                .mapToObj(i -> gate.pass(KEY, new Object(), () -> CompletableFuture.completedFuture(i)))
                .toList();
        open.get(0).complete("done");
        assertThat(all).allMatch(CompletableFuture::isDone);
    }
}
