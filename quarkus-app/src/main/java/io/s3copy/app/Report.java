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
package io.s3copy.app;

import io.quarkus.arc.Unremovable;
import io.s3copy.app.cli.CopyNotes;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.text.Printable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.PrintStream;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;

/** Says on standard output what became of each object, how far the run is, and in the end what became of all. */
@ApplicationScoped
@Named("report")
@Unremovable
public class Report {

    /** Exchange properties: the object that is copied, and when it set off. */
    private static final String OBJECT = "s3copy.object";

    private static final String START = "s3copy.start";

    private static final long NANOS_IN_MILLI = 1_000_000;

    private final PrintStream out = System.out;
    private final Tally tally = new Tally();
    private final AtomicLong alike = new AtomicLong();
    private final Settings settings;
    private final FaultWatch watch;
    private Timer ticker;
    private volatile long jobStart;
    private volatile boolean running;
    private volatile boolean dryRun;
    private volatile boolean listingFailed;
    private volatile boolean warned;

    Report(Settings settings) {
        this.settings = settings;
        this.watch = new FaultWatch(settings.stopAfter());
    }

    /** The job begins. */
    public void begin() {
        jobStart = System.nanoTime();
        running = true;
        if (settings.progress() > 0) {
            long period = TimeUnit.SECONDS.toMillis(settings.progress());
            ticker = new Timer("s3copy-progress", true);
            ticker.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            progress();
                        }
                    },
                    period,
                    period);
        }
    }

    private void progress() {
        out.println(Totals.progress(tally.counts(), dryRun, System.nanoTime() - jobStart));
    }

    /** Whether the copies are to write nothing: the component's own options may say so too. */
    void dryRun(boolean isDryRun) {
        dryRun = isDryRun;
    }

    /** An object was taken from the listing. */
    void listed() {
        tally.listed();
    }

    /** An object sets off. The exchange's own clock will not do: a split exchange has that of the whole. */
    public void copying(Exchange exchange) {
        exchange.setProperty(OBJECT, exchange.getMessage().getBody(SourceObject.class));
        exchange.setProperty(START, System.nanoTime());
    }

    /** The component took an object: it was copied, would be, or was skipped, as its result says. */
    public void settled(Exchange exchange) {
        SourceObject object = object(exchange);
        if (!(exchange.getMessage().getBody() instanceof CopyResult result)) {
            throw new IllegalStateException("the component answered without a CopyResult: an option under"
                    + " camel.component.s3copy makes it do something else than copy. Remove that option");
        }
        watch.succeeded();
        tally.settled(result, ResultLines.bytes(result, object));
        warned |= CopyNotes.hasWarning(result);
        out.println(ResultLines.of(result, object, millis(exchange)));
    }

    /** An object was not copied, or nobody knows whether it was. */
    public void failed(Exchange exchange) {
        SourceObject object = object(exchange);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        boolean unknown = ErrorClass.of(failure) == ErrorClass.UNKNOWN;
        if (unknown) {
            tally.unknown();
        } else {
            tally.failed();
        }
        if (watch.isKnown(failure)) {
            alike.incrementAndGet();
            return;
        }
        boolean stops = watch.failed(failure);
        out.println(ResultLines.ofFailure(failure, object));
        if (stops) {
            out.println("STOPPED  " + new FaultAdvice(settings).ofCopies(Fault.of(failure)) + ". Failures in a row: "
                    + watch.row() + "; s3copy.stop-after=" + settings.stopAfter() + ", and 0 goes on after any");
        }
    }

    /** The bucket could not be listed to its end. */
    void listingFailed(Throwable failure) {
        listingFailed = true;
        out.println("FAILED  listing of " + Printable.of(settings.source().bucket()) + "  "
                + Fault.of(failure).cause());
    }

    /** The application was told to end. */
    void stopping() {
        if (running) {
            out.println("Stopping: waiting for the copies in flight");
        }
    }

    /** Whether no further object is to be tried. */
    boolean isStopped() {
        return watch.isStopped();
    }

    /** Whether the listing came to its end, and had nothing. */
    boolean foundNothing() {
        return tally.counts().listed() == 0 && !listingFailed;
    }

    /** Nothing was to be copied: says why, as far as can be told. */
    void nothing(String explanation) {
        warned = true;
        out.println("NOTHING  " + explanation);
    }

    /** How the process is to end. */
    ExitCode exitCode() {
        if (watch.isStopped()) {
            return ExitCode.STOPPED;
        } else if (listingFailed || !tally.counts().clean()) {
            return ExitCode.SOME_FAILED;
        }
        return warned ? ExitCode.WARNINGS : ExitCode.DONE;
    }

    /** The job is done. */
    public void summary() {
        running = false;
        if (ticker != null) {
            ticker.cancel();
        }
        if (alike.get() > 0) {
            out.println("FAILED  " + alike.get() + " more, in flight when the run was stopped, for the same reason");
        }
        out.println(Totals.summary(tally.counts(), dryRun, System.nanoTime() - jobStart));
        out.flush();
    }

    private static long millis(Exchange exchange) {
        return (System.nanoTime() - exchange.getProperty(START, Long.class)) / NANOS_IN_MILLI;
    }

    private static SourceObject object(Exchange exchange) {
        return exchange.getProperty(OBJECT, SourceObject.class);
    }
}
