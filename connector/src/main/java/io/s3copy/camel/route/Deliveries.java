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

import io.s3copy.camel.route.KnownDeliveries.Delivery;
import io.s3copy.text.Printable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a webhook answer in time, however long its copies take. A limited number of requests wait for their answers at a
 * time, and as many copies continue behind them; further senders are told at once to send again. A copy that outlasts its
 * request continues, and a sender that sends the same notification again waits for that copy and gets its outcome.
 *
 * <p>A route calls {@link #enter}, {@link #isNew} and {@link #answered}, and has the steps that copy in a {@code policy} of
 * this bean: they run on a thread and an exchange of their own. All of them share the time that a request has from {@code
 * enter} on. The outcome is the exchange property {@link #STATUS}: the status of HTTP for the answer, as text.
 *
 * <p>Two notifications are the same when their bytes are. If an event has no time, the same bytes may be about another
 * change. Then a request gets the outcome of a copy only until that copy ends, and only in place of a request that was told
 * to send again.
 */
public final class Deliveries implements Policy, CamelContextAware {

    /** The exchange property with the status of HTTP. */
    public static final String STATUS = "s3copy-status";

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final String DIGEST = "s3copy-delivery";

    private final LongSupplier nanoTime;
    private final KnownDeliveries known;

    @SuppressWarnings("NullAway.Init") // Camel sets it before it uses the bean
    private CamelContext camelContext;

    @SuppressWarnings("NullAway.Init") // Camel calls beforeWrap before it runs the steps
    private DetachedSteps detached;

    private int atOnce = 16;
    private Semaphore requests = new Semaphore(atOnce);
    private Semaphore copies = new Semaphore(atOnce);
    private Duration answerWithin = Duration.ofSeconds(10);

    public Deliveries() {
        this(System::nanoTime);
    }

    Deliveries(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.known = new KnownDeliveries(nanoTime);
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
        KameletParameters.ensure(camelContext);
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    /** Sets how many requests wait, and how many notifications are copied, at once; by default 16. */
    public void setAtOnce(int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException(atOnce + " requests at once: write 1 or more");
        }
        this.atOnce = atOnce;
        requests = new Semaphore(atOnce);
        copies = new Semaphore(atOnce);
    }

    /** Sets within which time a request is answered, in ms; by default 10 s. */
    public void setAnswerWithin(Duration answerWithin) {
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new IllegalArgumentException(
                    "An answer within " + answerWithin + ": write a time of more than nothing");
        }
        this.answerWithin = answerWithin;
    }

    /**
     * Takes a place for a request until its answer is sent. Its time begins.
     *
     * @throws RefusedRequestException 503 when there is none
     */
    public void enter(Exchange exchange) {
        AnswerDeadline.begin(exchange, nanoTime, answerWithin);
        Semaphore places = requests;
        if (!places.tryAcquire()) {
            // otherwise its connection would serve no other request
            RequestBody.leave(exchange);
            throw tooMany("requests");
        }
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                places.release();
            }
        });
    }

    private static RefusedRequestException tooMany(String what) {
        return new RefusedRequestException(503, "too many " + what + " at once");
    }

    /**
     * Whether a notification is to be copied now. If it was sent before, this waits for its copy, and {@link #STATUS} is
     * the outcome, or 503 if the copy has not ended.
     */
    public boolean isNew(Exchange exchange) throws InterruptedException {
        String digest = NotificationBytes.digest(exchange);
        exchange.setProperty(DIGEST, digest);
        exchange.setProperty(STATUS, KnownDeliveries.AGAIN);
        Delivery before = known.before(digest);
        if (before == null) {
            return true;
        }
        String outcome = before.outcome(AnswerDeadline.left(exchange, answerWithin));
        if (before.hasEnded() && !outcome.equals(KnownDeliveries.DONE)) {
            LOG.debug("A notification came again whose copy had ended with {}: it is copied anew", outcome);
            return true;
        }
        LOG.info(
                "A notification came again: the answer {} is that of its earlier copy, which began {} s ago",
                outcome,
                before.seconds());
        exchange.setProperty(STATUS, outcome);
        return false;
    }

    @Override
    public void beforeWrap(@Nullable Route route, @Nullable NamedNode definition) {
        Object webhook = route == null ? this : route.getRouteId();
        try {
            ServerThreads.refuseTooMany(camelContext, atOnce, WebhookPlaces.add(camelContext, webhook, atOnce));
        } catch (RuntimeException e) {
            WebhookPlaces.remove(camelContext, webhook);
            throw e;
        }
        detached = new DetachedSteps(camelContext, this, atOnce);
    }

    @Override
    public Processor wrap(@Nullable Route route, Processor steps) {
        AsyncProcessor copying = AsyncProcessorConverterHelper.convert(steps);
        return exchange -> copy(exchange, copying);
    }

    /**
     * Copies a notification in an exchange of its own, and waits for it as long as its request may.
     *
     * @throws RefusedRequestException 503 when there are too many copies
     */
    private void copy(Exchange exchange, AsyncProcessor steps) throws InterruptedException {
        Semaphore places = copies;
        if (!places.tryAcquire()) {
            throw tooMany("copies");
        }
        Delivery delivery = known.begin(
                exchange.getProperty(DIGEST, String.class), NotificationBytes.tellTheirTime(exchange), places);
        detached.begin(exchange, steps, copy -> end(delivery, copy));
        exchange.setProperty(STATUS, delivery.outcome(AnswerDeadline.left(exchange, answerWithin)));
    }

    private static void end(Delivery delivery, Exchange copy) {
        if (copy.getException() != null && DeadLetter.of(copy) == null) {
            // routes catch failures of copies, so this one came after that
            LOG.warn(
                    "A notification failed; the answer is {}: {}",
                    KnownDeliveries.AGAIN,
                    Printable.of(String.valueOf(copy.getException().getMessage())));
        }
        delivery.end(
                copy.isFailed()
                        ? KnownDeliveries.AGAIN
                        : copy.getProperty(STATUS, KnownDeliveries.AGAIN, String.class));
    }

    /** The answer follows. It tells the outcome of the copy, which need not be kept. */
    public void answered(Exchange exchange) {
        known.answered(exchange.getProperty(DIGEST, String.class), exchange.getProperty(STATUS, String.class));
    }
}
