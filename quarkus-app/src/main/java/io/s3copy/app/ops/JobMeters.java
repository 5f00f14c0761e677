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
package io.s3copy.app.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.job.JobTotals;
import io.s3copy.app.job.LiveProgress;
import io.s3copy.app.job.RunStatus;
import io.s3copy.app.store.RunState;
import io.s3copy.bulk.BulkOutcome.What;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one job. Its tags are the name and the kind of the job and the words of this code: their number is that of
 * the jobs. docs/metrics.md describes each.
 */
final class JobMeters {

    private static final String SECONDS = "seconds";
    private static final double MILLIS = 1_000;

    private final MeterRegistry registry;
    private final JobSpec job;
    private final Supplier<@Nullable RunStatus> newest;
    private final JobTotals totals;
    private final Tags tags;

    /**
     * The meters of a job, none of which is shown yet.
     *
     * @param newest how its newest run stands; null if it never ran
     */
    JobMeters(MeterRegistry registry, JobSpec job, Supplier<@Nullable RunStatus> newest, JobTotals totals) {
        this.registry = registry;
        this.job = job;
        this.newest = newest;
        this.totals = totals;
        this.tags = Tags.of(MeterNames.JOB, job.name());
    }

    /** Shows them from now on. All are there from the start: what is counted first is an increase, too. */
    void show() {
        Tags kind = tags.and("kind", job.kind().text());
        for (RunState state : RunState.values()) {
            Tags own = kind.and("state", state.text());
            gauge(
                    "s3copy.job.state",
                    null,
                    "1 for the state of the newest run",
                    own,
                    () -> flag(run -> run.row().state().equals(state)));
            if (state.isEnded()) {
                counter("s3copy.job.runs", null, "Runs that ended", own, all -> all.runs(job.name(), state));
            }
        }
        for (What what : What.values()) {
            String outcome = what.name().toLowerCase(Locale.ROOT);
            counter(
                    "s3copy.job.objects",
                    null,
                    "Objects that came to an outcome",
                    tags.and("outcome", outcome),
                    all -> all.objects(job.name(), outcome));
        }
        counter("s3copy.job.bytes", "bytes", "Bytes that were copied", tags, all -> all.bytes(job.name()));
        gauge(
                "s3copy.job.held",
                null,
                "1 while the run waits for the end of a fault that every object meets",
                tags,
                () -> flag(
                        run -> run.row().state().isUnderWay() && run.progress().paused()));
        gauge(
                "s3copy.job.last.success.timestamp",
                SECONDS,
                "When a run was last done",
                tags,
                () -> seconds(totals.lastSuccess(job.name())));
        if (job.replication() != null) {
            showReplication(job.replication().reconcile() != null);
        }
    }

    private void showReplication(boolean reconciles) {
        live("backlog", "messages", "Messages that are not done at the source of events, about", (run, live) -> {
            Long backlog = live.backlog();
            return backlog == null ? Double.NaN : backlog;
        });
        live(
                "source.up",
                null,
                "1 if the source of events says how many messages wait",
                (run, live) -> live.backlog() == null ? 0 : 1);
        live("backfilled", null, "1 once what was there before is copied", (run, live) -> live.backfilled() ? 1 : 0);
        live(
                "last.event.timestamp",
                SECONDS,
                "When the newest applied event happened",
                (run, live) -> seconds(live.lastEvent()));
        live("reconciled.timestamp", SECONDS, "When both sides were last compared, or the run began", (run, live) -> {
            Instant compared = live.reconciled();
            return !reconciles
                    ? Double.NaN
                    : seconds(compared == null ? run.row().started() : compared);
        });
        counter(
                "s3copy.replication.dead.letters",
                null,
                "Messages that were dead-lettered",
                tags,
                all -> ofLive(LiveProgress::deadLettered));
        counter(
                "s3copy.replication.lost.objects",
                null,
                "Objects that a comparison found and copied: their events were lost",
                tags,
                all -> ofLive(LiveProgress::missed));
    }

    private interface Following {
        double value(RunStatus run, LiveProgress live);
    }

    /** A gauge that says something while events are followed only. */
    private void live(String name, @Nullable String unit, String help, Following value) {
        gauge("s3copy.replication." + name, unit, help, tags, () -> {
            RunStatus run = newest.get();
            LiveProgress live = run == null ? null : run.progress().live();
            return run == null || live == null || !run.row().state().isUnderWay() ? Double.NaN : value.value(run, live);
        });
    }

    private double ofLive(Function<LiveProgress, Long> count) {
        RunStatus run = newest.get();
        LiveProgress live = run == null ? null : run.progress().live();
        return live == null ? 0 : count.apply(live);
    }

    private double flag(Predicate<RunStatus> is) {
        RunStatus run = newest.get();
        return run != null && is.test(run) ? 1 : 0;
    }

    private static double seconds(@Nullable Instant time) {
        return time == null ? Double.NaN : time.toEpochMilli() / MILLIS;
    }

    private void gauge(String name, @Nullable String unit, String help, Tags own, Supplier<Number> value) {
        Gauge.builder(name, value).baseUnit(unit).description(help).tags(own).register(registry);
    }

    private void counter(String name, @Nullable String unit, String help, Tags own, ToDoubleFunction<JobTotals> value) {
        FunctionCounter.builder(name, totals, value)
                .baseUnit(unit)
                .description(help)
                .tags(own)
                .register(registry);
    }
}
