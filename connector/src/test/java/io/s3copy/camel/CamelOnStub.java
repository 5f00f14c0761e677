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

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.S3Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.LifecycleStrategySupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A Camel context whose only S3 client, found in the registry, talks to a recording stub. */
public final class CamelOnStub implements AutoCloseable {

    private final RecordingS3 s3 = RecordingS3.start();
    private final S3AsyncClient client = s3.newClient();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    private CamelOnStub() {
        camel.getShutdownStrategy().setTimeout(5);
        camel.getCamelContextExtension().registerEndpointCallback((uri, endpoint) -> {
            if (endpoint instanceof SedaEndpoint queue) {
                // a queue that is empty is looked at as long before its route stops or pauses
                queue.setPollTimeout(50);
            }
            return endpoint;
        });
        camel.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onComponentAdd(String name, Component component) {
                if (component instanceof S3CopyComponent s3copy) {
                    // a test that waits for a failure does not wait for an hour
                    s3copy.getConfiguration().setRetryFor(500);
                    // the stub answers as AWS does
                    s3copy.getConfiguration().setServiceTraits("aws");
                }
            }
        });
    }

    /** A context in which endpoints find the stub's client. */
    public static CamelOnStub withClient() {
        CamelOnStub stub = new CamelOnStub();
        stub.camel.getRegistry().bind("s3", stub.client);
        return stub;
    }

    /** A context without a client: endpoints build their own, with the stub's credentials from the component. */
    public static CamelOnStub withCredentials() {
        CamelOnStub stub = new CamelOnStub();
        S3CopyConfiguration defaults = stub.component().getConfiguration();
        defaults.setAccessKey(stub.s3.accessKey());
        defaults.setSecretKey(stub.s3.secretKey());
        defaults.setRegion(stub.s3.region());
        defaults.setForcePathStyle(true);
        defaults.setOverrideEndpoint(true);
        defaults.setUriEndpointOverride(stub.s3.endpoint().toString());
        return stub;
    }

    public RecordingS3 s3() {
        return s3;
    }

    public DefaultCamelContext camel() {
        return camel;
    }

    public S3AsyncClient client() {
        return client;
    }

    public S3CopyComponent component() {
        return camel.getComponent("s3copy", S3CopyComponent.class);
    }

    public ProducerTemplate template() {
        return camel.createProducerTemplate();
    }

    /** Adds routes; the context starts with the first. */
    public CamelOnStub routes(RouteBuilder routes) throws Exception {
        camel.addRoutes(routes);
        camel.start();
        return this;
    }

    /** The route {@code direct:copy} to one endpoint. */
    public CamelOnStub route(String uri) throws Exception {
        return routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy").to(uri);
            }
        });
    }

    /** Copies inbox/a.txt, with more headers of the message. */
    public Exchange copy(Map<String, ?> headers) {
        return send(null, with(headers));
    }

    public Exchange copy() {
        return copy(Map.of());
    }

    /** Sends a body and headers and nothing else. */
    public Exchange send(@Nullable Object body, Map<String, ?> headers) {
        return template().request("direct:copy", message(body, headers));
    }

    /** Copies inbox/a.txt without waiting for the answer. */
    public CompletableFuture<Exchange> copyLater() {
        return template().asyncSend("direct:copy", message(null, with(Map.of())));
    }

    /**
     * Sends exchanges one after the other from this thread, without waiting for answers; each copies an object of its
     * own.
     */
    public List<Exchange> sendAsync(String uri, int exchanges, Consumer<Exchange> done) throws Exception {
        AsyncProducer producer = camel.getEndpoint(uri).createAsyncProducer();
        producer.start();
        List<Exchange> sent = new ArrayList<>();
        for (int i = 0; i < exchanges; i++) {
            Exchange exchange = producer.getEndpoint().createExchange();
            exchange.getMessage().setHeader("CamelS3CopyCopySource", "inbox/" + i);
            sent.add(exchange);
            producer.process(exchange, doneSync -> done.accept(exchange));
        }
        return sent;
    }

    /** The only copy that the stub saw. */
    public RecordedRequest onlyCopy() {
        return s3.only(S3Operation.COPY_OBJECT);
    }

    static Processor message(@Nullable Object body, Map<String, ?> headers) {
        return exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        };
    }

    public static Map<String, Object> with(Map<String, ?> headers) {
        Map<String, Object> all = new HashMap<>();
        all.put("CamelS3CopyCopySource", "inbox/a.txt");
        all.putAll(headers);
        return all;
    }

    /** The endpoint that a context made of a URI, started. */
    public static S3CopyEndpoint endpoint(CamelContext camel, String uri) {
        return camel.getEndpoint(uri, S3CopyEndpoint.class);
    }

    @Override
    public void close() {
        camel.stop();
        client.close();
        s3.close();
    }
}
