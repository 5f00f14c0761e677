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
package io.s3copy.app.route;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.ReplicationSpec;
import io.s3copy.app.config.RoutesSpec;
import io.s3copy.app.config.SettingsException;
import io.s3copy.app.job.RefusedException;
import io.s3copy.app.job.RefusedException.Reason;
import io.s3copy.app.job.StoreComponents;
import io.s3copy.text.Printable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Routes of the user's own: each file {@code *.camel.yaml} of a folder, with the Kamelets {@code *.kamelet.yaml} beside it. A
 * mistake in one ends the start of the process. A route that cannot start, because its broker is away, is tried again, and holds
 * up nothing else.
 */
@ApplicationScoped
public class OwnRoutes {

    private static final Logger LOG = Logger.getLogger(OwnRoutes.class);
    private static final long SECONDS_BETWEEN_TRIES = 30;

    /** No name of a job has such characters. */
    private static final String TRIES = "(routes)";

    private final CamelContext camel;
    private final Configuration configuration;
    private final Scheduler scheduler;
    private final Map<String, RouteCounts> routes = new ConcurrentSkipListMap<>();

    private final Map<String, Waiting> waiting = new ConcurrentSkipListMap<>();

    /** Makes what counts for a route of the file that is being loaded; for others, null. */
    private volatile Function<String, @Nullable RouteCounts> loading = id -> null;

    /**
     * A file whose routes could not start.
     *
     * @param trouble why
     * @param stopped whether an operator wants it to wait no longer
     */
    private record Waiting(Path file, String trouble, boolean stopped) {}

    OwnRoutes(CamelContext camel, Configuration configuration, Scheduler scheduler) {
        this.camel = camel;
        this.configuration = configuration;
        this.scheduler = scheduler;
    }

    /**
     * Loads and starts all of them.
     *
     * @throws SettingsException if there is a mistake in a file
     */
    public void begin() {
        RoutesSpec spec = configuration.routes();
        if (spec == null) {
            return;
        }
        List<String> mistakes = new ArrayList<>();
        StoreComponents components = new StoreComponents(camel);
        spec.stores().forEach(components::open);
        // before our own, so that a user can replace one of ours
        camel.getComponent("kamelet", KameletComponent.class)
                .setLocation("file:" + spec.folder() + ",classpath:kamelets");
        camel.addRoutePolicyFactory((context, id, definition) -> loading.apply(id));
        try {
            RouteFolder folder = RouteFolder.read(spec.folder());
            folder.others()
                    .forEach(file -> LOG.warnf("%s is no *.camel.yaml and no *.kamelet.yaml: it is not read", file));
            folder.routes().forEach(file -> begin(file, mistakes));
        } catch (IOException e) {
            mistakes.add("s3copy.routes=" + spec.folder() + " cannot be read: " + e.getMessage());
        }
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes);
        }
        scheduler
                .newJob(TRIES)
                .setInterval(SECONDS_BETWEEN_TRIES + "s")
                .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
                .setTask(tick -> tryAgain())
                .schedule();
    }

    /**
     * Loads a file, and starts its routes: all of them, or none.
     *
     * @throws Exception if that is not possible: perhaps because a broker is away
     */
    private void load(Path file, String text, List<String> mistakes) throws Exception {
        Map<String, Route> before = new HashMap<>();
        camel.getRoutes().forEach(route -> before.put(route.getRouteId(), route));
        Map<String, RouteCounts> made = new HashMap<>();
        loading = id -> made.computeIfAbsent(id, any -> new RouteCounts(name(file)));
        boolean whole = false;
        try {
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(RouteFolder.name(file), text));
            made.keySet().forEach(id -> refuseTaken(file, id, before.containsKey(id), mistakes));
            whole = mistakes.isEmpty();
        } finally {
            loading = id -> null;
            if (whole) {
                routes.putAll(made);
            } else {
                unload(made.keySet());
            }
        }
    }

    private void unload(Set<String> ids) {
        for (String id : ids) {
            try {
                camel.getRouteController().stopRoute(id);
                camel.removeRoute(id);
            } catch (Exception e) {
                LOG.warnf("Route %s could not be taken away: %s", id, reason(e));
            }
        }
    }

    private void refuseTaken(Path file, String id, boolean isTaken, List<String> mistakes) {
        RouteCounts other = routes.get(id);
        if (isTaken && (other == null || !other.file().equals(name(file)))) {
            mistakes.add(file + ": the id of its route, " + id + ", is taken by "
                    + (other == null ? "a route of the service" : other.file()) + ". Give it another");
        } else if (configuration.jobs().keySet().stream().anyMatch(job -> id.startsWith(job + ReplicationSpec.ROUTE))) {
            mistakes.add(file + ": the id of its route, " + id + ", is that of a job. Give it another");
        }
    }

    /** Loads a file at the start of the process. */
    private synchronized void begin(Path file, List<String> mistakes) {
        List<String> own = new ArrayList<>();
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            mistakes.add(file + " cannot be read as UTF-8: " + e);
            return;
        }
        try {
            load(file, text, own);
        } catch (Exception e) {
            if (isInPassing(e)) {
                LOG.warnf(
                        "%s could not start, and is tried again each %d s: %s", file, SECONDS_BETWEEN_TRIES, reason(e));
                waiting.put(name(file), new Waiting(file, reason(e), false));
            } else {
                own.add(file + ": " + reason(e));
            }
        }
        mistakes.addAll(own);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** A mistake in a file is none of these: its text is at hand. */
    private static boolean isInPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailedToStartRouteException || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** The first cause says what is wrong; those around it say where. */
    private static String reason(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null && first.getCause() != first) {
            first = first.getCause();
        }
        String told = String.valueOf(first.getMessage());
        return first == failure ? told : told + " (" + failure.getMessage() + ")";
    }

    private void tryAgain() {
        waiting.forEach((name, one) -> {
            try {
                if (!one.stopped()) {
                    startWaiting(name, false);
                }
            } catch (Exception e) {
                LOG.debugf(e, "%s could not start", name);
            }
        });
    }

    private synchronized void startWaiting(String name, boolean byOperator) throws Exception {
        Waiting one = waiting.get(name);
        if (one == null || (one.stopped() && !byOperator)) {
            return;
        }
        List<String> mistakes = new ArrayList<>();
        try {
            load(one.file(), Files.readString(one.file()), mistakes);
            if (!mistakes.isEmpty()) {
                throw new IllegalStateException(String.join(". ", mistakes));
            }
        } catch (Exception e) {
            waiting.put(name, new Waiting(one.file(), reason(e), false));
            throw e;
        }
        waiting.remove(name);
        LOG.infof("%s has started", name);
    }

    /** How they stand, by id; a file whose routes could not start stands there by its name. Does not block. */
    public List<OwnRoute> all() {
        return Stream.concat(
                        routes.keySet().stream().map(this::status),
                        waiting.keySet().stream().map(this::waiting).flatMap(Optional::stream))
                .toList();
    }

    private Optional<OwnRoute> waiting(String name) {
        return Optional.ofNullable(waiting.get(name))
                .map(one -> new OwnRoute(
                        name, name, one.stopped() ? "stopped" : "waiting", 0, 0, 0, null, Printable.of(one.trouble())));
    }

    private OwnRoute status(String id) {
        ServiceStatus status = camel.getRouteController().getRouteStatus(id);
        return counts(id)
                .of(
                        id,
                        status == null ? "stopped" : status.name().toLowerCase(Locale.ROOT),
                        camel.getInflightRepository().size(id));
    }

    private RouteCounts counts(String id) {
        RouteCounts counts = routes.get(id);
        if (counts == null) {
            throw new RefusedException(Reason.UNKNOWN, "There is no route " + id);
        }
        return counts;
    }

    /**
     * Stops a route, once what it has taken in is done. Blocks until then.
     *
     * @throws RefusedException if there is none, or it could not be stopped
     */
    public OwnRoute stop(String id) {
        if (stopWaiting(id)) {
            return waiting(id).orElseThrow();
        }
        counts(id);
        change(id, "stop", () -> camel.getRouteController().stopRoute(id));
        return status(id);
    }

    private synchronized boolean stopWaiting(String name) {
        return waiting.computeIfPresent(name, (any, one) -> new Waiting(one.file(), one.trouble(), true)) != null;
    }

    /**
     * Starts a route that was stopped, or could not start. Blocks until its consumer has started.
     *
     * @throws RefusedException if there is none, or it cannot start
     */
    public OwnRoute start(String id) {
        if (waiting.containsKey(id)) {
            change(id, "start", () -> startWaiting(id, true));
            return new OwnRoute(id, id, "started", 0, 0, 0, null, "");
        }
        counts(id);
        change(id, "start", () -> camel.getRouteController().startRoute(id));
        return status(id);
    }

    /** What Camel is told to do. */
    @FunctionalInterface
    private interface Change {

        void run() throws Exception;
    }

    private static void change(String id, String what, Change change) {
        try {
            change.run();
        } catch (Exception e) {
            throw new RefusedException(Reason.CONFLICT, "Route " + id + " does not " + what + ": " + reason(e));
        }
    }
}
