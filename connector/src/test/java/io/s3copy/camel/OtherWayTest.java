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

import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.S3Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** What is said one way replaces what a weaker one says the other way; what is said for another call is refused. */
class OtherWayTest {

    private static final Map<String, Object> FROM_INBOX =
            Map.of("CamelS3CopyCopySourceBucket", "inbox", "CamelS3CopyCopySourceKey", "in/k");

    private static RecordedRequest sent(Consumer<S3CopyConfiguration> defaults, String uri, Map<String, Object> headers)
            throws Exception {
        try (CamelOnStub stub = CamelOnStub.withClient()) {
            defaults.accept(stub.component().getConfiguration());
            stub.route(uri);
            Exchange exchange = send(stub, null, headers);
            assertThat(exchange.getException()).isNull();
            return stub.s3().only(S3Operation.COPY_OBJECT);
        }
    }

    private static Exchange send(CamelOnStub stub, @Nullable Object body, Map<String, Object> headers) {
        return stub.template().request("direct:copy", exchange -> {
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            exchange.getMessage().setBody(body);
        });
    }

    static Stream<Arguments> defaultsAndTheirOtherWays() {
        return Stream.of(
                defaults(all -> all.setCopySourceBucket("default"), "copySource=inbox/in/k", Map.of(), "inbox/in/k"),
                defaults(all -> all.setKeyPrefix("default/"), "key=literal", FROM_INBOX, "inbox/in/k"),
                defaults(all -> all.setKeyExpression("default"), "stripPrefix=in/", FROM_INBOX, "inbox/in/k"),
                defaults(all -> all.setKey("default"), "keyExpression=${header.none}x", FROM_INBOX, "inbox/in/k"));
    }

    private static Arguments defaults(
            Consumer<S3CopyConfiguration> defaults, String options, Map<String, Object> headers, String source) {
        return Arguments.of(defaults, options, headers, source);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("defaultsAndTheirOtherWays")
    void endpointReplacesADefaultSaidTheOtherWay(
            Consumer<S3CopyConfiguration> defaults, String options, Map<String, Object> headers, String source)
            throws Exception {
        RecordedRequest request = sent(defaults, "s3copy:archive?" + options, headers);
        assertThat(request.header("x-amz-copy-source")).contains(source);
        assertThat(request.key()).doesNotContain("default");
    }

    @Test
    void endpointsTagsReplaceDefaultTags() throws Exception {
        RecordedRequest request = sent(
                all -> all.setTags(Map.of("a", "default")),
                "s3copy:archive?tagging=RAW(b=1)&taggingDirective=REPLACE",
                FROM_INBOX);
        assertThat(request.header("x-amz-tagging")).contains("b=1");
    }

    @Test
    void grantsReplaceADefaultCannedAclAndAHeadersAclTheEndpointsGrants() throws Exception {
        RecordedRequest grants =
                sent(all -> all.setAcl("private"), "s3copy:archive?grantRead=RAW(id=\"u\")", FROM_INBOX);
        assertThat(grants.header("x-amz-acl")).isEmpty();
        assertThat(grants.header("x-amz-grant-read")).contains("id=\"u\"");
        Map<String, Object> withAcl = new HashMap<>(FROM_INBOX);
        withAcl.put("CamelS3CopyACL", "public-read");
        RecordedRequest acl = sent(all -> {}, "s3copy:archive?grantRead=RAW(id=\"u\")", withAcl);
        assertThat(acl.header("x-amz-acl")).contains("public-read");
        assertThat(acl.header("x-amz-grant-read")).isEmpty();
    }

    @Test
    void versionAloneIsOneOfTheObjectThatTheEndpointNames() throws Exception {
        Map<String, Object> version = Map.of("CamelS3CopyCopySourceVersionId", "v7");
        assertThat(sent(all -> {}, "s3copy:archive?copySource=inbox/k", version).header("x-amz-copy-source"))
                .contains("inbox/k?versionId=v7");
        Map<String, Object> ofAws2S3 = new HashMap<>(version);
        ofAws2S3.put("CamelAwsS3BucketName", "inbox");
        ofAws2S3.put("CamelAwsS3Key", "k");
        assertThat(sent(all -> {}, "s3copy:archive", ofAws2S3).header("x-amz-copy-source"))
                .contains("inbox/k?versionId=v7");
    }

    static Stream<Arguments> bodiesOfOtherCalls() {
        return Stream.of(
                Arguments.of(
                        "",
                        DeleteObjectRequest.builder()
                                .bucket("archive")
                                .key("got")
                                .build()),
                Arguments.of(
                        "",
                        UploadPartCopyRequest.builder()
                                .sourceBucket("inbox")
                                .sourceKey("k")
                                .copySourceRange("bytes=0-9")
                                .build()),
                Arguments.of(
                        "?operation=abortMultipartUpload",
                        CompleteMultipartUploadRequest.builder()
                                .bucket("archive")
                                .key("k")
                                .uploadId("u")
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("bodiesOfOtherCalls")
    void requestOfAnotherCallIsRefused(String options, S3Request body) throws Exception {
        try (CamelOnStub stub = CamelOnStub.withClient().route("s3copy:archive" + options)) {
            assertThat(send(stub, body, FROM_INBOX).getException())
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("is no request of");
            assertThat(stub.s3().requests()).isEmpty();
        }
    }

    @Test
    void keywordThatTheCallDoesNotCarryIsRefused() throws Exception {
        String uri = "s3copy:archive?bodyAs=parameters&allowedSourceBuckets=inbox";
        try (CamelOnStub stub = CamelOnStub.withClient().route(uri)) {
            String json = "{\"CopySource\": \"inbox/k\", \"CopySourceRange\": \"bytes=0-9\"}";
            assertThat(send(stub, json, Map.of()).getException())
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("CopySourceRange")
                    .hasMessageContaining("CopyObject");
        }
    }

    @Test
    void partsInTheBodyYieldOnlyToAHeaderThatIsRead() throws Exception {
        String uri = "s3copy:archive?operation=completeMultipartUpload&uploadId=u&key=k&headerParameters=none";
        try (CamelOnStub stub = CamelOnStub.withClient().route(uri)) {
            Object parts = java.util.List.of(Map.of("PartNumber", 1, "ETag", "\"e\""));
            Exchange exchange = send(stub, parts, Map.of("CamelS3CopyMultipartUpload", "ignored"));
            assertThat(exchange.getException()).isNull();
            assertThat(stub.s3().only(S3Operation.COMPLETE_MULTIPART_UPLOAD).bodyText())
                    .contains("<PartNumber>1</PartNumber>");
        }
    }
}
