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
package io.s3copy.camel.event;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Suspends the consumers of routes, as Camel's own circuit breaker for routes does: the route itself goes on, with what
 * it has taken in.
 */
final class SuspendedRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(SuspendedRoutes.class);

    /** Callers of these would fail instead of keeping their messages. */
    private static final Set<String> CALLED = Set.of("direct", "kamelet", "rest");

    /**
     * Their threads wait for what is held, and so they are as good as suspended. Camel 4.18 goes on behind a batch that
     * fails while its consumer is suspended, and what was not committed before is never read again.
     */
    private static final Set<String> WAITING = Set.of("kafka");

    private final CamelContext camel;

    @GuardedBy("this")
    private final Map<String, Consumer> suspended = new HashMap<>();

    private Listener listener = new NoopListener();

    /** Hears of the routes whose events can be held. */
    interface Listener {

        void routeBegins(String id);

        /** It is about to end, but waits for its exchanges first. */
        void routeEnds(String id);
    }

    /** In place until there is another: no events are held yet. */
    private static final class NoopListener implements Listener {

        @Override
        public void routeBegins(String id) {
            // no events are held yet
        }

        @Override
        public void routeEnds(String id) {
            // no events are held yet
        }
    }

    SuspendedRoutes(CamelContext camel) {
        this.camel = camel;
    }

    void listener(Listener hears) {
        listener = hears;
    }

    /**
     * Camel prepares the services of a route for its end, but not the producers in it: they are no children of what
     * sends to them. So a route that is seen takes this among its services, and forgets it when it starts again.
     */
    private record End(String route, Listener listener) implements Service, ShutdownPrepared {

        @Override
        public void prepareShutdown(boolean suspendOnly, boolean forced) {
            if (!suspendOnly) {
                listener.routeEnds(route);
            }
        }

        @Override
        public void start() {
            listener.routeBegins(route);
        }

        @Override
        public void stop() {
            // its route has ended
        }
    }

    /** Suspends these, and lets all others go on that were suspended here. */
    synchronized void suspend(Set<String> ids) {
        Iterator<Map.Entry<String, Consumer>> all = suspended.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, Consumer> one = all.next();
            if (!ids.contains(one.getKey())) {
                all.remove();
                resume(one.getKey(), one.getValue());
            }
        }
        for (String id : ids) {
            if (!suspended.containsKey(id)) {
                suspend(id);
            }
        }
    }

    /** Whether messages stay where they are while events of a route are held. */
    boolean canHold(String id) {
        if (suspendable(id) == null) {
            return false;
        }
        watch(camel.getRoute(id));
        return true;
    }

    private void watch(Route route) {
        End end = new End(route.getId(), listener);
        if (!route.getServices().contains(end)) {
            synchronized (this) {
                if (!route.getServices().contains(end)) {
                    end.start();
                    route.addService(end);
                }
            }
        }
    }

    private @Nullable Consumer suspendable(String id) {
        Route route = camel.getRoute(id);
        Consumer consumer = route == null ? null : route.getConsumer();
        return consumer instanceof Suspendable && !isOf(consumer, CALLED) ? consumer : null;
    }

    @GuardedBy("this")
    private void suspend(String id) {
        Consumer consumer = suspendable(id);
        if (consumer == null || isOf(consumer, WAITING) || !ServiceHelper.isStarted(consumer)) {
            return;
        }
        try {
            ServiceHelper.suspendService(consumer);
            suspended.put(id, consumer);
            LOG.warn("Route {} is suspended", id);
        } catch (RuntimeException e) {
            LOG.warn("Route {} could not be suspended: its events are held as they come", id, e);
        }
    }

    private static void resume(String id, Consumer consumer) {
        try {
            // someone may have stopped it meanwhile, or have let it go on
            if (ServiceHelper.isSuspended(consumer)) {
                ServiceHelper.resumeService(consumer);
                LOG.info("Route {} is resumed", id);
            }
        } catch (RuntimeException e) {
            LOG.error("Route {} could not be resumed: resume it by hand", id, e);
        }
    }

    /** A component may be registered by any name: what its endpoints are, their class tells. */
    private static boolean isOf(Consumer consumer, Set<String> components) {
        Endpoint endpoint = consumer.getEndpoint();
        String uri = endpoint.getEndpointBaseUri();
        String type = endpoint.getClass().getName();
        return components.contains(uri.substring(0, Math.max(uri.indexOf(':'), 0)))
                || components.stream().anyMatch(name -> type.startsWith("org.apache.camel.component." + name + "."));
    }
}
