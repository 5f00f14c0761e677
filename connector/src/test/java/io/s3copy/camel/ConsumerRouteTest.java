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
import static org.awaitility.Awaitility.await;

import io.s3copy.engine.s3.ListedObject;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tagging;

/** The consumer on servers that keep objects. */
@Tag("sdk")
class ConsumerRouteTest {

    private static final List<String> HOSTILE =
            List.of("a+b &#%25.txt", "${body} ?a=b", "dir/\u00e4 \ud83d\ude00", "RAW(x)", "semi;colon,comma", "plain");

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path folder;

    private S3AsyncClient client;
    private String inbox;
    private String archive;

    @AfterEach
    void close() throws Exception {
        Collections.reverse(open);
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private void arrange(S3Server server) {
        client = server.newClient();
        open.add(client);
        inbox = server.newBucket(client);
        archive = server.newBucket(client);
    }

    private void put(String key, String content) {
        client.putObject(put -> put.bucket(inbox).key(key), AsyncRequestBody.fromString(content))
                .join();
    }

    private List<String> keys(String bucket) {
        return client.listObjectsV2(list -> list.bucket(bucket)).join().contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private String text(String bucket, String key) {
        return client.getObject(get -> get.bucket(bucket).key(key), AsyncResponseTransformer.toBytes())
                .join()
                .asUtf8String();
    }

    private Map<String, Object> seen() {
        return Map.of(
                "seen",
                FileIdempotentRepository.fileIdempotentRepository(
                        folder.resolve("seen").toFile()));
    }

    private interface Steps {
        void of(org.apache.camel.model.RouteDefinition route);
    }

    /** Polls the inbox without delay. */
    private DefaultCamelContext poll(String options, Map<String, Object> beans, Steps steps) throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        open.add(camel);
        camel.getShutdownStrategy().setTimeout(20);
        camel.getRegistry().bind("s3", client);
        beans.forEach(camel.getRegistry()::bind);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                steps.of(from("s3copy:" + inbox + "?initialDelay=0&delay=20" + options)
                        .routeId("poll")
                        .process(exchange -> sent.add(key(exchange))));
            }
        });
        camel.start();
        return camel;
    }

    private static String key(Exchange exchange) {
        return exchange.getMessage().getHeader("CamelS3CopyCopySourceKey", String.class);
    }

    private void awaitPolls(DefaultCamelContext camel, int more) {
        S3CopyConsumer consumer = (S3CopyConsumer) camel.getRoute("poll").getConsumer();
        long until = consumer.getSuccessCounter() + more;
        await().until(() -> consumer.getSuccessCounter() >= until);
    }

    /** S3Mock answers 500 to a list while it deletes an object: the next list tells. */
    private static ConditionFactory awaitList() {
        return await().ignoreExceptionsMatching(
                        fault -> fault.getCause() instanceof S3Exception server && server.statusCode() == 500);
    }

    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void eachObjectIsCopiedOnceUntilItChanges(S3Server server) throws Exception {
        arrange(server);
        HOSTILE.forEach(key -> put(key, "first of " + key));
        DefaultCamelContext camel = poll("", Map.of(), route -> route.to("s3copy:" + archive));
        awaitList().until(() -> keys(archive).size() == HOSTILE.size());
        HOSTILE.forEach(key -> assertThat(text(archive, key)).isEqualTo("first of " + key));
        awaitPolls(camel, 2);
        assertThat(sent).containsExactlyInAnyOrderElementsOf(HOSTILE);
        // of the same length: S3Mock, asked while it writes, may announce one state and send another, and then wait
        put("plain", "third of plain");
        await().until(() -> text(archive, "plain").equals("third of plain"));
        awaitPolls(camel, 2);
        // S3Proxy lists what it is writing under the key and a UUID, for a moment
        List<String> whole = sent.stream()
                .filter(key -> !key.matches("plain-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"))
                .toList();
        assertThat(whole).hasSize(HOSTILE.size() + 1).endsWith("plain");
        assertThat(keys(inbox)).hasSize(HOSTILE.size());
    }

    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void objectWhoseExchangeFailsIsKeptAndSentAgain(S3Server server) throws Exception {
        arrange(server);
        put("bad", "x");
        put("good", "x");
        AtomicInteger tries = new AtomicInteger();
        poll(
                "&afterRead=delete&deleteSourceUnchecked=true",
                Map.of(),
                route -> route.process(exchange -> {
                    if (key(exchange).equals("bad") && tries.incrementAndGet() < 3) {
                        throw new IllegalStateException("not yet");
                    }
                }));
        awaitList().until(() -> keys(inbox).isEmpty());
        assertThat(tries).hasValue(3);
        assertThat(Collections.frequency(sent, "good")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void repositoryOutlivesTheProcess(S3Server server) throws Exception {
        arrange(server);
        put("a", "1");
        DefaultCamelContext first = poll("&idempotentRepository=#seen", seen(), route -> route.log("found"));
        await().until(() -> sent.equals(List.of("a")));
        first.close();
        put("b", "1");
        DefaultCamelContext second = poll("&idempotentRepository=#seen", seen(), route -> route.log("found"));
        await().until(() -> sent.equals(List.of("a", "b")));
        awaitPolls(second, 2);
        assertThat(sent).containsExactly("a", "b");
    }

    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void pollThatIsCutGoesOnWhereItWas(S3Server server) throws Exception {
        arrange(server);
        List<String> keys = IntStream.range(0, 7).mapToObj(i -> "key-" + i).toList();
        keys.forEach(key -> put(key, key));
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        // without a memory, a poll that began anew would send the first two for ever
        poll(
                "&maxMessagesPerPoll=2&greedy=true&idempotent=false&repeatCount=4",
                Map.of(),
                route -> route.process(
                        exchange -> sizes.add(exchange.getProperty(ExchangePropertyKey.BATCH_SIZE, Integer.class))));
        await().until(() -> sent.size() >= 7);
        assertThat(List.copyOf(sent).subList(0, 7)).isEqualTo(keys);
        assertThat(List.copyOf(sizes).subList(0, 7)).containsExactly(2, 2, 2, 2, 2, 2, 1);
    }

    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void objectThatChangesInFlightIsSentAgainAfterwards(S3Server server) throws Exception {
        arrange(server);
        put("a", "1");
        CountDownLatch changed = new CountDownLatch(1);
        List<String> eTags = Collections.synchronizedList(new ArrayList<>());
        poll(
                "",
                Map.of(),
                route -> route.process(exchange -> {
                    eTags.add(exchange.getMessage().getBody(ListedObject.class).eTag());
                    changed.await();
                }));
        await().until(() -> sent.size() == 1);
        put("a", "2 is longer");
        changed.countDown();
        await().until(() -> sent.size() == 2);
        assertThat(eTags).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void objectIsMoved(S3Server server) throws Exception {
        arrange(server);
        put("in/a b+c", "content");
        put("other", "content");
        poll(
                "&prefix=in/&afterRead=move&moveTo=s3://" + inbox + "/done/&deleteSourceUnchecked=true",
                Map.of(),
                route -> route.log("found"));
        awaitList().until(() -> keys(inbox).equals(List.of("done/in/a b+c", "other")));
        assertThat(text(inbox, "done/in/a b+c")).isEqualTo("content");
    }

    /** S3Proxy has no tags. */
    @Test
    void objectIsTagged() throws Exception {
        arrange(S3Servers.s3mock());
        put("other", "content");
        put("untagged", "content");
        Tagging blue = Tagging.builder()
                .tagSet(List.of(software.amazon.awssdk.services.s3.model.Tag.builder()
                        .key("team")
                        .value("blue")
                        .build()))
                .build();
        client.putObjectTagging(tag -> tag.bucket(inbox).key("other").tagging(blue))
                .join();
        poll(
                "&afterRead=tag&afterReadTags=RAW(state=a%2Bb)&filterTags=RAW(team=blue)",
                Map.of(), route -> route.log("found"));
        await().untilAsserted(() -> {
            Map<String, String> tags = new TreeMap<>();
            client.getObjectTagging(get -> get.bucket(inbox).key("other"))
                    .join()
                    .tagSet()
                    .forEach(tag -> tags.put(tag.key(), tag.value()));
            assertThat(sent).containsOnly("other");
            assertThat(tags).containsExactlyEntriesOf(new TreeMap<>(Map.of("team", "blue", "state", "a+b")));
        });
    }

    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void filtersSayWhichObjectsAreSent(S3Server server) throws Exception {
        arrange(server);
        List.of("a.csv", "tmp/b.csv", "c.txt", "d.csv").forEach(key -> put(key, key));
        put("large.csv", "0".repeat(2000));
        DefaultCamelContext camel =
                poll("&include=*.csv&exclude=tmp/**&maxSize=1KiB", Map.of(), route -> route.log("found"));
        awaitPolls(camel, 2);
        assertThat(sent).containsExactlyInAnyOrder("a.csv", "d.csv");
    }

    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void youngObjectsWaitAndAnEmptyPollMaySaySo(S3Server server) throws Exception {
        arrange(server);
        put("young", "x");
        List<Object> bodies = Collections.synchronizedList(new ArrayList<>());
        poll(
                "&minAge=1d&sendEmptyMessageWhenIdle=true",
                Map.of(),
                route -> route.process(exchange ->
                        bodies.add(exchange.getMessage().getHeaders().size())));
        await().until(() -> bodies.size() >= 2);
        assertThat(bodies).containsOnly(0);
    }
}
