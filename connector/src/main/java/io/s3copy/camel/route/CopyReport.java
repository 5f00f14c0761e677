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

import io.s3copy.camel.event.EventCopies;
import io.s3copy.camel.event.EventCopiesException;
import io.s3copy.camel.event.EventCopy;
import io.s3copy.camel.event.EventCopy.Outcome;
import io.s3copy.camel.progress.UnsaidFailure;
import io.s3copy.engine.CopyResult;
import io.s3copy.event.ObjectEvent;
import io.s3copy.parameter.Printable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log what a route does: at INFO once a minute how many objects it copied, skipped, deleted, failed and put
 * aside, and nothing while it does nothing; at WARN each dead letter; and at INFO each copy, where that is wanted.
 *
 * <p>It is told of copies and dead letters by steps of the route, and of failures as the route's policy, or by {@link
 * #finished}.
 */
public final class CopyReport extends RoutePolicySupport implements CamelContextAware {

    private static final Logger LOG = LoggerFactory.getLogger(CopyReport.class);

    /** Between the first thing that is done and the line that tells it. */
    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Says which message of its source an exchange is, after its headers are removed. */
    private static final String MESSAGE_ID = "s3copy-message-id";

    private static final String FAILURE = "s3copy-failure";
    private static final String ASIDE = "s3copy-dead-lettered";
    /** How many objects of one notification a line names. */
    private static final int NAMED = 10;

    private static final String UNKNOWN = "unknown";

    /** What is counted, in the order of the line. */
    private enum Count {
        COPIED,
        SKIPPED,
        DELETED,
        FAILED,
        DEAD_LETTERED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Runs something later. */
    interface Timer {
        void in(Duration delay, Runnable what);
    }

    private final Map<Count, Long> counts = new EnumMap<>(Count.class); // guarded by itself

    private CamelContext camelContext;
    private String name = "s3copy";
    private boolean logCopies;
    private Timer timer;

    public CopyReport() {}

    CopyReport(Timer timer) {
        this.timer = timer;
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

    /** Sets what the lines begin with: the name of the route or the Kamelet. */
    public void setName(String name) {
        this.name = name;
    }

    /** Sets whether each copy is a line; by default false. */
    public void setLogCopies(boolean logCopies) {
        this.logCopies = logCopies;
    }

    /** Remembers which message it is that the exchange brings. */
    public void received(Exchange exchange) {
        Message message = exchange.getMessage();
        Object offset = message.getHeader("kafka.OFFSET");
        Object id = offset == null
                ? message.getHeader("CamelAwsSqsMessageId", exchange.getExchangeId())
                : message.getHeader("kafka.TOPIC") + "-" + message.getHeader("kafka.PARTITION") + "@" + offset;
        exchange.setProperty(MESSAGE_ID, id);
    }

    /** The body is what came of copies. */
    public void copied(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof EventCopies copies) {
            copies.all().forEach(this::count);
        } else if (body instanceof CopyResult result) {
            count(result);
        }
    }

    /** The message is to be put aside for what was caught: sending it may fail for something else. */
    public void failing(Exchange exchange) {
        exchange.setProperty(FAILURE, exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT));
    }

    /** Whether the message is being put aside. */
    static boolean isFailing(Exchange exchange) {
        return exchange.getProperty(FAILURE) != null;
    }

    /** The message was put aside. */
    public void deadLettered(Exchange exchange) {
        Throwable failure = exchange.getProperty(FAILURE, Throwable.class);
        exchange.setProperty(ASIDE, true);
        UnsaidFailure.said(exchange);
        add(Count.DEAD_LETTERED);
        String objects = "no object";
        if (failure instanceof EventCopiesException some) {
            some.succeeded().forEach(this::count);
            objects = named(some.failed());
        }
        LOG.warn(
                "{}: dead-lettered message {}, {}: {}",
                name,
                printable(exchange.getProperty(MESSAGE_ID, UNKNOWN, String.class)),
                objects,
                printable(failure == null ? UNKNOWN : failure.getMessage()));
    }

    private static String named(List<EventCopy> failed) {
        String some = failed.stream().limit(NAMED).map(one -> path(one.event())).collect(Collectors.joining(", "));
        return failed.size() > NAMED ? some + " and " + (failed.size() - NAMED) + " more" : some;
    }

    private static String path(ObjectEvent event) {
        return printable(event.bucket() + "/" + event.key());
    }

    private static String printable(String text) {
        return text == null ? UNKNOWN : Printable.of(text);
    }

    private void count(EventCopy copy) {
        if (copy.result() != null && copy.outcome() == Outcome.COPIED) {
            count(copy.result());
            return;
        }
        switch (copy.outcome()) {
            case COPIED -> add(Count.COPIED);
            case DELETED -> add(Count.DELETED);
            case FAILED -> add(Count.FAILED);
            default -> add(Count.SKIPPED);
        }
    }

    private void count(CopyResult result) {
        if (!result.isCopied()) {
            add(Count.SKIPPED);
            return;
        }
        add(Count.COPIED);
        if (logCopies) {
            LOG.info(
                    "{}: copied {} to {}, {} bytes in {} ms",
                    name,
                    printable(result.source().bucket() + "/" + result.source().key()),
                    printable(result.bucket() + "/" + result.key()),
                    result.bytes() == null ? UNKNOWN : result.bytes(),
                    result.duration().toMillis());
        }
    }

    /** The end of a Kamelet, or of another route that this is no policy of: a failure is counted. */
    public void finished(Exchange exchange) {
        Throwable failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        boolean aside = exchange.getProperty(ASIDE, false, boolean.class);
        exchange.removeProperty(ASIDE);
        if (failure != null && !aside) {
            failed(failure);
        }
    }

    private void failed(Throwable failure) {
        if (failure instanceof EventCopiesException some) {
            some.copies().all().forEach(this::count);
        } else {
            add(Count.FAILED);
        }
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        received(exchange);
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        if (exchange.getException() != null) {
            failed(exchange.getException());
        }
    }

    private void add(Count what) {
        boolean isFirst;
        synchronized (counts) {
            isFirst = counts.isEmpty();
            counts.merge(what, 1L, Long::sum);
        }
        if (isFirst) {
            timer().in(PERIOD, this::tell);
        }
    }

    /** Says what was done since the last time, if anything was. */
    void tell() {
        Map<Count, Long> done;
        synchronized (counts) {
            if (counts.isEmpty()) {
                return;
            }
            done = new EnumMap<>(counts);
            counts.clear();
        }
        String line = done.entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining(", "));
        LOG.info("{}: {}", name, line);
    }

    private synchronized Timer timer() {
        if (timer == null) {
            ScheduledExecutorService pool =
                    camelContext.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "S3CopyReport");
            timer = (delay, what) -> {
                if (!pool.isShutdown()) {
                    var unused = pool.schedule(what, delay.toMillis(), TimeUnit.MILLISECONDS);
                }
            };
            tellAtTheEnd(pool);
        }
        return timer;
    }

    private void tellAtTheEnd(ScheduledExecutorService pool) {
        try {
            camelContext.addService(new ServiceSupport() {
                @Override
                protected void doStop() {
                    // a line that is still to come would keep the context from its end for ten seconds
                    camelContext.getExecutorServiceManager().shutdownNow(pool);
                    tell();
                }
            });
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeException(e);
        }
    }
}
