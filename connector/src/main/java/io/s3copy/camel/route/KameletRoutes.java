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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.camel.RouteTemplateContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.util.StringHelper;

/**
 * Looks at the parameters of each route that is made of a Kamelet of ours, before it is started.
 *
 * <ul>
 *   <li>One that the Kamelet does not have is refused, with the nearest: Camel would take it in silence.
 *   <li>A value that Camel's reader of Pipes encoded for a URI is decoded: Camel does not do so.
 *   <li>A value in {@code RAW()} is taken out of it, where Camel does not do so: in properties of the application.
 *   <li>A value in a URI that may be encoded, or may mean itself, is refused.
 * </ul>
 */
final class KameletRoutes extends ModelLifecycleStrategySupport {

    private static final String OURS = "s3copy-";

    /** What Camel tells a Kamelet of itself. */
    private static final Set<String> OF_CAMEL = Set.of(
            "templateId",
            "routeId",
            "uuid",
            "location",
            "noErrorHandler",
            "bridgeErrorHandler",
            "parentRouteId",
            "parentProcessorId");

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    private final ModelCamelContext camel;

    KameletRoutes(ModelCamelContext camel) {
        this.camel = camel;
    }

    /** @throws InvalidParameterException when a parameter is none of the Kamelet's, or may mean two things */
    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        look(route, (name, value) -> {
            Map<String, Object> values = route.getTemplateParameters();
            // Camel keeps each under both spellings
            values.put(name, value);
            values.replace(StringHelper.camelCaseToDash(name), value);
            route.getRouteTemplateContext().setParameter(name, value);
        });
    }

    /** Of the routes that there are: their values can no longer be changed. */
    void refuseWhatWouldBeReadOtherwise() {
        for (RouteDefinition route : camel.getRouteDefinitions()) {
            look(route, (name, value) -> {
                throw new InvalidParameterException(
                        "parameter " + name + " of a Kamelet",
                        null,
                        "would not mean what is written, as Camel encodes the values of a Pipe",
                        "Write RAW(…) around it in a Pipe, leave RAW() away in a property of the application, or have"
                                + " camel-s3copy on the class path from the start (--dep of Camel JBang)");
            });
        }
    }

    /** @param changed is told of each value that means another than the text that Camel has */
    private void look(RouteDefinition route, BiConsumer<String, String> changed) {
        Map<String, Object> values = route.getTemplateParameters();
        if (values == null
                || !(values.get("templateId") instanceof String kamelet)
                || !kamelet.startsWith(OURS)
                || route.getRouteTemplateContext() == null) {
            return;
        }
        RouteTemplateDefinition template = camel.getRouteTemplateDefinition(kamelet);
        if (template != null) {
            Set<String> known = new TreeSet<>();
            for (RouteTemplateParameterDefinition parameter : template.getTemplateParameters()) {
                known.add(parameter.getName());
            }
            refuseUnknown(kamelet, route.getRouteTemplateContext(), known);
            KameletOrigin origin = KameletOrigin.of(camel, kamelet, values);
            for (String name : known) {
                if (values.get(name) instanceof String written) {
                    String value = read(kamelet, name, written, origin);
                    if (!value.equals(written)) {
                        changed.accept(name, value);
                    }
                }
            }
        }
    }

    private static void refuseUnknown(String kamelet, RouteTemplateContext given, Set<String> known) {
        for (String written : new TreeSet<>(given.getParameters().keySet())) {
            // of one route among those of the Kamelet: camel.kamelet.<kamelet>.<route>.<parameter>
            String name = StringHelper.dashToCamelCase(written.substring(written.lastIndexOf('.') + 1));
            if (!known.contains(name) && !OF_CAMEL.contains(name)) {
                throw new InvalidParameterException(
                        "parameter " + written + " of the Kamelet " + kamelet,
                        null,
                        "is none that it has",
                        Nearest.to(name, known)
                                .map(nearest -> "Did you mean " + nearest + "? Write that, or leave it out")
                                .orElse("Leave it out: it has " + String.join(", ", known)));
            }
        }
    }

    private static String read(String kamelet, String name, String written, KameletOrigin origin) {
        if (!origin.wrote(name, written)) {
            return RawValue.unwrap(written);
        } else if (origin.isPipe()) {
            return URLDecoder.decode(written, StandardCharsets.UTF_8);
        } else if (ENCODED.matcher(written).find()) {
            throw new InvalidParameterException(
                    "parameter " + name + " of the Kamelet " + kamelet,
                    null,
                    "has a percent sign and two digits, which Camel does not decode in the URI of a Kamelet",
                    "Write the character itself, or RAW(…) around a value that is meant as it is");
        }
        return written;
    }
}
