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
import static io.s3copy.engine.OddServer.request;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.DELETE_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.OnMissing;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.service.ConditionProbe;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import io.s3copy.testkit.fault.Quirk;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts are pinned to one state of one object, or the result does not say so. */
class PartPinTest {

    @AutoClose
    private final OddServer server = new OddServer();

    private void ignoresPins() {
        server.s3().with(Quirk.IGNORES_PART_SOURCE_CONDITIONS);
    }

    private static boolean isPart(FaultPlan.Attempt attempt, int number) {
        return attempt.operation() == UPLOAD_PART_COPY
                && attempt.number() == 1
                && attempt.request().queryParameter("partNumber").orElse("").equals(Integer.toString(number))
                && !attempt.request()
                        .header("x-amz-copy-source-if-match")
                        .orElse("")
                        .equals(ConditionProbe.NO_ETAG);
    }

    @Test
    void aPinThatCannotMatchIsSentOnceForEachServiceBeforeItsFirstPartIsTrusted() {
        server.s3().put("in", "one", 20 * MIB);
        server.s3().put("in", "two", 20 * MIB);
        CopyResult first = server.copied(inParts(), "one");
        assertThat(server.count(UPLOAD_PART_COPY)).isEqualTo(first.parts() + 1);
        assertThat(server.traits().answer(Trait.partCondition)).contains(Answer.heeded);
        server.s3().forgetOperations();
        CopyResult second = server.copied(inParts(), "two");
        assertThat(server.count(UPLOAD_PART_COPY)).isEqualTo(second.parts());
        assertThat(second.unproven()).isEmpty();
        assertThat(server.isSame("one")).isTrue();
    }

    @Test
    void sizeProvesNothingWherePinsAreIgnored() {
        ignoresPins();
        server.s3().put("in", "key", 20 * MIB, object -> object.withoutChecksum());
        CopyResult result = server.copied(inParts().verify(Verify.size), "key");
        assertThat(result.verified()).isEqualTo(Verified.NONE);
        assertThat(result.unproven()).anyMatch(what -> what.contains("one state of the source"));
        assertThat(server.isSame("key")).isTrue();
    }

    @Test
    void aMoveKeepsItsSourceWherePinsAreIgnoredAndNothingElseProvesTheParts() {
        ignoresPins();
        server.s3().put("in", "key", 20 * MIB, object -> object.withoutChecksum());
        CopyResult result = server.copied(inParts().deleteSource(DeleteSource.marker), "key");
        assertThat(result.sourceDeleted()).isEqualTo(SourceDeleted.UNPROVEN);
        assertThat(server.operations()).doesNotContain(DELETE_OBJECT);
    }

    @Test
    void strictRefusesPartsWherePinsAreIgnoredAndLeavesNothing() {
        ignoresPins();
        server.s3().put("in", "key", 20 * MIB);
        assertThat(server.failure(inParts().strict(true), "key"))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("strict");
        assertThat(server.s3().openUploads()).isEmpty();
        assertThat(server.s3().object("out", "key")).isEmpty();
    }

    @Test
    void aKeyThatReadsOtherwiseWhenDecodedTwiceIsRefusedInPartsAndNeverAnotherObject() {
        server.s3().with(Quirk.DECODES_PART_SOURCE_TWICE, Quirk.IGNORES_SOURCE_CONDITIONS);
        server.s3().put("in", "report 2026.csv", 6 * MIB);
        server.s3().put("in", "report%202026.csv", 6 * MIB);
        assertThat(server.failure(inParts().verify(Verify.size), "report%202026.csv"))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("decoded once more");
        assertThat(server.s3().object("out", "report%202026.csv")).isEmpty();
        assertThat(server.s3().openUploads()).isEmpty();
        // known from now on: nothing is begun
        server.s3().forgetOperations();
        assertThat(server.failure(inParts().deleteSource(DeleteSource.marker), "report%202026.csv"))
                .hasMessageContaining("multipartThreshold");
        assertThat(server.operations()).doesNotContain(CREATE_MULTIPART_UPLOAD, DELETE_OBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "100% done.csv", "50%zz"})
    void aKeyThatWouldEndACephGatewayIsNotTriedOnAnUnknownService(String key) {
        server.s3().put("in", key, 6 * MIB);
        assertThat(server.failure(inParts(), key))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("partCondition=heeded");
        assertThat(server.operations()).doesNotContain(CREATE_MULTIPART_UPLOAD);
        server.told("partCondition=heeded");
        server.copied(inParts(), key);
        assertThat(server.isSame(key)).isTrue();
    }

    @Test
    void aSourceThatIsReplacedAndPutBackMakesNoTornObject() {
        ignoresPins();
        server.s3().put("in", "key", 30 * MIB, object -> object.withoutChecksum());
        server.s3()
                .plan(FaultPlan.seeded(1)
                        .always(UPLOAD_PART_COPY, attempt -> isPart(attempt, 3), Fault.SOURCE_REPLACED)
                        .always(UPLOAD_PART_COPY, attempt -> isPart(attempt, 5), Fault.SOURCE_PUT_BACK));
        assertThat(server.failure(inParts().verify(Verify.size), request("key").build()))
                .hasMessageContaining("the source changed while it was copied");
        assertThat(server.s3().object("out", "key")).isEmpty();
        assertThat(server.s3().openUploads()).isEmpty();
    }

    @Test
    void aPartThatDoesNotFindASourceThatIsThereIsNoMissingSource() {
        server.s3().put("in", "key", 20 * MIB);
        server.s3()
                .plan(FaultPlan.seeded(1).always(UPLOAD_PART_COPY, attempt -> isPart(attempt, 2), Fault.NO_SUCH_KEY));
        assertThat(server.failure(inParts().onMissing(OnMissing.skip), "key"))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("HEAD finds the source");
        assertThat(server.s3().openUploads()).isEmpty();
    }

    @Test
    void anObjectThatCannotBePinnedIsNoChangedSource() {
        server.s3().with(Quirk.SEGMENTED_SOURCE_NEVER_MATCHES);
        server.s3().put("in", "key", 20 * MIB, object -> object.inPartsOf(List.of(10 * MIB, 10 * MIB)));
        assertThat(server.failure(inParts().onChange(CopySettings.OnChange.retry), "key"))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("cannot be pinned");
    }
}
