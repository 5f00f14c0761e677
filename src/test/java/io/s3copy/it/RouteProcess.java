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
package io.s3copy.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.JavaCommand;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.StallingRelay;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;

/** A shipped route in a JVM of its own, run by Camel Main and told what to do by properties, as a user runs it. */
final class RouteProcess implements AutoCloseable {

    private final Process process;
    private final Thread ender;

    private RouteProcess(Process process) {
        this.process = process;
        this.ender = new Thread(process::destroyForcibly, "route-ender");
        Runtime.getRuntime().addShutdownHook(ender);
    }

    /**
     * Starts a route.
     *
     * @param folder of its own: for its properties and its log
     */
    private static RouteProcess start(Path folder, String route, Map<String, String> properties) {
        try {
            Files.createDirectories(folder);
            Properties file = new Properties();
            file.putAll(properties);
            file.setProperty("camel.main.routes-include-pattern", "classpath:s3copy/routes/" + route + ".camel.yaml");
            try (var out = Files.newBufferedWriter(folder.resolve("application.properties"))) {
                file.store(out, null);
            }
            Path arguments = Files.writeString(
                    folder.resolve("java.arguments"),
                    "-Xmx192m -cp \"" + folder + File.pathSeparator + System.getProperty("java.class.path") + "\" "
                            + Main.class.getName());
            return new RouteProcess(new ProcessBuilder(JavaCommand.of("@" + arguments))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("output.log").toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a route, kills its process in the middle, and runs it again to its end. In the middle the server no longer
     * answers, so that there always is one.
     *
     * @param bytes what the process may send to S3 before that
     * @param end when all is done, which must not be so in the middle
     */
    static void runKilledOnce(
            Path folder,
            String route,
            Map<String, String> properties,
            S3Server server,
            long bytes,
            BooleanSupplier end) {
        Map<String, String> stalling = new HashMap<>(properties);
        try (StallingRelay relay = StallingRelay.start(server.endpoint(), bytes)) {
            stalling.put(
                    "camel.component.s3copy.uri-endpoint-override",
                    relay.endpoint().toString());
            try (RouteProcess first = start(folder, route, stalling)) {
                first.awaitUntil(relay::isStalled);
                assertThat(first.process.isAlive()).as("see %s", folder).isTrue();
                // as kill -9 does
                first.process.destroyForcibly();
                first.awaitEnd();
            }
        }
        assertThat(end.getAsBoolean())
                .as("all is done before the process was killed")
                .isFalse();
        try (RouteProcess second = start(folder, route, properties)) {
            second.awaitUntil(end);
            assertThat(second.process.isAlive()).as("see %s", folder).isTrue();
            // as an operator ends it
            second.process.destroy();
            assertThat(second.awaitEnd()).as("exit code").isEqualTo(128 + 15);
        }
        assertThat(end.getAsBoolean()).as("all is done").isTrue();
    }

    private void awaitUntil(BooleanSupplier done) {
        // only a hang takes so long: on a machine that does much else, the storm takes minutes
        Awaitility.await()
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !process.isAlive() || done.getAsBoolean());
    }

    private int awaitEnd() {
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as("the process ends")
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Runtime.getRuntime().removeShutdownHook(ender);
        } catch (IllegalStateException e) {
            // this JVM ends, and the hook with it
        }
    }
}
