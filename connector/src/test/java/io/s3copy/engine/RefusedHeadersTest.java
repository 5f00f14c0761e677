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
import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.testkit.fault.Quirk;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A header that only proves something is left out where it is refused, and the proof is made another way. */
@Tag("sdk")
class RefusedHeadersTest {

    @AutoClose
    private final OddServer server = new OddServer();

    @Test
    void aHeadIsAskedAgainWithoutChecksumsAndOnlyOnce() {
        server.s3().with(Quirk.REFUSES_CHECKSUM_MODE);
        server.s3().put("in", "key", 9);
        assertThat(server.copied(settings().verify(Verify.size), "key").isCopied())
                .isTrue();
        assertThat(server.traits().answer(Trait.checksumMode)).contains(Answer.refused);
        server.s3().forgetOperations();
        server.copied(settings().verify(Verify.size), "key");
        assertThat(server.operations()).containsExactly(HEAD_OBJECT, COPY_OBJECT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {
                "REFUSES_MP_OBJECT_SIZE",
                "REFUSES_CHECKSUM_ON_COMPLETE",
                "REFUSES_CHECKSUM_AT_CREATE",
                "NO_SUCH_TAG_SET",
                "EMPTY_ETAG_ON_COMPLETE",
                "UNQUOTED_ETAG",
                "IGNORES_CHECKSUMS",
                "REFUSES_UNKNOWN_HEADERS"
            })
    void aCopyInPartsIsMadeAllTheSame(Quirk quirk) {
        server.s3().with(quirk);
        server.s3().put("in", "key", 20 * MIB);
        CopyResult result = server.copied(inParts(), "key");
        assertThat(server.isSame("key")).isTrue();
        assertThat(result.verified()).isNotEqualTo(CopyResult.Verified.SIZE);
        assertThat(server.s3().openUploads()).isEmpty();
    }

    @Test
    void theSizeThatIsRefusedIsSentNoMore() {
        server.s3().with(Quirk.REFUSES_MP_OBJECT_SIZE);
        server.s3().put("in", "key", 20 * MIB);
        server.copied(inParts(), "key");
        assertThat(server.count(COMPLETE_MULTIPART_UPLOAD)).isEqualTo(2);
        server.s3().forgetOperations();
        server.copied(inParts(), "key");
        assertThat(server.count(COMPLETE_MULTIPART_UPLOAD)).isEqualTo(1);
    }

    @Test
    void aSourceThatTheServiceCallsTooLargeIsCopiedInParts() {
        server.s3().copyLimit(8 * MIB);
        server.s3().put("in", "key", 20 * MIB);
        CopyResult unseen = server.copied(settings(), "key");
        assertThat(unseen.way()).isEqualTo(CopyResult.Way.MULTIPART);
        CopyResult planned = server.copied(settings().verify(Verify.size), "key");
        assertThat(planned.way()).isEqualTo(CopyResult.Way.MULTIPART);
        assertThat(server.isSame("key")).isTrue();
    }
}
