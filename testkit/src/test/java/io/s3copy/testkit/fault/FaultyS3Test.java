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

import static io.s3copy.testkit.S3Operation.DELETE_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the simulated S3 keeps, checks and breaks. */
class FaultyS3Test {

    private static final long MIB = 1L << 20;

    private final FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out");
    private final S3AsyncClient client = s3.newClient();

    @AfterEach
    void close() {
        client.close();
        s3.close();
    }

    private String begin(String key) {
        return client.createMultipartUpload(create -> create.bucket("out").key(key))
                .join()
                .uploadId();
    }

    private CompletedPart part(String upload, int number, String range) {
        String eTag = client.uploadPartCopy(part -> part.sourceBucket("in")
                        .sourceKey("key")
                        .copySourceRange(range)
                        .destinationBucket("out")
                        .destinationKey("key")
                        .uploadId(upload)
                        .partNumber(number))
                .join()
                .copyPartResult()
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(eTag).build();
    }

    private void complete(String upload, long size, CompletedPart... parts) {
        client.completeMultipartUpload(complete -> complete.bucket("out")
                        .key("key")
                        .uploadId(upload)
                        .mpuObjectSize(size)
                        .multipartUpload(list -> list.parts(parts)))
                .join();
    }

    @Test
    void partsThatCoverTheSourceMakeItsContentAgain() {
        StoredObject source = s3.put("in", "key", 10 * MIB);
        String upload = begin("key");
        complete(upload, 10 * MIB, part(upload, 1, "bytes=0-5242879"), part(upload, 2, "bytes=5242880-10485759"));
        StoredObject copy = s3.object("out", "key").orElseThrow();
        assertThat(copy.content()).isEqualTo(source.content());
        assertThat(copy.eTag()).endsWith("-2\"");
        assertThat(s3.openUploads()).isEmpty();
    }

    @Test
    void partsInAnotherOrderMakeAnotherContent() {
        StoredObject source = s3.put("in", "key", 10 * MIB);
        String upload = begin("key");
        complete(upload, 10 * MIB, part(upload, 1, "bytes=5242880-10485759"), part(upload, 2, "bytes=0-5242879"));
        assertThat(s3.object("out", "key").orElseThrow().content()).isNotEqualTo(source.content());
    }

    @Test
    void completeRefusesWhatS3Refuses() {
        s3.put("in", "key", 10 * MIB);
        String upload = begin("key");
        CompletedPart small = part(upload, 1, "bytes=0-1048575");
        CompletedPart rest = part(upload, 2, "bytes=1048576-10485759");
        CompletedPart foreign = rest.toBuilder().partNumber(3).build();
        assertThatThrownBy(() -> complete(upload, 10 * MIB, small, rest)).hasMessageContaining("smaller than");
        assertThatThrownBy(() -> complete(upload, 9 * MIB, rest, foreign)).hasMessageContaining("could not be found");
        assertThatThrownBy(() -> complete(upload, 9 * MIB, rest, small)).hasMessageContaining("ascending");
        assertThatThrownBy(() -> complete(upload, 8 * MIB, rest)).hasMessageContaining("x-amz-mp-object-size");
        assertThatThrownBy(() -> complete("none", 8 * MIB, rest)).hasMessageContaining("upload does not exist");
    }

    @Test
    void listingsComeInPages() {
        s3.put("in", "key", 50 * MIB);
        List<String> uploads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            s3.put("out", "object-" + i, i);
            uploads.add(begin("key"));
        }
        IntStream.rangeClosed(1, 3).forEach(number -> part(uploads.get(0), number, "bytes=0-5242879"));
        List<String> found = new ArrayList<>();
        ListMultipartUploadsResponse page = client.listMultipartUploads(
                        list -> list.bucket("out").prefix("k").maxUploads(2))
                .join();
        page.uploads().stream().map(MultipartUpload::uploadId).forEach(found::add);
        String key = page.nextKeyMarker();
        String id = page.nextUploadIdMarker();
        client
                .listMultipartUploads(
                        list -> list.bucket("out").prefix("k").keyMarker(key).uploadIdMarker(id))
                .join()
                .uploads()
                .stream()
                .map(MultipartUpload::uploadId)
                .forEach(found::add);
        assertThat(found).isEqualTo(uploads);
        ListPartsResponse parts = client.listParts(list ->
                        list.bucket("out").key("key").uploadId(uploads.get(0)).maxParts(2))
                .join();
        assertThat(parts.isTruncated()).isTrue();
        assertThat(parts.nextPartNumberMarker()).isEqualTo(2);
        List<String> objects = new ArrayList<>();
        client.listObjectsV2Paginator(list -> list.bucket("out").maxKeys(2))
                .contents()
                .map(S3Object::key)
                .subscribe(objects::add)
                .join();
        assertThat(objects).containsExactly("object-0", "object-1", "object-2");
    }

    @Test
    void headTellsWhatWasPut() {
        s3.put(
                "in",
                "key",
                7,
                object -> object.withMetadata(Map.of("owner", "me"))
                        .withTags(Map.of("a", "b"))
                        .withHeader("Cache-Control", "no-cache"));
        HeadObjectResponse head =
                client.headObject(ask -> ask.bucket("in").key("key")).join();
        assertThat(head.contentLength()).isEqualTo(7);
        assertThat(head.metadata()).containsEntry("owner", "me");
        assertThat(head.tagCount()).isEqualTo(1);
        assertThat(head.cacheControl()).isEqualTo("no-cache");
        assertThat(head.checksumCRC64NVME()).isNull();
    }

    @Test
    void anObjectIsDeletedOnlyInTheStateThatWasNamed() {
        StoredObject object = s3.put("in", "key", 7);
        assertThatThrownBy(() -> client.deleteObject(
                                delete -> delete.bucket("in").key("key").ifMatch("\"other\""))
                        .join())
                .hasMessageContaining("pre-conditions");
        client.deleteObject(delete -> delete.bucket("in").key("key").ifMatch(object.eTag()))
                .join();
        assertThat(s3.object("in", "key")).isEmpty();
        assertThat(s3.operations()).containsExactly(DELETE_OBJECT, DELETE_OBJECT);
    }

    @Test
    void anArchivedObjectIsCopiedOnlyOnceRestored() {
        s3.put("in", "key", 7, object -> object.withHeader("x-amz-storage-class", "GLACIER"));
        assertThatThrownBy(this::copy).hasMessageContaining("storage class");
        client.restoreObject(restore -> restore.bucket("in").key("key").restoreRequest(days -> days.days(1)))
                .join();
        copy();
        assertThat(s3.object("out", "key").orElseThrow().storageClass()).isEqualTo("STANDARD");
    }

    private void copy() {
        client.copyObject(copy -> copy.sourceBucket("in")
                        .sourceKey("key")
                        .destinationBucket("out")
                        .destinationKey("key"))
                .join();
    }

    @Test
    void aLostAnswerToAWriteIsCounted() {
        s3.put("in", "key", 7);
        s3.plan(FaultPlan.NONE.share(1, Fault.CUT_AFTER));
        assertThatThrownBy(this::copy).isNotNull();
        assertThat(s3.writes("out", "key")).hasSize(1);
        assertThat(s3.lostAnswers("out", "key")).isEqualTo(1);
    }

    /** The keys whose first HEAD meets a fault, at a server of its own. */
    private static Set<Integer> broken(List<Integer> keys) {
        Set<Integer> broken = new TreeSet<>();
        try (FaultyS3 server = FaultyS3.start().bucket("in");
                S3AsyncClient asking = server.newClient()) {
            server.plan(FaultPlan.seeded(7).share(0.3, Fault.INTERNAL_ERROR));
            for (int key : keys) {
                if (asking.headObject(head -> head.bucket("in").key("key-" + key))
                        .handle((done, failure) -> failure.getMessage().contains("500"))
                        .join()) {
                    broken.add(key);
                }
            }
        }
        return broken;
    }

    @Test
    void aSeedBreaksTheSameRequestsInAnyOrder() {
        List<Integer> keys = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
        Set<Integer> first = broken(keys);
        Collections.reverse(keys);
        assertThat(broken(keys)).isEqualTo(first).hasSizeBetween(10, 60);
    }

    @Test
    void aRateLimitCountsWhatItTakesAndRefuses() {
        AtomicLong clock = new AtomicLong();
        RateLimit limit = new RateLimit(10, 2, clock::get);
        assertThat(List.of(limit.admits(), limit.admits(), limit.admits())).containsExactly(true, true, false);
        clock.set(100_000_000);
        assertThat(limit.admits()).isTrue();
        assertThat(limit.used()).isEqualTo(1);
        assertThat(limit.refused()).isEqualTo(1);
    }
}
