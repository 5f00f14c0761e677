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

import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No thread waits for an answer of S3, and no route runs on a thread of the client's. */
class NonBlockingTest {

    private static final int COPIES = 1000;
    private static final int FEW_THREADS = 60;

    private final CamelOnStub stub = CamelOnStub.withCredentials();
    private final CompletableFuture<Void> answers = new CompletableFuture<>();

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

    private static void routeThatNotes(CamelOnStub stub, Set<String> threads, String uri) throws Exception {
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class)
                        .process(exchange -> threads.add(name()))
                        .handled(true);
                from("direct:copy").to(uri).process(exchange -> threads.add(name()));
            }
        });
    }

    private static String name() {
        return Thread.currentThread().getName();
    }

    @Test
    void aThousandCopiesInFlightNeedNoThousandThreads() throws Exception {
        holdAnswers();
        stub.route("s3copy:archive?maxPending=1000&maxConnections=1000&operation=copyObject");
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        AtomicInteger done = new AtomicInteger();
        List<Exchange> sent = stub.sendAsync("direct:copy", COPIES, exchange -> done.incrementAndGet());
        await().atMost(30, TimeUnit.SECONDS).until(() -> stub.s3().inFlight() == COPIES);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - threads)
                .isLessThan(FEW_THREADS);
        answers.complete(null);
        await().atMost(30, TimeUnit.SECONDS).until(() -> done.get() == COPIES);
        assertThat(sent).noneMatch(Exchange::isFailed);
    }

    @Test
    void routesContinueOnAPoolOfCamels() throws Exception {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        routeThatNotes(stub, threads, "s3copy:archive");
        AtomicInteger done = new AtomicInteger();
        stub.sendAsync("direct:copy", 100, exchange -> done.incrementAndGet());
        await().until(() -> done.get() == 100);
        assertThat(threads).isNotEmpty().allSatisfy(name -> assertThat(name).contains("S3Copy"));
    }

    @Test
    void errorHandlersRunOnAPoolOfCamelsToo() throws Exception {
        stub.s3().answer(S3Operation.COPY_OBJECT, request -> Response.error(403, "AccessDenied", "no"));
        Set<String> threads = ConcurrentHashMap.newKeySet();
        routeThatNotes(stub, threads, "s3copy:archive");
        AtomicInteger done = new AtomicInteger();
        stub.sendAsync("direct:copy", 100, exchange -> done.incrementAndGet());
        await().until(() -> done.get() == 100);
        assertThat(threads).isNotEmpty().allSatisfy(name -> assertThat(name).contains("S3Copy"));
    }

    @Test
    void transactedExchangeContinuesOnItsOwnThread() throws Exception {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        routeThatNotes(stub, threads, "s3copy:archive");
        Exchange exchange = stub.template().request("direct:copy", sent -> {
            sent.getExchangeExtension().setTransacted(true);
            sent.getMessage().setHeader("CamelS3CopyCopySource", "inbox/a.txt");
        });
        assertThat(exchange.getException()).isNull();
        assertThat(threads).containsExactly(name());
    }

    @Test
    void synchronousTemplateReturnsWithTheResult() throws Exception {
        stub.route("s3copy:archive");
        assertThat(stub.copy().getMessage().getHeader("CamelS3CopyResultETag")).isEqualTo(RecordingS3.ETAG);
    }

    @Test
    void templateSendsToTheEndpointWithoutARoute() throws Exception {
        stub.camel().start();
        Exchange exchange = stub.template().request("s3copy:archive?copySource=inbox/a.txt", sent -> {});
        assertThat(exchange.getMessage().getHeader("CamelS3CopyResultETag")).isEqualTo(RecordingS3.ETAG);
    }
}
