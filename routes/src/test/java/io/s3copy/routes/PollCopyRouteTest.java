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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.S3Servers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollCopyRouteTest {

    private final S3Objects buckets = new S3Objects(S3Servers.s3proxy());
    private final String source = buckets.create();
    private final String destination = buckets.create();

    @AfterEach
    void stop() {
        buckets.close();
    }

    private void during(Map<String, String> options, Runnable what) {
        RouteRun run = route(options);
        try {
            what.run();
        } finally {
            run.close();
        }
    }

    private RouteRun route(Map<String, String> more) {
        return RouteRun.start(
                "poll-copy",
                S3Servers.s3proxy(),
                Map.of(
                        "poll-copy.source", source,
                        "poll-copy.destination", destination,
                        "poll-copy.period", "200"),
                more);
    }

    @Test
    void everyPageOfABucketIsCopied() {
        buckets.putAll(source, IntStream.range(0, 1_150).mapToObj(i -> "%04d.txt".formatted(i)));
        during(Map.of(), () -> {
            await().until(() -> buckets.list(destination).size() == 1_150);
        });
        assertThat(buckets.list(destination)).isEqualTo(buckets.list(source));
    }

    @Test
    void whatIsNewOrChangedIsCopiedByALaterRun() {
        buckets.put(source, "changed", "one");
        during(Map.of(), () -> {
            await().until(() -> buckets.list(destination).containsKey("changed"));
            buckets.put(source, "changed", "two");
            buckets.put(source, "a+b c%41&d#", "new");
            await().until(() -> buckets.list(destination).equals(buckets.list(source)));
        });
    }

    @Test
    void objectThatIsThereAlreadyIsNotWrittenAgain() {
        buckets.put(source, "same", "one");
        buckets.put(source, "z-last", "one");
        buckets.put(destination, "same", "one");
        var before = buckets.client()
                .headObject(head -> head.bucket(destination).key("same"))
                .join()
                .lastModified();
        during(Map.of(), () -> {
            await().until(() -> buckets.list(destination).containsKey("z-last"));
        });
        assertThat(buckets.client()
                        .headObject(head -> head.bucket(destination).key("same"))
                        .join()
                        .lastModified())
                .isEqualTo(before);
    }

    @Test
    void optionsAreProperties() {
        buckets.put(source, "in/a", "one");
        buckets.put(source, "out/a", "one");
        Map<String, String> options = new HashMap<>(Map.of(
                "poll-copy.prefix", "in/",
                "poll-copy.strip-prefix", "in/",
                "poll-copy.key-prefix", "100%/a+b&c#d/",
                "poll-copy.storage-class", "STANDARD_IA",
                "poll-copy.remember", "10"));
        during(options, () -> {
            await().until(() -> !buckets.list(destination).isEmpty());
        });
        assertThat(buckets.list(destination)).containsOnlyKeys("100%/a+b&c#d/a");
    }

    /** Only a stub can be made to deny objects. */
    private void whileDenied(
            Set<String> keys, Set<String> denied, Map<String, String> options, Consumer<RecordingS3> what) {
        try (RecordingS3 s3 = RecordingS3.start()) {
            s3.answer(S3Operation.LIST_OBJECTS_V2, Listed.keys(keys));
            s3.answer(
                    S3Operation.HEAD_OBJECT,
                    head -> head.bucket().equals(destination)
                            ? Response.empty(404)
                            : Response.headObject(1, RecordingS3.ETAG));
            s3.answer(
                    S3Operation.COPY_OBJECT,
                    copy -> denied.contains(copy.key())
                            ? Response.error(403, "AccessDenied", "Access Denied")
                            : Response.copyObjectResult(RecordingS3.ETAG));
            RouteRun run = RouteRun.start(
                    "poll-copy", s3, Map.of("poll-copy.source", source, "poll-copy.destination", destination), options);
            try {
                what.accept(s3);
            } finally {
                run.close();
            }
        }
    }

    private static Set<String> asked(RecordingS3 s3) {
        return s3.requests(S3Operation.COPY_OBJECT).stream()
                .map(RecordedRequest::key)
                .collect(Collectors.toSet());
    }

    /** More than are listed at once, and than a splitter may have begun when the first fails. */
    @Test
    void objectsThatAreDeniedDoNotStopTheOthers() {
        Set<String> keys = IntStream.range(0, 1_200).mapToObj("%04d"::formatted).collect(Collectors.toSet());
        Set<String> denied =
                keys.stream().filter(key -> Integer.parseInt(key) % 50 < 10).collect(Collectors.toSet());
        whileDenied(
                keys,
                denied,
                Map.of(),
                s3 -> await().untilAsserted(() -> assertThat(asked(s3)).isEqualTo(keys)));
    }

    @Test
    void objectsThatCannotBeCopiedDoNotStopTheOthers() {
        buckets.putAll(source, IntStream.range(0, 1_200).mapToObj(i -> (i < 200 ? "a/" : "in/") + i));
        during(
                Map.of("poll-copy.strip-prefix", "in/"),
                () -> await().until(() -> buckets.list(destination).size() == 1_000));
    }

    @Test
    void runEndsWhenManyObjectsInARowAreDenied() {
        Set<String> keys = IntStream.range(0, 2_000).mapToObj("%04d"::formatted).collect(Collectors.toSet());
        whileDenied(keys, keys, Map.of("poll-copy.max-denied", "5"), s3 -> {
            await().until(() -> asked(s3).size() > 5);
            await().during(Duration.ofSeconds(3))
                    .untilAsserted(() -> assertThat(asked(s3)).hasSizeLessThan(500));
        });
    }
}
