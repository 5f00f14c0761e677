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

import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.BulkRunException;
import io.s3copy.bulk.run.DeletionRefusedException;
import io.s3copy.camel.event.EventResult;
import io.s3copy.camel.event.EventResult.Outcome;
import io.s3copy.camel.event.EventResults;
import io.s3copy.camel.event.FailedEventsException;
import io.s3copy.camel.progress.UnsaidFailure;
import io.s3copy.camel.route.PeriodicCounts.Count;
import io.s3copy.engine.CopyResult;
import io.s3copy.text.Printable;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log what a route does: at INFO once a minute how many objects it copied, skipped, deleted, failed and
 * dead-lettered, and nothing while it does nothing; at WARN each dead letter; and at INFO each copy, where that is wanted. A
 * run on many objects is a line of its own when it ends, at WARN if it leaves something to do.
 *
 * <p>It is told of copies and dead letters by steps of the route, and of failures as the route's policy, or by {@link
 * #finished}.
 */
public final class CopyReport extends RoutePolicySupport implements CamelContextAware {

    private static final Logger LOG = LoggerFactory.getLogger(CopyReport.class);

    private static final String ASIDE = "s3copy-dead-lettered";

    private final PeriodicCounts counts;
    private final TotalCounts totals = new TotalCounts(InstantSource.system());

    @SuppressWarnings("NullAway.Init") // Camel sets it before it uses the bean
    private CamelContext camelContext;

    private String name = "s3copy";
    private boolean logCopies;

    public CopyReport() {
        this(null);
    }

    CopyReport(PeriodicCounts.@Nullable Timer timer) {
        counts = new PeriodicCounts(line -> LOG.info("{}: {}", name, line), timer);
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

    /** Remembers the id of the message. */
    public void received(Exchange exchange) {
        DeadLetter.remember(exchange);
    }

    /** Counts the results in the body, or tells what a run on many objects came to. */
    public void copied(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof EventResults results) {
            results.all().forEach(one -> count(one, exchange));
        } else if (body instanceof CopyResult result) {
            count(result);
        } else if (body instanceof BulkResult result) {
            tell(result);
        }
    }

    private void tell(BulkResult result) {
        if (result.isClean()) {
            LOG.info("{}: {}", name, result);
        } else {
            LOG.warn(
                    "{}: {}. {}",
                    name,
                    result,
                    result.report() == null
                            ? "Set report to learn which objects are left to do"
                            : "The manifests of the report name the objects that are left to do");
        }
    }

    /** The caught exception is that of a run on many objects that was told to stop: no fault. */
    public void stopped(Exchange exchange) {
        BulkRunException stop = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, BulkRunException.class);
        UnsaidFailure.said(exchange);
        if (stop != null) {
            LOG.info("{}: the next start goes on. {}", name, stop.getMessage());
        }
    }

    /** The message is to be dead-lettered for the caught exception. Sending it may fail for another. */
    public void failing(Exchange exchange) {
        begin(exchange);
    }

    private DeadLetter begin(Exchange exchange) {
        DeadLetter begun = DeadLetter.begin(
                exchange,
                (letter, why) -> LOG.warn(
                        "{}: the dead letter endpoint does not take message {}: {}. It would be dead-lettered for: {}",
                        name,
                        letter,
                        DeadLetter.reason(why),
                        letter.reason()));
        // from here on this bean logs it
        UnsaidFailure.said(exchange);
        return begun;
    }

    /** The message was dead-lettered. */
    public void deadLettered(Exchange exchange) {
        DeadLetter before = DeadLetter.of(exchange);
        DeadLetter letter = before == null ? begin(exchange) : before;
        exchange.setProperty(ASIDE, true);
        add(Count.DEAD_LETTERED);
        letter.delivered();
        if (letter.failure() instanceof FailedEventsException some) {
            some.succeeded().forEach(one -> count(one, exchange));
        }
        LOG.warn("{}: dead-lettered message {}: {}", name, letter, letter.reason());
    }

    private void count(EventResult copy, Exchange exchange) {
        Instant happened = copy.event().origin().time();
        if (happened != null && copy.outcome() != Outcome.FAILED) {
            totals.applied(happened, Instant.ofEpochMilli(exchange.getClock().getCreated()));
        }
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
        totals.copied(result.bytes());
        if (logCopies) {
            LOG.info(
                    "{}: copied {} to {}, {} bytes in {} ms",
                    name,
                    Printable.of(
                            result.source().bucket() + "/" + result.source().key()),
                    Printable.of(result.bucket() + "/" + result.key()),
                    result.bytes() == null ? "unknown" : result.bytes(),
                    result.duration().toMillis());
        }
    }

    /** The end of a Kamelet, or of another route without this policy: counts a failure. */
    public void finished(Exchange exchange) {
        Throwable failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        boolean aside = exchange.getProperty(ASIDE, false, boolean.class);
        exchange.removeProperty(ASIDE);
        if (failure != null && !aside) {
            failed(failure, exchange);
        }
    }

    private void failed(Throwable failure, Exchange exchange) {
        if (failure instanceof FailedEventsException some) {
            some.results().all().forEach(one -> count(one, exchange));
        } else if (failure instanceof DeletionRefusedException refused) {
            // all was copied
            if (refused.result() != null) {
                LOG.info("{}: {}", name, refused.result());
            }
        } else if (!(failure instanceof BulkRunException)) {
            // the message of such a run says how many failed
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
            failed(exchange.getException(), exchange);
        }
    }

    private void add(Count what) {
        totals.add(what);
        counts.add(what, camelContext);
    }

    /** What was counted since the route was loaded. */
    public RouteTotals totals() {
        return totals.totals();
    }

    /** Logs the counts since the last time, if there are any. */
    void tell() {
        counts.tell();
    }
}
