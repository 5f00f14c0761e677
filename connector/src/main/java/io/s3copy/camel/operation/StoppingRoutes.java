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
package io.s3copy.camel.operation;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.ExchangeHelper;
import org.jspecify.annotations.Nullable;

/**
 * Calls back when a route is about to be stopped or suspended. Camel then waits for the exchanges of the route, and would
 * wait for one of hours until its time is up. A route between the first and the last of an exchange is not heard: Camel does
 * not tell through which routes an exchange went. Thread-safe.
 */
final class StoppingRoutes {

    /** They go with their routes. */
    @GuardedBy("this")
    private final Map<Route, End> ends = new WeakHashMap<>();

    /**
     * Camel prepares the services of a route for its end, but not the producers in it: they are no children of what sends
     * to them. So a route takes this among its services, and may forget it when it starts again.
     */
    private static final class End implements Service, ShutdownPrepared {

        private final Set<Runnable> told = ConcurrentHashMap.newKeySet();
        private volatile boolean ending;

        @Override
        public void prepareShutdown(boolean suspendOnly, boolean forced) {
            // a route that is suspended goes on without a start
            ending = !suspendOnly;
            told.forEach(Runnable::run);
        }

        @Override
        public void start() {
            ending = false;
        }

        @Override
        public void stop() {
            // its route has ended
        }

        private void add(Runnable atStop) {
            told.add(atStop);
            if (ending) {
                // it came while the others were told
                atStop.run();
            }
        }
    }

    /**
     * Calls back when the route ends that an exchange came from, or the one that it is in.
     *
     * @param atStop may be called more than once
     * @return ends it
     */
    Runnable tell(Exchange exchange, Runnable atStop) {
        CamelContext camel = exchange.getContext();
        String from = exchange.getFromRouteId();
        List<End> of = Stream.of(from == null ? null : camel.getRoute(from), ExchangeHelper.getRoute(exchange))
                .filter(Objects::nonNull)
                .map(this::end)
                .distinct()
                .toList();
        of.forEach(end -> end.add(atStop));
        return () -> of.forEach(end -> end.told.remove(atStop));
    }

    private synchronized End end(@Nullable Route route) {
        End end = ends.computeIfAbsent(Objects.requireNonNull(route), first -> new End());
        if (!route.getServices().contains(end)) {
            end.start();
            route.addService(end);
        }
        return end;
    }
}
