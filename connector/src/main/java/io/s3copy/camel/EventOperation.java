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

import io.s3copy.camel.binding.EventSource;
import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.camel.event.EventCopier;
import io.s3copy.camel.event.EventExchanges;
import io.s3copy.camel.event.EventOptions;
import io.s3copy.event.ObjectEvent;
import io.s3copy.parameter.CopyRequest;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Copies what the events in a message's body name: {@code bodyAs=events}. */
final class EventOperation implements ProducerOperation {

    private final ManagedCopy copy;
    private final EventCopier copier;
    private final EventExchanges exchanges;

    private EventOperation(ManagedCopy copy, EventCopier copier, EventExchanges exchanges) {
        this.copy = copy;
        this.copier = copier;
        this.exchanges = exchanges;
    }

    /** The options of an endpoint about events, where it reads any. */
    static EventOptions options(S3CopyEndpoint endpoint) {
        return EventOptions.read(endpoint.getConfiguration(), endpoint.binding().options());
    }

    static EventOperation open(S3CopyEndpoint endpoint, ManagedCopy copy) {
        EventOptions options = options(endpoint);
        EventCopier copier =
                new EventCopier(options, endpoint.getComponent().keyGate(), copy.copier(), EventSource::known);
        return new EventOperation(copy, copier, new EventExchanges(options, copier));
    }

    @Override
    public Asked read(S3CopyEndpoint endpoint, Exchange exchange) {
        Function<ObjectEvent, CopyRequest> binding = endpoint.binding().bindEvents(exchange);
        Supplier<CompletableFuture<Consumer<Message>>> begin = exchanges.read(exchange, event -> {
            CopyRequest request = binding.apply(event);
            endpoint.clients().refuseUnsafe(request);
            return request;
        });
        return new Asked(
                endpoint.binding().options(),
                () -> begin.get().thenApply(finish -> message -> {
                    ResultBinding.clear(message);
                    finish.accept(message);
                }));
    }

    @Override
    public CompletableFuture<Consumer<Message>> begin(CopyRequest request, Message message) {
        return copy.begin(request, message);
    }

    @Override
    public void close() {
        copy.close();
        copier.close();
    }
}
