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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What editors offer of the component's properties: made of the component's own catalogue entry. */
final class SpringMetadata {

    private static final String CATALOGUE = "/META-INF/io/s3copy/camel/s3copy.json";
    private static final String PREFIX = "camel.component.s3copy";
    private static final String TEXT = "java.lang.String";
    private static final Map<String, String> TYPES = Map.of(
            "boolean", "java.lang.Boolean",
            "integer", "java.lang.Integer",
            "string", TEXT,
            // 1h, or milliseconds
            "duration", TEXT,
            "enum", TEXT);

    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode options;

    private SpringMetadata(JsonNode options) {
        this.options = options;
    }

    static SpringMetadata load() throws IOException {
        try (InputStream catalogue = SpringMetadata.class.getResourceAsStream(CATALOGUE)) {
            return new SpringMetadata(new ObjectMapper().readTree(catalogue).get("componentProperties"));
        }
    }

    String write() throws JsonProcessingException {
        ObjectNode root = json.createObjectNode();
        root.putArray("groups")
                .addObject()
                .put("name", PREFIX)
                .put("type", S3CopyComponentAutoConfiguration.class.getName())
                .put("description", "Options of the component s3copy, which all its endpoints inherit.");
        ArrayNode properties = root.putArray("properties");
        ArrayNode hints = root.putArray("hints");
        properties
                .addObject()
                .put("name", PREFIX + ".enabled")
                .put("type", "java.lang.Boolean")
                .put("description", "Whether to enable auto configuration of the s3copy component.")
                .put("defaultValue", true);
        properties
                .addObject()
                .put("name", PREFIX + ".customizer.enabled")
                .put("type", "java.lang.Boolean")
                .put("description", "Whether properties are set on the s3copy component.")
                .put("defaultValue", true);
        sorted().forEach((name, option) -> {
            properties.add(property(name, option));
            if (option.has("enum")) {
                ArrayNode values =
                        hints.addObject().put("name", PREFIX + "." + name).putArray("values");
                option.get("enum").forEach(value -> values.addObject().put("value", value.asText()));
            }
        });
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return json.writer(printer).writeValueAsString(root) + "\n";
    }

    private Map<String, JsonNode> sorted() {
        Map<String, JsonNode> sorted = new TreeMap<>();
        options.properties().forEach(option -> sorted.put(dashed(option.getKey()), option.getValue()));
        return sorted;
    }

    private ObjectNode property(String name, JsonNode option) {
        boolean isMap = option.get("javaType").asText().startsWith("java.util.Map");
        String type = isMap
                ? "java.util.Map<java.lang.String,java.lang.Object>"
                : TYPES.getOrDefault(option.get("type").asText(), TEXT);
        String bean = option.get("type").asText().equals("object") && !isMap
                ? " Names a bean, as #bean:name: " + option.get("javaType").asText() + "."
                : "";
        ObjectNode property = json.createObjectNode()
                .put("name", PREFIX + "." + name)
                .put("type", type)
                .put("description", option.path("description").asText() + bean);
        if (option.has("defaultValue")) {
            property.set("defaultValue", defaultValue(type, option.get("defaultValue")));
        }
        if (option.get("deprecated").asBoolean()) {
            property.putObject("deprecation").put("level", "warning");
        }
        return property;
    }

    private JsonNode defaultValue(String type, JsonNode value) {
        return switch (type) {
            case "java.lang.Boolean" -> json.getNodeFactory().booleanNode(value.asBoolean());
            case "java.lang.Integer" -> json.getNodeFactory().numberNode(value.asLong());
            default -> json.getNodeFactory().textNode(value.asText());
        };
    }

    /** As Spring's own annotation processor writes the names of properties. */
    private static String dashed(String option) {
        return option.replaceAll("([^A-Z-])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
