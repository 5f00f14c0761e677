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
package io.s3copy.app.cli;

import io.s3copy.app.job.Rate;
import io.s3copy.app.job.RunProgress;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.run.BulkProgress;
import io.s3copy.camel.progress.BulkOutcomeEvent;
import io.s3copy.camel.progress.BulkProgressEvent;
import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Hears what a run on many objects does, and prints it. Thread-safe. */
final class RunWatch extends EventNotifierSupport implements CopyListener {

    private final Output output;
    private final Lines lines;
    private final Runnable held;
    private final AtomicBoolean heldTold = new AtomicBoolean();
    private final AtomicLong warnings = new AtomicLong();
    private final Rate rate = new Rate();

    /**
     * Watches.
     *
     * @param held called once if every object meets the same fault, and the run waits until that is mended
     */
    RunWatch(Output output, Lines lines, Runnable held) {
        this.output = output;
        this.lines = lines;
        this.held = held;
        setIgnoreCamelContextEvents(true);
        setIgnoreExchangeEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
    }

    /** How many copies lack something, or left their source. */
    long warnings() {
        return warnings.get();
    }

    /** Whether every object met the same fault. */
    boolean wasHeld() {
        return heldTold.get();
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof BulkOutcomeEvent told) {
            ended(told.outcome());
        } else if (event instanceof BulkProgressEvent told) {
            stands(told.progress());
        }
    }

    private void ended(BulkOutcome outcome) {
        if (outcome.what().isLeftToDo() && outcome.what() != What.FAILED) {
            // a difference is what a check is asked for
            output.done(lines.of(outcome), lines.fields(outcome));
        } else if (outcome.what() == What.FAILED) {
            output.wrong(lines.of(outcome), lines.fields(outcome));
        } else if (outcome.what() != What.SAME && (output.isJson() || outcome.what() != What.SKIPPED)) {
            output.done(lines.of(outcome), lines.fields(outcome));
        }
    }

    private void stands(BulkProgress progress) {
        if (progress.paused() && heldTold.compareAndSet(false, true)) {
            held.run();
        }
        if (output.hasBar()) {
            output.progress(bar(progress));
        }
    }

    private String bar(BulkProgress progress) {
        RunProgress now;
        synchronized (rate) {
            rate.at(
                    System.nanoTime(),
                    progress.counts().objects(),
                    progress.counts().bytes(What.COPIED));
            now = RunProgress.of(progress, rate);
        }
        return ProgressText.of(now);
    }

    @Override
    public void finished(CopyTask copy, CopyResult result) {
        if (CopyNotes.hasWarning(result)) {
            warnings.incrementAndGet();
            String from = S3Uri.text(copy.source().bucket(), copy.source().key());
            output.wrong(
                    "warning: " + from + ": " + CopyNotes.text(result), lines.warning(from, CopyNotes.text(result)));
        }
    }
}
