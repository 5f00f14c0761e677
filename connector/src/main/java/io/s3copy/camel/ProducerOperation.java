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

import io.s3copy.parameter.CopyRequest;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What a producer does with a request. */
interface ProducerOperation extends AutoCloseable {

    /**
     * What an exchange asks for.
     *
     * @param request what errors speak of
     * @param begin begins it; does not block
     */
    record Asked(CopyRequest request, Supplier<CompletableFuture<Consumer<Message>>> begin) {}

    /**
     * Reads what an exchange asks for, before it waits for its turn.
     *
     * @throws io.s3copy.parameter.S3CopyException when it asks for nothing that can be done
     */
    default Asked read(S3CopyEndpoint endpoint, Exchange exchange) {
        CopyRequest request = endpoint.binding().bind(exchange);
        endpoint.clients().refuseUnsafe(request);
        return new Asked(request, () -> begin(request, exchange.getMessage()));
    }

    /**
     * Begins it. Does not block.
     *
     * @param message what the request was read from
     * @return what to do to the message that goes on, when S3 has answered
     */
    CompletableFuture<Consumer<Message>> begin(CopyRequest request, Message message);

    /** Ends what still runs. */
    @Override
    default void close() {}
}
