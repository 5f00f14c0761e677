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
package io.s3copy.routes;

import io.s3copy.testkit.S3Server;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Puts objects into the buckets of a test and reads them back. */
final class S3Objects implements AutoCloseable {

    private final S3Server server;
    private final S3AsyncClient client;

    S3Objects(S3Server server) {
        this.server = server;
        this.client = server.newClient();
    }

    S3AsyncClient client() {
        return client;
    }

    String create() {
        return server.newBucket(client);
    }

    void put(String bucket, String key, String content) {
        client.putObject(object -> object.bucket(bucket).key(key), AsyncRequestBody.fromString(content))
                .join();
    }

    /** Puts many small ones at once. */
    void putAll(String bucket, Stream<String> keys) {
        CompletableFuture<?>[] puts = keys.map(key ->
                        client.putObject(object -> object.bucket(bucket).key(key), AsyncRequestBody.fromString(key)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(puts).join();
    }

    /** Key and ETag of every object. */
    Map<String, String> list(String bucket) {
        Map<String, String> objects = new TreeMap<>();
        client.listObjectsV2Paginator(list -> list.bucket(bucket))
                .contents()
                .subscribe((S3Object object) -> objects.put(object.key(), object.eTag()))
                .join();
        return objects;
    }

    String content(String bucket, String key) {
        return client.getObject(object -> object.bucket(bucket).key(key), AsyncResponseTransformer.toBytes())
                .join()
                .asUtf8String();
    }

    /** The properties by which Camel's aws2-s3 component finds the server. */
    static Map<String, String> listing(S3Server server) {
        return Map.of(
                "camel.component.aws2-s3.override-endpoint", "true",
                "camel.component.aws2-s3.uri-endpoint-override",
                        server.endpoint().toString(),
                "camel.component.aws2-s3.force-path-style", "true",
                "camel.component.aws2-s3.region", server.region(),
                "camel.component.aws2-s3.access-key", server.accessKey(),
                "camel.component.aws2-s3.secret-key", server.secretKey());
    }

    @Override
    public void close() {
        client.close();
    }
}
