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
package io.s3copy.camel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Events that come twice, late, in any order, and while others are applied: the buckets end equal. */
class EventsConvergeTest {

    private static final int CHANGES = 60;
    private static final List<String> KEYS =
            List.of("a", "b c", "d+e", "f/g&h=i", "j?k#l", "m%41", "ключ", "n/./o", "${p}");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void destinationEndsAsTheSourceIs(long seed) throws Exception {
        Random random = new Random(seed);
        S3Server server = S3Servers.s3proxy();
        try (S3AsyncClient client = server.newClient();
                DefaultCamelContext camel = new DefaultCamelContext()) {
            String source = server.newBucket(client);
            String destination = server.newBucket(client);
            camel.getRegistry().bind("s3", client);
            camel.start();
            ProducerTemplate template = camel.createProducerTemplate();
            String uri =
                    "s3copy:" + destination + "?bodyAs=events&propagateDeletes=current&allowedSourceBuckets=" + source;
            List<String> late = new ArrayList<>();
            List<CompletableFuture<Exchange>> sent = new ArrayList<>();
            for (int i = 0; i < CHANGES; i++) {
                late.add(change(client, source, KEYS.get(random.nextInt(KEYS.size())), i, random.nextInt(3) == 0));
                if (random.nextInt(4) == 0) {
                    Collections.shuffle(late, random);
                    late.subList(0, late.size() / 2).forEach(notice -> sent.add(send(template, uri, notice)));
                    late.subList(0, late.size() / 3).clear();
                }
            }
            Collections.shuffle(late, random);
            late.forEach(notice -> sent.add(send(template, uri, notice)));
            assertThat(sent)
                    .allSatisfy(one -> assertThat(one.join().getException()).isNull());
            assertThat(content(client, destination))
                    .isEqualTo(content(client, source))
                    .isNotEmpty();
        }
    }

    private static String change(S3AsyncClient client, String bucket, String key, int i, boolean deletes) {
        if (deletes) {
            client.deleteObject(delete -> delete.bucket(bucket).key(key)).join();
            return Notices.notice()
                    .record(bucket, "ObjectRemoved:Delete", key, Map.of("sequencer", sequencer(i)))
                    .text();
        }
        String text = "change " + i;
        client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromString(text))
                .join();
        return Notices.notice()
                .record(bucket, "ObjectCreated:Put", key, Map.of("size", text.length(), "sequencer", sequencer(i)))
                .text();
    }

    private static String sequencer(int i) {
        return String.format("%018X", i);
    }

    private static CompletableFuture<Exchange> send(ProducerTemplate template, String uri, String notice) {
        return template.asyncSend(uri, exchange -> exchange.getMessage().setBody(notice));
    }

    private static Map<String, String> content(S3AsyncClient client, String bucket) {
        Map<String, String> content = new TreeMap<>();
        for (S3Object object :
                client.listObjectsV2(list -> list.bucket(bucket)).join().contents()) {
            content.put(object.key(), object.eTag());
        }
        return content;
    }
}
