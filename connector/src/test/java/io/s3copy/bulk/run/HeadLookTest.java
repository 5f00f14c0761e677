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
package io.s3copy.bulk.run;

import static io.s3copy.testkit.S3Operation.GET_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Whose fault a HEAD is that S3 refuses without words. */
@Tag("sdk")
class HeadLookTest {

    private final RecordingS3 s3 = RecordingS3.start();
    private final S3AsyncClient client = s3.newClient();
    private final RunRequests counted = new RunRequests();
    private final HeadLook look = new HeadLook(
            new SdkS3Calls(client),
            new Requests(
                    new RequestWindow(8, 8), new Retries(Duration.ZERO, RunsInMemory.TIMER), () -> "a look", counted),
            counted);

    @AfterEach
    void close() {
        client.close();
        s3.close();
    }

    private S3CallException refused() {
        Throwable failure = Assertions.catchThrowable(() -> look.of(ObjectQuery.ofDestination(
                        CopyRequest.builder().destination("bucket", "a/key").build()))
                .orTimeout(30, TimeUnit.SECONDS)
                .join());
        return (S3CallException) Causes.of(failure);
    }

    @Test
    void aRefusalOfAnObjectIsInTheWordsOfS3AndPausesNoRun() {
        s3.answer(HEAD_OBJECT, head -> Response.error(400, "InvalidRequest", "no"));
        s3.answer(GET_OBJECT, get -> Response.error(400, "InvalidRequest", "stored with a customer key"));
        assertThat(refused()).satisfies(why -> {
            assertThat(ErrorClass.of(why)).isEqualTo(ErrorClass.OBJECT);
            assertThat(why.code()).isEqualTo("InvalidRequest");
            assertThat(why).hasMessageContaining("a/key").hasMessageContaining("stored with a customer key");
        });
        assertThat(s3.operations()).containsExactly(HEAD_OBJECT, GET_OBJECT);
        assertThat(s3.only(GET_OBJECT).header("Range")).contains("bytes=0-0");
        assertThat(counted.counted().byCall()).isEqualTo(Map.of("HeadObject", 2L));
    }

    @Test
    void aRefusalOfTheCallerIsOfAllObjectsAndInWords() {
        s3.answer(HEAD_OBJECT, head -> Response.error(400, "ExpiredToken", "late"));
        s3.answer(GET_OBJECT, get -> Response.error(400, "ExpiredToken", "late"));
        assertThat(refused()).satisfies(why -> {
            assertThat(ErrorClass.of(why)).isEqualTo(ErrorClass.SYSTEMIC);
            assertThat(why.code()).isEqualTo("ExpiredToken");
        });
    }

    @Test
    void whatSaysEnoughIsNotAskedAbout() {
        s3.answer(HEAD_OBJECT, head -> Response.error(404, "NoSuchKey", "no"));
        assertThat(S3CallException.isMissing(refused())).isTrue();
        s3.answer(HEAD_OBJECT, head -> Response.error(403, "AccessDenied", "no"));
        assertThat(ErrorClass.of(refused())).isEqualTo(ErrorClass.SYSTEMIC);
        assertThat(s3.operations()).containsOnly(HEAD_OBJECT);
    }
}
