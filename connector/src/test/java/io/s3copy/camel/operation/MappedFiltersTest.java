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
package io.s3copy.camel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Filters are of the source's keys, also for what is at the destination only under other keys. */
class MappedFiltersTest {

    private static final S3Server SERVER = S3Servers.s3proxy();

    private final S3AsyncClient client = SERVER.newClient();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final String source = SERVER.newBucket(client);
    private final String destination = SERVER.newBucket(client);

    @BeforeEach
    void start() {
        camel.getRegistry().bind("s3", client);
        camel.start();
        List.of("in/a", "in/keep/b").forEach(key -> put(source, key));
    }

    @AfterEach
    void end() throws Exception {
        camel.close();
        client.close();
    }

    private void put(String bucket, String key) {
        client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromString(key))
                .join();
    }

    private Set<String> keys(String bucket) {
        Set<String> keys = new TreeSet<>();
        client.listObjectsV2Paginator(list -> list.bucket(bucket))
                .contents()
                .map(S3Object::key)
                .subscribe(keys::add)
                .join();
        return keys;
    }

    private BulkResult run(String options) {
        return camel.createProducerTemplate()
                .requestBody(
                        "s3copy:" + destination + "?copySourceBucket=" + source + "&" + options,
                        null,
                        BulkResult.class);
    }

    private static final String MAPPED = "prefix=in/&stripPrefix=in/&keyPrefix=out/";

    @BeforeEach
    void putAtTheDestinationOnly() {
        List.of("out/keep/only-here", "out/only-here").forEach(key -> put(destination, key));
    }

    @Test
    void whatIsExcludedAtTheSourceIsNotDeletedUnderItsOtherKey() {
        BulkResult synced = run("operation=sync&delete=true&maxDelete=10&exclude=/in/keep/**&" + MAPPED);
        assertThat(synced.counts().objects(What.DELETED)).isEqualTo(1);
        assertThat(keys(destination)).containsExactlyInAnyOrder("out/a", "out/keep/only-here");
    }

    @Test
    void whatIsIncludedAtTheSourceIsDeletedUnderItsOtherKey() {
        run("operation=sync&delete=true&maxDelete=10&include=/in/keep/**"
                + "&prefix=in/keep/&stripPrefix=in/keep/&keyPrefix=out/keep/");
        assertThat(keys(destination)).containsExactlyInAnyOrder("out/keep/b", "out/only-here");
    }

    @Test
    void checkCallsExtraOnlyWhatTheFilterTakes() {
        BulkResult checked = run("operation=check&exclude=/in/keep/**&" + MAPPED);
        assertThat(checked.counts().objects(What.EXTRA)).isEqualTo(1);
        assertThat(checked.counts().objects(What.MISSING)).isEqualTo(1);
    }
}
