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

import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

class FairWindowTest {

    private static final int WINDOW = 4;
    private static final int SMALL = 20;
    private static final int PARTS = 400;

    /**
     * Hands the answers of other calls on, one by one and on the test's thread. So the engine makes all its calls on that
     * thread, and the order of the calls is the order of the window.
     */
    private static final class OneByOne implements InvocationHandler {

        private final S3Calls calls;
        private final List<S3Call> made = new ArrayList<>();
        private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();

        OneByOne(S3Calls calls) {
            this.calls = calls;
        }

        S3Calls calls() {
            return (S3Calls)
                    Proxy.newProxyInstance(S3Calls.class.getClassLoader(), new Class<?>[] {S3Calls.class}, this);
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
            if (method.getName().equals("counted")) {
                return proxy;
            } else if (method.getName().equals("call")) {
                made.add((S3Call) arguments[0]);
            }
            CompletableFuture<Object> handedOn = new CompletableFuture<>();
            Futures.whenDone(
                    (CompletableFuture<?>) method.invoke(calls, arguments),
                    (answer, failure) -> answers.add(() -> {
                        if (failure == null) {
                            handedOn.complete(answer);
                        } else {
                            handedOn.completeExceptionally(failure);
                        }
                    }));
            return handedOn;
        }

        void handOn() throws InterruptedException {
            Runnable answer = answers.poll(1, TimeUnit.MINUTES);
            assertThat(answer).as("an answer, after the calls %s", made).isNotNull();
            answer.run();
        }

        long parts() {
            return made.stream().filter(S3Call.UPLOAD_PART_COPY::equals).count();
        }

        long partsBeforeTheLast(S3Call call) {
            return made.subList(0, made.lastIndexOf(call)).stream()
                    .filter(S3Call.UPLOAD_PART_COPY::equals)
                    .count();
        }
    }

    private static CompletableFuture<CopyResult> copy(ObjectCopier copier, String key, long size) {
        CopyRequest request =
                CopyRequest.builder().source("in", key).destination("out", key).build();
        return copier.copy(request, new KnownSource(size, RecordingS3.ETAG));
    }

    @Test
    void aHugeObjectDoesNotStarveSmallOnes() throws InterruptedException {
        try (RecordingS3 s3 = RecordingS3.start();
                S3AsyncClient client = s3.newClient()) {
            s3.answer(HEAD_OBJECT, head -> Response.headObject(PARTS * (8L << 20), RecordingS3.ETAG));
            OneByOne answers = new OneByOne(CallsUnderTest.on(client));
            S3Calls calls = answers.calls();
            CopySettings settings = CopySettings.builder()
                    .multipartThreshold(Limits.MIN_PART)
                    .partSize(new PartSize.Fixed(8L << 20))
                    .verify(CopySettings.Verify.none)
                    .build();
            RequestWindow window = new RequestWindow(WINDOW, WINDOW);
            ObjectCopier copier =
                    ObjectCopier.builder(calls, window, Runnable::run, settings).build();
            CompletableFuture<CopyResult> huge = copy(copier, "huge", PARTS * (8L << 20));
            while (answers.parts() < WINDOW) {
                answers.handOn();
            }
            List<CompletableFuture<CopyResult>> small = IntStream.range(0, SMALL)
                    .mapToObj(i -> copy(copier, "small-" + i, 1024))
                    .toList();
            while (!huge.isDone()) {
                answers.handOn();
            }
            assertThat(huge.join().parts()).isEqualTo(PARTS);
            assertThat(small).allSatisfy(one -> assertThat(one.join().parts()).isZero());
            assertThat(answers.partsBeforeTheLast(S3Call.COPY_OBJECT))
                    .as("those in flight, and the one that waited before the small ones came")
                    .isEqualTo(WINDOW + 1);
        }
    }
}
