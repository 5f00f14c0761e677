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

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Shows how far events are behind; apart from others, as Micrometer's classes may be missing. */
final class MicrometerLag {

    /** Those of copies, and on to the longest that SQS keeps a message. */
    private static final Duration[] BUCKETS = Stream.concat(
                    Stream.of(MicrometerMeters.BUCKETS),
                    Stream.of(Duration.ofDays(1), Duration.ofDays(4), Duration.ofDays(14)))
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Tags tags;

    /**
     * A lag that is shown.
     *
     * @param end takes its gauges away
     */
    record Registered(EventLag lag, Runnable end) {}

    private MicrometerLag(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
    }

    /** The meters of a bucket, if Camel knows a registry for them. */
    static Optional<MicrometerLag> of(CamelContext camel, String bucket) {
        return MicrometerMeters.registry(camel.getRegistry())
                .map(registry -> new MicrometerLag(registry, MicrometerMeters.tags(camel, bucket)));
    }

    /** Shows the lag of a route. */
    Registered register(String route) {
        Tags own = tags.and("route", route);
        Timer pickup = pickup(own);
        Map<String, Timer> lags = new ConcurrentHashMap<>();
        EventLag lag = new EventLag(
                InstantSource.system(),
                pickup::record,
                (outcome, age) -> lags.computeIfAbsent(outcome, any -> timer(own, outcome))
                        .record(age));
        List<Meter> gauges = List.of(
                Gauge.builder("s3copy.events.backlog", lag, EventLag::backlog)
                        .tags(own)
                        .description("Events that were taken and are not applied yet")
                        .register(registry),
                TimeGauge.builder(
                                "s3copy.events.oldest.age",
                                lag,
                                TimeUnit.MILLISECONDS,
                                one -> one.oldestAge().toMillis())
                        .tags(own)
                        .description("The age of the oldest of these events, by the time that it tells")
                        .register(registry));
        return new Registered(lag, () -> gauges.forEach(registry::remove));
    }

    /** Shows how many events are held, whatever route they came from; what it returns takes the gauge away. */
    Runnable registerHeld(IntSupplier held) {
        Gauge gauge = Gauge.builder("s3copy.events.held", (Supplier<Number>) held::getAsInt)
                .tags(tags)
                .description("Events that wait for the end of a configuration fault")
                .register(registry);
        return () -> registry.remove(gauge);
    }

    private Timer pickup(Tags own) {
        return Timer.builder("s3copy.event.pickup")
                .tags(own)
                .description("From the time that an event tells to its receipt")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Timer timer(Tags own, String outcome) {
        return Timer.builder("s3copy.event.lag")
                .tags(own)
                .tags("outcome", outcome)
                .description("From the time that an event tells to the end of its copy")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
