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

import static io.s3copy.engine.CopierOnStub.MIB;
import static io.s3copy.engine.CopierOnStub.PLANNED;
import static io.s3copy.engine.CopierOnStub.inParts;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy in parts has what HEAD said of its source, as it said it. */
class CarriedAsReadTest {

    @AutoClose
    private final CopierOnStub stub = CopierOnStub.withoutTags();

    private RecordedRequest createdFrom(Response head) {
        stub.s3.answer(HEAD_OBJECT, asked -> head);
        stub.copied(inParts());
        return stub.s3.only(CREATE_MULTIPART_UPLOAD);
    }

    private static Response head() {
        return Response.headObject(20 * MIB, PLANNED).withoutHeaders(Set.of("content-type", "last-modified")::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "undefined",
                "jpg",
                "image/jpeg,image/jpeg",
                "text/html; charset",
                "*/*",
                "text/plain; name=foo bar.txt"
            })
    void aContentTypeIsCarriedAsItIs(String type) {
        assertThat(createdFrom(head().withHeader("Content-Type", type)).header("Content-Type"))
                .contains(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Expires | 0",
                "Expires | -1",
                "Expires | Thu, 01 Dec 2033 16:00:00 GMT",
                "Cache-Control | no cache at all",
                "Content-Disposition | attachment; filename=a b.txt",
                "Content-Language | deutsch, english",
                "Content-Encoding | none, really"
            })
    void systemMetadataIsCarriedAsItIs(String name, String value) {
        assertThat(createdFrom(head().withHeader(name, value)).header(name)).contains(value);
    }

    @Test
    void oneEntryThatCannotBeCarriedDoesNotTakeTheOthersWithIt() {
        stub.s3.answer(
                HEAD_OBJECT,
                asked -> head().withHeader("x-amz-meta-a", "1")
                        .withHeader("x-amz-meta-b", "\u00fc")
                        .withHeader("x-amz-meta-c", "3"));
        CopyResult result = stub.copied(inParts());
        RecordedRequest create = stub.s3.only(CREATE_MULTIPART_UPLOAD);
        assertThat(create.header("x-amz-meta-a")).contains("1");
        assertThat(create.header("x-amz-meta-c")).contains("3");
        assertThat(result.notCarried()).contains("Metadata b");
    }

    @Test
    void tagsOfAnotherStateWithTheSameContentAreNotJoined() {
        AtomicInteger heads = new AtomicInteger();
        stub.s3.answer(
                HEAD_OBJECT,
                asked -> head().withHeader(
                                "Last-Modified",
                                heads.incrementAndGet() == 1
                                        ? "Thu, 01 Oct 2026 16:00:00 GMT"
                                        : "Thu, 01 Oct 2026 16:00:05 GMT"));
        stub.s3.answer(GET_OBJECT_TAGGING, asked -> Response.tagging(Map.of("new", "tag")));
        assertThat(stub.failure(inParts())).hasMessageContaining("the source changed while it was copied");
    }

    @Test
    void aProofThatPartsCannotGiveIsRefusedBeforeTheCopy() {
        stub.s3.answer(HEAD_OBJECT, asked -> head());
        assertThat(stub.failure(inParts().verify(Verify.checksum)))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("multipartThreshold");
        assertThat(stub.s3.operations()).containsOnly(HEAD_OBJECT);
    }
}
