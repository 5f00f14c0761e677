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
import io.s3copy.testkit.RecordedHeaders;
import io.s3copy.testkit.S3Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no message may set, no message sets. */
class MessageLimitsTest {

    /** Lines that differ from one copy to the next. */
    private static final Set<String> VOLATILE =
            Set.of("authorization", "x-amz-date", "amz-sdk-invocation-id", "amz-sdk-request", "date");

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
    }

    /** Every option that is not a parameter of a copy, by the endpoint's own catalogue. */
    private static List<String> optionsThatAreNoParameters() {
        Set<String> parameters = CopyParameter.requestRows().stream()
                .flatMap(row -> row.option().stream())
                .collect(Collectors.toSet());
        return new S3CopyEndpointUriFactory()
                .propertyNames().stream()
                        .filter(option -> !parameters.contains(option))
                        .toList();
    }

    private static Stream<String> headersFor(String option) {
        String capital = Character.toUpperCase(option.charAt(0)) + option.substring(1);
        return Stream.of(option, capital, "CamelS3Copy" + capital, "CamelS3Copy" + option, "CamelAwsS3" + capital);
    }

    private List<RecordedHeaders.Line> stableLines() {
        return stub.s3().only(S3Operation.COPY_OBJECT).headers().lines().stream()
                .filter(line -> !VOLATILE.contains(line.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Test
    void headersNamedLikeOtherOptionsChangeNothing() throws Exception {
        stub.route("s3copy:archive");
        stub.copy();
        List<RecordedHeaders.Line> plain = stableLines();
        stub.s3().reset();
        Map<String, Object> headers = new HashMap<>();
        optionsThatAreNoParameters().stream()
                .flatMap(MessageLimitsTest::headersFor)
                .filter(name -> !name.equals("CamelS3CopyBucket"))
                .forEach(name -> headers.put(name, "abortMultipartUpload"));
        assertThat(headers).containsKeys("CamelS3CopyOperation", "CamelS3CopyAllowedBuckets", "CamelS3CopyRegion");
        Exchange copy = stub.copy(headers);
        assertThat(copy.getException()).isNull();
        assertThat(stableLines()).isEqualTo(plain);
        assertThat(stub.onlyCopy().rawPath()).isEqualTo("/archive/a.txt");
    }

    @Test
    void resultHeadersAreNeverReadAsInput() throws Exception {
        stub.route("s3copy:archive");
        Map<String, Object> headers = new HashMap<>();
        CopyParameter.resultRows().forEach(row -> headers.put(row.header(), "GLACIER"));
        assertThat(stub.copy(headers).getException()).isNull();
        assertThat(stub.onlyCopy().header("x-amz-storage-class")).isEmpty();
    }

    @Test
    void anotherDestinationBucketIsRefused() throws Exception {
        stub.route("s3copy:archive");
        assertThat(stub.copy(Map.of("CamelS3CopyBucket", "other")).getException())
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("header CamelS3CopyBucket = 'other': is not among the allowed destination buckets."
                        + " Add it to allowedBuckets.");
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void anotherDestinationBucketIsRefusedInATypedBodyToo() throws Exception {
        stub.route("s3copy:archive");
        CopyRequest body = CopyRequest.builder()
                .source("inbox", "a")
                .destination("other", "a")
                .build();
        assertThat(stub.send(body, Map.of()).getException()).isInstanceOf(InvalidParameterException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive", "second", "third"})
    void allowedDestinationBucketIsTaken(String bucket) throws Exception {
        stub.route("s3copy:archive?allowedBuckets=second, third");
        assertThat(stub.copy(Map.of("CamelS3CopyBucket", bucket)).getException())
                .isNull();
        assertThat(stub.onlyCopy().bucket()).isEqualTo(bucket);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Archive", "archive/", "archive/x", "archive?x", "arch*", "", " "})
    void bucketThatOnlyLooksAllowedIsRefused(String bucket) throws Exception {
        stub.route("s3copy:archive?allowedBuckets=second");
        assertThat(stub.copy(Map.of("CamelS3CopyBucket", bucket)).getException())
                .isInstanceOf(InvalidParameterException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelS3CopyExpectedBucketOwner", "CamelS3CopyExpectedSourceBucketOwner"})
    void ownerThatTheEndpointExpectsIsNotChanged(String header) throws Exception {
        stub.route("s3copy:archive?expectedBucketOwner=111122223333&expectedSourceBucketOwner=111122223333");
        assertThat(stub.copy(Map.of(header, "444455556666")).getException())
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("header " + header + " = '444455556666': would change an option of the endpoint");
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void ownerThatTheEndpointLeavesOpenMayBeSaid() throws Exception {
        stub.route("s3copy:archive");
        stub.copy(Map.of("CamelS3CopyExpectedBucketOwner", "444455556666"));
        assertThat(stub.onlyCopy().header("x-amz-expected-bucket-owner")).contains("444455556666");
    }
}
