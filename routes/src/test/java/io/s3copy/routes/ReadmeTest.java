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
package io.s3copy.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.broker.SqsServer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The examples of README run as they stand there, and its versions are those of the build. */
class ReadmeTest {

    @TempDir
    private Path folder;

    private S3Server server;
    private S3AsyncClient s3;
    private SqsServer sqs;

    @BeforeEach
    void start() {
        server = S3ProxyServer.start();
        s3 = server.newClient();
        List.of("inbox", "archive")
                .forEach(bucket ->
                        s3.createBucket(create -> create.bucket(bucket)).join());
        sqs = SqsServer.start();
        sqs.createQueue("new-objects", 30);
        sqs.createQueue("new-objects-dead", 30);
        s3.putObject(put -> put.bucket("inbox").key("a b+c"), AsyncRequestBody.fromString("content"))
                .join();
        sqs.send("new-objects", Notifications.put("inbox", "a b+c"));
    }

    @AfterEach
    void stop() {
        sqs.close();
        s3.close();
        server.close();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "README.md"));
    }

    private static String block(String language) throws IOException {
        Matcher blocks =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme());
        assertThat(blocks.find()).as("a block of " + language).isTrue();
        return blocks.group(1);
    }

    /** As README says, but for where the servers of the test are, and how they are signed to. */
    private void runs(Map<String, String> properties) {
        runs(properties, null);
    }

    private void runs(Map<String, String> properties, RoutesBuilder route) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(RouteRun.s3Properties(server));
        all.putAll(sqs.camelProperties());
        all.put("camel.component.aws2-sqs.use-default-credentials-provider", "false");
        Main main = new Main();
        all.forEach((name, value) -> main.addOverrideProperty(name, value));
        if (route != null) {
            main.configure().addRoutesBuilder(route);
        }
        main.start();
        try {
            Awaitility.await().until(() -> sqs.size("new-objects") == 0);
        } finally {
            main.stop();
        }
        assertThat(s3.headObject(head -> head.bucket("archive").key("a b+c"))
                        .join()
                        .contentLength())
                .isEqualTo(7);
    }

    @Test
    void routeOfAFewLinesCopies() throws IOException {
        Path route = Files.writeString(folder.resolve("readme.camel.yaml"), block("yaml"));
        runs(Map.of("camel.main.routes-include-pattern", "file:" + route));
    }

    @Test
    void routeOfThreeLinesOfJavaCopies() throws IOException {
        Matcher java = Pattern.compile(
                        "from\\(\"([^\"]+)\"\\)\\s+\\.routeId\\(\"([^\"]+)\"\\)\\s+\\.to\\(\"([^\"]+)\"\\);\\s*")
                .matcher(block("java"));
        assertThat(java.matches()).isTrue();
        runs(Map.of(), new RouteBuilder() {
            @Override
            public void configure() {
                from(java.group(1)).routeId(java.group(2)).to(java.group(3));
            }
        });
    }

    @Test
    void propertiesAreAllThatAShippedRouteNeeds() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(block("properties")));
        Map<String, String> all = new HashMap<>(Map.of("sqs-copy.wait", "1"));
        properties.forEach((name, value) -> all.put((String) name, (String) value));
        runs(all);
    }

    @Test
    void dependencyIsTheConnectorOfThisBuild() throws IOException {
        String parent = connectorPom().substring(connectorPom().indexOf("<parent>"));
        assertThat(block("xml").replaceAll("\\s", ""))
                .isEqualTo("<dependency><groupId>" + element(parent, "groupId") + "</groupId><artifactId>"
                        + element(parent.substring(parent.indexOf("</parent>")), "artifactId")
                        + "</artifactId><version>" + element(parent, "version") + "</version></dependency>");
    }

    @Test
    void versionsAreThoseOfTheBuild() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        assertThat(readme())
                .contains("| Java | " + element(pom, "maven.compiler.release") + " or newer |")
                .contains("| Apache Camel | " + element(pom, "camel.version") + " |")
                .contains("| AWS SDK for Java | " + element(pom, "aws-sdk.camel.version") + ", which Camel "
                        + element(pom, "camel.version") + " brings, and " + element(pom, "aws-sdk.newest.version")
                        + ": tested on both |")
                .contains("| Quarkus, Camel Quarkus (the application) | " + element(pom, "quarkus.version") + ", "
                        + element(pom, "camel-quarkus.version") + " |")
                .contains("| Spring Boot (the starter) | " + element(pom, "spring-boot.version") + " |");
    }

    private static String connectorPom() throws IOException {
        return Files.readString(Path.of("..", "connector", "pom.xml"));
    }

    private static String element(String xml, String name) {
        Matcher found = Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(xml);
        assertThat(found.find()).as("an element " + name).isTrue();
        return found.group(1);
    }
}
