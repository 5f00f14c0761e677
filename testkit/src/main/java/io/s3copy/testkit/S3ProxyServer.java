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
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/**
 * S3Proxy in this JVM, with a class path of its own, over HTTP and HTTPS. Knows real SigV4 checks, versioning, SSE-C,
 * SSE-S3 and SSE-KMS; keeps objects in memory. Headers of features that it lacks are dropped, not refused.
 *
 * @see <a href="https://github.com/gaul/s3proxy">S3Proxy</a>
 */
public final class S3ProxyServer implements S3Server {

    /** The system property that holds the path of S3Proxy's {@code jar-with-dependencies}. */
    public static final String JAR_PROPERTY = "s3copy.servers.s3proxy";

    private static final String ACCESS_KEY = "s3proxy-access";
    private static final String SECRET_KEY = "s3proxy-secret";
    private static final String LOOPBACK = "127.0.0.1";

    /** S3Proxy holds a body that is signed whole in memory and refuses one that is larger than this. */
    private static final long MAX_SIGNED_BODY = 128L << 20;

    /**
     * S3Proxy logs through a Logback of its own, where the test's logging settings do not reach, and by default says
     * when it started on standard output, which belongs to Surefire.
     */
    private static final String LOGBACK = """
            <configuration>
              <statusListener class="ch.qos.logback.core.status.NopStatusListener"/>
              <appender name="STDERR" class="ch.qos.logback.core.ConsoleAppender">
                <target>System.err</target>
                <encoder><pattern>[s3proxy] %p %c: %m%n</pattern></encoder>
              </appender>
              <root level="ERROR"><appender-ref ref="STDERR"/></root>
            </configuration>
            """;

    private final URLClassLoader classes;
    private final Object s3proxy;
    private final int port;
    private final int securePort;

    private S3ProxyServer(Path jar, boolean ignoresUnknownHeaders) throws IOException, ReflectiveOperationException {
        Path logging = Files.createTempDirectory("s3proxy-logging");
        Path logback = Files.writeString(logging.resolve("logback-test.xml"), LOGBACK);
        // The platform loader as parent hides our SDK, SLF4J and Jackson from S3Proxy, and its own from us.
        classes = new URLClassLoader(
                "s3proxy",
                new URL[] {logging.toUri().toURL(), jar.toUri().toURL()},
                ClassLoader.getPlatformClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Logback, Jetty and ServiceLoader look for classes through the thread that starts them.
        thread.setContextClassLoader(classes);
        try {
            s3proxy = build(ignoresUnknownHeaders);
            call(s3proxy, "start");
            port = (int) call(s3proxy, "getPort");
            securePort = (int) call(s3proxy, "getSecurePort");
        } finally {
            thread.setContextClassLoader(before);
            Files.delete(logback);
            Files.delete(logging);
        }
    }

    /** Starts a server with an empty store, in about two seconds. */
    public static S3ProxyServer start() {
        return start(true);
    }

    /** The same as it comes: headers of features that it lacks are refused with 501. */
    public static S3ProxyServer startAsItComes() {
        return start(false);
    }

    private static S3ProxyServer start(boolean ignoresUnknownHeaders) {
        try {
            return new S3ProxyServer(ServerJar.at(JAR_PROPERTY), ignoresUnknownHeaders);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("S3Proxy did not start", e);
        }
    }

    @Override
    public String name() {
        return "S3Proxy";
    }

    @Override
    public URI endpoint() {
        return URI.create("http://" + LOOPBACK + ":" + port);
    }

    @Override
    public Optional<URI> httpsEndpoint() {
        return Optional.of(URI.create("https://" + LOOPBACK + ":" + securePort));
    }

    @Override
    public String accessKey() {
        return ACCESS_KEY;
    }

    @Override
    public String secretKey() {
        return SECRET_KEY;
    }

    @Override
    public void close() {
        try {
            call(s3proxy, "stop");
            classes.close();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("S3Proxy did not stop", e);
        }
    }

    private Object build(boolean ignoresUnknownHeaders) throws ReflectiveOperationException {
        Class<?> authentication = classes.loadClass("org.gaul.s3proxy.auth.AuthenticationType");
        Class<?> blobStore = classes.loadClass("org.gaul.s3proxy.blobstore.BlobStore");
        Object signatures = authentication.getMethod("fromString", String.class).invoke(null, "aws-v2-or-v4");
        Object store = classes.loadClass("org.gaul.s3proxy.BlobStores")
                .getMethod("create", String.class, Properties.class)
                .invoke(null, "transient-nio2", new Properties());
        Object builder = classes.loadClass("org.gaul.s3proxy.S3Proxy")
                .getMethod("builder")
                .invoke(null);
        set(builder, "blobStore", blobStore, store);
        set(builder, "endpoint", URI.class, URI.create("http://" + LOOPBACK + ":0"));
        set(builder, "secureEndpoint", URI.class, URI.create("https://" + LOOPBACK + ":0"));
        set(builder, "sslContext", SSLContext.class, SelfSignedCertificate.sslContext());
        set(builder, "ignoreUnknownHeaders", boolean.class, ignoresUnknownHeaders);
        set(builder, "v4MaxNonChunkedRequestSize", long.class, MAX_SIGNED_BODY);
        builder.getClass()
                .getMethod("awsAuthentication", authentication, String.class, String.class)
                .invoke(builder, signatures, ACCESS_KEY, SECRET_KEY);
        return call(builder, "build");
    }

    private static void set(Object target, String method, Class<?> type, Object value)
            throws ReflectiveOperationException {
        target.getClass().getMethod(method, type).invoke(target, value);
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (InvocationTargetException e) {
            throw new ReflectiveOperationException(method + " failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
