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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Kamelets, Pipes and the Integration against the schemas that Camel K gives Kubernetes. Unknown fields are errors, as
 * with {@code kubectl apply --validate=strict}; Kubernetes itself would drop them.
 */
class CrdSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> files() {
        return Stream.concat(Shipped.kamelets().stream(), Shipped.pipes().stream());
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileKeepsTheSchemaOfItsKind(Path file) {
        assertThat(errors(Shipped.yaml(Shipped.text(file)))).isEmpty();
    }

    @Test
    void unknownFieldIsFound() {
        String pipe = Shipped.text("pipes/s3copy-sqs-replicate.yaml");
        assertThat(errors(Shipped.yaml(pipe.replace("  sink:", "  zink:")))).isNotEmpty();
    }

    @Test
    void wrongTypeIsFound() {
        String pipe = Shipped.text("pipes/s3copy-sqs-replicate.yaml");
        assertThat(errors(Shipped.yaml(pipe.replace("kind: Kamelet", "kind: 7"))))
                .isNotEmpty();
    }

    private static Set<ValidationMessage> errors(Map<String, Object> resource) {
        String plural = resource.get("kind").toString().toLowerCase(Locale.ROOT) + "s";
        return schema(plural).validate(JSON.valueToTree(resource));
    }

    private static JsonSchema schema(String plural) {
        JsonNode crd;
        try (InputStream yaml = CrdSchemaTest.class.getResourceAsStream("/camel.apache.org_" + plural + ".yaml")) {
            crd = JSON.valueToTree(
                    new Load(LoadSettings.builder().setCodePointLimit(1 << 24).build()).loadFromInputStream(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (JsonNode version : crd.at("/spec/versions")) {
            if ("v1".equals(version.path("name").asText())) {
                JsonNode schema = version.at("/schema/openAPIV3Schema");
                ((ObjectNode) schema.path("properties")).remove("metadata");
                close(schema);
                ((ObjectNode) schema)
                        .withObject("/properties")
                        .putObject("metadata")
                        .put("type", "object");
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
            }
        }
        throw new IllegalStateException("no v1 of " + plural);
    }

    /** Forbids what an object of fixed properties does not name. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && object.path("properties").isObject()) {
            if (!object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
                object.put("additionalProperties", false);
            }
        }
        schema.forEach(CrdSchemaTest::close);
    }
}
