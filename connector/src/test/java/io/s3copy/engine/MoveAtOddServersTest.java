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
package io.s3copy.engine;

import static io.s3copy.engine.OddServer.MIB;
import static io.s3copy.engine.OddServer.inParts;
import static io.s3copy.engine.OddServer.settings;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.DELETE_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import io.s3copy.testkit.fault.Quirk;
import io.s3copy.testkit.fault.ServerPart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A move loses nothing at any server: in doubt the source stays. */
@Tag("sdk")
class MoveAtOddServersTest {

    @AutoClose
    private final OddServer server = new OddServer();

    private static CopySettings.Builder moving() {
        return settings().deleteSource(DeleteSource.marker);
    }

    @Test
    void aServiceThatHeedsConditionsOnDeleteIsAskedOnceAndDeletes() {
        server.s3().put("in", "one", 9);
        server.s3().put("in", "two", 9);
        assertThat(server.copied(moving(), "one").sourceDeleted()).isEqualTo(SourceDeleted.DELETED);
        // of a key that is not there S3 says so, with a condition; without one it has deleted it
        assertThat(server.count(DELETE_OBJECT)).isEqualTo(3);
        assertThat(server.copied(moving(), "two").sourceDeleted()).isEqualTo(SourceDeleted.DELETED);
        assertThat(server.count(DELETE_OBJECT)).isEqualTo(4);
        assertThat(server.s3().object("in", "one")).isEmpty();
    }

    @Test
    void whereConditionsOnDeleteAreIgnoredTheSourceStays() {
        server.s3().with(Quirk.IGNORES_DELETE_CONDITIONS);
        server.s3().put("in", "key", 9);
        CopyResult result = server.copied(moving(), "key");
        assertThat(result.sourceDeleted()).isEqualTo(SourceDeleted.UNCHECKED);
        assertThat(server.isSame("key")).isTrue();
        assertThat(server.traits().answer(Trait.deleteCondition)).contains(Answer.ignored);
    }

    @Test
    void whoTakesTheRiskMovesThereToo() {
        server.s3().with(Quirk.IGNORES_DELETE_CONDITIONS);
        server.s3().put("in", "key", 9);
        assertThat(server.copied(moving().deleteSourceUnchecked(true), "key").sourceDeleted())
                .isEqualTo(SourceDeleted.DELETED);
        assertThat(server.s3().object("in", "key")).isEmpty();
    }

    @Test
    void aVersionCanBeMovedWhateverIsHeeded() {
        // without a version id, a bucket whose versioning is suspended would lose a newer object
        server.s3().with(Quirk.IGNORES_DELETE_CONDITIONS).bucket("versioned", true);
        server.s3().put("versioned", "key", 9);
        CopyRequest request = CopyRequest.builder()
                .source("versioned", "key")
                .destination("out", "key")
                .build();
        assertThat(server.copied(moving(), request).sourceDeleted()).isEqualTo(SourceDeleted.UNCHECKED);
        assertThat(server.s3().object("versioned", "key")).isPresent();
        assertThat(server.copied(settings().deleteSource(DeleteSource.version), request)
                        .sourceDeleted())
                .isEqualTo(SourceDeleted.DELETED);
        assertThat(server.s3().object("versioned", "key")).isEmpty();
    }

    @Test
    void aSourceThatIsReplacedAndPutBackStays() {
        // what was copied is the state in between: its ETag tells nothing, and its time does
        server.s3().with(Quirk.IGNORES_SOURCE_CONDITIONS);
        server.s3()
                .put(
                        "in",
                        "key",
                        9,
                        object -> object.withoutChecksum()
                                .inPartsOf(List.of(9L))
                                .withHeader("x-amz-server-side-encryption", "aws:kms"));
        server.s3()
                .plan(FaultPlan.seeded(1)
                        .first(COPY_OBJECT, Fault.SOURCE_REPLACED)
                        .always(
                                HEAD_OBJECT,
                                attempt -> attempt.request().bucket().equals("in") && attempt.number() == 2,
                                Fault.SOURCE_PUT_BACK));
        server.copied(moving().deleteSourceUnchecked(true), "key");
        assertThat(server.s3().object("in", "key")).isPresent();
    }

    @Test
    void anUnknownSizeProvesNothing() {
        server.s3().with(Quirk.HEAD_WITHOUT_LENGTH);
        server.s3().put("in", "key", 9, object -> object.withoutChecksum().inPartsOf(List.of(9L)));
        assertThat(server.failure(moving(), "key")).hasMessageContaining("Content-Length");
        assertThat(server.failure(inParts().deleteSource(DeleteSource.marker), "key"))
                .hasMessageContaining("Content-Length");
        assertThat(server.s3().object("in", "key")).isPresent();
        assertThat(server.operations()).doesNotContain(DELETE_OBJECT);
    }

    @Test
    void whatCannotBeCarriedKeepsTheSourceUnlessToldOtherwise() {
        server.s3().put("in", "key", 20 * MIB, object -> object.withHeader("x-amz-missing-meta", "1"));
        CopySettings.Builder parts = inParts().deleteSource(DeleteSource.marker);
        CopyResult kept = server.copied(parts, "key");
        assertThat(kept.sourceDeleted()).isEqualTo(SourceDeleted.INCOMPLETE);
        assertThat(kept.notCarried()).anyMatch(what -> what.startsWith("Metadata"));
        assertThat(server.s3().object("in", "key")).isPresent();
        assertThat(server.copied(parts.deleteSourceIncomplete(true), "key").sourceDeleted())
                .isEqualTo(SourceDeleted.DELETED);
    }

    @Test
    void tagsThatAreDroppedAtCreateFollowBeforeTheSourceIsDeleted() {
        server.s3().with(Quirk.IGNORES_TAGGING_AT_CREATE);
        server.s3().put("in", "key", 20 * MIB, object -> object.withTags(Map.of("a", "b")));
        CopyResult result = server.copied(inParts().deleteSource(DeleteSource.marker), "key");
        assertThat(result.sourceDeleted()).isEqualTo(SourceDeleted.DELETED);
        assertThat(server.object("out", "key").tags()).containsEntry("a", "b");
    }

    @ParameterizedTest
    @EnumSource(ServerPart.class)
    void noServerMakesAMoveLoseItsObject(ServerPart part) {
        try (OddServer odd = OddServer.playing(part)) {
            odd.s3().put("in", "small", 1024);
            odd.s3().put("in", "large", 20 * MIB, object -> object.withoutChecksum());
            odd.s3().put("in", "report 2026.csv", 20 * MIB);
            odd.s3().put("in", "report%202026.csv", 20 * MIB);
            for (String key : List.of("small", "large", "report%202026.csv", "report 2026.csv")) {
                var before = odd.object("in", key).content();
                String outcome = outcome(odd, key);
                boolean atSource = odd.s3()
                        .object("in", key)
                        .filter(there -> there.content().equals(before))
                        .isPresent();
                boolean atDestination = odd.s3()
                        .object("out", key)
                        .filter(there -> there.content().equals(before))
                        .isPresent();
                assertThat(atSource || atDestination)
                        .as("%s of %s: %s", key, part, outcome)
                        .isTrue();
                if (outcome.contains("verified")) {
                    assertThat(atDestination)
                            .as("%s of %s: %s", key, part, outcome)
                            .isTrue();
                }
                if (!atSource) {
                    assertThat(odd.object("out", key).content()).isEqualTo(before);
                }
            }
        }
    }

    private static String outcome(OddServer odd, String key) {
        try {
            CopyResult result = odd.copied(inParts().deleteSource(DeleteSource.marker), key);
            return (result.verified() == Verified.NONE ? "unproven " : "verified " + result.verified()) + ", source "
                    + result.sourceDeleted();
        } catch (java.util.concurrent.CompletionException e) {
            return "failed: " + Causes.of(e).getMessage();
        }
    }
}
