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

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.InvalidParameterException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.util.PropertiesHelper;
import org.jspecify.annotations.Nullable;

/**
 * Options with a name of the user's in theirs: {@code metadata.name=value} and {@code tagging.name=value}. Knows what
 * Camel does to dashes and capitals in such names.
 */
final class MultiValueOptions {

    private static final Map<String, CopyParameter> ROWS =
            Map.of("metadata.", CopyParameter.METADATA, "tagging.", CopyParameter.TAGS);

    private MultiValueOptions() {}

    /** The rows that some names of options set. */
    static Set<CopyParameter> rowsIn(Set<String> names) {
        return ROWS.entrySet().stream()
                .filter(row -> names.stream().anyMatch(name -> name.startsWith(row.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /**
     * Removes the values of a multi-value option from the parameters, and returns them.
     *
     * @param prefix such as {@code metadata.}
     * @param row whose option takes all of them as one text
     * @throws InvalidParameterException if a metadata name has a capital, or both forms are given
     */
    static Map<String, Object> extract(Map<String, Object> parameters, String prefix, CopyParameter row) {
        Map<String, Object> extracted = PropertiesHelper.extractProperties(parameters, prefix);
        if (row == CopyParameter.METADATA) {
            extracted.keySet().forEach(name -> refuseCapitals(prefix + name, name));
        }
        String whole = row.option().orElseThrow();
        if (!extracted.isEmpty()
                && parameters.keySet().stream()
                        .anyMatch(one -> UriOptions.normal(one).equalsIgnoreCase(whole))) {
            throw new InvalidParameterException(
                    "option " + whole, null, "is said twice, by itself and as " + prefix + "name", "Say it one way");
        }
        return extracted;
    }

    /**
     * Refuses a default of the component whose name lost its dashes: Camel reads the property
     * {@code …metadata.a-key} as {@code metadata.aKey}. If the property exists, the name had dashes. This does not find
     * such names in Spring Boot, which keeps dashes, and reads names that differ only in capitals and dashes as one.
     *
     * @param option the map, {@code metadata} or {@code tags}
     */
    static void refuseLostDashes(
            PropertiesComponent properties, String option, @Nullable Map<String, Object> defaults) {
        for (String name : defaults == null ? Set.<String>of() : defaults.keySet()) {
            if (withDashes(name).equals(name)) {
                continue;
            }
            String dashed = option + "." + withDashes(name);
            for (String prefix : List.of("camel.component.s3copy.", "camel.component.s3copy.configuration.")) {
                if (properties.resolveProperty(prefix + dashed).isPresent()
                        && properties
                                .resolveProperty(prefix + option + "." + name)
                                .isEmpty()) {
                    throw new InvalidParameterException(
                            "property " + prefix + dashed,
                            null,
                            "reaches the component as " + option + "." + name
                                    + ", because Camel turns dashes in the name of a property into capitals",
                            "Write all names in one text: camel.component.s3copy." + option + "=" + withDashes(name)
                                    + "=value&other=value");
                }
            }
        }
    }

    /** The name with dashes that Camel may have made this one of. */
    static String withDashes(String name) {
        return name.replaceAll("(?<=.)(\\p{Lu})", "-$1").toLowerCase(Locale.ROOT);
    }

    /**
     * Camel's YAML DSL turns {@code metadata.a-key} into {@code metadata.aKey} before we see it. S3 keeps metadata names
     * in lower case, so any capital there is a mistake. Tags may have capitals: see {@link TagNames}.
     */
    private static void refuseCapitals(String written, String name) {
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            String dashed = withDashes(name);
            throw new InvalidParameterException(
                    "option " + written,
                    null,
                    "has a capital, but S3 keeps names in lower case; or Camel's YAML DSL, which turns a dash into a"
                            + " capital, read it from " + dashed,
                    "Write all names in one text: metadata=" + dashed + "=value or metadata=" + name
                            + "=value; several in JSON, as {\"" + dashed + "\": \"value\"}, or as RAW(" + dashed
                            + "=value&other=value)");
        }
    }
}
