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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifests of ops/kubernetes: what they name is there in the application, and in each other. */
class KubernetesTest {

    private static final Path MANIFESTS = Path.of("../ops/kubernetes");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    private Path secrets;

    private static JsonNode manifest(String name) throws Exception {
        return YAML.readTree(Files.readString(MANIFESTS.resolve(name + ".yaml")));
    }

    private static JsonNode pod() throws Exception {
        return manifest("deployment").path("spec").path("template").path("spec");
    }

    private static JsonNode container() throws Exception {
        assertThat(pod().path("containers")).hasSize(1);
        return pod().path("containers").get(0);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, String> properties() throws Exception {
        Properties read = new Properties();
        read.load(new StringReader(manifest("configmap")
                .path("data")
                .path("application.properties")
                .asText()));
        Map<String, String> properties = new HashMap<>();
        read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
        return properties;
    }

    private static String mountPath(String volume) throws Exception {
        return StreamSupport.stream(container().path("volumeMounts").spliterator(), false)
                .filter(mount -> mount.path("name").asText().equals(volume))
                .map(mount -> mount.path("mountPath").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void configurationIsTaken() throws Exception {
        Map<String, String> properties = properties();
        JsonNode keys = manifest("secret").path("stringData");
        String mount = mountPath("secrets");
        for (String key : List.of("access-key", "secret-key")) {
            assertThat(keys.has(key)).isTrue();
            assertThat(properties).containsEntry("s3copy.stores.eu." + key + "-file", mount + "/" + key);
            Files.writeString(secrets.resolve(key), "key");
        }
        properties.replaceAll((name, value) -> value.replace(mount, secrets.toString()));
        properties.keySet().removeIf(name -> name.startsWith("quarkus."));

        Configuration configuration = Given.read(properties);

        assertThat(configuration.jobs()).containsKey("photos");
        assertThat(configuration.data()).hasToString(mountPath("data"));
    }

    @Test
    void probesAskWhereTheServiceAnswers() throws Exception {
        Map<String, String> properties = properties();
        JsonNode port = container().path("ports").get(0);
        assertThat(port.path("containerPort").asText()).isEqualTo(properties.get("quarkus.management.port"));
        assertThat(properties).containsEntry("quarkus.management.host", "0.0.0.0");
        Map<String, String> paths =
                Map.of("startupProbe", "started", "readinessProbe", "ready", "livenessProbe", "live");
        String page = Files.readString(Path.of("../docs/app.md"));
        for (Map.Entry<String, String> probe : paths.entrySet()) {
            JsonNode asked = container().path(probe.getKey()).path("httpGet");
            assertThat(asked.path("path").asText()).isEqualTo("/q/health/" + probe.getValue());
            assertThat(asked.path("port")).isEqualTo(port.path("name"));
            assertThat(page).contains("`" + asked.path("path").asText() + "`");
        }
        assertThat(manifest("service").path("spec").path("ports").get(0).path("targetPort"))
                .isEqualTo(port.path("name"));
        assertThat(manifest("networkpolicy")
                        .path("spec")
                        .path("ingress")
                        .get(0)
                        .path("ports")
                        .get(0)
                        .path("port"))
                .isEqualTo(port.path("name"));
    }

    @Test
    void pageIsForNobodyOutsideThePod() throws Exception {
        assertThat(properties()).containsEntry("quarkus.http.host", "127.0.0.1");
        assertThat(container().path("ports")).hasSize(1);
        assertThat(manifest("service").path("spec").path("ports")).hasSize(1);
    }

    @Test
    void oneProcessWorksWithTheDataAndHasTimeToEnd() throws Exception {
        JsonNode deployment = manifest("deployment").path("spec");
        assertThat(deployment.path("replicas").asInt()).isEqualTo(1);
        assertThat(deployment.path("strategy").path("type").asText()).isEqualTo("Recreate");
        int seconds = pod().path("terminationGracePeriodSeconds").asInt();
        assertThat(Files.readString(Path.of("../docs/app.md")))
                .contains("`terminationGracePeriodSeconds: " + seconds + "`");
        assertThat(pod().path("enableServiceLinks").asBoolean(true))
                .as("variables of Services would be taken for settings")
                .isFalse();
    }

    @Test
    void processIsTheServiceWithItsConfiguration() throws Exception {
        List<String> command = texts(container().path("command"));

        assertThat(command)
                .startsWith("java")
                .endsWith("-jar", "/opt/s3copy/quarkus-run.jar", "serve")
                .contains(
                        "-Dquarkus.profile=json",
                        "-Dsmallrye.config.locations=" + mountPath("config") + "/application.properties");
        assertThat(Files.readString(Path.of("src/main/resources/application.properties")))
                .as("the profile is there")
                .contains("%json.quarkus.log.console.json.enabled=true");
    }

    @Test
    void whatIsMountedIsThere() throws Exception {
        List<String> volumes = new ArrayList<>();
        pod().path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
        List<String> mounts = new ArrayList<>();
        container()
                .path("volumeMounts")
                .forEach(mount -> mounts.add(mount.path("name").asText()));
        assertThat(mounts).containsExactlyInAnyOrderElementsOf(volumes);

        String name = manifest("configmap").path("metadata").path("name").asText();
        assertThat(pod().path("volumes").findValuesAsText("claimName"))
                .containsExactly(manifest("persistentvolumeclaim")
                        .path("metadata")
                        .path("name")
                        .asText());
        assertThat(pod().path("volumes").findValuesAsText("secretName"))
                .containsExactly(
                        manifest("secret").path("metadata").path("name").asText());
        assertThat(pod().path("volumes").findPath("configMap").path("name").asText())
                .isEqualTo(name);
        JsonNode labels = manifest("deployment")
                .path("spec")
                .path("template")
                .path("metadata")
                .path("labels");
        assertThat(manifest("service").path("spec").path("selector")).isEqualTo(labels);
        assertThat(manifest("networkpolicy").path("spec").path("podSelector").path("matchLabels"))
                .isEqualTo(labels);
    }

    @Test
    void variablesOfServicesWouldBeTakenForSettings() {
        assertThat(ServiceNames.isVariable("S3COPY_MANAGEMENT_SERVICE_HOST")).isFalse();
    }
}
