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
package io.s3copy.app.live;

import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.camel.route.CopyReport;
import io.s3copy.camel.route.RouteTotals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * A route of camel-s3copy-routes as one job runs it: the file as it was shipped and tested, with the names of routes, beans
 * and properties turned into the job's own, so that several jobs can run it in one process. Values come from properties, as
 * in any other use of the file.
 */
final class LiveRoute {

    private static final Pattern LOADED = Pattern.compile("(?m)^ *- name: (\\S+)$");

    private final CamelContext camel;
    private final String id;
    private final String text;
    private final LiveProperties properties;
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Supplier<Component>> components = new TreeMap<>();
    private volatile boolean loaded;
    private volatile RouteTotals last = RouteTotals.NONE;

    /**
     * The route of a job, which is not loaded.
     *
     * @param id of the route, and the begin of all its names; no other's begins with it and a hyphen
     * @param file the name of the route that is shipped
     * @param values of properties, by the names of the file, without its own name before them
     * @param components makes what stands for the components that the file names, each time that the route is started
     */
    LiveRoute(
            CamelContext camel,
            String id,
            String file,
            Map<String, String> values,
            Map<String, Supplier<Component>> components) {
        this.camel = camel;
        this.id = id;
        this.properties = LiveProperties.of(camel);
        values.forEach((name, value) -> this.values.put(id + "." + name, value));
        String renamed = shipped(file).replaceAll("\\b" + Pattern.quote(file) + "\\b", id);
        for (Map.Entry<String, Supplier<Component>> component : components.entrySet()) {
            String own = id + "-" + component.getKey();
            renamed =
                    renamed.replaceAll("\"" + Pattern.quote(component.getKey()) + ":(/?)\\{\\{", "\"" + own + ":$1{{");
            this.components.put(own, component.getValue());
        }
        this.text = renamed;
    }

    private static String shipped(String file) {
        try (InputStream stream =
                LiveRoute.class.getClassLoader().getResourceAsStream("s3copy/routes/" + file + ".camel.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("The route " + file + " is not in the application");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the route, and starts it. Blocks until its consumer has started. */
    void start() throws Exception {
        loaded = true;
        last = RouteTotals.NONE;
        properties.put(values);
        components.forEach((name, component) -> camel.addComponent(name, component.get()));
        // Camel takes all behind the first dot for the kind of file
        Resource resource = ResourceHelper.fromString(id.replace('.', '-') + ".camel.yaml", text);
        PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
    }

    /** Stops it, once what it has taken in is done, and forgets it. What is left is in the queue. */
    void stop() throws Exception {
        List<Route> routes = own();
        // the one that takes in first: the other takes its dead letters
        for (Route route : routes) {
            camel.getRouteController().stopRoute(route.getRouteId());
        }
        for (Route route : routes) {
            camel.removeRoute(route.getRouteId());
        }
        last = totals();
        LOADED.matcher(text).results().map(bean -> bean.group(1)).forEach(camel.getRegistry()::unbind);
        // with the next start, credentials are those of then
        for (String component : components.keySet()) {
            camel.removeEndpoints(component + ":*");
            camel.removeComponent(component);
        }
        properties.remove(values.keySet());
        loaded = false;
    }

    /** What it has done since it was started. */
    RouteTotals totals() {
        CopyReport report = camel.getRegistry().lookupByNameAndType(id + "-report", CopyReport.class);
        return report == null ? last : report.totals();
    }

    /** Whether it was started, and not stopped since. */
    boolean isLoaded() {
        return loaded;
    }

    /** What it did before it was stopped is counted elsewhere. */
    void forgetTotals() {
        last = RouteTotals.NONE;
    }

    /** Where it reads from. */
    Endpoint from() {
        return camel.getRoute(id).getEndpoint();
    }

    /** How many messages or requests it works on. */
    long inFlight() {
        return own().stream()
                .mapToLong(route -> camel.getInflightRepository().size(route.getRouteId()))
                .sum();
    }

    private List<Route> own() {
        return camel.getRoutes().stream()
                .filter(route ->
                        route.getRouteId().equals(id) || route.getRouteId().startsWith(id + "-"))
                .toList();
    }

    /** Whether its events wait, because every object meets the same fault. */
    boolean isHeld() {
        Component own = camel.hasComponent(id + "-s3copy");
        return own != null
                && camel.getEndpoints().stream()
                        .anyMatch(one -> one instanceof S3CopyEndpoint endpoint
                                && endpoint.getComponent() == own
                                && endpoint.holdsEvents());
    }
}
