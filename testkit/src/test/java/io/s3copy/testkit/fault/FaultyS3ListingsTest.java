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
package io.s3copy.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the stub lists, and what it lists as other servers do. */
class FaultyS3ListingsTest {

    @AutoClose
    private final FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("versions", true);

    @AutoClose
    private final S3AsyncClient client = s3.newClient();

    private ListObjectsV2Response page(String after, String token, int most) {
        return client.listObjectsV2(list -> list.bucket("in")
                        .startAfter(after)
                        .continuationToken(token)
                        .maxKeys(most)
                        .encodingType("url"))
                .join();
    }

    private static List<String> keys(ListObjectsV2Response page) {
        return page.contents().stream().map(S3Object::key).toList();
    }

    private void put(String... keys) {
        for (String key : keys) {
            s3.put("in", key, 1);
        }
    }

    @Test
    void keysAreInTheOrderOfTheirBytes() {
        put("\ud83d\ude00", "\ue000", "a b", "a+b", "a\u0007b");
        assertThat(keys(page(null, null, 10))).containsExactly("a\u0007b", "a b", "a+b", "\ue000", "\ud83d\ude00");
        assertThat(keys(page("\ue000", null, 10))).containsExactly("\ud83d\ude00");
        ListObjectsV2Response first = page(null, null, 4);
        assertThat(first.isTruncated()).isTrue();
        assertThat(keys(page(null, first.nextContinuationToken(), 4))).containsExactly("\ud83d\ude00");
    }

    @Test
    void aServerMayNotLookAtWhereAListingBegins() {
        put("a", "b", "c");
        s3.with(Quirk.IGNORES_START_AFTER);
        assertThat(keys(page("b", null, 2))).containsExactly("a", "b");
        assertThat(keys(page("b", page("b", null, 2).nextContinuationToken(), 2)))
                .containsExactly("c");
    }

    @Test
    void aServerMayHaveAnOrderOfItsOwn() {
        put("az", "by", "cx", "dw");
        s3.with(Quirk.LISTS_OUT_OF_ORDER);
        ListObjectsV2Response first = page(null, null, 3);
        assertThat(keys(first)).containsExactly("dw", "cx", "by");
        assertThat(keys(page(null, first.nextContinuationToken(), 3))).containsExactly("az");
    }

    @Test
    void aServerMayNotEncodeKeys() {
        put("a%2Bb+c");
        s3.with(Quirk.IGNORES_ENCODING_TYPE);
        assertThat(page(null, null, 1).encodingType()).isNull();
        assertThat(keys(page(null, null, 1))).containsExactly("a%2Bb+c");
    }

    @Test
    void aServerMaySendTheSamePageAgain() {
        put("a", "b", "c");
        s3.with(Quirk.REPEATS_PAGE);
        ListObjectsV2Response first = page(null, null, 2);
        ListObjectsV2Response second = page(null, first.nextContinuationToken(), 2);
        assertThat(keys(second)).isEqualTo(keys(first));
        assertThat(second.isTruncated()).isTrue();
        assertThat(second.nextContinuationToken()).isEqualTo(first.nextContinuationToken());
    }

    private List<String> versions(int most) {
        List<String> all = new ArrayList<>();
        String key = null;
        String version = null;
        do {
            String keyFrom = key;
            String versionFrom = version;
            ListObjectVersionsResponse page = client.listObjectVersions(list -> list.bucket("versions")
                            .maxKeys(most)
                            .encodingType("url")
                            .keyMarker(keyFrom)
                            .versionIdMarker(versionFrom))
                    .join();
            for (ObjectVersion one : page.versions()) {
                all.add(one.key() + (one.isLatest() ? " latest" : ""));
            }
            for (DeleteMarkerEntry one : page.deleteMarkers()) {
                all.add(one.key() + (one.isLatest() ? " latest marker" : " marker"));
            }
            key = page.nextKeyMarker();
            version = page.nextVersionIdMarker();
        } while (key != null);
        return all;
    }

    private void delete(String key, String versionId) {
        client.deleteObject(delete -> delete.bucket("versions").key(key).versionId(versionId))
                .join();
    }

    @Test
    void everyVersionAndDeleteMarkerIsListedOnce() {
        for (String key : List.of("a b", "a b", "c")) {
            s3.put("versions", key, 1);
        }
        delete("a b", null);
        s3.put("versions", "a b", 1);
        for (int most : List.of(1, 2, 3, 1_000)) {
            assertThat(versions(most)).containsExactlyInAnyOrder("a b latest", "a b marker", "a b", "a b", "c latest");
        }
        String xml = new Wire(s3).send("GET", "/versions?versions").body();
        assertThat(xml.indexOf("<Version>")).as("the newest first").isLessThan(xml.indexOf("<DeleteMarker>"));
    }

    @Test
    void aDeletedVersionIsGoneAndTheOneBehindItIsCurrent() {
        String first = s3.put("versions", "a", 1).versionId();
        String second = s3.put("versions", "a", 2).versionId();
        delete("a", second);
        assertThat(versions(10)).containsExactly("a latest");
        assertThat(s3.object("versions", "a").orElseThrow().versionId()).isEqualTo(first);
        assertThatThrownBy(() -> client.headObject(
                                head -> head.bucket("versions").key("a").versionId(second))
                        .join())
                .isNotNull();
        delete("a", null);
        assertThat(s3.object("versions", "a")).isEmpty();
        String marker = client.listObjectVersions(list -> list.bucket("versions"))
                .join()
                .deleteMarkers()
                .get(0)
                .versionId();
        delete("a", marker);
        assertThat(s3.object("versions", "a")).isPresent();
        delete("a", first);
        assertThat(versions(10)).isEmpty();
    }

    @Test
    void aBucketWithoutVersionsHasOneOfEachKey() {
        s3.put("in", "a", 1);
        s3.put("in", "a", 2);
        ListObjectVersionsResponse page =
                client.listObjectVersions(list -> list.bucket("in")).join();
        assertThat(page.versions()).hasSize(1);
        assertThat(page.versions().get(0).versionId()).isEqualTo("null");
        client.deleteObject(delete -> delete.bucket("in").key("a")).join();
        assertThat(client.listObjectVersions(list -> list.bucket("in")).join().versions())
                .isEmpty();
    }
}
