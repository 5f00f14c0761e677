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
package io.s3copy.kamelets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;

/**
 * The rules of the Kamelet catalogue, of its Go validator and its Java one, on parsed Kamelets.
 *
 * <p>Camel's catalogue does not know our own component: its options are those that its jar says.
 */
final class KameletRules {

    private static final String PREFIX = "camel.apache.org/";
    private static final String CREDENTIALS = "urn:camel:group:credentials";
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{[?]?([A-Za-z0-9-._]+)(?::[^}]*)?}}");
    private static final Pattern DEPENDENCY = Pattern.compile("(camel|mvn|github|camel-k|camel-quarkus):.+");
    /** Of the validator's list of English stop words, those that titles have use for. */
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "per", "the", "to", "with");

    private static final DefaultCamelCatalog CATALOG = new DefaultCamelCatalog();

    /** Of our component. */
    private static final String OURS = "s3copy";

    private static final String OUR_MODEL = "META-INF/io/s3copy/camel/s3copy.json";

    private final String version;
    private final List<String> broken = new ArrayList<>();

    private KameletRules(String version) {
        this.version = version;
    }

    /**
     * What is wrong with Kamelets that are shipped together.
     *
     * @param files the parsed Kamelets by file name
     * @param version of the project
     */
    static List<String> broken(Map<String, Map<String, Object>> files, String version) {
        KameletRules rules = new KameletRules(version);
        Set<String> titles = new HashSet<>();
        Set<String> descriptions = new HashSet<>();
        files.forEach((file, kamelet) -> {
            rules.check(file, kamelet);
            Map<String, Object> definition = map(kamelet, "spec", "definition");
            rules.must(titles.add(text(definition, "title")), file, "duplicate title");
            rules.must(descriptions.add(text(definition, "description")), file, "duplicate description");
        });
        return rules.broken;
    }

    private void must(boolean holds, String file, String rule) {
        if (!holds) {
            broken.add(file + ": " + rule);
        }
    }

    private void check(String file, Map<String, Object> kamelet) {
        must("camel.apache.org/v1".equals(kamelet.get("apiVersion")), file, "apiVersion");
        must("Kamelet".equals(kamelet.get("kind")), file, "kind");
        String name = text(map(kamelet, "metadata"), "name");
        must(file.equals(name + ".kamelet.yaml"), file, "file name is the Kamelet's");
        String type = text(map(kamelet, "metadata", "labels"), PREFIX + "kamelet.type");
        must(Set.of("source", "sink", "action").contains(type), file, "type label");
        must(name.endsWith("-" + type), file, "name ends with the type");
        annotations(file, map(kamelet, "metadata", "annotations"));
        definition(file, map(kamelet, "spec", "definition"), type);
        template(file, kamelet, type);
    }

    private void annotations(String file, Map<String, Object> annotations) {
        must(text(annotations, PREFIX + "kamelet.icon").startsWith("data:image/svg+xml;base64,"), file, "icon is data");
        must(version.equals(annotations.get(PREFIX + "catalog.version")), file, "catalog.version is the project's");
        must(OURS.equals(annotations.get(PREFIX + "provider")), file, "provider");
        must(
                Set.of("Preview", "Stable").contains(text(annotations, PREFIX + "kamelet.support.level")),
                file,
                "support level");
        must(!text(annotations, PREFIX + "kamelet.group").isEmpty(), file, "group");
        must(!text(annotations, PREFIX + "kamelet.namespace").isEmpty(), file, "namespace");
    }

    private void definition(String file, Map<String, Object> definition, String type) {
        String title = text(definition, "title");
        must(!title.isEmpty(), file, "title");
        must(
                title.toLowerCase(Locale.ROOT).endsWith(" " + type) && endsCapitalised(title),
                file,
                "title ends with the type");
        must(!text(definition, "description").isEmpty(), file, "description");
        must("object".equals(definition.get("type")), file, "definition is an object");
        Map<String, Object> properties = map(definition, "properties");
        List<?> required = list(definition, "required");
        must(new HashSet<>(required).size() == required.size(), file, "required twice");
        must(properties.keySet().containsAll(required), file, "required is defined");
        properties.forEach((key, value) -> property(file + " " + key, asMap(value)));
    }

    private static boolean endsCapitalised(String title) {
        return Character.isUpperCase(title.charAt(title.lastIndexOf(' ') + 1));
    }

    private void property(String where, Map<String, Object> property) {
        String title = text(property, "title");
        must(!text(property, "type").isEmpty(), where, "property has a type");
        must(!title.isEmpty(), where, "property has a title");
        must(!text(property, "description").isEmpty(), where, "property has a description");
        for (String word : title.split(" ", -1)) {
            must(
                    word.isEmpty() || STOP_WORDS.contains(word) || !Character.isLowerCase(word.charAt(0)),
                    where,
                    "words of a title are capitalised");
        }
        must(!title.matches("(The|A|An) .*"), where, "title begins with an article");
        List<?> descriptors = list(property, "x-descriptors");
        must(
                !"password".equals(property.get("format")) || descriptors.contains(CREDENTIALS),
                where,
                "password has the descriptor of credentials");
        must(new HashSet<>(descriptors).size() == descriptors.size(), where, "descriptor twice");
        must(
                descriptors.stream().noneMatch(one -> one.toString().contains("tectonic")),
                where,
                "deprecated descriptor");
    }

    private void template(String file, Map<String, Object> kamelet, String type) {
        Map<String, Object> template = map(kamelet, "spec", "template");
        must(!template.isEmpty(), file, "template");
        Set<String> texts = new TreeSet<>();
        collect(template, texts);
        must(!"source".equals(type) || texts.contains("kamelet:sink"), file, "source ends in kamelet:sink");
        must("source".equals(type) || texts.contains("kamelet:source"), file, "sink begins with kamelet:source");
        Set<String> used = new TreeSet<>();
        for (String one : texts) {
            for (Matcher match = PARAMETER.matcher(one); match.find(); ) {
                used.add(match.group(1));
            }
        }
        Set<String> declared =
                new TreeSet<>(map(kamelet, "spec", "definition", "properties").keySet());
        for (Object bean : list(template, "beans")) {
            declared.add(text(asMap(bean), "name"));
        }
        must(declared.containsAll(used), file, "used is declared");
        must(used.containsAll(declared), file, "declared is used");
        List<?> dependencies = list(map(kamelet, "spec"), "dependencies");
        must(
                dependencies.stream()
                        .allMatch(one -> DEPENDENCY.matcher(one.toString()).matches()),
                file,
                "dependency prefix");
        must(
                dependencies.contains("mvn:io.s3copy:camel-s3copy:" + version),
                file,
                "depends on this version of the component");
        schemes(file, template, dependencies);
        options(file, map(template, "from"), dependencies);
    }

    /** Every component that the template names is among the dependencies. */
    private void schemes(String file, Map<String, Object> template, List<?> dependencies) {
        Set<String> uris = new TreeSet<>();
        uris(template, uris);
        for (String uri : uris) {
            String scheme = uri.contains(":") ? uri.substring(0, uri.indexOf(':')) : uri;
            boolean ours = OURS.equals(scheme) || scheme.startsWith("{{");
            must(ours || dependencies.contains("camel:" + scheme), file, "dependency for " + scheme);
        }
    }

    /**
     * What the Java validator asks: the options of the consumer are those of the first dependency that is a component. A
     * consumer of ours has no such dependency: its options are those of our component.
     */
    private void options(String file, Map<String, Object> from, List<?> dependencies) {
        String component = text(from, "uri").startsWith(OURS + ":") ? OURS : firstComponent(dependencies);
        Map<String, Object> parameters = map(from, "parameters");
        if (component == null) {
            must(parameters.isEmpty(), file, "parameters of a consumer without a component");
            return;
        }
        ComponentModel model = component.equals(OURS)
                ? JsonMapper.generateComponentModel(Shipped.text(OUR_MODEL))
                : CATALOG.componentModel(component);
        Set<String> known = new HashSet<>();
        if (model != null) {
            model.getEndpointParameterOptions().forEach(option -> known.add(option.getName()));
        }
        must(known.containsAll(parameters.keySet()), file, "options of " + component);
    }

    private static String firstComponent(List<?> dependencies) {
        return dependencies.stream()
                .map(Object::toString)
                .filter(one -> one.startsWith("camel:")
                        && !Set.of("camel:core", "camel:kamelet", "camel:gson").contains(one))
                .map(one -> one.substring("camel:".length()))
                .findFirst()
                .orElse(null);
    }

    private static void collect(Object value, Set<String> texts) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> collect(one, texts));
        } else if (value instanceof List<?> list) {
            list.forEach(one -> collect(one, texts));
        } else if (value instanceof String text) {
            texts.add(text);
        }
    }

    private static void uris(Object value, Set<String> uris) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("uri") instanceof String uri) {
                uris.add(uri);
            }
            map.values().forEach(one -> uris(one, uris));
        } else if (value instanceof List<?> list) {
            list.forEach(one -> uris(one, uris));
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    static Map<String, Object> map(Map<String, Object> from, String... path) {
        Map<String, Object> here = from;
        for (String step : path) {
            here = asMap(here.get(step));
        }
        return here;
    }

    private static List<?> list(Map<String, Object> from, String name) {
        return from.get(name) instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<String, Object> from, String name) {
        return from.get(name) instanceof String text ? text : "";
    }
}
