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
package io.s3copy.demo;

import io.s3copy.testkit.JavaCommand;
import io.s3copy.testkit.S3Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The packaged application in a JVM of its own, told what to do as operators do it: by its environment and its command
 * line alone. Ends with this JVM.
 */
public final class PackagedApp implements AutoCloseable {

    /** The system property with the path of {@code quarkus-run.jar}. */
    public static final String JAR_PROPERTY = "s3copy.app";

    private static final int SECONDS_TO_END = 30;

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private final Thread ender;

    private PackagedApp(Process process, Consumer<String> listener) {
        this.process = process;
        reader = new Thread(() -> read(listener), "app-output");
        reader.setDaemon(true);
        reader.start();
        ender = new Thread(this::end, "app-ender");
        Runtime.getRuntime().addShutdownHook(ender);
    }

    /**
     * Starts it with these environment variables, and no others that it or the AWS SDK would read. A name with a dot is
     * a system property.
     */
    public static PackagedApp start(Map<String, String> settings, Consumer<String> listener, String... arguments) {
        String jar = System.getProperty(JAR_PROPERTY, "");
        if (!Files.isRegularFile(Path.of(jar))) {
            throw new IllegalStateException(
                    "System property " + JAR_PROPERTY + " must name the packaged application; it is: " + jar);
        }
        List<String> command = new ArrayList<>(JavaCommand.of());
        settings.forEach((name, value) -> {
            if (isProperty(name)) {
                command.add("-D" + name + "=" + value);
            }
        });
        command.addAll(List.of("-jar", jar));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(S3COPY|AWS|QUARKUS|CAMEL)_.*|JAVA_TOOL_OPTIONS"));
        settings.forEach((name, value) -> {
            if (!isProperty(name)) {
                builder.environment().put(name, value);
            }
        });
        try {
            return new PackagedApp(builder.start(), listener);
        } catch (IOException e) {
            throw new UncheckedIOException("The application did not start", e);
        }
    }

    private static boolean isProperty(String name) {
        return name.contains(".");
    }

    /** The settings that point the application at a server, and nothing about buckets. */
    public static Map<String, String> settingsFor(S3Server server) {
        return Map.of(
                "S3COPY_ENDPOINT", server.endpoint().toString(),
                "S3COPY_REGION", server.region(),
                "S3COPY_PATH_STYLE", Boolean.toString(server.pathStyle()),
                "S3COPY_ACCESS_KEY", server.accessKey(),
                "S3COPY_SECRET_KEY", server.secretKey());
    }

    /** What it has printed so far, on both streams. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Asks it to end, as Ctrl-C and {@code kill} do. */
    public void terminate() {
        // Process.destroy would close our end of its output too
        process.toHandle().destroy();
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    /** Done once it has ended. */
    public CompletableFuture<Void> onExit() {
        return process.onExit().thenAccept(ended -> {});
    }

    /** The number that the system gave its process. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end, and for the rest of its output. */
    public int awaitExit() throws InterruptedException {
        int code = process.waitFor();
        reader.join();
        return code;
    }

    /** Waits for its end so long, and for the rest of its output. */
    public int awaitExit(long seconds) throws InterruptedException, TimeoutException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new TimeoutException("The application still runs after " + seconds + " s: " + lines);
        }
        return awaitExit();
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(ender);
        } catch (IllegalStateException e) {
            // this JVM is ending, and the hook runs anyway
        }
    }

    private void end() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void read(Consumer<String> listener) {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                listener.accept(line);
            }
        } catch (IOException e) {
            lines.add("(output ended: " + e.getMessage() + ")");
        }
    }
}
