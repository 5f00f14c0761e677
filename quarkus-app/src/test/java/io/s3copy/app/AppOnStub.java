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
package io.s3copy.app;

import io.s3copy.testkit.RecordingS3;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The parts of the application in a Camel context, with a stub for S3. */
final class AppOnStub implements AutoCloseable {

    private final RecordingS3 s3 = RecordingS3.start();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Settings settings;

    private AppOnStub(List<String> namesAndValues) {
        List<String> all = new ArrayList<>(List.of(
                "endpoint",
                s3.endpoint().toString(),
                "path-style",
                "true",
                "access-key",
                s3.accessKey(),
                "secret-key",
                s3.secretKey(),
                "progress",
                "0",
                "exit",
                "true"));
        all.addAll(namesAndValues);
        settings = GivenSettings.of(all.toArray(String[]::new));
        camel.addComponent("s3copy", new RouteParts().s3copy(settings));
        camel.start();
    }

    /** The settings that lead to the stub, and these pairs of name and value, without the prefix {@code s3copy.} */
    static AppOnStub with(String... namesAndValues) {
        return new AppOnStub(List.of(namesAndValues));
    }

    RecordingS3 s3() {
        return s3;
    }

    DefaultCamelContext camel() {
        return camel;
    }

    Settings settings() {
        return settings;
    }

    /** The endpoint of the route finds this client, and builds none. */
    AppOnStub client(S3AsyncClient client) {
        camel.getRegistry().bind("s3", client);
        return this;
    }

    /** The service of a route with an endpoint. */
    Service service() {
        camel.getEndpoint("s3copy:to-bucket");
        return new Service(camel);
    }

    /** What is printed on standard output by what is created and run in there. */
    static String printed(Runnable run) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            run.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        camel.stop();
        s3.close();
    }
}
