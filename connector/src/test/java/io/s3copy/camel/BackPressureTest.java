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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At most maxPending calls of an endpoint wait for answers; its callers wait for a place, and never for ever. */
class BackPressureTest {

    private static final int ROUTES = 4;

    private final CamelOnStub stub = CamelOnStub.withCredentials();
    private final CompletableFuture<Void> answers = new CompletableFuture<>();
    private final AtomicInteger copied = new AtomicInteger();

    @AfterEach
    void close() {
        answers.complete(null);
        stub.close();
    }

    private void holdAnswers() {
        stub.s3()
                .answer(
                        S3Operation.COPY_OBJECT,
                        request -> Response.copyObjectResult(RecordingS3.ETAG).heldUntil(answers));
    }

    /** Threads that stand in the queue for a place. */
    private static long waiting() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack ->
                        Stream.of(stack).anyMatch(at -> at.getClassName().endsWith("PendingCalls")))
                .count();
    }

    @Test
    void blocksTheCallerBeyondMaxPending() throws Exception {
        holdAnswers();
        stub.route("s3copy:archive?maxPending=2");
        stub.sendAsync("direct:copy", 2, exchange -> {});
        await().until(() -> stub.s3().inFlight() == 2);
        CompletableFuture<Exchange> third = stub.copyLater();
        await().until(() -> waiting() == 1);
        assertThat(stub.s3().requests()).hasSize(2);
        answers.complete(null);
        assertThat(third.get(10, TimeUnit.SECONDS).getMessage().getHeader("CamelS3CopyResultETag"))
                .isEqualTo(RecordingS3.ETAG);
    }

    @Test
    void countsTheCallsOfAllProducersOfTheEndpoint() throws Exception {
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < ROUTES; i++) {
                    from("seda:in" + i + "?concurrentConsumers=4")
                            .to("s3copy:archive?maxPending=3")
                            .process(exchange -> copied.incrementAndGet());
                }
            }
        });
        for (int i = 0; i < ROUTES; i++) {
            stub.sendAsync("seda:in" + i + "?waitForTaskToComplete=Never", 25, exchange -> {});
        }
        await().atMost(30, TimeUnit.SECONDS).until(() -> copied.get() == ROUTES * 25);
        assertThat(stub.s3().mostInFlight()).isLessThanOrEqualTo(3);
    }

    @Test
    void routeThatUsesAnEndpointTwiceDoesNotLockItselfOut() throws Exception {
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in?concurrentConsumers=20&size=1000")
                        .to("s3copy:archive?maxPending=1")
                        .to("s3copy:archive?maxPending=1")
                        .process(exchange -> copied.incrementAndGet());
            }
        });
        stub.sendAsync("seda:in", 200, exchange -> {});
        await().atMost(30, TimeUnit.SECONDS).until(() -> copied.get() == 200);
    }

    @Test
    void routesThatUseTwoEndpointsInOppositeOrderDoNotLockEachOtherOut() throws Exception {
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:one?concurrentConsumers=20&size=1000")
                        .to("s3copy:archive?maxPending=1", "s3copy:backup?maxPending=1")
                        .process(exchange -> copied.incrementAndGet());
                from("seda:other?concurrentConsumers=20&size=1000")
                        .to("s3copy:backup?maxPending=1", "s3copy:archive?maxPending=1")
                        .process(exchange -> copied.incrementAndGet());
            }
        });
        stub.sendAsync("seda:one", 200, exchange -> {});
        stub.sendAsync("seda:other", 200, exchange -> {});
        await().atMost(30, TimeUnit.SECONDS).until(() -> copied.get() == 400);
    }

    @Test
    void slowSecondEndpointHoldsBackTheFirst() throws Exception {
        stub.s3().answer(S3Operation.COPY_OBJECT, request -> {
            Response result = Response.copyObjectResult(RecordingS3.ETAG);
            return request.bucket().equals("backup") ? result.heldUntil(answers) : result;
        });
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in?concurrentConsumers=50&size=1000")
                        .to("s3copy:archive?maxPending=5", "s3copy:backup?maxPending=5");
            }
        });
        stub.sendAsync("seda:in", 200, exchange -> {});
        await().until(() -> stub.s3().inFlight() == 5);
        await().during(500, TimeUnit.MILLISECONDS)
                .atMost(5, TimeUnit.SECONDS)
                .until(() -> stub.s3().requests().size() < 50);
    }

    /** The second endpoint is older than the first: no thread of the first may wait for it. */
    private void olderSecond() throws Exception {
        stub.s3().answer(S3Operation.COPY_OBJECT, request -> {
            Response result = Response.copyObjectResult(RecordingS3.ETAG);
            return request.bucket().equals("older") ? result.heldUntil(answers) : result;
        });
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:second").to("s3copy:older?maxPending=2").process(exchange -> copied.incrementAndGet());
                from("seda:in?concurrentConsumers=40&size=1000")
                        .to("s3copy:younger?maxPending=2")
                        .to("direct:second");
            }
        });
    }

    @Test
    void maxPendingOfAnOlderEndpointBoundsItToo() throws Exception {
        olderSecond();
        stub.sendAsync("seda:in?waitForTaskToComplete=Never", 200, exchange -> {});
        await().until(() -> stub.s3().inFlight() == 2);
        await().during(500, TimeUnit.MILLISECONDS)
                .atMost(5, TimeUnit.SECONDS)
                .until(() -> stub.s3().inFlight() == 2);
        answers.complete(null);
        await().atMost(30, TimeUnit.SECONDS).until(() -> copied.get() == 200);
    }

    @Test
    void slowOlderEndpointHoldsBackTheYounger() throws Exception {
        olderSecond();
        stub.sendAsync("seda:in?waitForTaskToComplete=Never", 200, exchange -> {});
        await().until(() -> stub.s3().inFlight() == 2);
        await().during(500, TimeUnit.MILLISECONDS)
                .atMost(5, TimeUnit.SECONDS)
                .until(() -> stub.s3().requests().size() < 30);
    }

    @Test
    void stopReleasesWhoWaitsForAPlace() throws Exception {
        holdAnswers();
        stub.camel().getShutdownStrategy().setTimeout(1);
        stub.route("s3copy:archive?maxPending=1");
        stub.sendAsync("direct:copy", 1, exchange -> {});
        await().until(() -> stub.s3().inFlight() == 1);
        CompletableFuture<Exchange> first = stub.copyLater();
        CompletableFuture<Exchange> second = stub.copyLater();
        await().until(() -> waiting() == 2);
        stub.camel().stop();
        assertThat(first.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(CopyStoppedException.class);
        assertThat(second.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(CopyStoppedException.class);
    }

    @Test
    void gracefulStopWaitsForCopiesInFlight() throws Exception {
        holdAnswers();
        stub.camel().getShutdownStrategy().setTimeout(30);
        stub.route("s3copy:archive");
        CompletableFuture<Exchange> copy = stub.copyLater();
        await().until(() -> stub.s3().inFlight() == 1);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(stub.camel()::stop);
        await().until(() -> stub.camel().isStopping());
        answers.complete(null);
        stopped.get(20, TimeUnit.SECONDS);
        assertThat(copy.get(1, TimeUnit.SECONDS).getMessage().getHeader("CamelS3CopyResultETag"))
                .isEqualTo(RecordingS3.ETAG);
    }

    @Test
    void stopThatDoesNotWaitLongEnoughFailsTheCopyRatherThanForgetIt() throws Exception {
        holdAnswers();
        stub.camel().getShutdownStrategy().setTimeout(1);
        stub.route("s3copy:archive");
        CompletableFuture<Exchange> copy = stub.copyLater();
        await().until(() -> stub.s3().inFlight() == 1);
        stub.camel().stop();
        assertThat(copy.get(10, TimeUnit.SECONDS).isFailed()).isTrue();
    }
}
