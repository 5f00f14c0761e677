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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.camel.mirror.Packing;
import io.s3copy.camel.mirror.Sample;
import io.s3copy.camel.mirror.Samples;
import io.s3copy.camel.mirror.WireView;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.RecordedRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Request;

/** Every parameter by each kind of body that may speak. */
@Tag("sdk")
class EveryBodyTest {

    private static final String SPEAKING = "&bodyAs=parameters&allowedSourceBuckets=inbox,other-inbox";

    @RegisterExtension
    static final WireCamel CAMEL = new WireCamel();

    /** Each alone, then all in the fewest. */
    static Stream<Arguments> requests() {
        return Arrays.stream(S3Call.values())
                .flatMap(call -> Stream.concat(
                        CopyParameter.requestRows().stream()
                                .filter(row -> row.calls().contains(call))
                                .flatMap(row -> Samples.of(row).stream())
                                .map(sample -> Arguments.of(call, Samples.smallestWith(sample, call))),
                        Packing.requests(call).stream().map(samples -> Arguments.of(call, samples))));
    }

    /** Of this SDK: what it lacks, no request of its can say. */
    static Stream<Arguments> sdkRequests() {
        return requests()
                .map(arguments -> {
                    S3Call call = (S3Call) arguments.get()[0];
                    @SuppressWarnings("unchecked")
                    List<Sample> samples = (List<Sample>) arguments.get()[1];
                    Optional<S3Request> request = SdkRequestOf.samples(call, samples);
                    return request.map(sdk -> Arguments.of(call, samples, sdk));
                })
                .flatMap(Optional::stream);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void ourOwnRequestIsSentAsItSays(S3Call call, List<Sample> samples) {
        CopyRequest.Builder body = CopyRequest.builder();
        samples.forEach(sample -> body.set(sample.row(), sample.given()));

        assertSent(samples, CAMEL.sent(WireCamel.uri(call), Map.of(), body.build()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sdkRequests")
    void anSdkRequestIsSentAsItSays(S3Call call, List<Sample> samples, S3Request body) {
        assertSent(samples, CAMEL.sent(WireCamel.uri(call), Map.of(), body));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void aMapOfKeywordsIsSentAsItSays(S3Call call, List<Sample> samples) {
        assertSent(samples, CAMEL.sent(WireCamel.uri(call) + SPEAKING, Map.of(), keywords(samples)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void jsonOfKeywordsIsSentAsItSays(S3Call call, List<Sample> samples) throws JsonProcessingException {
        String json = new ObjectMapper().writeValueAsString(keywords(samples));

        assertSent(samples, CAMEL.sent(WireCamel.uri(call) + SPEAKING, Map.of(), json));
    }

    @Test
    void copySourceIsADictionaryAsInBoto3() {
        RecordedRequest request = CAMEL.sent(
                "s3copy:destination?key=b" + SPEAKING,
                Map.of(),
                "{\"CopySource\": {\"Bucket\": \"inbox\", \"Key\": \"a+b?versionId=c\", \"VersionId\": \"v 1\"}}");

        assertThat(request.header("x-amz-copy-source")).contains("inbox/a%2Bb%3FversionId%3Dc?versionId=v%201");
    }

    @Test
    void theBodyOutweighsHeadersAndOptions() {
        CopyObjectRequest body = CopyObjectRequest.builder()
                .sourceBucket("inbox")
                .sourceKey("of-body")
                .storageClass("GLACIER_IR")
                .build();

        RecordedRequest request = CAMEL.sent(
                "s3copy:destination?key=b&storageClass=GLACIER&copySource=RAW(inbox/of-option)",
                Map.of("CamelS3CopyStorageClass", "STANDARD_IA", "CamelS3CopyCopySource", "inbox/of-header"),
                body);

        assertThat(WireView.of(request))
                .isEqualTo(Map.of(
                        "bucket", "destination",
                        "key", "b",
                        "x-amz-copy-source", "inbox/of-body",
                        "x-amz-storage-class", "GLACIER_IR"));
    }

    @Test
    void anObjectsContentNeverSpeaks() {
        RecordedRequest request = CAMEL.sent(
                "s3copy:destination?key=b&copySource=RAW(inbox/a)",
                Map.of(),
                "{\"StorageClass\": \"GLACIER\", \"Key\": \"elsewhere\"}");

        assertThat(WireView.of(request))
                .isEqualTo(Map.of("bucket", "destination", "key", "b", "x-amz-copy-source", "inbox/a"));
    }

    private static void assertSent(List<Sample> samples, RecordedRequest request) {
        assertThat(WireView.of(request)).isEqualTo(WireView.expected(Samples.sent(samples)));
    }

    private static Map<String, Object> keywords(List<Sample> samples) {
        Map<String, Object> keywords = new LinkedHashMap<>();
        samples.forEach(sample -> keywords.put(sample.row().member(), sample.given()));
        return keywords;
    }
}
