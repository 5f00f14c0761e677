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
package io.s3copy.camel.route;

import io.s3copy.camel.event.EventResult;
import io.s3copy.camel.event.FailedEventsException;
import io.s3copy.event.ObjectEvent;
import io.s3copy.text.Printable;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/** A message that is dead-lettered: from the decision until it is delivered, or the exchange ends without that. */
final class DeadLetter extends SynchronizationAdapter {

    /** The property with the id of the message: its headers may be removed. */
    private static final String MESSAGE_ID = "s3copy-message-id";

    private static final String PROPERTY = "s3copy-failure";

    private static final String UNKNOWN = "unknown";

    /** How many objects of one notification a line names. */
    private static final int NAMED = 10;

    private final String message;
    private final @Nullable Throwable failure;
    private final BiConsumer<DeadLetter, Throwable> undelivered;
    private volatile boolean delivered;

    private DeadLetter(String message, @Nullable Throwable failure, BiConsumer<DeadLetter, Throwable> undelivered) {
        this.message = message;
        this.failure = failure;
        this.undelivered = undelivered;
    }

    /** Remembers the id of the message. */
    static void remember(Exchange exchange) {
        Message message = exchange.getMessage();
        Object offset = message.getHeader("kafka.OFFSET");
        Object id = offset == null
                ? message.getHeader("CamelAwsSqsMessageId", exchange.getExchangeId())
                : message.getHeader("kafka.TOPIC") + "-" + message.getHeader("kafka.PARTITION") + "@" + offset;
        exchange.setProperty(MESSAGE_ID, id);
    }

    /**
     * The message is to be dead-lettered for the caught exception.
     *
     * @param undelivered called when the exchange ends without a delivery, with the reason
     */
    static DeadLetter begin(Exchange exchange, BiConsumer<DeadLetter, Throwable> undelivered) {
        DeadLetter letter = new DeadLetter(
                printable(exchange.getProperty(MESSAGE_ID, UNKNOWN, String.class)),
                exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class),
                undelivered);
        exchange.setProperty(PROPERTY, letter);
        exchange.getExchangeExtension().addOnCompletion(letter);
        return letter;
    }

    /** What {@link #begin} made; or null. */
    static @Nullable DeadLetter of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, DeadLetter.class);
    }

    void delivered() {
        delivered = true;
    }

    /** Why it is dead-lettered; null if that is not known. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** The message, and the objects that failed. */
    @Override
    public String toString() {
        return message + ", " + (failure instanceof FailedEventsException some ? named(some.failed()) : "no object");
    }

    /** Why it is dead-lettered, as text. */
    String reason() {
        return reason(failure);
    }

    static String reason(@Nullable Throwable failure) {
        return printable(failure == null ? UNKNOWN : failure.getMessage());
    }

    @Override
    public void onDone(Exchange exchange) {
        if (!delivered) {
            Throwable thrown = exchange.getException();
            undelivered.accept(
                    this,
                    thrown == null
                            ? exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class)
                            : thrown);
        }
    }

    private static String named(List<EventResult> failed) {
        String some = failed.stream().limit(NAMED).map(one -> path(one.event())).collect(Collectors.joining(", "));
        return failed.size() > NAMED ? some + " and " + (failed.size() - NAMED) + " more" : some;
    }

    private static String path(ObjectEvent event) {
        return printable(event.bucket() + "/" + event.key());
    }

    private static String printable(@Nullable String text) {
        return text == null ? UNKNOWN : Printable.of(text);
    }
}
