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
package io.s3copy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultWatchTest {

    private static final int LIMIT = 3;

    private final FaultWatch watch = new FaultWatch(LIMIT);

    private static S3CallException failure(int status, String code) {
        return S3CallException.of(
                "CopyObject",
                CopyRequest.builder()
                        .set(CopyParameter.BUCKET, "to-bucket")
                        .set(CopyParameter.KEY, "key")
                        .build(),
                new S3CallException.Failure(code, status, "said so", null, null),
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NoSuchBucket", "InvalidAccessKeyId", "ExpiredToken", "RequestTimeTooSkewed"})
    void whatIsNeverTheFaultOfOneObjectStopsTheRunAtOnce(String code) {
        assertThat(watch.failed(failure(403, code))).isTrue();
        assertThat(watch.isStopped()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDenied", "403, SignatureDoesNotMatch", "503, SlowDown", "0,", "400, KMS.DisabledException"})
    void whatMayBeOneObjectsStopsTheRunAfterAFewInARow(int status, String code) {
        assertThat(watch.failed(failure(status, code))).isFalse();
        assertThat(watch.failed(failure(status, code))).isFalse();
        assertThat(watch.failed(failure(status, code))).isTrue();
    }

    @Test
    void copyBetweenTwoRefusalsShowsThatTheRefusalsAreTheObjects() {
        for (int i = 0; i < 100; i++) {
            assertThat(watch.failed(failure(403, "AccessDenied"))).isFalse();
            assertThat(watch.failed(failure(403, "AccessDenied"))).isFalse();
            watch.succeeded();
        }
        assertThat(watch.isStopped()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"404, NoSuchKey", "412, PreconditionFailed", "403, InvalidObjectState", "400, KeyTooLongError"})
    void anyNumberOfObjectsMayFailForWhatTheyAre(int status, String code) {
        for (int i = 0; i < 100; i++) {
            assertThat(watch.failed(failure(status, code))).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"501, NotImplemented", "400, InvalidStorageClass", "405, MethodNotAllowed"})
    void requestThatTheServiceNeverTookStopsTheRun(int status, String code) {
        assertThat(watch.failed(failure(status, code))).isFalse();
        assertThat(watch.failed(failure(status, code))).isFalse();
        assertThat(watch.failed(failure(status, code))).isTrue();
    }

    @Test
    void requestThatTheServiceTookBeforeIsTheObjects() {
        watch.succeeded();
        for (int i = 0; i < 100; i++) {
            assertThat(watch.failed(failure(400, "InvalidArgument"))).isFalse();
        }
    }

    @Test
    void zeroGoesOnAfterAny() {
        FaultWatch never = new FaultWatch(0);
        assertThat(never.failed(failure(404, "NoSuchBucket"))).isFalse();
        assertThat(never.isStopped()).isFalse();
    }

    @Test
    void onlyTheFailureThatStopsTheRunSaysSoAndThoseInFlightAreKnown() {
        assertThat(watch.failed(failure(404, "NoSuchBucket"))).isTrue();
        assertThat(watch.failed(failure(404, "NoSuchBucket"))).isFalse();
        assertThat(watch.isKnown(failure(404, "NoSuchBucket"))).isTrue();
        assertThat(watch.isKnown(failure(404, "NoSuchKey"))).isFalse();
    }
}
