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
package io.s3copy.app;

import io.s3copy.app.config.ServiceNames;
import io.s3copy.parameter.Nearest;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of the settings, as {@link Settings} declares them: Quarkus lets a mistyped variable pass in silence. */
final class SettingNames {

    private static final String PREFIX = "s3copy.";
    private static final String VARIABLES = environmentName(PREFIX);

    /** What Kubernetes puts into the environment of each container for a service of that name. */
    private static final Pattern KUBERNETES = Pattern.compile(
            VARIABLES + "(.*_)?(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

    private static final Set<String> PROPERTIES = properties(PREFIX, Settings.class);

    private SettingNames() {}

    /** Of the variables of an environment, what is wrong with each that looks like a setting and is none. */
    static List<String> mistakes(Collection<String> variables) {
        Set<String> known = new TreeSet<>();
        PROPERTIES.forEach(property -> known.add(environmentName(property)));
        return variables.stream()
                .filter(name -> name.startsWith(VARIABLES) && !known.contains(name))
                .filter(name -> !KUBERNETES.matcher(name).matches() && !ServiceNames.isVariable(name))
                .sorted()
                .map(name -> unknown("environment variable " + name, nearest(name, known, VARIABLES)))
                .toList();
    }

    /** What is wrong with a property that is no setting. */
    static String unknownProperty(String property) {
        Optional<String> ofService = ServiceNames.nearest(property);
        return unknown(
                "property " + property, ofService.isPresent() ? ofService : nearest(property, PROPERTIES, PREFIX));
    }

    /** The property whose name, however it is put together, is near. */
    static Optional<String> nearestProperty(String name) {
        return nearest(name.replaceFirst("(?i)^s3copy[-._]", ""), PROPERTIES, PREFIX);
    }

    /** The near one of names that begin alike: what they share makes none near. */
    private static Optional<String> nearest(String name, Set<String> known, String prefix) {
        Set<String> rests =
                known.stream().map(other -> other.substring(prefix.length())).collect(Collectors.toSet());
        String rest = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        return Nearest.to(rest, rests).map(prefix::concat);
    }

    /** All properties that are settings. */
    static Set<String> properties() {
        return PROPERTIES;
    }

    /** The variable that sets a property. */
    static String environmentName(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String unknown(String what, Optional<String> nearest) {
        return what + " is no setting, and nothing would heed it. "
                + nearest.map(name -> "The nearest is " + name + ": write that, or leave it out")
                        .orElse("Leave it out; --help tells all settings");
    }

    private static Set<String> properties(String prefix, Class<?> group) {
        Set<String> names = new TreeSet<>();
        for (Method method : group.getMethods()) {
            String name = prefix + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (method.getReturnType().getEnclosingClass() == Settings.class) {
                names.addAll(properties(name + ".", method.getReturnType()));
            } else {
                names.add(name);
            }
        }
        return names;
    }
}
