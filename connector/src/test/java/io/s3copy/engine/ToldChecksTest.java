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
import static io.s3copy.engine.OddServer.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.fault.Quirk;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** At debug level, the log says what is asked of a service that is not known, and what follows from the answer. */
class ToldChecksTest {

    @AutoClose
    private final OddServer server = new OddServer();

    private String told(CopySettings.Builder settings, CopyRequest request) {
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy.engine", Level.DEBUG))) {
            assertThat(server.copied(settings, request).isCopied()).isTrue();
            return log.text();
        }
    }

    @Test
    void copyInPartsTellsHowItsUploadBeginsAndEnds() {
        server.s3().put("in", "key", 20 * MIB);
        assertThat(told(inParts(), request("key").build()))
                .contains("key: no upload to resume: one is begun")
                .contains("key: whether the service heeds the pin of a part is not known (partCondition): part 1 with")
                .contains("key: parts are pinned to the planned state of the source")
                .containsPattern("key: 4 parts are completed with(out)? ");
    }

    @Test
    void ignoredPinIsTold() {
        server.s3().with(Quirk.IGNORES_PART_SOURCE_CONDITIONS).put("in", "key", 20 * MIB);
        assertThat(told(inParts(), request("key").build()))
                .contains("key: the pin was ignored")
                .contains("key: parts are not pinned: the service does not heed it");
    }

    @Test
    void tagsThatArePutAfterAreTold() {
        server.s3()
                .with(Quirk.IGNORES_TAGGING_AT_CREATE)
                .put("in", "key", 20 * MIB, object -> object.withTags(Map.of("a", "b")));
        assertThat(told(inParts(), request("key").build()))
                .contains("key: its tags are read: whether the service heeds them is not known (createTags)")
                .contains("key: its tags are put: it has 0 and not the 1 of its request");
        assertThat(told(inParts(), request("key").build()))
                .contains("key: its 1 tags are put: CreateMultipartUpload could not take them");
    }

    @Test
    void tagsThatOneCallDropsAreTold() {
        server.s3().with(Quirk.IGNORES_TAGGING_DIRECTIVE).put("in", "key", 9);
        CopyRequest retagged = request("key")
                .set(CopyParameter.TAGGING_DIRECTIVE, "REPLACE")
                .set(CopyParameter.TAGS, Map.of("new", "tag"))
                .build();
        assertThat(told(settings(), retagged))
                .contains("key: its tags are read: whether the service heeds them is not known (copyTags)")
                .contains("key: its tags are put: it has 0 and not the 1 of its request");
        assertThat(told(settings(), retagged)).contains("key: its 1 tags are put: the service ignores them (copyTags)");
    }

    @Test
    void lookAtTheCopyTellsWhatTheAnswerDoesNotProve() {
        server.s3().put("in", "key", 9);
        CopyRequest redirected = request("key")
                .set(CopyParameter.WEBSITE_REDIRECT_LOCATION, "/there")
                .build();
        assertThat(told(settings(), redirected))
                .contains("key: a HEAD of the copy follows: the answer alone does not prove its website redirect")
                .contains("key: looked at: it lacks nothing");
    }

    @Test
    void moveTellsHowItsSourceIsDeleted() {
        server.s3().put("in", "key", 9);
        assertThat(told(
                        settings().deleteSource(DeleteSource.marker),
                        request("key").build()))
                .contains("key: whether the service heeds a condition on DeleteObject is not known")
                .contains("key: the source is deleted if its ETag is still ");
    }

    @Test
    void headersThatAreLeftOutAreTold() {
        server.s3()
                .with(Quirk.REFUSES_CHECKSUM_MODE, Quirk.REFUSES_MP_OBJECT_SIZE)
                .put("in", "key", 20 * MIB);
        assertThat(told(inParts().verify(Verify.size), request("key").build()))
                .contains("HEAD of key in bucket in: made again without asking for checksums")
                .contains("Upload to out/key: completed again without [MPU_OBJECT_SIZE], as the service may");
        assertThat(told(inParts().verify(Verify.size), request("key").build()))
                .contains(
                        "Upload to out/key: completed without [MPU_OBJECT_SIZE], which the service refuses (objectSize)");
    }

    @Test
    void keyCannotForgeALine() {
        server.s3().put("in", "key\nWARN forged", 20 * MIB);
        assertThat(told(inParts(), request("key\nWARN forged").build()))
                .contains("key?WARN forged: no upload to resume")
                .doesNotContain("\nWARN forged");
    }
}
