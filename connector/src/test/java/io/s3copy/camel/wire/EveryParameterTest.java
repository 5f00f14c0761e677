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

import io.s3copy.camel.mirror.Packing;
import io.s3copy.camel.mirror.Sample;
import io.s3copy.camel.mirror.Samples;
import io.s3copy.camel.mirror.WireView;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.RecordedRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter through the component, with the companions that S3 wants beside it: all that goes on the wire. */
@Tag("sdk")
class EveryParameterTest {

    @RegisterExtension
    static final WireCamel CAMEL = new WireCamel();

    static Stream<Arguments> everySample() {
        return Arrays.stream(S3Call.values())
                .flatMap(call -> CopyParameter.requestRows().stream()
                        .filter(row -> row.calls().contains(call))
                        .flatMap(row -> Samples.of(row).stream())
                        .map(sample -> Arguments.of(call, sample)));
    }

    static Stream<Arguments> everyOption() {
        return everySample()
                .filter(arguments ->
                        ((Sample) arguments.get()[1]).row().option().isPresent());
    }

    static Stream<Arguments> fewestRequests() {
        return Arrays.stream(S3Call.values())
                .flatMap(call -> Packing.requests(call).stream().map(samples -> Arguments.of(call, samples)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyOption")
    void goesOnTheWireAsEndpointOption(S3Call call, Sample sample) {
        List<Sample> said = Samples.smallestWith(sample, call);

        RecordedRequest request = CAMEL.sent(WireCamel.uri(call, said), headersWithoutOption(said), null);

        assertThat(WireView.of(request)).isEqualTo(WireView.expected(Samples.sent(said)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everySample")
    void goesOnTheWireAsMessageHeader(S3Call call, Sample sample) {
        List<Sample> said = Samples.smallestWith(sample, call);

        RecordedRequest request = CAMEL.sent(WireCamel.uri(call), WireCamel.headers(said), null);

        assertThat(WireView.of(request)).isEqualTo(WireView.expected(Samples.sent(said)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fewestRequests")
    void allGoTogetherAsEndpointOptions(S3Call call, List<Sample> said) {
        RecordedRequest request = CAMEL.sent(WireCamel.uri(call, said), headersWithoutOption(said), null);

        assertThat(WireView.of(request)).isEqualTo(WireView.expected(said));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fewestRequests")
    void allGoTogetherAsMessageHeaders(S3Call call, List<Sample> said) {
        RecordedRequest request = CAMEL.sent(WireCamel.uri(call), WireCamel.headers(said), null);

        assertThat(WireView.of(request)).isEqualTo(WireView.expected(said));
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void theFewestRequestsLeaveOutNoRow(S3Call call) {
        Set<CopyParameter> packed = Packing.requests(call).stream()
                .flatMap(List::stream)
                .map(Sample::row)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CopyParameter.class)));

        assertThat(packed)
                .containsExactlyInAnyOrderElementsOf(CopyParameter.requestRows().stream()
                        .filter(row -> row.calls().contains(call))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void whatIsNotSaidIsNotSent(S3Call call) {
        List<Sample> required = Samples.required(call);

        RecordedRequest request = CAMEL.sent(WireCamel.uri(call), WireCamel.headers(required), null);

        assertThat(WireView.of(request)).isEqualTo(WireView.expected(required));
    }

    @Test
    void aHeaderOutweighsTheOption() {
        RecordedRequest request = CAMEL.sent(
                "s3copy:destination?copySource=RAW(inbox/a)&key=a&storageClass=GLACIER",
                Map.of("CamelS3CopyStorageClass", "STANDARD_IA"),
                null);

        assertThat(request.header("x-amz-storage-class")).contains("STANDARD_IA");
    }

    private static Map<String, Object> headersWithoutOption(List<Sample> said) {
        return WireCamel.headers(
                said.stream().filter(sample -> sample.row().option().isEmpty()).toList());
    }
}
