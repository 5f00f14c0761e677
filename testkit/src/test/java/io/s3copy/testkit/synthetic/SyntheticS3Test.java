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
package io.s3copy.testkit.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.testkit.S3Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The synthetic S3, as an SDK sees it. */
class SyntheticS3Test {

    @AutoClose
    private final SyntheticS3 s3 = SyntheticS3.start();

    @AutoClose
    private final S3AsyncClient client = s3.newClient();

    private SyntheticBucket bucket(String name, SyntheticBucket bucket) {
        s3.bucket(name, bucket);
        return bucket;
    }

    private List<S3Object> listed(String bucket, String prefix, int most) {
        List<S3Object> all = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            ListObjectsV2Response page = client.listObjectsV2(list -> list.bucket(bucket)
                            .prefix(prefix)
                            .maxKeys(most)
                            .continuationToken(from)
                            .encodingType("url"))
                    .join();
            assertThat(page.keyCount()).isEqualTo(page.contents().size());
            assertThat(page.prefix()).isEqualTo(prefix);
            all.addAll(page.contents());
            token = page.nextContinuationToken();
            assertThat(page.isTruncated()).isEqualTo(token != null);
        } while (token != null);
        return all;
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aListingIsAllOfTheSpace(Shape shape) {
        KeySpace space = shape.of(1_100);
        bucket("in", SyntheticBucket.full(space));
        List<S3Object> all = listed("in", "", 400);
        assertThat(all).hasSize(1_100);
        for (int index = 0; index < 1_100; index++) {
            S3Object object = all.get(index);
            assertThat(object.key()).isEqualTo(space.key(index));
            assertThat(object.size()).isEqualTo(space.objectSize(index));
            assertThat(object.eTag()).isEqualTo(space.eTag(index));
            assertThat(object.lastModified()).isEqualTo(Instant.ofEpochSecond(space.lastModified(index)));
        }
        assertThat(s3.requests(S3Operation.LIST_OBJECTS_V2)).isEqualTo(3);
    }

    @Test
    void aListingBeginsBehindAnyTextAndEndsWithItsPrefix() {
        KeySpace space = Shape.CLUSTERED.of(10_000);
        bucket("in", SyntheticBucket.full(space));
        assertThat(listed("in", "tmp/", 1_000)).hasSize(50);
        assertThat(listed("in", "data/hot/part=7/0", 1_000))
                .isNotEmpty()
                .allMatch(object -> object.key().startsWith("data/hot/part=7/0"));
        assertThat(listed("in", "none", 1_000)).isEmpty();
        String after = space.key(70) + "!";
        assertThat(client.listObjectsV2(
                                list -> list.bucket("in").startAfter(after).maxKeys(1))
                        .join()
                        .contents()
                        .get(0)
                        .key())
                .isEqualTo(space.key(71));
    }

    @Test
    void versionsAreListedInPagesOfAnySize() {
        KeySpace space = Shape.CONTROL.of(50);
        bucket("in", SyntheticBucket.versioned(space, 3));
        for (int most : List.of(1, 2, 7, 1_000)) {
            List<String> versions = new ArrayList<>();
            int markers = 0;
            String key = null;
            String version = null;
            do {
                String keyFrom = key;
                String versionFrom = version;
                ListObjectVersionsResponse page = client.listObjectVersions(list -> list.bucket("in")
                                .maxKeys(most)
                                .encodingType("url")
                                .keyMarker(keyFrom)
                                .versionIdMarker(versionFrom))
                        .join();
                for (ObjectVersion one : page.versions()) {
                    versions.add(one.key() + one.versionId());
                    assertThat(one.isLatest()).isEqualTo(one.versionId().equals("v3"));
                }
                for (DeleteMarkerEntry one : page.deleteMarkers()) {
                    versions.add(one.key() + one.versionId());
                    markers++;
                }
                key = page.nextKeyMarker();
                version = page.nextVersionIdMarker();
            } while (key != null);
            assertThat(versions).hasSize(150).doesNotHaveDuplicates();
            assertThat(markers).isEqualTo(10);
        }
    }

    private void copy(KeySpace space, long index) {
        String key = space.key(index);
        client.copyObject(copy -> copy.sourceBucket("in")
                        .sourceKey(key)
                        .destinationBucket("out")
                        .destinationKey("copies/" + key)
                        .copySourceIfMatch(space.eTag(index)))
                .join();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void copiesAreCountedOneByOne(Shape shape) {
        KeySpace space = shape.of(2_000);
        bucket("in", SyntheticBucket.full(space));
        SyntheticBucket out = bucket("out", SyntheticBucket.empty(new PrefixedKeys("copies/", space)));
        for (long index : new long[] {0, 999, 1_999, 999}) {
            copy(space, index);
        }
        assertThat(out.count()).isEqualTo(3);
        assertThat(out.repeats()).isEqualTo(1);
        assertThat(out.has(999)).isTrue();
        assertThat(out.has(998)).isFalse();
        assertThat(listed("out", "", 1_000))
                .extracting(S3Object::key)
                .containsExactly("copies/" + space.key(0), "copies/" + space.key(999), "copies/" + space.key(1_999));
    }

    @Test
    void anObjectIsThereOnceItIsCopiedAndUntilItIsDeleted() {
        KeySpace space = Shape.NUMBERS.of(10);
        bucket("in", SyntheticBucket.full(space));
        bucket("out", SyntheticBucket.empty(new PrefixedKeys("copies/", space)));
        String key = "copies/" + space.key(4);
        assertThatThrownBy(() ->
                        client.headObject(head -> head.bucket("out").key(key)).join())
                .hasCauseInstanceOf(NoSuchKeyException.class);
        copy(space, 4);
        HeadObjectResponse head =
                client.headObject(ask -> ask.bucket("out").key(key)).join();
        assertThat(head.contentLength()).isEqualTo(space.objectSize(4));
        assertThat(head.eTag()).isEqualTo(space.eTag(4));
        assertThat(head.lastModified()).isEqualTo(Instant.ofEpochSecond(space.lastModified(4)));
        client.deleteObject(delete -> delete.bucket("out").key(key)).join();
        assertThat(listed("out", "", 10)).isEmpty();
    }

    @Test
    void deletedObjectsOfAFullBucketAreGone() {
        KeySpace space = Shape.FLAT.of(10);
        SyntheticBucket in = bucket("in", SyntheticBucket.full(space));
        assertThatThrownBy(() -> client.deleteObject(
                                delete -> delete.bucket("in").key(space.key(3)).ifMatch("\"other\""))
                        .join())
                .hasCauseInstanceOf(S3Exception.class);
        client.deleteObject(delete -> delete.bucket("in").key(space.key(3))).join();
        client.deleteObject(delete -> delete.bucket("in").key("none")).join();
        assertThat(in.deletions()).isEqualTo(1);
        assertThat(in.count()).isEqualTo(9);
        assertThat(listed("in", "", 4)).extracting(S3Object::key).hasSize(9).doesNotContain(space.key(3));
        in.put(3);
        assertThat(in.repeats()).isZero();
        assertThat(listed("in", "", 4)).hasSize(10);
    }

    @Test
    void aCopyOfAnotherStateOrToAKeyOfAnotherIsRefused() {
        KeySpace space = Shape.NUMBERS.of(10);
        bucket("in", SyntheticBucket.full(space));
        SyntheticBucket out = bucket("out", SyntheticBucket.empty(space));
        assertThatThrownBy(() -> client.copyObject(copy -> copy.sourceBucket("in")
                                .sourceKey(space.key(1))
                                .destinationBucket("out")
                                .destinationKey(space.key(1))
                                .copySourceIfMatch("\"other\""))
                        .join())
                .hasMessageContaining("pre-conditions");
        assertThatThrownBy(() -> client.copyObject(copy -> copy.sourceBucket("in")
                                .sourceKey(space.key(1))
                                .destinationBucket("out")
                                .destinationKey(space.key(2)))
                        .join())
                .hasMessageContaining("another object");
        assertThat(out.count()).isZero();
    }

    @Test
    void pagesMayBeSentLater() {
        bucket("in", SyntheticBucket.full(Shape.NUMBERS.of(10)));
        s3.latency(Duration.ofMillis(200));
        long began = System.nanoTime();
        assertThat(listed("in", "", 10)).hasSize(10);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aBucketThatIsNotThereIsSaid() {
        assertThatThrownBy(
                        () -> client.listObjectsV2(list -> list.bucket("none")).join())
                .hasMessageContaining("does not exist");
    }
}
