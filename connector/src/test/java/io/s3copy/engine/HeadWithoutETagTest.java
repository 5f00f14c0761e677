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
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.DELETE_OBJECT;
import static io.s3copy.testkit.S3Operation.GET_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.fault.Quirk;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An object whose ETag the server does not tell is there: nothing can be pinned to it, and that is said at once. */
@Tag("sdk")
class HeadWithoutETagTest {

    @AutoClose
    private final OddServer server = OddServer.with(Quirk.HEAD_WITHOUT_ETAG);

    @BeforeEach
    void put() {
        server.s3().put("in", "bare", 1024, object -> object.withoutChecksum());
        server.s3().put("in", "summed", 1024);
        server.s3().put("in", "large", 20 * MIB);
    }

    @Test
    void aCopyInOneCallIsMadeUnpinnedAndSaysSo() {
        CopyResult result = server.copied(settings().verify(Verify.size), "bare");
        assertThat(result.verified()).isEqualTo(Verified.NONE);
        assertThat(result.unproven()).anyMatch(what -> what.contains("no ETag to pin it to"));
        assertThat(server.operations()).containsExactly(HEAD_OBJECT, COPY_OBJECT, HEAD_OBJECT);
    }

    @Test
    void aChecksumProvesItAllTheSame() {
        assertThat(server.copied(settings().verify(Verify.checksum), "summed").verified())
                .isEqualTo(Verified.CHECKSUM);
    }

    @Test
    void aCopyInPartsFailsAtOnceAndBeginsNothing() {
        assertThat(server.failure(inParts(), "large"))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("HEAD tells no ETag of the source")
                .hasMessageContaining("multipartThreshold");
        assertThat(server.operations()).doesNotContain(CREATE_MULTIPART_UPLOAD, GET_OBJECT);
        assertThat(server.count(HEAD_OBJECT)).isEqualTo(1);
    }

    @Test
    void aMoveKeepsItsSource() {
        CopyResult result = server.copied(settings().deleteSource(DeleteSource.marker), "summed");
        assertThat(result.verified()).isEqualTo(Verified.CHECKSUM);
        assertThat(result.sourceDeleted()).isEqualTo(SourceDeleted.UNCHECKED);
        assertThat(server.operations()).doesNotContain(DELETE_OBJECT);
    }

    @Test
    void strictRefusesACopyThatCannotBePinned() {
        assertThat(server.failure(settings().strict(true).verify(Verify.size), "bare"))
                .hasMessageContaining("strict: HEAD tells no ETag");
        assertThat(server.operations()).doesNotContain(COPY_OBJECT);
    }

    @Test
    void aConditionOnAnETagThatIsNotToldIsNotMet() {
        server.s3().put("out", "bare", 7);
        assertThat(server.failure(
                        settings(),
                        request("bare").set(CopyParameter.IF_MATCH, "\"e\"").build()))
                .isInstanceOfSatisfying(
                        S3CallException.class,
                        unmet -> assertThat(unmet.status()).isEqualTo(412));
    }
}
