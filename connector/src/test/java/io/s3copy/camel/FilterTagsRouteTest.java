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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Objects selected by their tags, on a server that keeps tags. */
@Tag("sdk")
class FilterTagsRouteTest {

    private final S3Server server = S3Servers.s3mock();
    private final S3AsyncClient client = server.newClient();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final String source = server.newBucket(client);
    private final String destination = server.newBucket(client);

    @BeforeEach
    void start() {
        camel.getRegistry().bind("s3", client);
        camel.start();
    }

    @AfterEach
    void end() {
        camel.stop();
        client.close();
    }

    private void put(String bucket, String key, String content, String tags) {
        client.putObject(put -> put.bucket(bucket).key(key).tagging(tags), AsyncRequestBody.fromString(content))
                .join();
    }

    private String uri(String options) {
        return "s3copy:" + destination + "?copySourceBucket=" + source + "&" + options;
    }

    @Test
    void aCheckIsOfWhatHasTheTags() {
        put(source, "same", "one", "team=a&env=prod");
        put(destination, "same", "one", "team=a&env=prod");
        put(source, "missing", "one", "team=a");
        put(source, "another's", "one", "team=b");
        put(source, "too small", "", "team=a");
        put(source, "differs", "one", "team=a");
        put(destination, "differs", "other", "team=b");
        put(destination, "extra", "one", "team=a");
        put(destination, "another's extra", "one", "team=b");

        BulkResult result = camel.createProducerTemplate()
                .requestBody(uri("operation=check&check=checksum&filterTags=team=a&minSize=1"), null, BulkResult.class);

        assertThat(result.counts().objects(What.SAME)).isEqualTo(1);
        assertThat(result.counts().objects(What.DIFFERS)).isEqualTo(1);
        assertThat(result.counts().objects(What.MISSING)).isEqualTo(1);
        assertThat(result.counts().objects(What.EXTRA)).isEqualTo(1);
        assertThat(result.counts().of(What.SKIPPED).codes()).isEqualTo(Map.of("other-tags", 1L, "too-small", 1L));
        assertThat(result.requests().byCall())
                .as("one for each key that no other filter leaves alone")
                .containsEntry("GetObjectTagging", 6L);
    }

    @Test
    void aListingHasWhatHasTheTags() {
        List<String> wanted = new ArrayList<>();
        for (int key = 100; key < 160; key++) {
            boolean ours = key % 3 == 0;
            put(source, "key " + key, "one", ours ? "team=a" : "team=b");
            if (ours) {
                wanted.add("key " + key);
            }
        }
        Iterator<?> listed = camel.createProducerTemplate()
                .requestBody(uri("operation=listObjects&filterTags=team=a&exclude=key 15*"), null, Iterator.class);
        List<String> keys = new ArrayList<>();
        listed.forEachRemaining(object -> keys.add(((ListedObject) object).key()));
        wanted.removeIf(key -> key.startsWith("key 15"));
        assertThat(keys).containsExactlyElementsOf(wanted);
    }
}
