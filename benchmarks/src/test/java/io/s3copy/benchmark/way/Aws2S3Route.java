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
package io.s3copy.benchmark.way;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.camel.component.aws2.s3.AWS2S3Component;
import org.apache.camel.component.aws2.s3.AWS2S3Configuration;
import software.amazon.awssdk.services.s3.S3Client;

/** (d) and (e): a Camel route with {@code aws2-s3} and {@code copyObject}. A thread waits for each copy. */
final class Aws2S3Route implements Way {

    /** Null where the component closes its own. */
    private final S3Client client;

    private final CopiedObjects objects;
    private final CamelRoute route;
    private final ExecutorService threads;

    private Aws2S3Route(CamelRoute route, S3Client client, CopiedObjects objects, int window) {
        this.route = route;
        this.client = client;
        this.objects = objects;
        this.threads = Executors.newFixedThreadPool(window);
    }

    /** (d) On a client that has as many connections as the others. */
    static Way onSameConnections(Service service, CopiedObjects objects, int window) throws Exception {
        S3Client client = service.newBlockingClient();
        return new Aws2S3Route(
                new CamelRoute(
                        uri(objects) + "&amazonS3Client=#client",
                        camel -> camel.getRegistry().bind("client", client)),
                client,
                objects,
                window);
    }

    /** (e) On the client that the component builds, with the 50 connections that the SDK gives it. */
    static Way onItsOwnClient(Service service, CopiedObjects objects, int window) throws Exception {
        AWS2S3Configuration configuration = new AWS2S3Configuration();
        configuration.setRegion(service.region().id());
        configuration.setOverrideEndpoint(true);
        configuration.setUriEndpointOverride(service.endpoint().toString());
        configuration.setForcePathStyle(true);
        configuration.setTrustAllCertificates(service.isNull());
        configuration.setUseDefaultCredentialsProvider(!service.isNull());
        if (service.isNull()) {
            configuration.setAccessKey("null");
            configuration.setSecretKey("null-secret");
        }
        return new Aws2S3Route(
                new CamelRoute(
                        uri(objects),
                        camel -> camel.getComponent("aws2-s3", AWS2S3Component.class)
                                .setConfiguration(configuration)),
                null,
                objects,
                window);
    }

    private static String uri(CopiedObjects objects) {
        return "aws2-s3:" + objects.bucket() + "?operation=copyObject";
    }

    @Override
    public void begin(int number, Consumer<Throwable> ended) {
        threads.execute(() -> route.copyByAws2S3(objects, number, ended));
    }

    @Override
    public void close() {
        threads.shutdown();
        route.close();
        if (client != null) {
            client.close();
        }
    }
}
