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

import io.s3copy.app.cli.CopyNotes;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ResultLinesTest {

    private static final SourceObject OBJECT = new SourceObject("from", "a key\nof two lines", 7, "to", "a key");

    static CopyResult result(Way way, boolean dryRun, SourceDeleted deleted, List<String> notCarried) {
        return new CopyResult(
                new CopySource("from", "key", null),
                "to",
                "copy",
                way,
                way == Way.SKIPPED ? "it exists" : null,
                way == Way.SKIPPED ? null : 100L,
                way == Way.MULTIPART ? 3 : 0,
                0,
                Verified.NONE,
                notCarried,
                List.of(),
                deleted,
                dryRun,
                Duration.ZERO,
                1,
                (S3Result) null);
    }

    private static String line(CopyResult result) {
        return ResultLines.of(result, OBJECT, 12);
    }

    @Test
    void anObjectHasOneLineWhateverItsKeyHolds() {
        assertThat(line(result(Way.SKIPPED, false, SourceDeleted.NO, List.of())))
                .startsWith("skipped  from/a key")
                .endsWith(" -> to/copy  it exists")
                .doesNotContain("\n");
    }

    @Test
    void aDryRunSaysWhatItWouldDo() {
        assertThat(line(result(Way.MULTIPART, true, SourceDeleted.NO, List.of("Tagging"))))
                .startsWith("would copy  ")
                .endsWith("100 bytes  in 3 parts  not carried: Tagging");
        assertThat(line(result(Way.SINGLE, true, SourceDeleted.NO, List.of()))).endsWith("100 bytes  in one call");
    }

    @Test
    void theSizeOfTheListingStandsInWhereNoCallToldIt() {
        assertThat(ResultLines.bytes(result(Way.SKIPPED, false, SourceDeleted.NO, List.of()), OBJECT))
                .isEqualTo(7);
        assertThat(ResultLines.bytes(result(Way.SINGLE, false, SourceDeleted.NO, List.of()), OBJECT))
                .isEqualTo(100);
    }

    @Test
    void annotationsThatNobodyKnowsOfAreNoNews() {
        CopyResult perhaps = result(Way.MULTIPART, true, SourceDeleted.NO, List.of(CopyResult.ANNOTATIONS_PERHAPS));
        assertThat(line(perhaps)).doesNotContain("not carried");
        assertThat(CopyNotes.hasWarning(perhaps)).isFalse();
    }

    @Test
    void aCopyThatLacksSomethingIsAWarning() {
        assertThat(CopyNotes.hasWarning(result(Way.SINGLE, false, SourceDeleted.NO, List.of("Tagging"))))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NO", "MARKER", "DELETED"},
            mode = Mode.EXCLUDE)
    void aSourceThatAMoveLeftIsAWarning(SourceDeleted left) {
        assertThat(CopyNotes.hasWarning(result(Way.SINGLE, false, left, List.of())))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"NO", "MARKER", "DELETED"})
    void aSourceThatIsGoneOrWasToStayIsNone(SourceDeleted settled) {
        assertThat(CopyNotes.hasWarning(result(Way.SINGLE, false, settled, List.of())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchKey, 'FAILED  from/a key', 404 NoSuchKey: ",
        "403, AccessDenied, FAILED  from/a key, 403 AccessDenied: "
    })
    void aFailureSaysWhatS3Said(int status, String code, String start, String reason) {
        S3CallException failure = S3CallException.of(
                "CopyObject",
                CopyRequest.builder().build(),
                new S3CallException.Failure(code, status, "said so", null, null),
                null);
        assertThat(ResultLines.ofFailure(failure, OBJECT))
                .startsWith(start)
                .contains(" -> to/a key  " + reason, "said so")
                .doesNotContain("\n");
    }
}
