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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.Main;

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
    static RouteProcess start(Path folder, String route, Map<String, String> properties) {
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
                    "-Xmx192m -cp \"" + folder + java.io.File.pathSeparator + System.getProperty("java.class.path")
                            + "\" " + Main.class.getName());
            return new RouteProcess(new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "@" + arguments))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("output.log").toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly();
        await(30);
    }

    /** Ends it as an operator does, and gives its exit code. */
    int stop() {
        process.destroy();
        await(60);
        return process.exitValue();
    }

    private void await(int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The route's process does not end");
            }
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
