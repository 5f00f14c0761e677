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
package io.s3copy.app.job;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.store.RunRow;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.run.BulkProgress;
import io.s3copy.bulk.run.RunLimits;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One attempt at a run, in this process. Thread-safe. */
public final class Execution {

    private final JobSpec job;
    private final CompletableFuture<RunRow> end = new CompletableFuture<>();
    private final AtomicBoolean saving = new AtomicBoolean();
    private final Object writing = new Object();

    @GuardedBy("this")
    private final Rate rate = new Rate();

    @GuardedBy("this")
    private RunRow row;

    @GuardedBy("this")
    private RunProgress progress;

    @GuardedBy("this")
    private @Nullable Load load;

    @GuardedBy("this")
    private boolean stopping;

    @GuardedBy("this")
    private boolean cancelled;

    @GuardedBy("this")
    private boolean pausing;

    @GuardedBy("this")
    private @Nullable Work work;

    @GuardedBy("this")
    private RunLimits limits = RunLimits.NONE;

    @GuardedBy("this")
    private int priority;

    /** Its end is in the database, or was to be there: nothing is written behind it. */
    private volatile boolean over;

    Execution(JobSpec job, RunRow row, RunProgress progress) {
        this.job = job;
        this.row = row;
        this.progress = progress;
        this.priority = job.priority();
    }

    /** The job. */
    public JobSpec job() {
        return job;
    }

    /** What the database has of it, or is about to. */
    public synchronized RunRow row() {
        return row;
    }

    synchronized void row(RunRow now) {
        row = now;
    }

    /** How far it is. */
    public synchronized RunProgress progress() {
        return progress;
    }

    synchronized void progress(RunProgress now) {
        progress = now;
    }

    /** Whoever writes down how it stands holds this, and not the execution: nobody who asks how it stands waits for a database. */
    Object writing() {
        return writing;
    }

    /** Nothing is written down any more. */
    void over() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** Takes what the component tells. */
    synchronized void heard(BulkProgress now, long nanos) {
        rate.at(nanos, now.counts().objects(), now.counts().bytes(What.COPIED));
        progress = RunProgress.of(now, rate).with(progress.plan());
        load = Load.of(now.load());
    }

    /** What it is at now; null where nobody told. */
    synchronized @Nullable Load load() {
        return load;
    }

    /** Takes what the component tells of a dry run that counts what this one would do. */
    synchronized void planning(BulkProgress now) {
        if (progress.plan() != null) {
            // it comes late: the count is there
            return;
        }
        progress = RunProgress.planning(now);
    }

    /** Takes what it counted. Nothing is done yet. */
    synchronized void planned(Plan plan) {
        progress = RunProgress.NONE.with(plan);
    }

    /** Takes what a replication tells; objects are those of all attempts. */
    public synchronized void heard(LiveProgress now, Map<String, RunProgress.Outcome> outcomes, long nanos) {
        progress = RunProgress.live(now, outcomes, rate, nanos);
    }

    /** Says what it does. */
    synchronized void does(Work begun) {
        work = begun;
    }

    /** Asks it to stop. Returns what is to be stopped; null if it has not begun, and will see that itself. */
    synchronized @Nullable Work stop(boolean byOperator) {
        stopping = true;
        cancelled |= byOperator;
        return work;
    }

    /** Asks it to rest, as {@link #stop} does. */
    synchronized @Nullable Work pause() {
        pausing = true;
        return stop(false);
    }

    /** Whether an operator asked it to rest. */
    synchronized boolean isPausing() {
        return pausing && !cancelled;
    }

    /** Takes limits that were changed. */
    synchronized void limit(RunLimits changed) {
        limits = changed.over(limits);
    }

    /** Those that were changed while it runs. */
    synchronized RunLimits limits() {
        return limits;
    }

    /** Which of several that wait for their turn goes first: the highest. */
    synchronized int priority() {
        return priority;
    }

    synchronized void priority(int changed) {
        priority = changed;
    }

    synchronized @Nullable Work work() {
        return work;
    }

    /** Whether an operator asked it to end. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Whether somebody asked it to end: an operator, or the end of the process. */
    public synchronized boolean isStopping() {
        return stopping;
    }

    /** Completed when the attempt has ended and that is written down. */
    CompletableFuture<RunRow> end() {
        return end;
    }

    /** True for the one that may write down how far it is. */
    boolean beginsSaving() {
        return saving.compareAndSet(false, true);
    }

    void saved() {
        saving.set(false);
    }
}
