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
package io.s3copy.app.config;

import io.s3copy.parameter.Nearest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of the properties of stores and jobs: Quarkus tells that one is unknown, and not what was meant. */
public final class ServiceNames {

    private static final String DATABASE = "s3copy.database.";

    /** Those that are of no group. */
    private static final List<String> ALONE = Stream.concat(
                    Arrays.stream(ServiceSettings.class.getMethods())
                            .filter(method ->
                                    method.getReturnType() == String.class || method.getReturnType() == Optional.class)
                            .map(method -> "s3copy." + JobOptions.dashed(method.getName())),
                    names(ServiceSettings.Database.class).stream().map(name -> DATABASE + name))
            .sorted()
            .toList();

    /** Groups whose members have names of their own. */
    private static final Set<String> MAPS = Set.of("options", "events", "replicate");

    private static final Map<String, List<String>> GROUPS = Map.of(
            "s3copy.stores.",
            names(ServiceSettings.Store.class),
            "s3copy.jobs.",
            names(ServiceSettings.Job.class),
            "s3copy.users.",
            names(ServiceSettings.User.class));

    private ServiceNames() {}

    /** Whether a variable of the environment sets a property of the service. */
    public static boolean isVariable(String variable) {
        return ALONE.stream().anyMatch(name -> variable.equals(variable(name)))
                || GROUPS.entrySet().stream()
                        .anyMatch(group ->
                                group.getValue().stream().anyMatch(name -> isOf(variable, group.getKey(), name)));
    }

    /** The name between group and property must not be empty; options have names of their own. */
    private static boolean isOf(String variable, String group, String name) {
        String begin = variable(group);
        String end = "_" + variable(name);
        boolean option = MAPS.contains(name);
        int at = option ? variable.indexOf(end + "_", begin.length()) : variable.length() - end.length();
        return variable.startsWith(begin) && at > begin.length() && variable.startsWith(end, at);
    }

    /** The property of a group that an unknown one may stand for. */
    public static Optional<String> nearest(String property) {
        for (Map.Entry<String, List<String>> group : GROUPS.entrySet()) {
            if (property.startsWith(group.getKey())) {
                String rest = property.substring(group.getKey().length());
                int dot = rest.lastIndexOf('.');
                return dot < 0
                        ? Optional.empty()
                        : Nearest.to(rest.substring(dot + 1), group.getValue())
                                .map(name -> group.getKey() + rest.substring(0, dot + 1) + name);
            }
        }
        Optional<String> alone = alone(property);
        if (alone.isPresent()) {
            return alone;
        }
        List<String> groups =
                GROUPS.keySet().stream().map(ServiceNames::segment).toList();
        String[] parts = property.split("\\.", 3);
        return parts.length < 3
                ? Optional.empty()
                : Nearest.to(parts[1], groups).map(group -> parts[0] + "." + group + "." + parts[2]);
    }

    /** One that begins with it may be meant, too: a password stands in a file. */
    private static Optional<String> alone(String property) {
        return property.startsWith(DATABASE)
                ? ALONE.stream()
                        .filter(name -> name.startsWith(property))
                        .findFirst()
                        .or(() -> Nearest.to(property, ALONE))
                : Optional.empty();
    }

    private static String segment(String group) {
        return group.substring(group.indexOf('.') + 1, group.length() - 1);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static List<String> names(Class<?> group) {
        return Arrays.stream(group.getMethods())
                .map(Method::getName)
                .map(JobOptions::dashed)
                .sorted()
                .toList();
    }
}
