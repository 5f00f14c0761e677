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
package io.s3copy.camel;

import io.s3copy.bulk.BulkResult;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Two buckets, and a context whose endpoints copy between them. */
abstract class BulkOnServer {

    final S3Server server = S3Servers.s3proxy();
    S3AsyncClient client;
    DefaultCamelContext camel;
    String source;
    String destination;

    @BeforeEach
    void start() throws Exception {
        client = server.newClient();
        source = server.newBucket(client);
        destination = server.newBucket(client);
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("s3", client);
        camel.getShutdownStrategy().setTimeout(10);
        camel.start();
    }

    @AfterEach
    void end() throws Exception {
        camel.close();
        client.close();
    }

    void put(String bucket, String key, String content) {
        client.putObject(
                        put -> put.bucket(bucket).key(key).metadata(Map.of("colour", "red")),
                        AsyncRequestBody.fromString(content))
                .join();
    }

    void fill(int number) {
        CompletableFuture<?>[] puts = IntStream.range(0, number)
                .mapToObj(at -> client.putObject(
                        put -> put.bucket(source).key(key(at)), AsyncRequestBody.fromString("content " + at)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(puts).join();
    }

    /** Keys of every kind that a bucket may hold. */
    static String key(int at) {
        String odd = List.of("plain", "with blank", "a+b&c=d", "100%25", "ä/ö", "#!'()*", "日本", "x\\y")
                .get(at % 8);
        return "in/" + odd + "/" + at;
    }

    Map<String, String> listed(String bucket) {
        Map<String, String> listed = new TreeMap<>();
        client.listObjectsV2Paginator(list -> list.bucket(bucket))
                .contents()
                .subscribe(object -> listed.put(object.key(), object.eTag()))
                .join();
        return listed;
    }

    BulkResult run(String options) {
        return run(options, null);
    }

    BulkResult run(String options, Object body) {
        return camel.createProducerTemplate()
                .requestBody(
                        "s3copy:" + destination + "?copySourceBucket=" + source + "&" + options,
                        body,
                        BulkResult.class);
    }
}
