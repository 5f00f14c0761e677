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
package io.s3copy.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Adobe's S3Mock in a process of its own, over HTTP and HTTPS. Knows all keys, all conditions on the source, tags and
 * If-None-Match on Complete; checks no signature and ignores SSE-C.
 *
 * @see <a href="https://github.com/adobe/S3Mock">S3Mock</a>
 */
public final class S3MockServer implements S3Server {

    /** The system property that holds the path of S3Mock's {@code exec} jar. */
    public static final String JAR_PROPERTY = "s3copy.servers.s3mock";

    /** S3Mock accepts this KMS key and refuses others that are named. */
    public static final String KMS_KEY = "arn:aws:kms:us-east-1:123456789012:key/s3copy-test-key";

    /**
     * S3Mock binds its plain HTTP connector to all addresses and has no option for it. A second, primary connector bean
     * takes its place; Spring Boot reads it as a further source of beans.
     */
    private static final String LOOPBACK_CONNECTOR = """
            <beans xmlns="http://www.springframework.org/schema/beans"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xsi:schemaLocation="http://www.springframework.org/schema/beans
                                       http://www.springframework.org/schema/beans/spring-beans.xsd">
              <bean id="loopbackConnector" class="org.apache.catalina.connector.Connector" primary="true">
                <constructor-arg>
                  <bean class="org.apache.coyote.http11.Http11NioProtocol">
                    <property name="address">
                      <bean class="java.net.InetAddress" factory-method="getLoopbackAddress"/>
                    </property>
                  </bean>
                </constructor-arg>
                <property name="port" value="0"/>
              </bean>
            </beans>
            """;

    private final Path directory;
    private final Process process;
    private final S3MockOutput output;
    private final Thread killer;

    private S3MockServer(Path jar) throws IOException {
        directory = Files.createTempDirectory("s3mock");
        Path connector = Files.writeString(directory.resolve("loopback.xml"), LOOPBACK_CONNECTOR);
        ProcessBuilder command = new ProcessBuilder(JavaCommand.of(
                "-Djava.io.tmpdir=" + directory,
                "-jar",
                jar.toString(),
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--http.port=0",
                "--spring.main.sources=" + connector.toUri(),
                "--spring.main.banner-mode=off",
                "--com.adobe.testing.s3mock.store.root=" + directory.resolve("store"),
                "--com.adobe.testing.s3mock.store.valid-kms-keys=" + KMS_KEY));
        process =
                command.directory(directory.toFile()).redirectErrorStream(true).start();
        killer = new Thread(this::kill, "s3mock-killer");
        Runtime.getRuntime().addShutdownHook(killer);
        output = new S3MockOutput(process.getInputStream());
    }

    /** Starts a process of its own, in about two seconds on an idle machine. */
    public static S3MockServer start() {
        try {
            S3MockServer server = new S3MockServer(ServerJar.at(JAR_PROPERTY));
            try {
                server.output.awaitStart();
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("S3Mock did not start", e);
        }
    }

    @Override
    public String name() {
        return "S3Mock";
    }

    @Override
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + output.port("http"));
    }

    @Override
    public Optional<URI> httpsEndpoint() {
        return Optional.of(URI.create("https://127.0.0.1:" + output.port("https")));
    }

    @Override
    public String accessKey() {
        return "s3mock-access";
    }

    @Override
    public String secretKey() {
        return "s3mock-secret";
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // The JVM is going down and the hook runs too; killing twice does no harm.
        }
    }

    private void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // Left to the system's own cleaning of its temporary directory.
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
