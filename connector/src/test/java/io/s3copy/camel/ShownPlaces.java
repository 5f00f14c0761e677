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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.MessageHelper;
import org.apache.camel.support.PluginHelper;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;

/** What Camel shows of its routes and exchanges, by the place where it shows it. */
final class ShownPlaces {

    private final Map<String, String> places = new LinkedHashMap<>();

    void note(String place, String text) {
        places.put(place, text);
    }

    @Nullable
    String of(String place) {
        return places.get(place);
    }

    /** Headers, properties, history and exception of an exchange. */
    void noteExchange(String name, Exchange exchange) {
        note("headers of what was " + name, exchange.getMessage().getHeaders().toString());
        note("properties of what was " + name, exchange.getAllProperties().toString());
        note(
                "history of what was " + name,
                String.valueOf(MessageHelper.dumpMessageHistoryStacktrace(exchange, null, true)));
        if (exchange.getException() != null) {
            note("exception of what was " + name, Throwables.getStackTrace(exchange.getException()));
        }
    }

    void noteJmx() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        StringBuilder all = new StringBuilder();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            all.append(name).append('\n');
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                all.append(attribute.getName())
                        .append('=')
                        .append(valueOf(server, name, attribute))
                        .append('\n');
            }
        }
        assertThat(all).contains("s3copy://archive");
        note("JMX", all.toString());
    }

    private static Object valueOf(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            return server.getAttribute(name, attribute.getName());
        } catch (JMException | RuntimeException e) {
            return e;
        }
    }

    /** All consoles but some. */
    void noteConsoles(ModelCamelContext camel, Set<String> but) {
        DevConsoleRegistry consoles = camel.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        assertThat(consoles.stream()).isNotEmpty();
        consoles.stream().filter(console -> !but.contains(console.getId())).forEach(console -> {
            for (DevConsole.MediaType type : DevConsole.MediaType.values()) {
                if (console.supportMediaType(type)) {
                    note("console " + console.getId() + " " + type, said(console, type));
                }
            }
        });
    }

    private static String said(DevConsole console, DevConsole.MediaType type) {
        try {
            return String.valueOf(console.call(type));
        } catch (RuntimeException e) {
            return Throwables.getStackTrace(e);
        }
    }

    void noteDumps(ModelCamelContext camel) throws Exception {
        for (var route : camel.getRouteDefinitions()) {
            note("XML " + route.getId(), PluginHelper.getModelToXMLDumper(camel).dumpModelAsXml(camel, route));
        }
    }

    /** None of the secrets is a part of any text. */
    void assertNoneShows(List<String> secrets) {
        secrets.forEach(secret ->
                places.forEach((place, text) -> assertThat(text.lines().filter(line -> line.contains(secret)))
                        .as(place)
                        .isEmpty()));
    }
}
