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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.model.KameletDefinition;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.util.URISupport;

/**
 * The route that uses a Kamelet, and what it writes behind the Kamelet's name.
 *
 * @param isPipe whether the route is a Pipe, whose values Camel's reader encodes
 * @param queries the parameters in each URI of the Kamelet there, as they are written
 */
record KameletOrigin(boolean isPipe, List<Map<String, Object>> queries) {

    private static final Pattern PIPE = Pattern.compile("(?m)^kind:\\s*[\"']?(Pipe|KameletBinding)\\b");

    /** Where a Kamelet with these values stands. */
    static KameletOrigin of(ModelCamelContext camel, String kamelet, Map<String, Object> values) {
        Object id = values.get("parentRouteId");
        RouteDefinition parent = id == null ? null : camel.getRouteDefinition(id.toString());
        if (parent == null) {
            return new KameletOrigin(false, List.of());
        }
        List<Map<String, Object>> queries = new ArrayList<>();
        for (String uri : uris(parent)) {
            int query = uri.indexOf('?');
            String name = uri.substring(0, Math.max(query, 0)).replaceFirst("^kamelet:/*", "");
            if (query > 0 && (name.equals(kamelet) || name.startsWith(kamelet + "/"))) {
                queries.add(query(uri.substring(query + 1)));
            }
        }
        return new KameletOrigin(isPipe(parent.getResource()), queries);
    }

    /** Whether a value stands in the URI like this, and not in {@code RAW()}. */
    boolean wrote(String name, String value) {
        return queries.stream().anyMatch(query -> value.equals(query.get(name)));
    }

    private static List<String> uris(RouteDefinition route) {
        List<String> uris = new ArrayList<>();
        if (route.getInput() != null && route.getInput().getEndpointUri() != null) {
            uris.add(route.getInput().getEndpointUri());
        }
        ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class).stream()
                .map(ToDefinition::getUri)
                .filter(uri -> uri != null && uri.startsWith("kamelet:"))
                .forEach(uris::add);
        ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), KameletDefinition.class).stream()
                .map(KameletDefinition::getName)
                .forEach(uris::add);
        return uris;
    }

    private static Map<String, Object> query(String query) {
        try {
            return URISupport.parseQuery(query, true);
        } catch (URISyntaxException e) { // the route would not have started
            throw new IllegalStateException(e);
        }
    }

    /** Camel reads one document of a file, so that a file with a Pipe has no other route. */
    private static boolean isPipe(Resource file) {
        if (file == null || !file.exists()) {
            return false;
        }
        try (InputStream stream = file.getInputStream()) {
            return PIPE.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
