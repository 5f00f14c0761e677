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
package io.s3copy.benchmark.nulls3;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One connection: answers each request when its last byte is there, at once or by the timer of the event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that breaks is the client's to notice
final class Connection extends SimpleChannelInboundHandler<HttpObject> {

    static final String ORDERS = "/-/orders/";
    static final String COUNTS = "/-/counts";

    private final NullS3State state;
    private HttpRequest request;

    Connection(NullS3State state) {
        this.state = state;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpRequest begun) {
            request = begun;
        }
        if (part instanceof LastHttpContent) {
            answer(context);
        }
    }

    private void answer(ChannelHandlerContext context) {
        if (request.uri().startsWith(ORDERS)) {
            state.order(Orders.parse(request.uri().substring(ORDERS.length())));
            context.writeAndFlush(Answers.text(""));
        } else if (request.uri().equals(COUNTS)) {
            context.writeAndFlush(Answers.text(state.counts().toText()));
        } else {
            answer(context, Operation.of(request));
        }
    }

    private void answer(ChannelHandlerContext context, Operation operation) {
        state.received(operation);
        Duration delay = state.delayOf(operation);
        if (delay.isZero()) {
            send(context, operation);
        } else {
            context.executor().schedule(() -> send(context, operation), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void send(ChannelHandlerContext context, Operation operation) {
        state.answered();
        FullHttpResponse answer = Answers.to(operation, state.orders());
        context.writeAndFlush(answer);
    }
}
