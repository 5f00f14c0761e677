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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.demo.PackagedApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that the script s3copy ran to its end: what it printed on each stream, and its exit code. */
record CliRun(List<String> out, List<String> err, int exitCode) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECONDS = 120;

    /** The script beside the packaged application. */
    static Path script() {
        return Path.of(System.getProperty(PackagedApp.JAR_PROPERTY, "")).resolveSibling("s3copy");
    }

    /**
     * Starts the script.
     *
     * @param folder for what it prints, and what it would write at home
     * @param settings of the environment; no others that it or the AWS SDK would read are there
     */
    static Process start(Path folder, Map<String, String> settings, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(script().toString());
        command.addAll(arguments);
        return launch(folder, settings, command);
    }

    /** Runs a line of a shell, in which s3copy is a command, to its end. */
    static CliRun ofLine(Path folder, Map<String, String> settings, String line) throws Exception {
        return awaitEnd(launch(folder, settings, List.of("sh", "-c", line)), folder);
    }

    private static Process launch(Path folder, Map<String, String> settings, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(S3COPY|AWS|QUARKUS|CAMEL)_.*|JAVA_TOOL_OPTIONS|JAVA_OPTS"));
        builder.environment().merge("PATH", script().getParent().toString(), (path, own) -> own + ":" + path);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        // one for all tests: it is written once
        builder.environment()
                .put("XDG_CACHE_HOME", script().resolveSibling("cache").toString());
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** Runs it to its end. */
    static CliRun of(Path folder, Map<String, String> settings, String... arguments) throws Exception {
        return awaitEnd(start(folder, settings, List.of(arguments)), folder);
    }

    /** Waits for the end of what was started in a folder. */
    static CliRun awaitEnd(Process process, Path folder) throws Exception {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("It did not end: " + Files.readString(folder.resolve("err")));
        }
        return new CliRun(
                Files.readAllLines(folder.resolve("out")),
                Files.readAllLines(folder.resolve("err")),
                process.exitValue());
    }

    /** The objects of standard output, one a line. */
    List<JsonNode> json() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : out) {
            objects.add(JSON.readTree(line));
        }
        return objects;
    }

    String output() {
        return String.join("\n", out) + "\n" + String.join("\n", err);
    }
}
