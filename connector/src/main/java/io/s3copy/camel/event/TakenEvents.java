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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The events of an exchange that are measured. What fails waits on with its exchange, which may be delivered again; with
 * the end of the exchange they are no longer ours.
 */
final class TakenEvents extends SynchronizationAdapter {

    private static final String TAKEN = "CamelS3CopyEventsTaken";

    private final EventWatch watch;
    private final List<Consumer<@Nullable String>> taken = new ArrayList<>();

    private TakenEvents(EventWatch watch) {
        this.watch = watch;
    }

    /** The steps, watched as far as something is to be done about them. */
    static List<EventStep> watch(Exchange exchange, List<EventStep> steps, EventWatch watch) {
        Object last = exchange.removeProperty(TAKEN);
        TakenEvents own = new TakenEvents(watch);
        boolean endsWithExchange = exchange.getUnitOfWork() != null;
        List<EventStep> watched = steps.stream()
                .map(step -> step instanceof EventStep.Look look ? own.watch(exchange, look, endsWithExchange) : step)
                .toList();
        // behind the new ones: an event that is delivered again waits all the time
        if (last instanceof TakenEvents before && before.watch == watch) {
            before.onDone(exchange);
        }
        if (endsWithExchange && !own.taken.isEmpty()) {
            exchange.setProperty(TAKEN, own);
            exchange.getUnitOfWork().addSynchronization(own);
        }
        return watched;
    }

    private EventStep watch(Exchange exchange, EventStep.Look step, boolean endsWithExchange) {
        Consumer<@Nullable String> event = watch.take(
                EventExchanges.fromRoute(exchange), step.event().origin().time());
        taken.add(event);
        return step.watched(done -> {
            if (done.outcome() != EventResult.Outcome.FAILED || !endsWithExchange) {
                event.accept(changed(done));
            }
        });
    }

    private static @Nullable String changed(Done done) {
        return switch (done.outcome()) {
            case COPIED, DELETED -> done.outcome().name().toLowerCase(Locale.ROOT);
            case SKIPPED, IGNORED, VANISHED, FAILED -> null;
        };
    }

    @Override
    public void onDone(Exchange exchange) {
        taken.forEach(one -> one.accept(null));
    }
}
