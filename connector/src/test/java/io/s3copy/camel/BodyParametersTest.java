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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.parameter.InvalidParameterException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With bodyAs=parameters a body speaks in boto3's keywords, about sources that the endpoint allows. */
class BodyParametersTest {

    private static final String JSON = """
            {"CopySource": {"Bucket": "inbox", "Key": "a+b c.txt", "VersionId": "v1"},
             "Key": "copy.txt", "MetadataDirective": "REPLACE", "Metadata": {"team": "red"},
             "TaggingDirective": "REPLACE", "Tagging": "", "BucketKeyEnabled": false}
            """;

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
    }

    static Stream<Object> forms() {
        byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                JSON,
                bytes,
                new ByteArrayInputStream(bytes),
                Map.of(
                        "CopySource",
                        Map.of("Bucket", "inbox", "Key", "a+b c.txt", "VersionId", "v1"),
                        "Key",
                        "copy.txt",
                        "MetadataDirective",
                        "REPLACE",
                        "Metadata",
                        Map.of("team", "red"),
                        "TaggingDirective",
                        "REPLACE",
                        "Tagging",
                        "",
                        "BucketKeyEnabled",
                        false));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void keywordsOfBoto3SayTheCopy(Object body) throws Exception {
        stub.route("s3copy:archive?bodyAs=parameters&allowedSourceBuckets=inbox");
        assertThat(stub.send(body, Map.of()).getException()).isNull();
        assertThat(stub.onlyCopy().key()).isEqualTo("copy.txt");
        assertThat(stub.onlyCopy().header("x-amz-copy-source")).contains("inbox/a%2Bb%20c.txt?versionId=v1");
        assertThat(stub.onlyCopy().header("x-amz-meta-team")).contains("red");
        assertThat(stub.onlyCopy().header("x-amz-tagging")).contains("");
        assertThat(stub.onlyCopy().header("x-amz-server-side-encryption-bucket-key-enabled"))
                .contains("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "42",
                "not json",
                "{\"CopySource\":",
                "{} {}",
                "{\"Colour\": \"red\"}",
                "{\"operation\": \"listParts\"}",
                "{\"allowedBuckets\": \"other\"}",
                "{\"copySource\": \"inbox/a\"}"
            })
    void bodyThatIsNoObjectOfKeywordsFailsTheCopy(String body) throws Exception {
        stub.route("s3copy:archive?bodyAs=parameters&allowedSourceBuckets=inbox");
        assertThat(stub.send(body, Map.of("CamelS3CopyCopySource", "inbox/a")).getException())
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("message body");
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void sourceOutsideTheAllowListIsRefused() throws Exception {
        stub.route("s3copy:archive?bodyAs=parameters&allowedSourceBuckets=inbox, outbox");
        Exchange copy = stub.send("{\"CopySource\": \"payroll/a.txt\"}", Map.of());
        assertThat(copy.getException())
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("parameter CopySource = 'payroll/a.txt': is not in an allowed source bucket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelS3CopyCopySource", "CamelS3CopyCopySourceBucket", "CamelAwsS3BucketName"})
    void allowListOfSourcesHoldsForHeadersToo(String header) throws Exception {
        stub.route("s3copy:archive?allowedSourceBuckets=inbox");
        Exchange copy = stub.send(
                null,
                header.equals("CamelS3CopyCopySource")
                        ? Map.of(header, "payroll/a.txt")
                        : Map.of(header, "payroll", "CamelS3CopyCopySourceKey", "a", "CamelAwsS3Key", "a"));
        assertThat(copy.getException()).isInstanceOf(InvalidParameterException.class);
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void ownerOfTheSourceIsAGuardThatNoBodyLifts() throws Exception {
        stub.route("s3copy:archive?bodyAs=parameters&expectedSourceBucketOwner=111122223333");
        Exchange copy =
                stub.send("{\"CopySource\": \"inbox/a\", \"ExpectedSourceBucketOwner\": \"444455556666\"}", Map.of());
        assertThat(copy.getException())
                .hasMessageContaining("parameter ExpectedSourceBucketOwner")
                .hasMessageContaining("would change an option of the endpoint");
    }

    @Test
    void withoutAGuardOfTheSourceTheEndpointDoesNotStart() {
        assertThatThrownBy(() -> stub.route("s3copy:archive?bodyAs=parameters"))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void operationWithoutASourceNeedsNoGuardOfIt() throws Exception {
        stub.route("s3copy:archive?bodyAs=parameters&operation=createMultipartUpload");
        assertThat(stub.send("{\"Key\": \"big\"}", Map.of()).getException()).isNull();
    }
}
