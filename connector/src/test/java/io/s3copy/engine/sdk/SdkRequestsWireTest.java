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
package io.s3copy.engine.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.mirror.EndlessUploads;
import io.s3copy.camel.mirror.Sample;
import io.s3copy.camel.mirror.Samples;
import io.s3copy.camel.mirror.WireView;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.ParameterType;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The mapping alone: each parameter beside the required ones, with no rule to help or hinder it. */
@Tag("sdk")
class SdkRequestsWireTest {

    private static final RecordingS3 SERVER = RecordingS3.start();
    private static final S3AsyncClient CLIENT = SERVER.newClient();

    @BeforeEach
    void forgetRequests() {
        EndlessUploads.on(SERVER);
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    static Stream<Arguments> everyRowOfEveryCall() {
        return Arrays.stream(S3Call.values())
                .flatMap(call -> CopyParameter.requestRows().stream()
                        .filter(row -> row.calls().contains(call))
                        .flatMap(row -> Samples.of(row).stream())
                        .map(sample -> Arguments.of(call, sample)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyRowOfEveryCall")
    void sendsTheParameterAndNothingElse(S3Call call, Sample sample) {
        Map<CopyParameter, Sample> samples = required(call);
        if (call.readsSource()
                && sample.row().wire().place()
                        == CopyParameter.COPY_SOURCE_KEY.wire().place()) {
            samples.remove(CopyParameter.COPY_SOURCE);
            samples.put(CopyParameter.COPY_SOURCE_BUCKET, Samples.typical(CopyParameter.COPY_SOURCE_BUCKET));
            samples.put(CopyParameter.COPY_SOURCE_KEY, Samples.typical(CopyParameter.COPY_SOURCE_KEY));
        }
        samples.put(sample.row(), sample);

        assertThat(WireView.of(send(call, samples))).isEqualTo(WireView.expected(samples.values()));
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void dropsNothingOfARequestThatSaysEverything(S3Call call) {
        Map<CopyParameter, Sample> samples = new EnumMap<>(CopyParameter.class);
        CopyParameter.requestRows().stream()
                .filter(row -> row.calls().contains(call))
                .filter(row -> row.wire().place() != CopyParameter.TAGS.wire().place())
                .filter(row -> row.wire().place()
                        != CopyParameter.COPY_SOURCE_KEY.wire().place())
                .forEach(row -> samples.put(row, Samples.typical(row)));

        assertThat(WireView.of(send(call, samples))).isEqualTo(WireView.expected(samples.values()));
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void readsBackWhatItWrote(S3Call call) {
        CopyRequest.Builder builder = CopyRequest.builder();
        CopyParameter.requestRows().stream()
                .filter(row -> SdkRequests.members(call).containsKey(row))
                .forEach(row -> builder.set(row, Samples.typical(row).given()));
        CopyRequest request = builder.build();

        assertThat(SdkRequestReader.read(SdkRequests.toSdk(call, request))).isEqualTo(request);
    }

    @Test
    void signsTheHeadersThatTheSdkHasNoMembersFor() {
        Map<CopyParameter, Sample> samples = required(S3Call.COPY_OBJECT);
        Stream.of(
                        CopyParameter.OBJECT_LOCK_EVENT_HOLD,
                        CopyParameter.OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS,
                        CopyParameter.OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS,
                        CopyParameter.ANNOTATION_DIRECTIVE)
                .forEach(row -> samples.put(row, Samples.typical(row)));

        String authorization =
                send(S3Call.COPY_OBJECT, samples).header("Authorization").orElseThrow();

        assertThat(authorization
                        .replaceFirst(".*SignedHeaders=([^,]*),.*", "$1")
                        .split(";"))
                .contains(
                        "x-amz-object-lock-event-hold",
                        "x-amz-object-lock-event-hold-duration-days",
                        "x-amz-object-lock-event-hold-duration-years",
                        "x-amz-object-annotation-directive");
    }

    /** Written out, so that a slip in the table is seen even where no SDK knows the member. */
    @Test
    void spellsTheMembersThatNoSdkChecks() {
        assertThat(Stream.of(
                                CopyParameter.OBJECT_LOCK_EVENT_HOLD,
                                CopyParameter.OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS,
                                CopyParameter.OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS,
                                CopyParameter.ANNOTATION_DIRECTIVE)
                        .map(row -> row.wire().name()))
                .containsExactly(
                        "x-amz-object-lock-event-hold",
                        "x-amz-object-lock-event-hold-duration-days",
                        "x-amz-object-lock-event-hold-duration-years",
                        "x-amz-object-annotation-directive");
    }

    @Test
    void putsPartsIntoTheBodyInTheirOrder() {
        CopyRequest request = request(required(S3Call.COMPLETE_MULTIPART_UPLOAD)).toBuilder()
                .set(
                        CopyParameter.MULTIPART_UPLOAD,
                        List.of(
                                Map.of("PartNumber", 2, "ETag", "\"two\""),
                                Map.of("PartNumber", 1, "ETag", "\"one\"", "ChecksumCRC32", "AAAAAA==")))
                .build();

        assertThat(send(S3Call.COMPLETE_MULTIPART_UPLOAD, request).bodyText())
                .contains("<Part><ETag>&quot;one&quot;</ETag><ChecksumCRC32>AAAAAA==</ChecksumCRC32>"
                        + "<PartNumber>1</PartNumber></Part>"
                        + "<Part><ETag>&quot;two&quot;</ETag><PartNumber>2</PartNumber></Part>");
    }

    @Test
    void everyTypeOfParameterIsSent() {
        assertThat(everyRowOfEveryCall()
                        .map(arguments -> ((Sample) arguments.get()[1]).row().type())
                        .distinct())
                .containsExactlyInAnyOrder(ParameterType.values());
    }

    private static Map<CopyParameter, Sample> required(S3Call call) {
        Map<CopyParameter, Sample> samples = new EnumMap<>(CopyParameter.class);
        Samples.required(call).forEach(sample -> samples.put(sample.row(), sample));
        return samples;
    }

    private static CopyRequest request(Map<CopyParameter, Sample> samples) {
        CopyRequest.Builder builder = CopyRequest.builder();
        samples.forEach((row, sample) -> builder.set(row, sample.given()));
        return builder.build();
    }

    private static RecordedRequest send(S3Call call, Map<CopyParameter, Sample> samples) {
        return send(call, request(samples));
    }

    private static RecordedRequest send(S3Call call, CopyRequest request) {
        CallsUnderTest.on(CLIENT).call(call, request).join();
        return SERVER.requests().get(0);
    }
}
