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
package io.s3copy.behaviour;

import io.s3copy.camel.S3CopyComponent;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.testkit.S3MockServer;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import io.s3copy.testkit.fault.FaultyS3;
import io.s3copy.testkit.fault.ServerPart;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A server under test, with all that is made once for it: a bench, a Camel context, and the answers of the probes. */
final class TestedServer {

    /** S3Mock is told of a key by its ARN, and knows it by its id; S3Proxy knows every key. */
    private static final String KMS_KEY = S3MockServer.KMS_KEY.substring(S3MockServer.KMS_KEY.lastIndexOf('/') + 1);

    private final String name;
    private final S3Server server;
    private final S3AsyncClient client;
    private final Bench bench;
    private CamelContext camel;
    private final Map<Capability, Answer> answers = new EnumMap<>(Capability.class);
    private final CapabilityReport report = new CapabilityReport(this);
    private ProducerTemplate template;

    private TestedServer(S3Server server, String kmsKey) {
        this(server.name(), server, kmsKey);
    }

    /** One of a name, with the KMS key that it may use, or null. */
    TestedServer(String name, S3Server server, String kmsKey) {
        this.name = name;
        this.server = server;
        this.client = server.newClient();
        this.bench = new Bench(client, kmsKey);
    }

    private static final class Once {
        static final List<TestedServer> SERVERS = ExternalS3.named(System.getenv())
                .map(named -> List.of(
                        new TestedServer(named, SuiteOption.kmsKey.value().orElse(null))))
                .orElseGet(() -> List.of(
                        new TestedServer(S3Servers.s3proxy(), KMS_KEY),
                        new TestedServer("S3Proxy as it comes", S3ProxyServer.startAsItComes(), KMS_KEY),
                        new TestedServer(S3Servers.s3mock(), KMS_KEY),
                        playing(ServerPart.CEPH_16, "Ceph 16 played")));
    }

    /** A stub that plays a server of the field. */
    static TestedServer playing(ServerPart part, String name) {
        return new TestedServer(name, FaultyS3.start().playing(part), KMS_KEY);
    }

    /** The service that the option {@code endpoint} names, and it alone; or else the embedded ones. */
    static Stream<TestedServer> all() {
        return Once.SERVERS.stream();
    }

    /** Whether the build started it; such a server is known beforehand. */
    boolean isEmbedded() {
        return !(server instanceof ExternalS3);
    }

    S3Server server() {
        return server;
    }

    Bench bench() {
        return bench;
    }

    CapabilityReport report() {
        return report;
    }

    /** What the probe of the capability said; it is asked once. */
    Answer answer(Capability capability) {
        Answer known = answers.get(capability);
        if (known == null) {
            known = capability.ask(bench);
            answers.put(capability, known);
        }
        return known;
    }

    /** A running context whose registry holds the client of the server, as an application's would. */
    DefaultCamelContext newCamel() {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("s3", client);
        // keys of this suite are made for one test each, and a service in the next room may well have no TLS
        context.getComponent("s3copy", S3CopyComponent.class).getConfiguration().setAllowCustomerKeysOverHttp(true);
        context.start();
        return context;
    }

    /** A running context whose component builds a client of its own from options. */
    DefaultCamelContext newCamelThatBuildsItsClient(String accessKey, String secretKey) {
        DefaultCamelContext context = new DefaultCamelContext();
        S3CopyConfiguration options =
                context.getComponent("s3copy", S3CopyComponent.class).getConfiguration();
        options.setAccessKey(accessKey);
        options.setSecretKey(secretKey);
        if (accessKey.equals(server.accessKey())) {
            server.sessionToken().ifPresent(token -> {
                options.setUseSessionCredentials(true);
                options.setSessionToken(token);
            });
        }
        options.setRegion(server.region());
        options.setOverrideEndpoint(true);
        options.setUriEndpointOverride(server.endpoint().toString());
        options.setForcePathStyle(server.pathStyle());
        // as the bench does: a service in the next room may well have a certificate of its own
        options.setTrustAllCertificates("https".equals(server.endpoint().getScheme()));
        context.start();
        return context;
    }

    /** Sends exchanges to endpoints in a context that lives as long as the run. */
    ProducerTemplate template() {
        if (template == null) {
            camel = newCamel();
            template = camel.createProducerTemplate();
        }
        return template;
    }

    /** Ends the run: removes all it made, and says what could not be removed. */
    List<String> close() {
        if (camel != null) {
            camel.stop();
        }
        List<String> left = bench.clear();
        client.close();
        return left;
    }

    @Override
    public String toString() {
        return name;
    }
}
