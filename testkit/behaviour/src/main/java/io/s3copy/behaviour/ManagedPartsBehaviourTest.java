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

import static io.s3copy.behaviour.Capability.PARTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyResult.Verified;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code operation=copy} in parts: holds on any server, as that in one call. */
class ManagedPartsBehaviourTest extends Behaviour {

    /** Two parts, the second a small one. */
    private static final int SIZE = (5 << 20) + 1000;

    private String destination;

    @BeforeEach
    void arrange() {
        destination = bench().newKey();
    }

    private Call inParts(Original original) {
        return inParts(this, original, destination);
    }

    static Call inParts(Behaviour test, Original original, String destination) {
        return test.managed(original.bucket(), original.key(), destination)
                .option("multipartThreshold", "5MiB")
                .option("partSize", "5MiB");
    }

    static String content(String letter) {
        return letter.repeat(SIZE);
    }

    @Test
    @Needs(PARTS)
    void copiesTheContentAndSaysWhatItDoesNotCarry() {
        Original original = Original.described(server(), content("a"));
        Call.Outcome outcome = inParts(original).outcome();
        assertThat(outcome.failure()).isNull();
        assertThat(outcome.result().way()).isEqualTo(CopyResult.Way.MULTIPART);
        assertThat(original.isCopiedTo(destination)).isTrue();
        original.holds(outcome, destination);
        original.carried(outcome.result(), destination);
    }

    /** Ceph RGW 16 decodes the source's key twice: the copy of the first holds the second, or the gateway ends. */
    @ParameterizedTest
    @CsvSource({"report%202026.csv,report 2026.csv", "a%2Bb,a+b", "a+b,a b", "100% done,100"})
    @Needs(PARTS)
    void copiesTheObjectThatTheKeyNamesOrNone(String key, String other) {
        needs(Capability.KEY_PERCENT, Capability.KEY_PLUS, Capability.KEY_SPACES, Capability.KEY_ENCODED);
        Original original = Original.put(bench(), bench().source(), key, content("a"));
        Original.put(bench(), bench().source(), other, content("b"));
        Call.Outcome outcome = inParts(original).option("verify", "size").outcome();
        original.holds(outcome, destination);
        if (outcome.failure() == null) {
            assertThat(original.isCopiedTo(destination)).isTrue();
        } else {
            assertThat(bench().keys(bench().destination(), destination)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "checksum", "size", "none"})
    @Needs(PARTS)
    void provesWhatItSaysToBeProven(String verify) {
        Original original = Original.put(bench(), bench().source(), "in-parts", content("a"));
        Call.Outcome outcome = inParts(original).option("verify", verify).outcome();
        original.holds(outcome, destination);
        if (outcome.isCopied() && outcome.result().verified() == Verified.SIZE) {
            assertThat(server().answer(Capability.PART_SOURCE_CONDITION))
                    .as("a size proves something where the pin is heeded")
                    .matches(Answer::yes);
        }
    }

    @Test
    @Needs(PARTS)
    void keepsWhatIsThereWithIfExistsFail() {
        Original original = Original.put(bench(), bench().source(), "in-parts", content("a"));
        bench().put(bench().destination(), destination, "there", put -> {});
        Call.Outcome outcome = inParts(original).option("ifExists", "fail").outcome();
        assertThat(outcome.failure()).isNotNull();
        original.holds(outcome, destination);
        assertThat(bench().content(bench().destination(), destination)).isEqualTo("there");
    }

    @Test
    @Needs(PARTS)
    void callsAWriteToAFreeKeyAtomicOnlyWhereTheServerSeesToIt() {
        Original original = Original.put(bench(), bench().source(), "in-parts", content("a"));
        Call.Outcome outcome = inParts(original).option("ifExists", "fail").outcome();
        assertThat(outcome.failure()).isNull();
        assertThat(original.isCopiedTo(destination)).isTrue();
        if (!Original.names(outcome.result().unproven(), "If-None-Match")) {
            assertThat(server().answer(Capability.COMPLETE_IF_NONE_MATCH)).matches(Answer::yes);
        }
    }
}
