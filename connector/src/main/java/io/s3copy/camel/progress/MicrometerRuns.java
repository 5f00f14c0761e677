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
package io.s3copy.camel.progress;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.run.BulkProgress;
import io.s3copy.bulk.run.RunListener;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Counts what runs do in one bucket; apart from the others, as Micrometer's classes may be missing. No tag takes a value
 * from a key or a message, or there would be meters without end.
 */
final class MicrometerRuns implements RunListener {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter keys;
    private final Map<What, Counter> objects = new ConcurrentHashMap<>();
    private final Map<What, Counter> bytes = new ConcurrentHashMap<>();
    private final Map<String, Counter> requests = new ConcurrentHashMap<>();

    private MicrometerRuns(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        this.keys = counter("s3copy.run.keys", null, "Keys that runs have listed, or read in a manifest", Tags.empty());
    }

    /** The meters of an operation in a bucket, if Camel knows a registry for them. */
    static Optional<MicrometerRuns> of(CamelContext camel, String bucket, String operation, boolean dryRun) {
        Tags tags =
                MicrometerMeters.tags(camel, bucket).and("operation", operation, "dryRun", Boolean.toString(dryRun));
        return MicrometerMeters.registry(camel.getRegistry()).map(registry -> new MicrometerRuns(registry, tags));
    }

    private Counter counter(String name, @Nullable String unit, String help, Tags more) {
        return Counter.builder(name)
                .tags(tags)
                .tags(more)
                .baseUnit(unit)
                .description(help)
                .register(registry);
    }

    @Override
    public void ended(BulkOutcome outcome) {
        objects.computeIfAbsent(
                        outcome.what(),
                        what -> counter(
                                "s3copy.run.objects", null, "Objects to which runs have given an outcome", of(what)))
                .increment();
        if (outcome.bytes() > 0) {
            bytes.computeIfAbsent(
                            outcome.what(),
                            what -> counter("s3copy.run.bytes", "bytes", "The size of these objects", of(what)))
                    .increment((double) outcome.bytes());
        }
    }

    private static Tags of(What what) {
        return Tags.of("outcome", what.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void read(long number) {
        keys.increment((double) number);
    }

    @Override
    public void made(String call, long number) {
        requests.computeIfAbsent(
                        call,
                        one -> counter(
                                "s3copy.run.requests",
                                null,
                                "Requests of runs, beside those of their copies, retries included",
                                Tags.of("call", one)))
                .increment((double) number);
    }

    /** A run has ended. */
    void ended(String how) {
        counter("s3copy.runs", null, "Runs that have ended", Tags.of("outcome", how))
                .increment();
    }

    /** Shows what runs are doing; what is returned takes the gauges away. */
    Runnable register(RunMeters.Shared runs) {
        List<Meter> gauges = List.of(
                gauge("s3copy.run.active", "Runs that are under way", runs, RunMeters.Shared::active),
                sum("s3copy.run.in.flight", "Objects that are worked on", runs, BulkProgress::atWork),
                sum("s3copy.run.ranges", "Ranges of keys that are listed or wait for it", runs, BulkProgress::ranges),
                sum(
                        "s3copy.run.rate",
                        "Objects each second, on average of a run",
                        runs,
                        BulkProgress::objectsPerSecond),
                sum(
                        "s3copy.run.paused",
                        "Runs that wait for the end of a configuration fault",
                        runs,
                        one -> one.paused() ? 1 : 0),
                gauge(
                        "s3copy.run.left",
                        "An estimate of the keys that are left to list",
                        runs,
                        RunMeters.Shared::left));
        return () -> gauges.forEach(registry::remove);
    }

    private Meter sum(String name, String help, RunMeters.Shared runs, ToDoubleFunction<BulkProgress> value) {
        return gauge(name, help, runs, all -> all.sum(value));
    }

    private Meter gauge(String name, String help, RunMeters.Shared runs, ToDoubleFunction<RunMeters.Shared> value) {
        return Gauge.builder(name, runs, value).tags(tags).description(help).register(registry);
    }
}
