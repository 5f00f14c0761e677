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
package io.s3copy.springboot;

import io.s3copy.camel.S3CopyComponent;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Nearest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The options of the component, as the properties of a Spring Boot application say them. Their names are relaxed, as
 * Spring's are: {@code if-exists}, {@code ifExists} and the variable {@code CAMEL_COMPONENT_S3COPY_IFEXISTS} are one.
 * A list of YAML is a text with commas. A name that is no option is refused: nothing would heed it.
 */
final class ComponentProperties {

    static final String PREFIX = "camel.component.s3copy";

    /** Properties of Camel's auto-configuration, which are no options. */
    private static final Set<String> OF_AUTO_CONFIGURATION = Set.of("enabled", "customizerenabled");

    /** Camel Main wants this before the name of some options; here it is as good as nothing. */
    private static final String CONFIGURATION = "configuration.";

    private final PropertyConfigurerGetter options;
    private final Map<String, Object> read = new LinkedHashMap<>();

    ComponentProperties(PropertyConfigurerGetter options) {
        this.options = options;
    }

    /**
     * The values by the names of their options, in small letters.
     *
     * @throws InvalidParameterException when a property is no option
     */
    Map<String, Object> read(Environment environment) {
        Binder.get(environment)
                .bind(PREFIX, Bindable.mapOf(String.class, Object.class))
                .ifBound(properties -> properties.forEach(this::add));
        return read;
    }

    private void add(String path, Object value) {
        String name = nameOf(path);
        if (OF_AUTO_CONFIGURATION.contains(name)) {
            return;
        }
        Class<?> type = (Class<?>) options.getOptionType(name, true);
        if (!(value instanceof Map<?, ?> nested)) {
            if (type == null) {
                throw unknown(path);
            }
            read.put(name, value);
        } else if (type != null && Map.class.isAssignableFrom(type)) {
            read.put(name, flat(nested));
        } else if (type != null && isList(nested)) {
            read.put(name, nested.values().stream().map(String::valueOf).collect(Collectors.joining(",")));
        } else {
            nested.forEach((below, what) -> add(path + "." + below, what));
        }
    }

    private static boolean isList(Map<?, ?> nested) {
        return nested.keySet().stream().allMatch(key -> String.valueOf(key).matches("\\d+"));
    }

    /** A dot in a key of a map is a level of properties to Spring. */
    private static Map<String, Object> flat(Map<?, ?> nested) {
        Map<String, Object> flat = new LinkedHashMap<>();
        nested.forEach((key, value) -> {
            if (value instanceof Map<?, ?> below) {
                flat(below).forEach((rest, what) -> flat.put(key + "." + rest, what));
            } else {
                flat.put(String.valueOf(key), value);
            }
        });
        return flat;
    }

    private static String nameOf(String path) {
        return withoutConfiguration(path).replaceAll("[-._]", "").toLowerCase(Locale.ROOT);
    }

    private static String withoutConfiguration(String path) {
        return path.startsWith(CONFIGURATION) ? path.substring(CONFIGURATION.length()) : path;
    }

    /** Without the value, which may be a secret. */
    private static InvalidParameterException unknown(String path) {
        List<String> names = names().toList();
        String bare = withoutConfiguration(path);
        String fix = Nearest.to(bare, names)
                .or(() -> Nearest.to(bare.replaceFirst("\\..*", ""), names)) // the option of a map, before a key
                .map(nearest -> "The nearest is " + PREFIX + "." + StringHelper.camelCaseToDash(nearest))
                .orElse("Correct or remove it: docs/spring-boot.md says where all options are listed");
        return new InvalidParameterException(
                "property " + PREFIX + "." + path,
                null,
                "is no option of the component, and nothing would heed it",
                fix);
    }

    private static Stream<String> names() {
        return Stream.of(S3CopyConfiguration.class, S3CopyComponent.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getParameterCount() == 1)
                .map(Method::getName)
                .filter(name -> name.startsWith("set"))
                .map(name -> StringHelper.decapitalize(name.substring("set".length())));
    }
}
