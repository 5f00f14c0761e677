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
package io.s3copy.camel.event;

import io.s3copy.camel.event.EventResult.Done;
import io.s3copy.event.Decoded;
import io.s3copy.event.EventDecoder;
import io.s3copy.event.EventIdentity;
import io.s3copy.event.ObjectEvent;
import io.s3copy.parameter.S3CopyException;
import io.s3copy.parameter.rule.PreparedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads notifications from exchanges, and sets their results there. An exchange that fails keeps its body, and remembers
 * what was applied, so that its redelivery applies only the rest.
 */
public final class EventExchanges {

    /** Why a notification failed, for the route that dead-letters it. */
    public static final String ERROR_HEADER = "CamelS3CopyEventError";

    /**
     * The property of an exchange with the id of the route that its events came from, where that is not the one that the
     * exchange says: Camel gives a Kamelet a copy, which seems to come from the Kamelet itself.
     */
    public static final String FROM_ROUTE_PROPERTY = "CamelS3CopyFromRoute";

    /** In characters: brokers limit the length of headers. */
    private static final int SHOWN_LENGTH = 500;

    private static final String APPLIED = "CamelS3CopyEventsApplied";

    private final EventOptions options;
    private final EventCopier copier;
    private final EventWatch watch;

    public EventExchanges(EventOptions options, EventCopier copier, EventWatch watch) {
        this.options = options;
        this.copier = copier;
        this.watch = watch;
    }

    /** What came of events in earlier attempts, at one endpoint. */
    private record Applied(EventExchanges endpoint, Map<String, Done> events) {}

    /**
     * Reads the body, and decides about its events.
     *
     * @param binding the request of an event
     * @return applies them, and returns what finishes the message, which may throw a
     *     {@link FailedEventsException}
     * @throws PoisonEventException when the body is not a notification
     */
    public Supplier<CompletableFuture<Consumer<Message>>> read(
            Exchange exchange, Function<ObjectEvent, PreparedRequest> binding) {
        Decoded decoded = read(exchange.getMessage(), options.decoder());
        Map<String, Done> before = applied(exchange);
        List<EventStep> decided = decoded.events().stream()
                .map(event -> step(event, before, binding))
                .toList();
        List<EventStep> steps = TakenEvents.watch(exchange, decided, watch);
        String route = fromRoute(exchange);
        return () -> copier.apply(steps, decoded.testEvents(), route).thenApply(results -> to -> finish(results, to));
    }

    /** The id of the route that events came from, or null. */
    static @Nullable String fromRoute(Exchange exchange) {
        String told = exchange.getProperty(FROM_ROUTE_PROPERTY, String.class);
        return told == null ? exchange.getFromRouteId() : told;
    }

    /** The events in a body. If it is poison, the message gets the reason as a header, too. */
    static Decoded read(Message message, EventDecoder decoder) {
        message.removeHeader(ERROR_HEADER);
        try {
            return Notification.read(message, decoder);
        } catch (PoisonEventException e) {
            throw told(e, message);
        }
    }

    private EventStep step(
            ObjectEvent event, Map<String, Done> before, Function<ObjectEvent, PreparedRequest> binding) {
        Done done = before.isEmpty() ? null : before.get(EventIdentity.of(event));
        return done == null ? EventStep.of(event, options, binding) : new EventStep.Settled(event, done);
    }

    private Map<String, Done> applied(Exchange exchange) {
        return exchange.getProperty(APPLIED) instanceof Applied applied && applied.endpoint() == this
                ? applied.events()
                : Map.of();
    }

    private void finish(EventResults results, Message message) {
        Exchange exchange = message.getExchange();
        if (results.failed().isEmpty()) {
            exchange.removeProperty(APPLIED);
            message.setBody(results);
            return;
        }
        Map<String, Done> applied = new HashMap<>();
        results.all().stream()
                .filter(one -> one.done().isApplied())
                .forEach(one -> applied.put(EventIdentity.of(one.event()), one.done()));
        exchange.setProperty(APPLIED, new Applied(this, Map.copyOf(applied)));
        throw told(new FailedEventsException(results), message);
    }

    private static <E extends S3CopyException> E told(E failure, Message message) {
        String text = String.valueOf(failure.getMessage());
        message.setHeader(ERROR_HEADER, text.length() > SHOWN_LENGTH ? start(text) + "…" : text);
        return failure;
    }

    /** Never half of a surrogate pair: a broker could refuse the header. */
    private static String start(String text) {
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(SHOWN_LENGTH - 1)) ? SHOWN_LENGTH - 1 : SHOWN_LENGTH);
    }
}
