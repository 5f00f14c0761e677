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

import io.s3copy.testkit.JavaCommand;
import io.s3copy.testkit.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * A file run by Camel JBang, in a process of its own: its Camel is another one than ours. It takes the Kamelets and the
 * connector from a Maven repository, by what their poms say, as it does for who types the
 * command of the documentation.
 */
final class CamelJBang implements AutoCloseable {

    /** What the command {@code camel} runs. */
    private static final String COMMAND = """
            import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

            class CamelJBang {
                public static void main(String... args) {
                    CamelJBangMain.run(args);
                }
            }
            """;

    private static final Path CLASS_PATH = OfflineMaven.ROOT.resolve("src/test/consumer/camel-jbang/target/class.path");

    private static final Pattern DOCUMENTED = Pattern.compile("camel (run (\\S+\\.yaml) [^`\n]*)");

    /** It says so with how long that took. */
    private static final String STARTED = ") started in ";

    private final Process process;
    private final Thread ender;

    private CamelJBang(Process process) {
        this.process = process;
        this.ender = new Thread(process::destroyForcibly, "camel-jbang-ender");
        Runtime.getRuntime().addShutdownHook(ender);
    }

    /**
     * Runs a file, and waits until its routes are started.
     *
     * @param page of the documentation, which says how
     */
    static CamelJBang run(String page, String yaml, S3Server s3, Map<String, String> properties) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "camel-jbang-");
            Matcher documented = documented(page);
            Properties file = new Properties();
            file.putAll(properties);
            try (var out = Files.newBufferedWriter(folder.resolve("application.properties"))) {
                file.store(out, null);
            }
            Files.writeString(folder.resolve(documented.group(2)), yaml);
            Path command = Files.writeString(folder.resolve("CamelJBang.java"), COMMAND);
            List<String> arguments = new ArrayList<>(List.of(
                    "-Xmx512m",
                    // it keeps files of its own at home
                    "-Duser.home=" + folder,
                    "-Dmaven.repo.local=" + OfflineMaven.localRepository(),
                    "-Daws.accessKeyId=" + s3.accessKey(),
                    "-Daws.secretAccessKey=" + s3.secretKey(),
                    "-cp",
                    Files.readString(CLASS_PATH),
                    command.toString()));
            arguments.addAll(List.of(documented
                    .group(1)
                    .replace("<version>", OfflineMaven.VERSION)
                    .split(" ")));
            arguments.addAll(List.of(
                    "--logging-color=false",
                    "--maven-settings=false",
                    "--maven-central-enabled=false",
                    "--maven-apache-snapshot-enabled=false",
                    "--repo=" + OfflineMaven.remoteRepository()));
            Path log = folder.resolve("output.log");
            Process process = new ProcessBuilder(JavaCommand.of("@" + argumentFile(folder, arguments)))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            CamelJBang run = new CamelJBang(process);
            Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> !process.isAlive() || hasStarted(log));
            if (!process.isAlive()) {
                run.close();
                throw new IllegalStateException("Camel JBang does not start: see " + log);
            }
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matcher documented(String page) throws IOException {
        Matcher command = DOCUMENTED.matcher(Files.readString(OfflineMaven.ROOT.resolve(page)));
        if (!command.find()) {
            throw new IllegalStateException(page + " shows no command of Camel JBang");
        }
        return command;
    }

    private static boolean hasStarted(Path log) {
        try {
            return Files.readString(log).contains(STARTED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path may be longer than a command may be. */
    private static Path argumentFile(Path folder, List<String> arguments) throws IOException {
        List<String> quoted = arguments.stream()
                .map(argument -> '"' + argument.replace("\\", "\\\\") + '"')
                .toList();
        return Files.write(folder.resolve("java.arguments"), quoted);
    }

    @Override
    public void close() {
        try {
            // as an operator ends it
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Camel JBang does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(ender);
        }
    }
}
