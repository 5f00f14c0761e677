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
package io.s3copy.camel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.mirror.WireView;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A multipart copy made by a route of raw operations alone. */
@Tag("sdk")
class HandMadeMultipartRouteTest {

    private static final String KEY = "big/file 1.bin";

    @RegisterExtension
    static final WireCamel CAMEL = new WireCamel(new RouteBuilder() {
        @Override
        public void configure() {
            from("direct:copyByHand")
                    .doTry()
                    .to(
                            "s3copy:archive?operation=createMultipartUpload&storageClass=GLACIER_IR&checksumAlgorithm=CRC32")
                    .setHeader("CamelS3CopyUploadId", header("CamelS3CopyResultUploadId"))
                    .setHeader("CamelS3CopyPartNumber", constant(1))
                    .setHeader("CamelS3CopyCopySourceRange", constant("bytes=0-5242879"))
                    .to("s3copy:archive?operation=uploadPartCopy")
                    .setHeader("CamelS3CopyPartNumber", constant(2))
                    .setHeader("CamelS3CopyCopySourceRange", constant("bytes=5242880-6000000"))
                    .to("s3copy:archive?operation=uploadPartCopy")
                    .to("s3copy:archive?operation=listParts")
                    .setHeader("CamelS3CopyMultipartUpload", header("CamelS3CopyResultParts"))
                    .to("s3copy:archive?operation=completeMultipartUpload&ifNoneMatch=*")
                    .doCatch(Exception.class)
                    .to("s3copy:archive?operation=abortMultipartUpload")
                    .end();
        }
    });

    @Test
    void theCallsGoOutInTheirOrder() {
        copy();

        assertThat(CAMEL.server().operations())
                .containsExactly(
                        S3Operation.CREATE_MULTIPART_UPLOAD,
                        S3Operation.UPLOAD_PART_COPY,
                        S3Operation.UPLOAD_PART_COPY,
                        S3Operation.LIST_PARTS,
                        S3Operation.COMPLETE_MULTIPART_UPLOAD);
    }

    /** The headers stay on the message all the way, and each call takes of them what is its own. */
    @Test
    void eachCallSaysWhatIsItsOwn() {
        Exchange exchange = copy();

        String upload = exchange.getMessage().getHeader("CamelS3CopyUploadId", String.class);
        assertThat(CAMEL.server().requests().stream().map(WireView::of))
                .containsExactly(
                        said("x-amz-storage-class", "GLACIER_IR", "x-amz-checksum-algorithm", "CRC32"),
                        said(
                                "?uploadId", upload,
                                "?partNumber", "1",
                                "x-amz-copy-source", "inbox/a%2Bb",
                                "x-amz-copy-source-range", "bytes=0-5242879"),
                        said(
                                "?uploadId", upload,
                                "?partNumber", "2",
                                "x-amz-copy-source", "inbox/a%2Bb",
                                "x-amz-copy-source-range", "bytes=5242880-6000000"),
                        said("?uploadId", upload),
                        said("?uploadId", upload, "if-none-match", "*"));
    }

    @Test
    void theListedPartsAreWhatCompleteSends() {
        copy();

        assertThat(CAMEL.server().only(S3Operation.COMPLETE_MULTIPART_UPLOAD).bodyText())
                .contains("<Part><ETag>&quot;00000000000000000000000000000001&quot;</ETag>"
                        + "<PartNumber>1</PartNumber></Part>"
                        + "<Part><ETag>&quot;00000000000000000000000000000002&quot;</ETag>"
                        + "<PartNumber>2</PartNumber></Part>");
    }

    @Test
    void theListingMayGoStraightIntoCompleteAsBody() {
        CAMEL.send(
                "s3copy:archive?operation=completeMultipartUpload",
                Map.of("CamelS3CopyKey", KEY, "CamelS3CopyUploadId", "upload"),
                List.of(Map.of("PartNumber", 1, "ETag", "\"one\"", "Size", 5L, "LastModified", "of no use to it")));

        assertThat(CAMEL.server().only(S3Operation.COMPLETE_MULTIPART_UPLOAD).bodyText())
                .contains("<Part><ETag>&quot;one&quot;</ETag><PartNumber>1</PartNumber></Part>");
    }

    @Test
    void theMessageEndsWithTheCompletedObject() {
        Exchange exchange = copy();

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader("CamelS3CopyResultETag")).isEqualTo(RecordingS3.ETAG);
        assertThat(exchange.getMessage().getHeader("CamelS3CopyResultKey")).isEqualTo(KEY);
    }

    @Test
    void aFailedPartLeadsToAbort() {
        CAMEL.server().next(S3Operation.UPLOAD_PART_COPY, Response.error(412, "PreconditionFailed", "It changed"));

        copy();

        assertThat(CAMEL.server().operations())
                .containsExactly(
                        S3Operation.CREATE_MULTIPART_UPLOAD,
                        S3Operation.UPLOAD_PART_COPY,
                        S3Operation.ABORT_MULTIPART_UPLOAD);
    }

    @Test
    void abortSaysTheUploadAndNothingElse() {
        CAMEL.server().next(S3Operation.UPLOAD_PART_COPY, Response.error(412, "PreconditionFailed", "It changed"));

        Exchange exchange = copy();

        RecordedRequest abort = CAMEL.server().only(S3Operation.ABORT_MULTIPART_UPLOAD);
        assertThat(WireView.of(abort))
                .isEqualTo(said("?uploadId", exchange.getMessage().getHeader("CamelS3CopyUploadId", String.class)));
    }

    private static Exchange copy() {
        return CAMEL.send(
                "direct:copyByHand", Map.of("CamelS3CopyCopySource", "inbox/a+b", "CamelS3CopyKey", KEY), null);
    }

    private static Map<String, String> said(String... namesAndValues) {
        Map<String, String> said = new HashMap<>(Map.of("bucket", "archive", "key", KEY));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            said.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return said;
    }
}
