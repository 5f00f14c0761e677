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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The meters of a component's events, where those of its copies are. One set of them for each bucket and route: an
 * endpoint's are there from its first event of the route to its stop, but for the number of those that it holds, which is
 * there from its start.
 */
public final class EventMeters {

    private static final Logger LOG = LoggerFactory.getLogger(EventMeters.class);

    /** For one bucket. Routes are few, unless an application makes one for each message. */
    static final int MAX_ROUTES = 100;

    private static final String NO_ROUTE = "none";
    private static final String ONE_ROUTE_MORE = "other";

    /** Measures nothing. */
    public static final Use UNMEASURED = new Use() {
        @Override
        public Consumer<@Nullable String> take(@Nullable String route, @Nullable Instant time) {
            return outcome -> {};
        }

        @Override
        public void close() {}
    };

    /** Of each bucket, what its endpoints hold. */
    @GuardedBy("this")
    private final Map<String, Held> held = new HashMap<>();

    /** Of each bucket, its routes. */
    @GuardedBy("this")
    private final Map<String, Map<String, Shared>> buckets = new HashMap<>();

    /** The measuring of one endpoint. */
    public interface Use extends AutoCloseable {

        /**
         * An event is taken.
         *
         * @param route the id of the route that it came from, or null
         * @param time when it happened, or null
         * @return to be told, once, that the event waits no more, and what that changed at the destination, in a few
         *     words that are always the same; null when nothing
         */
        Consumer<@Nullable String> take(@Nullable String route, @Nullable Instant time);

        /** Takes the gauges away that no other endpoint has. */
        @Override
        void close();
    }

    /** A lag that endpoints share. */
    private static final class Shared {

        private final EventLag lag;
        private final Runnable gauges;
        private int endpoints;

        private Shared(MicrometerLag.Registered registered) {
            lag = registered.lag();
            gauges = registered.end();
        }
    }

    /** How many events the endpoints of a bucket hold. */
    private static final class Held {

        private final List<IntSupplier> endpoints = new CopyOnWriteArrayList<>();
        private final Runnable gauge;

        private Held(MicrometerLag meters) {
            gauge = meters.registerHeld(
                    () -> endpoints.stream().mapToInt(IntSupplier::getAsInt).sum());
        }
    }

    /**
     * Measures the events of an endpoint from now on.
     *
     * @param held how many of them wait for the end of a configuration fault
     */
    public Use measure(CamelContext camel, String bucket, IntSupplier held) {
        try {
            Optional<MicrometerLag> meters = MicrometerLag.of(camel, bucket);
            return meters.isPresent() ? new Measuring(bucket, meters.get(), held) : UNMEASURED;
        } catch (NoClassDefFoundError e) {
            LOG.debug("Events are not measured: Micrometer is not on the class path", e);
            return UNMEASURED;
        }
    }

    private final class Measuring implements Use {

        private final String bucket;
        private final MicrometerLag meters;
        private final IntSupplier holds;

        @GuardedBy("EventMeters.this")
        private final Map<String, Shared> routes = new HashMap<>();

        @GuardedBy("EventMeters.this")
        private boolean closed;

        private Measuring(String bucket, MicrometerLag meters, IntSupplier holds) {
            this.bucket = bucket;
            this.meters = meters;
            this.holds = holds;
            synchronized (EventMeters.this) {
                held.computeIfAbsent(bucket, any -> new Held(meters)).endpoints.add(holds);
            }
        }

        @Override
        public Consumer<@Nullable String> take(@Nullable String route, @Nullable Instant time) {
            EventLag lag;
            synchronized (EventMeters.this) {
                if (closed) {
                    return UNMEASURED.take(route, time);
                }
                lag = shared(route == null ? NO_ROUTE : route).lag;
            }
            return lag.take(time);
        }

        @GuardedBy("EventMeters.this")
        private Shared shared(String route) {
            Map<String, Shared> all = buckets.computeIfAbsent(bucket, any -> new HashMap<>());
            String name = all.containsKey(route) || all.size() < MAX_ROUTES ? route : ONE_ROUTE_MORE;
            return routes.computeIfAbsent(name, own -> {
                Shared shared = all.computeIfAbsent(own, any -> new Shared(meters.register(own)));
                shared.endpoints++;
                return shared;
            });
        }

        @Override
        public void close() {
            synchronized (EventMeters.this) {
                if (!closed) {
                    held.computeIfPresent(bucket, this::leave);
                }
                closed = true;
                routes.forEach(this::leave);
                routes.clear();
            }
        }

        @GuardedBy("EventMeters.this")
        private @Nullable Held leave(String itsBucket, Held all) {
            all.endpoints.remove(holds);
            if (all.endpoints.isEmpty()) {
                all.gauge.run();
                return null;
            }
            return all;
        }

        @GuardedBy("EventMeters.this")
        private void leave(String route, Shared shared) {
            shared.endpoints--;
            if (shared.endpoints == 0) {
                shared.gauges.run();
                buckets.computeIfPresent(bucket, (any, all) -> {
                    all.remove(route);
                    return all.isEmpty() ? null : all;
                });
            }
        }
    }
}
