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
package io.s3copy.testkit.fault;

import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.testkit.S3Operation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that are read wrongly, and sources that change while they are read. */
class FaultyS3SourceTest {

    private static final long SIZE = 30L << 20;

    private final FaultyS3 s3 =
            FaultyS3.start().bucket("in", true).bucket("out").with(Quirk.IGNORES_PART_SOURCE_CONDITIONS);
    private final Wire wire = new Wire(s3);

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void aKeyThatIsDecodedTwiceIsThatOfAnotherObject() {
        StoredObject named = s3.put("in", "report%202026.csv", SIZE);
        StoredObject read = s3.put("in", "report 2026.csv", SIZE);
        String header = "in/report%25202026.csv";
        assertThat(wire.partOf(wire.begin(), header).body()).contains(bare(named.eTag()));
        s3.with(Quirk.DECODES_PART_SOURCE_TWICE);
        assertThat(wire.partOf(wire.begin(), header).body()).contains(bare(read.eTag()));
        assertThat(wire.send("PUT", "/out/key", "x-amz-copy-source", header).body())
                .contains(bare(named.eTag()));
    }

    private static String bare(String eTag) {
        return eTag.replace("\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in/%25", "in/100%25%20done.csv"})
    void aKeyThatCannotBeDecodedAgainEndsTheConnection(String header) {
        s3.put("in", "%", SIZE);
        s3.put("in", "100% done.csv", SIZE);
        String upload = wire.begin();
        assertThat(wire.partOf(upload, header).statusCode()).isEqualTo(200);
        s3.with(Quirk.DECODES_PART_SOURCE_TWICE);
        assertThatThrownBy(() -> wire.partOf(upload, header)).hasCauseInstanceOf(IOException.class);
        assertThat(wire.send("PUT", "/out/key", "x-amz-copy-source", header).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSourceIsReplacedAndPutBackBetweenParts() {
        StoredObject first = s3.put("in", "key", SIZE, object -> object.withTags(Map.of("a", "b")));
        s3.plan(FaultPlan.NONE
                .always(UPLOAD_PART_COPY, attempt -> part(attempt) == 3, Fault.SOURCE_REPLACED)
                .always(UPLOAD_PART_COPY, attempt -> part(attempt) == 5, Fault.SOURCE_PUT_BACK));
        String upload = wire.begin();
        List<HttpResponse<String>> parts = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            long from = (number - 1) * (5L << 20);
            parts.add(wire.send(
                    "PUT",
                    "/out/key?partNumber=" + number + "&uploadId=" + upload,
                    "x-amz-copy-source",
                    "in/key",
                    "x-amz-copy-source-range",
                    "bytes=" + from + "-" + (from + (5L << 20) - 1)));
        }
        assertThat(wire.complete(upload, parts).statusCode()).isEqualTo(200);
        assertThat(s3.object("out", "key").orElseThrow().content().extents())
                .extracting(Content.Extent::length)
                .containsExactly(10L << 20, 10L << 20, 10L << 20);
        StoredObject back = s3.object("in", "key").orElseThrow();
        assertThat(back.eTag()).isEqualTo(first.eTag());
        assertThat(back.content()).isEqualTo(first.content());
        assertThat(back.tags()).isEqualTo(first.tags());
        assertThat(back.versionId()).isNotEqualTo(first.versionId());
        assertThat(back.lastModified()).isAfterOrEqualTo(first.lastModified().plusSeconds(2));
        assertThat(s3.writes("in", "key")).hasSize(3);
        assertThat(s3.injected(Fault.SOURCE_PUT_BACK)).isEqualTo(1);
    }

    private static int part(FaultPlan.Attempt attempt) {
        return Integer.parseInt(attempt.request().queryParameter("partNumber").orElseThrow());
    }

    @Test
    void aSourceIsPutAgainWhileItsTagsAreRead() {
        StoredObject first = s3.put("in", "key", 7);
        s3.plan(FaultPlan.NONE.always(GET_OBJECT_TAGGING, any -> true, Fault.SOURCE_PUT_BACK));
        assertThat(wire.send("GET", "/in/key?tagging").statusCode()).isEqualTo(200);
        StoredObject again = s3.object("in", "key").orElseThrow();
        assertThat(again.eTag()).isEqualTo(first.eTag());
        assertThat(again.lastModified()).isAfter(first.lastModified());
    }

    @Test
    void contentThatIsPutAgainHasTheSameETagAndAnotherTime() {
        StoredObject first = s3.put("in", "key", 7);
        StoredObject again = s3.putAgain("in", "key", object -> object.withTags(Map.of("new", "tag")));
        assertThat(again.eTag()).isEqualTo(first.eTag());
        assertThat(again.lastModified()).isAfterOrEqualTo(first.lastModified().plusSeconds(1));
        assertThat(wire.send("GET", "/in/key?tagging").body()).contains("<Key>new</Key>");
        assertThat(Wire.header(wire.head("/in/key"), "x-amz-version-id")).isEqualTo(again.versionId());
    }

    @Test
    void aPartMayBeSaidToHaveNoSourceThatIsThere() {
        s3.put("in", "key", SIZE);
        s3.plan(FaultPlan.NONE.first(S3Operation.UPLOAD_PART_COPY, Fault.NO_SUCH_KEY));
        String upload = wire.begin();
        assertThat(wire.part(upload).body()).contains("<Code>NoSuchKey</Code>");
        assertThat(wire.part(upload).statusCode()).isEqualTo(200);
    }

    @Test
    void aMissingVersionIsNamedAsSuch() {
        s3.put("in", "key", 7);
        assertThat(wire.send("PUT", "/out/key", "x-amz-copy-source", "in/key?versionId=none")
                        .body())
                .contains("<Code>NoSuchVersion</Code>");
    }
}
