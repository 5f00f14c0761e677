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
import io.s3copy.testkit.CapturedLog;
import java.util.Map;
import org.apache.camel.component.aws2.s3.AWS2S3Constants;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The destination that a route set for aws2-s3's copyObject is heeded, within what a message may say. */
class Aws2S3DestinationTest {

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
    }

    private Map<String, Object> headers() {
        return Map.of(
                AWS2S3Constants.BUCKET_NAME, "inbox",
                AWS2S3Constants.KEY, "a.txt",
                AWS2S3Constants.BUCKET_DESTINATION_NAME, "elsewhere",
                AWS2S3Constants.DESTINATION_KEY, "b.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy", "copyObject"})
    void copyGoesWhereTheHeadersSay(String operation) throws Exception {
        stub.route("s3copy:archive?allowedBuckets=elsewhere&operation=" + operation);
        assertThat(stub.send(null, headers()).getException()).isNull();
        assertThat(stub.onlyCopy().rawPath()).isEqualTo("/elsewhere/b.txt");
    }

    @Test
    void bucketThatIsNotAllowedIsRefused() throws Exception {
        stub.route("s3copy:archive");
        assertThat(stub.send(null, headers()).getException())
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("header CamelAwsS3BucketDestinationName = 'elsewhere': is not among the allowed destination"
                        + " buckets. Add it to allowedBuckets.");
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void headersOfThisComponentOutweighThem() throws Exception {
        stub.route("s3copy:archive?allowedBuckets=elsewhere");
        assertThat(stub.copy(Map.of(
                                "CamelS3CopyBucket",
                                "archive",
                                "CamelS3CopyKey",
                                "c.txt",
                                AWS2S3Constants.BUCKET_DESTINATION_NAME,
                                "elsewhere",
                                AWS2S3Constants.DESTINATION_KEY,
                                "b.txt"))
                        .getException())
                .isNull();
        assertThat(stub.onlyCopy().rawPath()).isEqualTo("/archive/c.txt");
    }

    @ParameterizedTest
    @CsvSource({"key=d.txt, d.txt", "keyPrefix=in/, in/a.txt", "keyExpression=e.txt, e.txt"})
    void keyOfTheEndpointOutweighsThemAndThatIsSaid(String option, String key) throws Exception {
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy.camel", Level.WARN))) {
            stub.route("s3copy:archive?allowedBuckets=elsewhere&" + option);
            assertThat(stub.send(null, headers()).getException()).isNull();
            assertThat(stub.onlyCopy().rawPath()).isEqualTo("/elsewhere/" + key);
            assertThat(log.text())
                    .contains(
                            "Header CamelAwsS3DestinationKey is not read: the endpoint's own options set the destination key");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "none"})
    void endpointThatReadsNoDestinationFromHeadersReadsNoneHere(String which) throws Exception {
        stub.route("s3copy:archive?copySource=inbox/a.txt&headerParameters=" + which);
        assertThat(stub.send(null, Map.of(AWS2S3Constants.DESTINATION_KEY, "b.txt"))
                        .getException())
                .isNull();
        assertThat(stub.onlyCopy().rawPath()).isEqualTo("/archive/a.txt");
    }
}
