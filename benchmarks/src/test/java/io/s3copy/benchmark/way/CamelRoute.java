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
package io.s3copy.benchmark.way;

import io.s3copy.parameter.CopyParameter;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A route from {@code direct:copies}: an exchange a copy, with the object in headers. */
final class CamelRoute implements AutoCloseable {

    private final CamelContext camel;
    private final Endpoint from;
    private final AsyncProducer copies;

    /** A route to a URI, in a context that was prepared for it. */
    CamelRoute(String to, Consumer<CamelContext> prepare) throws Exception {
        camel = new DefaultCamelContext();
        prepare.accept(camel);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copies").to(to);
            }
        });
        camel.start();
        from = camel.getEndpoint("direct:copies");
        copies = from.createAsyncProducer();
        copies.start();
    }

    /** Sends (c)'s message. */
    void copy(CopiedObjects objects, int number, Consumer<Throwable> ended) {
        Exchange exchange = from.createExchange();
        Message message = exchange.getMessage();
        message.setHeader(CopyParameter.COPY_SOURCE_BUCKET.header(), objects.bucket());
        message.setHeader(CopyParameter.COPY_SOURCE_KEY.header(), objects.source(number));
        message.setHeader(CopyParameter.KEY.header(), objects.copy(number));
        copies.process(exchange, done -> ended.accept(exchange.getException()));
    }

    /** Sends (d)'s message; comes back when it is copied. */
    void copyByAws2S3(CopiedObjects objects, int number, Consumer<Throwable> ended) {
        Exchange exchange = from.createExchange();
        Message message = exchange.getMessage();
        message.setHeader("CamelAwsS3Key", objects.source(number));
        message.setHeader("CamelAwsS3BucketDestinationName", objects.bucket());
        message.setHeader("CamelAwsS3DestinationKey", objects.copy(number));
        copies.process(exchange, done -> ended.accept(exchange.getException()));
    }

    @Override
    public void close() {
        copies.stop();
        camel.stop();
    }
}
