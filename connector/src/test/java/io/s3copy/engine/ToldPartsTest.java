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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.plan.CopyPlan;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopyTarget;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a listener hears of parts: answers that come together on several threads must not end the copy before. */
class ToldPartsTest {

    private final Map<Integer, CompletableFuture<S3Result>> answers = new ConcurrentHashMap<>();
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch heard = new CountDownLatch(1);

    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());

    private final CopyListener slow = new CopyListener() {
        @Override
        public void partsBegun(CopyTask copy, int parts, long bytes, int partsThere, long bytesThere) {
            begun.add(parts + " parts of " + bytes + " bytes, " + partsThere + " of " + bytesThere + " there");
        }

        @Override
        public void partDone(CopyTask copy, int number, int parts, long bytes) {
            if (number == 1) {
                told.countDown();
                await(heard);
            }
        }
    };

    private S3Calls calls() {
        return (S3Calls) Proxy.newProxyInstance(
                S3Calls.class.getClassLoader(), new Class<?>[] {S3Calls.class}, (proxy, method, arguments) -> {
                    CopyRequest part = (CopyRequest) arguments[1];
                    return answers.computeIfAbsent(
                            (Integer) part.get(CopyParameter.PART_NUMBER), number -> new CompletableFuture<>());
                });
    }

    private PartsCopy copy(Map<Integer, CompletedPart> there) {
        CopyRequest request = CopyRequest.builder()
                .source("in", "key")
                .destination("out", "key")
                .set(CopyParameter.UPLOAD_ID, "upload")
                .build();
        CopySession session = new CopySession(
                new RequestWindow(4, 4),
                new Retries(Duration.ofSeconds(1), Runnable::run),
                new CopyTask(request.source().orElseThrow(), new CopyTarget("out", "key")),
                slow);
        MultipartCopy.Plan plan = new MultipartCopy.Plan(
                new CopyPlan.EvenParts(110, 60),
                ObjectHead.builder().length(110L).eTag("\"e\"").build(),
                new Carried(request, request, Map.of(), List.of(), false));
        return new PartsCopy(calls(), session, request, plan, there);
    }

    @Test
    void partsThatAreThereAreToldAtTheBeginning() {
        assertThat(copy(Map.of(2, new CompletedPart(2, "\"p\"", Map.of()))).run())
                .isNotDone();
        assertThat(begun).containsExactly("2 parts of 110 bytes, 1 of 50 there");
    }

    @Test
    void partsAreToldBeforeTheCopyEnds() throws Exception {
        CompletableFuture<List<CompletedPart>> copied = copy(Map.of()).run();
        assertThat(begun).containsExactly("2 parts of 110 bytes, 0 of 0 there");
        S3Result result = new S3Result(Map.of(CopyParameter.RESULT_ETAG, "\"p\""), null, "answer");

        Thread first = new Thread(() -> answers.get(1).complete(result));
        first.start();
        await(told);
        answers.get(2).complete(result);
        assertThat(copied).as("the listener still hears of the first part").isNotDone();
        heard.countDown();

        assertThat(copied.get(30, TimeUnit.SECONDS)).hasSize(2);
        first.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
