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
package io.s3copy.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.mirror.EndlessUploads;
import io.s3copy.camel.mirror.Sample;
import io.s3copy.camel.mirror.Samples;
import io.s3copy.camel.mirror.WireView;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** What the lean client sends, all rows at once, is what the SDK sends; {@code SdkRequestsWireTest} sends each by itself. */
class LeanWireTest {

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

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void sendsWhatTheSdkSends(S3Call call) {
        Map<CopyParameter, Sample> samples = new EnumMap<>(CopyParameter.class);
        CopyParameter.requestRows().stream()
                .filter(row -> row.calls().contains(call))
                .filter(row -> row.wire().place() != CopyParameter.TAGS.wire().place())
                .filter(row -> row.wire().place()
                        != CopyParameter.COPY_SOURCE_KEY.wire().place())
                .forEach(row -> samples.put(row, Samples.typical(row)));
        CopyRequest request = request(samples);

        RecordedRequest lean = lean(call, request);
        forgetRequests();
        new SdkS3Calls(CLIENT).call(call, request).join();
        RecordedRequest sdk = SERVER.requests().get(0);

        assertThat(WireView.of(lean)).isEqualTo(WireView.of(sdk)).isEqualTo(WireView.expected(samples.values()));
        assertThat(lean.bodyText()).isEqualTo(sdk.bodyText());
        assertThat(lean.method() + lean.rawPath()).isEqualTo(sdk.method() + sdk.rawPath());
        assertThat(lean.rawQuery()).isEqualTo(sdk.rawQuery());
    }

    private static CopyRequest request(Map<CopyParameter, Sample> samples) {
        CopyRequest.Builder builder = CopyRequest.builder();
        samples.forEach((row, sample) -> builder.set(row, sample.given()));
        return builder.build();
    }

    private static RecordedRequest lean(S3Call call, CopyRequest request) {
        CallsUnderTest.lean(CLIENT).call(call, request).join();
        return SERVER.requests().get(0);
    }
}
