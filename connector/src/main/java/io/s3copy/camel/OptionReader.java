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

import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Nearest;
import io.s3copy.parameter.TextMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.component.PropertyConfigurerSupport;

/**
 * Reads options as they are written, before Camel converts them. So an error names the option, what it takes, and the
 * nearest value; Camel's error would name Java types. The generated configurer says what an option takes.
 */
final class OptionReader {

    private final CamelContext camel;
    private final PropertyConfigurerGetter types;
    private final EndpointUriFactory options;

    OptionReader(CamelContext camel, PropertyConfigurerGetter types) {
        this.camel = camel;
        this.types = types;
        this.options = camel.getCamelContextExtension().getEndpointUriFactory("s3copy");
    }

    /**
     * The value to set.
     *
     * @param written the name of the option, in any of the spellings that Camel takes for one
     * @param value as written; a value that is no text, or refers to a bean, is returned unchanged
     * @throws InvalidParameterException if the option takes no such value
     */
    Object read(String written, Object value) {
        Class<?> type = types.getOptionType(UriOptions.normal(written), true);
        if (type == null || !(value instanceof String text) || isLeftToCamel(text)) {
            return value;
        }
        String name = nameOf(written);
        if (type.isEnum()) {
            return constant(name, type, text);
        } else if (type == boolean.class || type == Boolean.class) {
            return bool(name, text);
        } else if (type == int.class || type == Integer.class) {
            return number(name, text);
        } else if (type == long.class) {
            return duration(name, text);
        } else if (type == Map.class) {
            return TextMap.parse("option " + name, text);
        } else if (!type.getName().startsWith("java.")) {
            throw refused(name, text, "is a text, but the option takes a bean", "Write " + name + "=#bean:" + text);
        }
        return text;
    }

    private static boolean isLeftToCamel(String text) {
        return text.startsWith("#") || text.equals(PropertyConfigurerSupport.MAGIC_VALUE);
    }

    /** The error for unknown options, with the nearest known one. Values may be secrets, so they are not shown. */
    InvalidParameterException unknown(Set<String> names) {
        String name = names.iterator().next();
        Optional<String> nearest = Nearest.to(name.replaceFirst("^configuration\\.", ""), options.propertyNames());
        return new InvalidParameterException(
                "option " + name,
                null,
                "is no option of s3copy"
                        + (names.size() == 1
                                ? ""
                                : ", nor " + names.stream().skip(1).collect(Collectors.joining(", "))),
                nearest.map(known -> "The nearest is " + known + ". ").orElse("")
                        + "Correct it. If it is part of the value before it, such as text after an &, put that value into RAW(…)");
    }

    private String nameOf(String written) {
        String normal = UriOptions.normal(written);
        return options.propertyNames().stream()
                .filter(normal::equalsIgnoreCase)
                .findFirst()
                .orElse(written);
    }

    private InvalidParameterException refused(String name, String text, String rule, String fix) {
        return new InvalidParameterException(
                "option " + name, options.secretPropertyNames().contains(name) ? null : text, rule, fix);
    }

    /** A constant, as Camel reads it: in any case, with or without dashes and underscores. */
    private Object constant(String name, Class<?> type, String text) {
        String letters = text.replaceAll("[-_]", "");
        List<?> constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(one -> ((Enum<?>) one).name().replace("_", "").equalsIgnoreCase(letters))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known = constants.stream()
                            .map(one -> ((Enum<?>) one).name())
                            .toList();
                    return refused(
                            name,
                            text,
                            "is not among " + String.join(", ", known),
                            Nearest.to(text, known)
                                    .map(nearest -> "The nearest is " + nearest)
                                    .orElse("Use one of them"));
                });
    }

    private Object bool(String name, String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw refused(name, text, "is neither true nor false", "Write true or false");
        }
        return Boolean.valueOf(text);
    }

    private Object number(String name, String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw refused(name, text, "is not a whole number of at most " + Integer.MAX_VALUE, "Write digits only");
        }
    }

    private Object duration(String name, String text) {
        Duration duration = camel.getTypeConverter().tryConvertTo(Duration.class, text);
        if (text.isBlank() || duration == null) {
            throw refused(
                    name, text, "is not a duration", "Write for example 500 (milliseconds), 30s, 5m, 1h30m or PT1H");
        }
        return duration;
    }
}
