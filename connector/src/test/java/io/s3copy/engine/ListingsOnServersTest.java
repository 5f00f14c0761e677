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
package io.s3copy.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.s3.DocumentCalls.Condition;
import io.s3copy.engine.s3.DocumentCalls.Document;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Listings, and documents, of servers that keep objects. */
@Tag("sdk")
class ListingsOnServersTest {

    /**
     * In the order of these servers, which is that of Java's texts: characters beyond U+FFFF come before those of U+E000 to
     * U+FFFF, which S3 has behind them.
     */
    private static final List<String> KEYS = List.of(
            "odd/ two  blanks ",
            "odd/%2525",
            "odd/&lt;&amp;",
            "odd/'\"",
            "odd/+%2B ",
            "odd/a",
            "odd/b/c",
            "odd/line\nfeed",
            "odd/\u00e9",
            "odd/\ud83d\ude00",
            "odd/\ue000",
            "odd/\ufffd");

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static void put(S3AsyncClient client, String bucket, String key) {
        await(client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromString(key)));
    }

    private static List<ListedObject> all(S3Calls calls, ListQuery first) {
        List<ListedObject> all = new ArrayList<>();
        ListQuery query = first;
        while (true) {
            ObjectPage page = await(calls.listObjects(query));
            all.addAll(page.objects());
            if (!page.truncated()) {
                return all;
            }
            query = query.next(page.nextAfter(), page.nextToken());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void everyKeyRoundTripsInPagesOfAnySize(S3Server server) {
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            KEYS.forEach(key -> put(client, bucket, key));
            put(client, bucket, "other");
            S3Calls calls = CallsUnderTest.on(client);
            for (int most : List.of(1, 2, 5, 1000)) {
                assertThat(all(calls, ListQuery.of(bucket, "odd/").maxKeys(most)))
                        .extracting(ListedObject::key)
                        .containsExactlyElementsOf(KEYS);
            }
            ListedObject first = all(calls, ListQuery.of(bucket, "odd/")).get(0);
            assertThat(first.size()).isEqualTo(KEYS.get(0).length());
            assertThat(first.eTag()).startsWith("\"");
            assertThat(first.lastModified()).isNotNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void aListingBeginsBehindAnyKey(S3Server server) {
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            KEYS.forEach(key -> put(client, bucket, key));
            S3Calls calls = CallsUnderTest.on(client);
            for (String after : KEYS) {
                assertThat(all(calls, ListQuery.of(bucket, "odd/").after(after)))
                        .as(after)
                        .extracting(ListedObject::key)
                        .containsExactlyElementsOf(KEYS.subList(KEYS.indexOf(after) + 1, KEYS.size()));
            }
        }
    }

    @Test
    void controlCharactersRoundTrip() {
        S3Server server = S3Servers.s3proxy();
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            List<String> keys = List.of("bell\u0007", "cr\r", "one\u0001", "tab\t", "unit\u001f");
            keys.forEach(key -> put(client, bucket, key));
            assertThat(all(CallsUnderTest.on(client), ListQuery.of(bucket, "").maxKeys(2)))
                    .extracting(ListedObject::key)
                    .containsExactlyElementsOf(keys);
        }
    }

    @Test
    void versionsAndDeleteMarkersAreInOneListWithTheNewestFirst() {
        S3Server server = S3Servers.s3mock();
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            await(client.putBucketVersioning(
                    put -> put.bucket(bucket).versioningConfiguration(versioning -> versioning.status("Enabled"))));
            put(client, bucket, "a b");
            put(client, bucket, "a b");
            await(client.deleteObject(delete -> delete.bucket(bucket).key("a b")));
            put(client, bucket, "c");
            S3Calls calls = CallsUnderTest.on(client);
            List<ListedObject> whole =
                    await(calls.listVersions(ListQuery.of(bucket, ""))).objects();
            assertThat(whole).extracting(ListedObject::key).containsExactly("a b", "a b", "a b", "c");
            assertThat(whole).extracting(ListedObject::isDeleteMarker).containsExactly(true, false, false, false);
            assertThat(whole).extracting(one -> one.version().latest()).containsExactly(true, false, false, true);
            assertThat(calls.listVersions(ListQuery.of(bucket, "").maxKeys(1)))
                    .as("S3Mock does not say at which version the next page begins, so that versions would be lost")
                    .failsWithin(60, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("NextVersionIdMarker");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void aBucketThatIsNotThereIsNoEmptyPage(S3Server server) {
        try (S3AsyncClient client = server.newClient()) {
            assertThat(CallsUnderTest.on(client).listObjects(ListQuery.of("test-not-there", "")))
                    .failsWithin(60, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .havingRootCause()
                    .withMessageContaining("bucket");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void aDocumentIsReadAsItWasWritten(S3Server server) throws IOException {
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            S3Calls calls = CallsUnderTest.on(client);
            ObjectQuery where = ObjectQuery.ofDestination(CopyRequest.builder()
                            .destination(bucket, "jobs/check point +%")
                            .build())
                    .withoutChecksums();
            byte[] content = "a manifest\n".repeat(100_000).getBytes(UTF_8);
            String eTag = await(calls.putObject(where, content, "text/csv", null));
            Document read = await(calls.getObject(where.onCondition(eTag)));
            try (InputStream stream = read.content()) {
                assertThat(stream.readAllBytes()).isEqualTo(content);
            }
            assertThat(read.eTag()).isEqualTo(eTag);
            assertThat(read.length()).isEqualTo(content.length);
            assertThat(calls.putObject(where, content, "text/csv", Condition.NOTHING)
                            .handle((written, failure) -> S3CallException.isUnmet(failure)))
                    .succeedsWithin(60, TimeUnit.SECONDS)
                    .isEqualTo(true);
        }
    }
}
