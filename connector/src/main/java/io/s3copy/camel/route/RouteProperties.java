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
package io.s3copy.camel.route;

import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses to start a route with a property that begins with the route's name and that the route does not read: a typo that
 * nothing else would report. What a route reads is taken from its own file, even if a user changed it: the placeholders
 * <code>{{name.property}}</code> in it.
 *
 * <p>For an environment variable that resembles one that the route reads there is a warning. It is not refused, because
 * Kubernetes sets variables of its own.
 */
public final class RouteProperties extends RoutePolicySupport {

    private static final Logger LOG = LoggerFactory.getLogger(RouteProperties.class);

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[?!]?([A-Za-z0-9_.-]+)(?::[^}]*)?}}");

    private Collection<String> environment = System.getenv().keySet();

    public RouteProperties() {}

    RouteProperties(Collection<String> environment) {
        this.environment = environment;
    }

    /** @throws InvalidParameterException when there is a property that the route does not read */
    @Override
    public void onInit(Route route) {
        String prefix = route.getRouteId() + ".";
        Set<String> known = read(route.getSourceResource());
        if (known.stream().noneMatch(name -> name.startsWith(prefix))) {
            return; // the file was renamed, or is not at hand
        }
        for (String name : given(route.getCamelContext(), prefix)) {
            if (!known.contains(name)) {
                throw new InvalidParameterException(
                        "property " + name,
                        null,
                        "is none that the route " + route.getRouteId() + " reads",
                        Nearest.to(name.substring(prefix.length()), parts(prefix, known))
                                .map(nearest -> "Did you mean " + prefix + nearest + "? Write that, or leave it out")
                                .orElse("Leave it out: the head of the route's file lists what it reads"));
            }
        }
        warnOfVariables(prefix, known);
    }

    private static Set<String> read(Resource file) {
        if (file == null || !file.exists()) {
            return Set.of();
        }
        try (InputStream stream = file.getInputStream()) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return PLACEHOLDER
                    .matcher(COMMENT.matcher(text).replaceAll(""))
                    .results()
                    .map(placeholder -> placeholder.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> given(CamelContext camel, String prefix) {
        Set<String> names = new TreeSet<>(camel.getPropertiesComponent()
                .loadProperties(name -> name.startsWith(prefix))
                .stringPropertyNames());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(names::add);
        return names;
    }

    private void warnOfVariables(String prefix, Set<String> known) {
        Set<String> variables = known.stream().map(RouteProperties::variable).collect(Collectors.toSet());
        String start = variable(prefix);
        environment.stream()
                .filter(name -> name.startsWith(start) && !variables.contains(name))
                .sorted()
                .forEach(name -> Nearest.to(name.substring(start.length()), parts(start, variables))
                        .ifPresent(nearest -> LOG.warn(
                                "Nothing reads the environment variable {}. Did you mean {}?", name, start + nearest)));
    }

    private static Set<String> parts(String start, Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(start))
                .map(name -> name.substring(start.length()))
                .collect(Collectors.toSet());
    }

    /** The variable that Camel reads a property from. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
