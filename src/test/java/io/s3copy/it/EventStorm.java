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
package io.s3copy.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.demo.BucketComparison;
import io.s3copy.routes.Buckets;
import io.s3copy.routes.Notifications;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * Many events of a bucket, as bad as senders make them: twice and more often, in any order, of objects that have changed
 * since or are gone, in several shapes and several to a message, with test events and poison among them. The same seed
 * gives the same storm.
 */
final class EventStorm {

    /** Keys of every odd kind that an embedded server can store; {@code %d} makes each unique. */
    private static final List<String> KEYS = List.of(
            "photos/2026/IMG_%d.jpg",
            "with space/report %d (final).pdf",
            "plus/a+b+%d.txt",
            "percent/100%%25-%%41-%d%%.csv",
            "hash/#%d.md",
            "emoji/\uD83D\uDE80 launch %d.txt",
            "query/file-%d?versionId=null",
            "query/a=b&c=%d;d",
            "unicode/Straße-日本-%d.txt",
            "quotes/it's \"%d\".json",
            "simple/${header.secret}-%d",
            "simple/{{env:HOME}}-%d",
            "uri/RAW(%d)",
            "dots/a..b-%d",
            "long/" + "x".repeat(180) + "-%d");

    private static final int AT_ONCE = 32;
    private static final int MOST_IN_A_MESSAGE = 5;

    private final Random random;
    private final String bucket;
    private final Map<String, String> contents = new TreeMap<>();
    private final List<String> messages = new ArrayList<>();
    private final Set<String> poison = new HashSet<>();

    /**
     * A storm.
     *
     * @param events how many, poison and test events not counted
     * @param stored which kinds of keys the server can store and copy
     */
    EventStorm(long seed, String bucket, int objects, int events, Predicate<String> stored) {
        this.random = new Random(seed);
        this.bucket = bucket;
        List<String> kinds = KEYS.stream().filter(stored).toList();
        List<String> keys = IntStream.range(0, objects)
                .mapToObj(i -> kinds.get(i % kinds.size()).formatted(i))
                .toList();
        keys.forEach(key -> contents.put(key, "content of " + key));
        List<String> named = new ArrayList<>(keys);
        IntStream.range(0, events / 50).forEach(i -> named.add("vanished/" + i));
        while (named.size() < events) {
            named.add(keys.get(random.nextInt(keys.size())));
        }
        Collections.shuffle(named, random);
        group(named);
        for (int i = 0; i < events / 200; i++) {
            String bad = "poison " + i + (i % 2 == 0 ? "" : " {\"Records\": [{\"s3\": ");
            poison.add(bad);
            messages.add(bad);
            messages.add(Notifications.TEST_EVENT);
        }
        Collections.shuffle(messages, random);
    }

    private void group(List<String> keys) {
        for (int from = 0; from < keys.size(); ) {
            int to = Math.min(from + 1 + random.nextInt(MOST_IN_A_MESSAGE), keys.size());
            List<String> some = keys.subList(from, to);
            String records = Notifications.put(bucket, some.toArray(String[]::new));
            switch (random.nextInt(4)) {
                case 0 -> some.forEach(key -> messages.add(Notifications.eventBridge(bucket, key)));
                case 1 -> messages.add(Notifications.sns(records));
                default -> messages.add(records);
            }
            from = to;
        }
    }

    /** Puts the objects, of which the events told something else: sizes and ETags are not theirs. */
    void putObjects(S3AsyncClient s3) throws InterruptedException {
        Semaphore places = new Semaphore(AT_ONCE);
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (Map.Entry<String, String> one : contents.entrySet()) {
            places.acquire();
            all.add(s3.putObject(
                            object -> object.bucket(bucket).key(one.getKey()),
                            AsyncRequestBody.fromString(one.getValue()))
                    .whenComplete((done, failure) -> places.release()));
        }
        all.forEach(CompletableFuture::join);
    }

    /** In the order in which they are sent. */
    List<String> messages() {
        return messages;
    }

    Set<String> poison() {
        return poison;
    }

    /** The destination equals the source, object by object. */
    void assertArrived(Buckets buckets) {
        assertThat(buckets.copies()).as("keys of copies").isEqualTo(contents.keySet());
        BucketComparison result = BucketComparison.of(buckets.s3(), buckets.source(), buckets.destination());
        assertThat(result.objects()).isEqualTo(contents.size());
        assertThat(result.isWhole()).as(result.toString()).isTrue();
    }
}
