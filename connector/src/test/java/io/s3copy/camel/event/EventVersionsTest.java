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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** History between two versioned buckets of a real server: versions, delete markers, and events that come twice or late. */
class EventVersionsTest {

    private static final int CHANGES = 40;
    private static final List<String> KEYS = List.of("a", "b c", "d+e", "f/g");

    /** What happened to an object, as its event tells it. */
    private record Change(String key, String type, Map<String, Object> object) {}

    /**
     * What a bucket has of a key.
     *
     * @param eTags of its versions, the newest first
     * @param markers how many of them are delete markers
     * @param isDeleted whether the newest is
     */
    private record History(List<String> eTags, int markers, boolean isDeleted) {}

    private enum Kind {
        S3PROXY {
            @Override
            S3Server server() {
                return S3Servers.s3proxy();
            }
        },
        S3MOCK {
            @Override
            S3Server server() {
                return S3Servers.s3mock();
            }
        };

        abstract S3Server server();
    }

    private interface Delivery {

        void deliver(List<Change> changes, ProducerTemplate to, String uri, Random random);
    }

    /** The histories of the source's keys and of the destination's, after events were delivered. */
    private record Both(Map<String, History> source, Map<String, History> destination) {

        static Both after(Kind kind, long seed, Delivery delivery) throws Exception {
            Random random = new Random(seed);
            S3Server server = kind.server();
            try (S3AsyncClient client = server.newClient();
                    DefaultCamelContext camel = new DefaultCamelContext()) {
                String source = versioned(server, client);
                String destination = versioned(server, client);
                camel.getRegistry().bind("s3", client);
                camel.start();
                List<Change> changes = new ArrayList<>();
                for (int i = 0; i < CHANGES; i++) {
                    changes.add(
                            change(client, source, KEYS.get(random.nextInt(KEYS.size())), i, random.nextInt(4) == 0));
                }
                String uri = "s3copy:" + destination
                        + "?bodyAs=events&eventMode=history&propagateDeletes=current&allowedSourceBuckets=" + source;
                delivery.deliver(changes, camel.createProducerTemplate(), uri, random);
                return new Both(histories(client, source), histories(client, destination));
            }
        }
    }

    private static String versioned(S3Server server, S3AsyncClient client) {
        String bucket = server.newBucket(client);
        client.putBucketVersioning(put ->
                        put.bucket(bucket).versioningConfiguration(on -> on.status(BucketVersioningStatus.ENABLED)))
                .join();
        return bucket;
    }

    private static Change change(S3AsyncClient client, String bucket, String key, int i, boolean deletes) {
        Map<String, Object> object = new HashMap<>();
        object.put("bucket", bucket);
        object.put("sequencer", String.format("%018X", i));
        if (deletes) {
            object.put(
                    "versionId",
                    client.deleteObject(delete -> delete.bucket(bucket).key(key))
                            .join()
                            .versionId());
            return new Change(key, "ObjectRemoved:DeleteMarkerCreated", object);
        }
        String text = "change " + i;
        object.put(
                "versionId",
                client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromString(text))
                        .join()
                        .versionId());
        object.put("size", text.length());
        return new Change(key, "ObjectCreated:Put", object);
    }

    private static void send(ProducerTemplate to, String uri, List<Change> changes) {
        Notices notices = Notices.notice();
        for (Change change : changes) {
            Map<String, Object> object = new HashMap<>(change.object());
            notices.record(String.valueOf(object.remove("bucket")), change.type(), change.key(), object);
        }
        Exchange sent = to.request(uri, exchange -> exchange.getMessage().setBody(notices.text()));
        assertThat(sent.getException()).isNull();
    }

    private static Map<String, History> histories(S3AsyncClient client, String bucket) {
        ListObjectVersionsResponse all =
                client.listObjectVersions(list -> list.bucket(bucket)).join();
        Map<String, History> histories = new LinkedHashMap<>();
        for (String key : KEYS) {
            List<DeleteMarkerEntry> markers = all.deleteMarkers().stream()
                    .filter(one -> one.key().equals(key))
                    .toList();
            List<String> eTags = all.versions().stream()
                    .filter(one -> one.key().equals(key))
                    .map(ObjectVersion::eTag)
                    .toList();
            histories.put(
                    key, new History(eTags, markers.size(), markers.stream().anyMatch(DeleteMarkerEntry::isLatest)));
        }
        return histories;
    }

    /** Each notification repeats what came before, and has its events in no order. */
    private static void inTurn(List<Change> changes, ProducerTemplate to, String uri, Random random) {
        int sent = 0;
        while (sent < changes.size()) {
            int end = Math.min(changes.size(), sent + 1 + random.nextInt(6));
            List<Change> some = new ArrayList<>(changes.subList(random.nextInt(sent + 1), end));
            some.addAll(changes.subList(sent, end));
            Collections.shuffle(some, random);
            send(to, uri, some);
            sent = end;
        }
    }

    private static void anyhow(List<Change> changes, ProducerTemplate to, String uri, Random random) {
        List<Change> all = new ArrayList<>(changes);
        all.addAll(changes.subList(0, changes.size() / 2));
        Collections.shuffle(all, random);
        all.forEach(one -> send(to, uri, List.of(one)));
    }

    @ParameterizedTest
    @CsvSource({"S3PROXY, 1", "S3PROXY, 2", "S3MOCK, 3"})
    void everyVersionArrivesOnceAndInItsPlaceWhereNotificationsComeInTurn(Kind kind, long seed) throws Exception {
        Both both = Both.after(kind, seed, EventVersionsTest::inTurn);
        assertThat(both.destination())
                .isEqualTo(both.source())
                .anySatisfy((key, history) -> assertThat(history.eTags()).hasSizeGreaterThan(2))
                .anySatisfy((key, history) -> assertThat(history.markers()).isPositive());
    }

    @ParameterizedTest
    @CsvSource({"S3PROXY, 4", "S3PROXY, 5", "S3MOCK, 6"})
    void nothingOldIsPutOnWhatIsNewerWhereEventsComeAnyhow(Kind kind, long seed) throws Exception {
        Both both = Both.after(kind, seed, EventVersionsTest::anyhow);
        assertThat(both.destination())
                .allSatisfy((key, history) -> assertThat(both.source()).hasEntrySatisfying(key, source -> {
                    assertThat(history.isDeleted()).isEqualTo(source.isDeleted());
                    assertThat(source.eTags()).containsSubsequence(history.eTags());
                    assertThat(history.eTags()).doesNotHaveDuplicates();
                    if (!source.isDeleted()) {
                        assertThat(history.eTags())
                                .first()
                                .isEqualTo(source.eTags().get(0));
                    }
                }));
    }
}
