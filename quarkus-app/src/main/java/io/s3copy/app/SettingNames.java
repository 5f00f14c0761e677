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

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

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
                .filter(name -> !KUBERNETES.matcher(name).matches())
                .sorted()
                .map(name -> unknown("environment variable " + name, nearest(name, known)))
                .toList();
    }

    /** What is wrong with a property that is no setting. */
    static String unknownProperty(String property) {
        return unknown("property " + property, nearest(property, PROPERTIES));
    }

    /** The property whose name, however it is put together, is nearest. */
    static String nearestProperty(String name) {
        return PROPERTIES.stream()
                .min(Comparator.comparingInt(property -> distance(spelling(name), spelling(property))))
                .orElseThrow();
    }

    /** The letters of a name, less what only puts them together. */
    static String spelling(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("^s3copy[-._]", "").replaceAll("[._]", "-");
    }

    /** All properties that are settings. */
    static Set<String> properties() {
        return PROPERTIES;
    }

    /** The variable that sets a property. */
    static String environmentName(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String unknown(String what, String nearest) {
        return what + " is no setting, and nothing would heed it. The nearest is " + nearest
                + ": write that, or leave it out";
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

    /** The one of them that is spelt most like a name. */
    static String nearest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .orElseThrow();
    }

    /** How many letters to add, drop or replace make the one name the other (Levenshtein). */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
