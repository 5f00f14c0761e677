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
package io.s3copy.benchmark.jmh;

import io.s3copy.benchmark.way.Engine;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.camel.binding.ExchangeBinding;
import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.KnownSource;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.plan.CopyPlan;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.plan.Planner;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.parameter.rule.CopyRules;
import io.s3copy.parameter.rule.PreparedRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a copy costs on our side of the AWS SDK: piece by piece, and in whole. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PureParts {

    /** How many headers a message has, three of them ours. */
    @Param({"5", "20"})
    public int headers;

    private CamelContext camel;
    private ExchangeBinding binding;
    private Exchange exchange;
    private CopyRequest said;
    private CopyRequest request;
    private S3Calls calls;
    private S3Result result;
    private ScheduledExecutorService timer;
    private ObjectCopier copier;
    private AsyncProducer route;

    /** Opens an endpoint on a client that answers at once, and makes a message. */
    @Setup
    public void open() throws Exception {
        InstantClient client = new InstantClient();
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("client", client);
        String uri = "s3copy:destination?amazonS3AsyncClient=#client&storageClass=STANDARD_IA";
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copies").to(uri);
            }
        });
        camel.start();
        binding = camel.getEndpoint(uri, S3CopyEndpoint.class).binding();
        route = camel.getEndpoint("direct:copies").createAsyncProducer();
        route.start();
        exchange = new DefaultExchange(camel);
        Message message = exchange.getMessage();
        message.setHeader(CopyParameter.COPY_SOURCE_BUCKET.header(), "source");
        message.setHeader(CopyParameter.COPY_SOURCE_KEY.header(), "photos/2026/01/01/image-000001.jpg");
        message.setHeader(CopyParameter.KEY.header(), "archive/2026/01/01/image-000001.jpg");
        for (int number = 3; number < headers; number++) {
            message.setHeader("CamelFileOrKafkaHeader" + number, "value " + number);
        }
        said = CopyRequest.builder()
                .source("source", "photos/2026/01/01/image-000001.jpg")
                .destination("destination", "archive/2026/01/01/image-000001.jpg")
                .build();
        request = CopyRules.prepare(S3Call.COPY_OBJECT, said).request();
        calls = new SdkS3Calls(client);
        result = calls.call(S3Call.COPY_OBJECT, request).join();
        timer = Executors.newSingleThreadScheduledExecutor();
        copier = Engine.copier(client, 64, timer);
    }

    @TearDown
    public void close() {
        copier.close();
        timer.shutdown();
        route.stop();
        camel.stop();
    }

    @Benchmark
    public CopyPlan plan() {
        return Planner.plan(Limits.MAX_OBJECT / headers, Limits.MAX_SINGLE_COPY, new PartSize.Auto());
    }

    @Benchmark
    public CopyRequest build() {
        return CopyRequest.builder()
                .source("source", "photos/2026/01/01/image-000001.jpg")
                .destination("destination", "archive/2026/01/01/image-000001.jpg")
                .build();
    }

    @Benchmark
    public PreparedRequest prepare() {
        return CopyRules.prepare(S3Call.COPY_OBJECT, said);
    }

    @Benchmark
    public PreparedRequest bind() {
        return binding.bind(exchange);
    }

    /** Request to the SDK's types, and its answer from them. */
    @Benchmark
    public S3Result mapToSdkAndBack() {
        return calls.call(S3Call.COPY_OBJECT, request).join();
    }

    /** The second call of a route finds the result headers of the first. */
    @Benchmark
    public Message applyResult() {
        ResultBinding.apply(result, exchange.getMessage());
        return exchange.getMessage();
    }

    /** All of (b) but the SDK. */
    @Benchmark
    public CopyResult engine() {
        return copier.copy(said, KnownSource.NOTHING).join();
    }

    /** All of (c) but the SDK, one copy at a time: the hand-over to Camel's pool and back wakes a thread each. */
    @Benchmark
    public Exchange route() throws InterruptedException {
        Exchange own = new DefaultExchange(camel);
        exchange.getMessage().getHeaders().forEach(own.getMessage()::setHeader);
        CountDownLatch done = new CountDownLatch(1);
        route.process(own, synchronously -> done.countDown());
        done.await();
        return own;
    }
}
