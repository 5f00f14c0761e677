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
package io.s3copy.engine;

import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Many copies at a server that throttles and breaks: none is lost, and nothing is left behind. */
@Tag("sdk")
class CopiesUnderFaultsTest {

    private static final long SEED = 20_261_121L;

    private final RecordingS3 s3 = RecordingS3.start();
    private final S3AsyncClient client = s3.newClient();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void close() {
        client.close();
        s3.close();
        timer.shutdownNow();
    }

    private ObjectCopier copier(long threshold) {
        S3Calls calls = CallsUnderTest.on(client);
        CopySettings settings = CopySettings.builder()
                .multipartThreshold(threshold)
                .partSize(new PartSize.Fixed(Limits.MIN_PART))
                .retryFor(Duration.ofMinutes(5))
                .build();
        return ObjectCopier.builder(calls, new RequestWindow(32, 64), timer, settings)
                .build();
    }

    private static List<CopyResult> copies(ObjectCopier copier, int count) {
        List<CompletableFuture<CopyResult>> copies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CopyRequest request = CopyRequest.builder()
                    .source("in", "key-" + i)
                    .destination("out", "key-" + i)
                    .build();
            copies.add(copier.copy(request, KnownSource.NOTHING));
        }
        return copies.stream()
                .map(copy -> copy.orTimeout(2, TimeUnit.MINUTES).join())
                .toList();
    }

    /** One in twenty answers is a fault: before the effect, after it, or none at all. */
    private Function<RecordedRequest, Response> mostly(Function<RecordedRequest, Response> answer) {
        Random random = new Random(SEED);
        return request -> {
            int dice;
            synchronized (random) {
                dice = random.nextInt(100);
            }
            return switch (dice) {
                case 0, 1 -> Response.error(503, "SlowDown", "Please reduce your request rate.");
                case 2 -> Response.error(500, "InternalError", "We encountered an internal error.");
                case 3 -> Response.connectionCut();
                case 4 -> Response.errorAfterOk("InternalError", "We encountered an internal error.");
                default -> answer.apply(request);
            };
        };
    }

    @Test
    void noCopyIsLostToAServerThatThrottles() {
        long start = System.nanoTime();
        Map<Long, Integer> admitted = new ConcurrentHashMap<>();
        s3.answer(COPY_OBJECT, request -> {
            long tenth = (System.nanoTime() - start) / 100_000_000;
            return admitted.merge(tenth, 1, Integer::sum) <= 50
                    ? Response.copyObjectResult(RecordingS3.ETAG)
                    : Response.error(503, "SlowDown", "Please reduce your request rate.");
        });
        assertThat(copies(copier(Limits.MAX_SINGLE_COPY), 1_500)).allMatch(result -> result.way() == Way.SINGLE);
    }

    @Test
    void everyObjectIsCopiedThoughOneAnswerInTwentyIsAFault() {
        s3.answer(COPY_OBJECT, mostly(request -> Response.copyObjectResult(RecordingS3.ETAG)));
        List<CopyResult> results = copies(copier(Limits.MAX_SINGLE_COPY), 1_500);
        assertThat(results.stream().map(CopyResult::key).distinct())
                .as("seed %d", SEED)
                .hasSize(1_500);
        assertThat(results.stream().mapToInt(CopyResult::requests).sum()).isGreaterThan(1_500);
    }

    @Test
    void everyUploadEndsThoughOneAnswerInTwentyIsAFault() {
        s3.answer(HEAD_OBJECT, mostly(request -> Response.headObject(40L << 20, "\"planned\"")));
        s3.answer(GET_OBJECT_TAGGING, request -> Response.tagging(Map.of()));
        s3.answer(UPLOAD_PART_COPY, mostly(request -> Response.copyPartResult("\"part\"")));
        List<CopyResult> results = copies(copier(Limits.MIN_PART), 50);
        assertThat(results).as("seed %d", SEED).allMatch(result -> result.parts() == 8);
        Set<String> ended = s3.requests().stream()
                .filter(request -> request.operation() == COMPLETE_MULTIPART_UPLOAD
                        || request.operation() == ABORT_MULTIPART_UPLOAD)
                .map(request -> request.queryParameter("uploadId").orElseThrow())
                .collect(Collectors.toSet());
        assertThat(ended).hasSize(s3.requests(CREATE_MULTIPART_UPLOAD).size());
    }
}
