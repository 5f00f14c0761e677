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
package io.s3copy.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A request that is to be repeated always has an end. */
class RetriesTest {

    private final S3CallException throttle = S3CallException.of(
            S3Call.COPY_OBJECT.api(),
            CopyRequest.builder().destination("out", "key").build(),
            new S3CallException.Failure("SlowDown", 503, "slower", null, null),
            null);

    @Test
    void aTimerThatIsShutDownEndsARequestWithItsLastFailure() {
        ExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        timer.shutdown();
        CompletableFuture<String> answer = new Retries(Duration.ofMinutes(1), timer)
                .run(new Patience(), retry -> CompletableFuture.failedFuture(throttle), (why, left) -> {});
        assertThat(answer)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCause(throttle);
    }
}
