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

import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

class FairWindowTest {

    private static final int WINDOW = 4;
    private static final int SMALL = 20;
    private static final int PARTS = 400;

    private static CompletableFuture<CopyResult> copy(ObjectCopier copier, String key, long size) {
        CopyRequest request =
                CopyRequest.builder().source("in", key).destination("out", key).build();
        return copier.copy(request, new KnownSource(size, RecordingS3.ETAG));
    }

    @Test
    void aHugeObjectDoesNotStarveSmallOnes() {
        CompletableFuture<Void> held = new CompletableFuture<>();
        try (RecordingS3 s3 = RecordingS3.start();
                S3AsyncClient client = s3.newClient()) {
            s3.answer(HEAD_OBJECT, head -> Response.headObject(PARTS * (8L << 20), RecordingS3.ETAG));
            s3.answer(
                    UPLOAD_PART_COPY,
                    part -> Response.copyPartResult("\"part\"").heldUntil(held));
            SdkS3Calls calls = new SdkS3Calls(client);
            CopySettings settings = CopySettings.builder()
                    .multipartThreshold(Limits.MIN_PART)
                    .partSize(new PartSize.Fixed(8L << 20))
                    .verify(CopySettings.Verify.none)
                    .build();
            RequestWindow window = new RequestWindow(WINDOW, WINDOW);
            ObjectCopier copier =
                    new ObjectCopier(calls, calls, window, ForkJoinPool.commonPool(), settings, CopyListener.NONE);
            CompletableFuture<CopyResult> huge = copy(copier, "huge", PARTS * (8L << 20));
            Awaitility.await().until(() -> s3.inFlight() == WINDOW);
            List<CompletableFuture<CopyResult>> small = IntStream.range(0, SMALL)
                    .mapToObj(i -> copy(copier, "small-" + i, 1024))
                    .toList();
            held.complete(null);
            CompletableFuture.allOf(small.toArray(CompletableFuture[]::new))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            assertThat(huge.orTimeout(30, TimeUnit.SECONDS).join().parts()).isEqualTo(PARTS);
            List<S3Operation> order = s3.operations().stream()
                    .filter(one -> one == COPY_OBJECT || one == UPLOAD_PART_COPY)
                    .toList();
            long partsBefore = order.subList(0, order.lastIndexOf(COPY_OBJECT)).stream()
                    .filter(one -> one == UPLOAD_PART_COPY)
                    .count();
            assertThat(partsBefore)
                    .as("those in flight, the one that waited before, and one for each that took its turn between")
                    .isLessThanOrEqualTo(2 * WINDOW + 1);
        }
    }
}
