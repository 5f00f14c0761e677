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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.S3Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** The body outweighs headers, headers options, options the component's defaults; and each only where it may speak. */
@Tag("sdk")
class PrecedenceTest {

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
    }

    private String storageClassOfTheCopy() {
        return stub.onlyCopy().header("x-amz-storage-class").orElse("none");
    }

    @Test
    void optionOutweighsTheComponentsDefault() throws Exception {
        stub.component().getConfiguration().setStorageClass("GLACIER");
        stub.route("s3copy:archive?storageClass=STANDARD_IA");
        stub.copy();
        assertThat(storageClassOfTheCopy()).isEqualTo("STANDARD_IA");
    }

    @Test
    void endpointInheritsTheComponentsDefault() throws Exception {
        stub.component().getConfiguration().setStorageClass("GLACIER");
        stub.route("s3copy:archive");
        stub.copy();
        assertThat(storageClassOfTheCopy()).isEqualTo("GLACIER");
    }

    @Test
    void headerOutweighsTheOption() throws Exception {
        stub.route("s3copy:archive?storageClass=STANDARD_IA");
        stub.copy(Map.of("CamelS3CopyStorageClass", "GLACIER_IR"));
        assertThat(storageClassOfTheCopy()).isEqualTo("GLACIER_IR");
    }

    @Test
    void bodyOutweighsTheHeader() throws Exception {
        stub.route("s3copy:archive");
        CopyRequest body = CopyRequest.builder()
                .source("inbox", "b.txt")
                .set(CopyParameter.STORAGE_CLASS, "DEEP_ARCHIVE")
                .build();
        stub.send(body, Map.of("CamelS3CopyStorageClass", "GLACIER_IR", "CamelS3CopyCopySourceKey", "a.txt"));
        assertThat(storageClassOfTheCopy()).isEqualTo("DEEP_ARCHIVE");
        assertThat(stub.onlyCopy().header("x-amz-copy-source")).contains("inbox/b.txt");
    }

    @Test
    void whatTheBodyLeavesOpenTheHeadersSay() throws Exception {
        stub.route("s3copy:archive");
        stub.send(
                CopyRequest.builder().source("inbox", "b.txt").build(),
                Map.of("CamelS3CopyStorageClass", "GLACIER_IR"));
        assertThat(storageClassOfTheCopy()).isEqualTo("GLACIER_IR");
    }

    @Test
    void headerParametersSourceReadsTheSourceOnly() throws Exception {
        stub.route("s3copy:archive?headerParameters=source");
        stub.copy(Map.of("CamelS3CopyStorageClass", "GLACIER_IR", "CamelS3CopyKey", "elsewhere"));
        assertThat(stub.onlyCopy().header("x-amz-copy-source")).contains("inbox/a.txt");
        assertThat(storageClassOfTheCopy()).isEqualTo("none");
        assertThat(stub.onlyCopy().key()).isEqualTo("a.txt");
    }

    @Test
    void headerParametersNoneReadsNoHeader() throws Exception {
        stub.route("s3copy:archive?headerParameters=none&copySource=inbox/fixed.txt");
        stub.copy(Map.of("CamelS3CopyStorageClass", "GLACIER_IR", "CamelAwsS3BucketName", "x", "CamelAwsS3Key", "y"));
        assertThat(stub.onlyCopy().header("x-amz-copy-source")).contains("inbox/fixed.txt");
        assertThat(storageClassOfTheCopy()).isEqualTo("none");
    }

    @Test
    void headerParametersNoneDoesNotTakeTheSourceOfAws2S3() throws Exception {
        stub.route("s3copy:archive?headerParameters=none");
        Exchange copy = stub.send(null, Map.of("CamelAwsS3BucketName", "x", "CamelAwsS3Key", "y"));
        assertThat(copy.getException()).isInstanceOf(InvalidParameterException.class);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void contentOfAnObjectInTheBodyIsNeverReadAsParameters(Object content) throws Exception {
        stub.route("s3copy:archive");
        stub.send(content, Map.of("CamelS3CopyCopySource", "inbox/a.txt"));
        assertThat(stub.onlyCopy().header("x-amz-copy-source")).contains("inbox/a.txt");
        assertThat(storageClassOfTheCopy()).isEqualTo("none");
    }

    static Stream<Object> contents() {
        String json = "{\"CopySource\": {\"Bucket\": \"secret\", \"Key\": \"k\"}, \"StorageClass\": \"GLACIER\"}";
        return Stream.of(
                json,
                json.getBytes(StandardCharsets.UTF_8),
                Map.of("CopySource", "secret/k", "StorageClass", "GLACIER"),
                List.of(Map.of("PartNumber", 1, "ETag", "x")));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestOfTheSdkInTheBodyIsMadeAsItSays(S3CopyOperation operation, S3Request body, S3Operation made)
            throws Exception {
        stub.route("s3copy:archive?operation=" + operation);
        Exchange exchange = stub.send(body, Map.of());
        assertThat(exchange.getException()).isNull();
        RecordedRequest request = stub.s3().only(made);
        assertThat(request.bucket()).isEqualTo("archive");
        assertThat(request.key()).isEqualTo("k&y=1");
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(
                        S3CopyOperation.copyObject,
                        CopyObjectRequest.builder()
                                .sourceBucket("inbox")
                                .sourceKey("a.txt")
                                .destinationBucket("archive")
                                .destinationKey("k&y=1")
                                .build(),
                        S3Operation.COPY_OBJECT),
                Arguments.of(
                        S3CopyOperation.createMultipartUpload,
                        CreateMultipartUploadRequest.builder().key("k&y=1").build(),
                        S3Operation.CREATE_MULTIPART_UPLOAD),
                Arguments.of(
                        S3CopyOperation.uploadPartCopy,
                        UploadPartCopyRequest.builder()
                                .sourceBucket("inbox")
                                .sourceKey("a.txt")
                                .destinationKey("k&y=1")
                                .uploadId("u")
                                .partNumber(1)
                                .build(),
                        S3Operation.UPLOAD_PART_COPY),
                Arguments.of(
                        S3CopyOperation.completeMultipartUpload,
                        CompleteMultipartUploadRequest.builder()
                                .key("k&y=1")
                                .uploadId("u")
                                .multipartUpload(CompletedMultipartUpload.builder()
                                        .parts(CompletedPart.builder()
                                                .partNumber(1)
                                                .eTag("\"e\"")
                                                .build())
                                        .build())
                                .build(),
                        S3Operation.COMPLETE_MULTIPART_UPLOAD),
                Arguments.of(
                        S3CopyOperation.abortMultipartUpload,
                        AbortMultipartUploadRequest.builder()
                                .key("k&y=1")
                                .uploadId("u")
                                .build(),
                        S3Operation.ABORT_MULTIPART_UPLOAD),
                Arguments.of(
                        S3CopyOperation.listParts,
                        ListPartsRequest.builder().key("k&y=1").uploadId("u").build(),
                        S3Operation.LIST_PARTS));
    }

    @Test
    void requestOfTheSdkMayBringNoConfigurationOfItsOwn() throws Exception {
        stub.route("s3copy:archive");
        CopyObjectRequest body = CopyObjectRequest.builder()
                .sourceBucket("inbox")
                .sourceKey("a.txt")
                .storageClass(StorageClass.GLACIER)
                .overrideConfiguration(override -> override.putHeader("x-amz-acl", "public-read"))
                .build();
        assertThat(stub.send(body, Map.of()).getException())
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("CopyObjectRequest.overrideConfiguration");
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void headersOfAws2S3NameTheSourceWhenNothingElseDoes() throws Exception {
        stub.route("s3copy:archive");
        stub.send(
                "content",
                Map.of("CamelAwsS3BucketName", "inbox", "CamelAwsS3Key", "a b.txt", "CamelAwsS3VersionId", "v1"));
        assertThat(stub.onlyCopy().header("x-amz-copy-source")).contains("inbox/a%20b.txt?versionId=v1");
    }

    @Test
    void headersOfAws2S3GiveWayToAnOptionThatNamesTheSource() throws Exception {
        stub.route("s3copy:archive?copySource=inbox/fixed.txt");
        stub.send(null, Map.of("CamelAwsS3BucketName", "other", "CamelAwsS3Key", "b.txt"));
        assertThat(stub.onlyCopy().header("x-amz-copy-source")).contains("inbox/fixed.txt");
    }
}
