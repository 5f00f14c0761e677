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
package io.s3copy.camel.pending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A gate lets so many calls through as it may, and loses none. */
class CallGateTest {

    private final CallGate gate = new CallGate(1);
    private final List<String> made = new ArrayList<>();
    private final List<CompletableFuture<String>> unanswered = new ArrayList<>();

    private CompletableFuture<String> pass(String name, CompletableFuture<String> answer) {
        return gate.pass(() -> {
            made.add(name);
            return answer;
        });
    }

    @Test
    void callBeyondTheNumberIsMadeWhenAnotherIsAnswered() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> passed = pass("first", first);
        unanswered.add(pass("second", new CompletableFuture<>()));
        assertThat(made).containsExactly("first");
        first.complete("done");
        assertThat(made).containsExactly("first", "second");
        assertThat(passed).isCompletedWithValue("done");
    }

    @Test
    void callThatIsGivenUpWhileItWaitsIsNotMade() {
        CompletableFuture<String> first = new CompletableFuture<>();
        unanswered.add(pass("first", first));
        assertThat(pass("given up", new CompletableFuture<>()).cancel(false)).isTrue();
        unanswered.add(pass("third", new CompletableFuture<>()));
        first.complete("done");
        assertThat(made).containsExactly("first", "third");
    }

    @Test
    void errorOfACallThatCannotBeMadeIsItsFailureAndFreesTheGate() {
        LinkageError error = new NoClassDefFoundError("a/Class");
        CompletableFuture<String> failed = gate.pass(() -> {
            throw error;
        });
        assertThat(failed).isCompletedExceptionally();
        assertThat(failed.handle((done, failure) -> failure).join()).isSameAs(error);
        unanswered.add(pass("next", new CompletableFuture<>()));
        assertThat(made).containsExactly("next");
    }

    @Test
    void manyCallsThatFailAtOnceDoNotOverflowTheStack() {
        CompletableFuture<String> first = new CompletableFuture<>();
        unanswered.add(pass("first", first));
        List<CompletableFuture<String>> failing = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            failing.add(gate.pass(() -> {
                throw new IllegalStateException("no");
            }));
        }
        first.complete("done");
        assertThat(failing).allMatch(CompletableFuture::isCompletedExceptionally);
    }
}
