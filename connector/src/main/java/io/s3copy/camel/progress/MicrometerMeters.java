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
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyTask;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times the copies to one bucket; apart from the others, as Micrometer's classes may be missing. No tag takes a
 * value from a message, or there would be meters without end.
 */
final class MicrometerMeters implements CopyListener {

    /** The name by which camel-micrometer knows its registry, too. */
    private static final String REGISTRY = "metricsRegistry";

    private static final String NONE = "none";

    /** From the fastest single call to the hours of a 50 TB object. */
    static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Duration.ofHours(12)
    };

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter bytes;
    private final Counter parts;
    private final Counter requests;
    private final Counter retries;
    private final Counter throttles;
    private final Counter aborted;
    private final Counter abandoned;
    private final Map<End, Counter> copies = new ConcurrentHashMap<>();
    private final Map<String, Timer> durations = new ConcurrentHashMap<>();

    /** How a copy ended: the tags of its meters. */
    private record End(String outcome, String way, String error) {}

    private MicrometerMeters(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        bytes = counter("s3copy.bytes", "bytes", "The size of copied objects, where it is known");
        parts = counter("s3copy.parts", null, "Parts that were copied");
        requests = counter("s3copy.requests", null, "Requests of copies that ended, retries included");
        retries = counter("s3copy.retries", null, "Requests that failed for a transient fault and were repeated");
        throttles = counter("s3copy.throttles", null, "Of these, requests that S3 throttled");
        aborted = counter("s3copy.uploads.aborted", null, "Uploads that were aborted and hold no parts");
        abandoned = counter("s3copy.uploads.abandoned", null, "Uploads that could not be aborted and go on costing");
    }

    /** The meters of a bucket, if Camel knows a registry for them. */
    static Optional<MicrometerMeters> of(CamelContext camel, String bucket) {
        return registry(camel.getRegistry()).map(registry -> new MicrometerMeters(registry, tags(camel, bucket)));
    }

    /** What all meters of a bucket have. */
    static Tags tags(CamelContext camel, String bucket) {
        return Tags.of(Tag.of("camelContext", camel.getName()), Tag.of("bucket", bucket));
    }

    /** As camel-micrometer finds its own: by name, else the only composite one, else the only one. */
    static Optional<MeterRegistry> registry(Registry beans) {
        MeterRegistry named = beans.lookupByNameAndType(REGISTRY, MeterRegistry.class);
        return Optional.ofNullable(named)
                .or(() -> only(beans.findByType(CompositeMeterRegistry.class)))
                .or(() -> only(beans.findByType(MeterRegistry.class)));
    }

    private static Optional<MeterRegistry> only(Set<? extends MeterRegistry> found) {
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private Counter counter(String name, @Nullable String unit, String help) {
        return Counter.builder(name).tags(tags).baseUnit(unit).description(help).register(registry);
    }

    /** Shows what a bucket is doing; what is returned takes the gauges away. */
    Runnable register(CopyMeters.Bucket bucket) {
        List<Meter> gauges = List.of(
                gauge("s3copy.window.size", "Requests that may be in flight", bucket, CopyMeters.Bucket::windowSize),
                gauge("s3copy.requests.in.flight", "Requests in flight", bucket, CopyMeters.Bucket::inFlight),
                gauge("s3copy.pending", "Copies that wait for their ends", bucket, CopyMeters.Bucket::pending));
        return () -> gauges.forEach(registry::remove);
    }

    private Meter gauge(String name, String help, CopyMeters.Bucket bucket, ToDoubleFunction<CopyMeters.Bucket> value) {
        return Gauge.builder(name, bucket, value).tags(tags).description(help).register(registry);
    }

    @Override
    public void partDone(CopyTask copy, int number, int count, long size) {
        parts.increment();
    }

    @Override
    public void retried(CopyTask copy, S3CallException why, boolean throttled) {
        retries.increment();
        if (throttled) {
            throttles.increment();
        }
    }

    @Override
    public void uploadAborted(CopyTask copy, String uploadId) {
        aborted.increment();
    }

    @Override
    public void uploadAbandoned(CopyTask copy, @Nullable String uploadId) {
        abandoned.increment();
    }

    @Override
    public void finished(CopyTask copy, CopyResult result) {
        boolean skipped = result.way() == CopyResult.Way.SKIPPED;
        String outcome = skipped ? "skipped" : result.dryRun() ? "dry_run" : "copied";
        ended(new End(outcome, skipped ? NONE : tag(result.way()), NONE), result.duration(), result.requests());
        if (result.isCopied() && result.bytes() != null) {
            bytes.increment(result.bytes());
        }
    }

    @Override
    public void failed(CopyTask copy, Throwable failure, Duration duration, int made) {
        ErrorClass error = ErrorClass.of(failure);
        String outcome = error == ErrorClass.UNKNOWN ? "unknown" : "failed";
        ended(new End(outcome, NONE, tag(error)), duration, made);
    }

    private void ended(End end, Duration duration, int made) {
        copies.computeIfAbsent(end, this::copies).increment();
        durations.computeIfAbsent(end.outcome(), this::duration).record(duration);
        requests.increment(made);
    }

    private Counter copies(End end) {
        return Counter.builder("s3copy.copies")
                .tags(tags)
                .tags("outcome", end.outcome(), "way", end.way(), "error", end.error())
                .description("Copies that ended")
                .register(registry);
    }

    private Timer duration(String outcome) {
        return Timer.builder("s3copy.copy.duration")
                .tags(tags)
                .tags("outcome", outcome)
                .description("From the start of a copy to its end, without the wait for a place among pending ones")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
