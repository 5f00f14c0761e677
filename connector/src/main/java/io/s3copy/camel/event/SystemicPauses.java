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

import io.s3copy.camel.event.EventResult.Done;
import io.s3copy.camel.event.EventResult.Outcome;
import io.s3copy.flow.HoldLimit;
import io.s3copy.flow.KeyGate;
import io.s3copy.flow.SystemicPause;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pauses of an endpoint: for each source bucket one for copies and one for deletions, because a fault of one says
 * nothing about another.
 */
public final class SystemicPauses implements EventPauses, SuspendedRoutes.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(SystemicPauses.class);

    /** Events may name any bucket; what is known of buckets without trouble can be forgotten. */
    private static final int MAX_SOURCES = 1_000;

    private final Map<Scope, SystemicPause<Done>> pauses = new ConcurrentHashMap<>();
    private final Set<String> endingRoutes = ConcurrentHashMap.newKeySet();
    private final Duration limit;
    private final HoldLimit room;
    private final SuspendedRoutes routes;
    private final ScheduledExecutorService executor;
    private final Future<?> ticking;

    /** What shares a fault. */
    private record Scope(String source, boolean deletions) {}

    /**
     * No pause so far.
     *
     * @param limit how long an object is held at most; zero for as long as it takes
     * @param most how many objects are held at most; what is more fails, so that others can still be let in
     * @param routes whose events are held
     * @param executor calls it, and wakes what is held
     */
    SystemicPauses(Duration limit, int most, SuspendedRoutes routes, ScheduledExecutorService executor) {
        this.limit = limit;
        this.room = new HoldLimit(most);
        this.routes = routes;
        routes.listener(this);
        this.executor = executor;
        long wait = SystemicPause.FIRST_WAIT.toMillis() / 4;
        this.ticking = executor.scheduleWithFixedDelay(this::tick, wait, wait, TimeUnit.MILLISECONDS);
    }

    /**
     * The pauses of an endpoint.
     *
     * @param limit how long an object is held at most before it fails; zero for as long as it takes
     * @param most how many objects are held at most
     * @param executor calls what may block, and wakes what is held
     */
    public static SystemicPauses open(Duration limit, int most, CamelContext camel, ScheduledExecutorService executor) {
        return new SystemicPauses(limit, most, new SuspendedRoutes(camel), executor);
    }

    /** An event whose route cannot be suspended is not held: its sender waits for an answer. */
    @Override
    public CompletableFuture<Done> guard(
            String source,
            boolean deletion,
            KeyGate.Place place,
            @Nullable String route,
            Supplier<CompletableFuture<Done>> look) {
        return route != null && routes.canHold(route)
                ? pauses.computeIfAbsent(new Scope(source, deletion), this::pause)
                        .guard(place, route, look)
                : look.get();
    }

    @Override
    public boolean isPaused() {
        return pauses.values().stream().anyMatch(SystemicPause::isPaused);
    }

    @Override
    public int held() {
        return room.taken();
    }

    private SystemicPause<Done> pause(Scope scope) {
        return new SystemicPause<>(
                scope.source(),
                // a look at a source proves nothing of the destination
                done -> done.outcome() == (scope.deletions() ? Outcome.DELETED : Outcome.COPIED),
                limit,
                room,
                endingRoutes::contains,
                System::nanoTime,
                this::review);
    }

    private void tick() {
        try {
            pauses.values().forEach(SystemicPause::tick);
            if (pauses.size() > MAX_SOURCES) {
                pauses.values().removeIf(pause -> pause.size() == 0);
            }
        } catch (RuntimeException e) {
            // otherwise the executor would not call again
            LOG.error("Held events could not be tried again", e);
        }
    }

    private void review() {
        try {
            executor.execute(() -> routes.suspend(pauses.values().stream()
                    .flatMap(pause -> pause.pausedRoutes().stream())
                    .collect(Collectors.toSet())));
        } catch (RejectedExecutionException e) {
            LOG.debug("The endpoint is closed: routes stay as they are", e);
        }
    }

    @Override
    public void routeBegins(String route) {
        endingRoutes.remove(route);
    }

    /** Fails what is held of the route: its end waits for that. */
    @Override
    public void routeEnds(String route) {
        endingRoutes.add(route);
        pauses.values().forEach(SystemicPause::end);
    }

    @Override
    public void close() {
        ticking.cancel(false);
        endingRoutes.addAll(pauses.values().stream()
                .flatMap(pause -> pause.routes().stream())
                .toList());
        pauses.values().forEach(SystemicPause::end);
    }
}
