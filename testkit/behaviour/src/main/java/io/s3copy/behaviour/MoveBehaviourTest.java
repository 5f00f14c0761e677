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
package io.s3copy.behaviour;

import static io.s3copy.behaviour.Capability.COPY;
import static io.s3copy.behaviour.Capability.PARTS;
import static io.s3copy.behaviour.Capability.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopyTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Moves, on any server: a source is deleted when its copy stands, is proven and whole, and no newer object can be lost. */
class MoveBehaviourTest extends Behaviour {

    private String destination;

    @BeforeEach
    void arrange() {
        destination = bench().newKey();
    }

    @Test
    @Needs(COPY)
    void movesAnObjectOrKeepsItsSource() {
        Original original = Original.described(server(), "small");
        Call.Outcome outcome = managed(original.bucket(), original.key(), destination)
                .option("deleteSource", "marker")
                .outcome();
        assertThat(outcome.failure()).isNull();
        assertThat(original.isCopiedTo(destination)).isTrue();
        original.holds(outcome, destination);
        if (outcome.result().sourceDeleted() == SourceDeleted.DELETED) {
            assertThat(server().answer(Capability.DELETE_CONDITION))
                    .as("nothing is deleted from a bucket without versions but on a condition")
                    .matches(Answer::yes);
        }
    }

    @Test
    @Needs(PARTS)
    void movesAnObjectInPartsOrKeepsItsSource() {
        Original original = Original.described(server(), ManagedPartsBehaviourTest.content("a"));
        Call.Outcome outcome = ManagedPartsBehaviourTest.inParts(this, original, destination)
                .option("deleteSource", "marker")
                .outcome();
        assertThat(outcome.failure()).isNull();
        assertThat(original.isCopiedTo(destination)).isTrue();
        original.holds(outcome, destination);
    }

    @Test
    @Needs({COPY, VERSIONS})
    void movesAVersionOrKeepsIt() {
        Original original = Original.put(bench(), bench().versioned(), bench().newKey(), "of a version");
        Call.Outcome outcome = managed(original.bucket(), original.key(), destination)
                .option("deleteSource", "version")
                .outcome();
        assertThat(outcome.failure()).isNull();
        original.holds(outcome, destination);
    }

    /** Wherever in the move it happens: what was written last is never lost, and no copy is torn. */
    @Test
    @Needs(PARTS)
    void keepsASourceThatIsReplacedWhileItIsMoved() throws Exception {
        Original before = Original.put(bench(), ManagedPartsBehaviourTest.content("a"));
        String after = ManagedPartsBehaviourTest.content("b");
        AtomicReference<CompletableFuture<PutObjectResponse>> replacing = new AtomicReference<>();
        CopyListener replaces = new CopyListener() {
            @Override
            public void partDone(CopyTask copy, int number, int parts, long bytes) {
                if (number == 1) {
                    replacing.set(bench().s3()
                            .putObject(
                                    put -> put.bucket(before.bucket()).key(before.key()),
                                    AsyncRequestBody.fromString(after)));
                }
            }
        };
        Call.Outcome outcome;
        try (DefaultCamelContext camel = server().newCamel()) {
            camel.getRegistry().bind("replaces", replaces);
            outcome = ManagedPartsBehaviourTest.inParts(this, before, destination)
                    .option("deleteSource", "marker")
                    .option("copyListener", "#replaces")
                    .in(camel)
                    .outcome();
        }
        Refused.ask("PutObject", replacing.get());
        assertThat(bench().content(before.bucket(), before.key()).equals(after))
                .as("what was written last stands")
                .isTrue();
        if (outcome.isCopied()) {
            assertThat(bench().content(bench().destination(), destination))
                    .as("a copy is not torn")
                    .matches(copy -> copy.equals(before.content()) || copy.equals(after));
        } else {
            assertThat(bench().keys(bench().destination(), destination)).isEmpty();
        }
    }
}
