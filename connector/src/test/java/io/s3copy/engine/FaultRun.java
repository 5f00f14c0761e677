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

import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.fault.FaultyS3;
import io.s3copy.testkit.fault.StoredObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Copies from bucket {@code in} to bucket {@code out} of a stub that breaks, and what became of them. */
final class FaultRun implements AutoCloseable {

    /** As many copies wait at once as an endpoint lets wait. */
    private static final int PENDING = 256;

    private final FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out");
    private final S3AsyncClient client = s3.newClient();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Integer> writesWhenDone = new ConcurrentHashMap<>();

    FaultyS3 s3() {
        return s3;
    }

    ObjectCopier copier() {
        return copier(CopySettings.defaults());
    }

    ObjectCopier copier(CopySettings settings) {
        return copier(settings, new RequestWindow(32, 64));
    }

    ObjectCopier copier(CopySettings settings, RequestWindow window) {
        S3Calls calls = CallsUnderTest.on(client);
        return ObjectCopier.builder(calls, window, timer, settings).build();
    }

    /** The defaults but for these: the one place to change when settings get more of them. */
    static CopySettings settings(long threshold, PartSize partSize, IfExists ifExists) {
        return CopySettings.builder()
                .multipartThreshold(threshold)
                .partSize(partSize)
                .ifExists(ifExists)
                .retryFor(Duration.ofMinutes(5))
                .build();
    }

    static CopySettings inPartsOf(long partSize) {
        return settings(Limits.MIN_PART, new PartSize.Fixed(partSize), IfExists.overwrite);
    }

    static CopyRequest.Builder request(String key) {
        return CopyRequest.builder().source("in", key).destination("out", key);
    }

    CompletableFuture<CopyResult> copy(ObjectCopier copier, String key) {
        return copier.copy(request(key).build(), KnownSource.NOTHING).thenApply(result -> {
            writesWhenDone.put(key, s3.writes("out", key).size());
            return result;
        });
    }

    CopyResult copied(ObjectCopier copier, String key) {
        return copy(copier, key).orTimeout(1, TimeUnit.MINUTES).join();
    }

    /** Copies all keys, and waits; the futures have ended. */
    List<CompletableFuture<CopyResult>> copies(ObjectCopier copier, List<String> keys) throws InterruptedException {
        Semaphore places = new Semaphore(PENDING);
        List<CompletableFuture<CopyResult>> copies = new ArrayList<>();
        for (String key : keys) {
            places.acquire();
            CompletableFuture<CopyResult> copy = copy(copier, key);
            copies.add(copy);
            Futures.whenDone(copy, (done, failure) -> places.release());
        }
        places.acquire(PENDING);
        return copies;
    }

    /** What the failed ones of ended copies say. */
    static List<String> failures(List<CompletableFuture<CopyResult>> copies) {
        return copies.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .map(copy -> copy.handle((done, failure) -> Causes.of(failure).getMessage())
                        .join())
                .toList();
    }

    /** Whether the copy is one state of its source, whole. */
    boolean isRight(String key) {
        StoredObject there = s3.object("out", key).orElse(null);
        return there != null
                && s3.writes("in", key).stream()
                        .anyMatch(state -> state.content().equals(there.content()));
    }

    /** Whether an object was written no oftener than lost answers explain, and never again after it was said to be done. */
    boolean isWrittenOnce(String key) {
        int writes = s3.writes("out", key).size();
        return writes <= 1 + s3.lostAnswers("out", key) && writes == writesWhenDone.getOrDefault(key, -1);
    }

    @Override
    public void close() {
        client.close();
        s3.close();
        timer.shutdownNow();
    }
}
