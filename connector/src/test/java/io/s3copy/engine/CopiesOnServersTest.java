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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Moves, comparisons, the source's own parts and many real bytes, on servers that keep objects. */
@Tag("sdk")
class CopiesOnServersTest {

    private static final int MIB = 1 << 20;

    private static CopyResult copy(
            S3AsyncClient client, CopySettings.Builder settings, String bucket, String from, String to) {
        S3Calls calls = CallsUnderTest.on(client);
        return ObjectCopier.builder(calls, new RequestWindow(4, 4), ForkJoinPool.commonPool(), settings.build())
                .build()
                .copy(
                        CopyRequest.builder()
                                .source(bucket, from)
                                .destination(bucket, to)
                                .build(),
                        KnownSource.NOTHING)
                .orTimeout(120, TimeUnit.SECONDS)
                .join();
    }

    private static byte[] random(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static void put(S3AsyncClient client, String bucket, String key, byte[] content) {
        client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromBytes(content))
                .join();
    }

    private static byte[] get(S3AsyncClient client, String bucket, String key) {
        return client.getObject(get -> get.bucket(bucket).key(key), AsyncResponseTransformer.toBytes())
                .join()
                .asByteArray();
    }

    private static HeadObjectResponse head(S3AsyncClient client, String bucket, String key) {
        return client.headObject(head -> head.bucket(bucket).key(key)).join();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void aMoveLeavesTheCopyAndNoSource(S3Server server) {
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            put(client, bucket, "from", random(1000));
            CopyResult moved =
                    copy(client, CopySettings.builder().deleteSource(DeleteSource.marker), bucket, "from", "to");
            assertThat(moved.sourceDeleted()).isEqualTo(SourceDeleted.DELETED);
            assertThat(get(client, bucket, "to")).isEqualTo(random(1000));
            assertThatThrownBy(() -> head(client, bucket, "from")).hasCauseInstanceOf(NoSuchKeyException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void aLargeMoveIsVerifiedBeforeItsSourceGoes(S3Server server) {
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            put(client, bucket, "from", random(11 * MIB + 1));
            CopySettings.Builder inParts = CopySettings.builder()
                    .multipartThreshold(Limits.MIN_PART)
                    .partSize(new PartSize.Fixed(Limits.MIN_PART))
                    .deleteSource(DeleteSource.marker);
            CopyResult moved = copy(client, inParts, bucket, "from", "to");
            assertThat(moved.verified()).isNotEqualTo(Verified.NONE);
            assertThat(moved.sourceDeleted()).isEqualTo(SourceDeleted.DELETED);
            assertThat(get(client, bucket, "to")).isEqualTo(random(11 * MIB + 1));
        }
    }

    @Test
    void aMovedObjectOfABucketWithVersionsCanBeRecovered() {
        S3Server server = S3Servers.s3proxy();
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            client.putBucketVersioning(put ->
                            put.bucket(bucket).versioningConfiguration(versioning -> versioning.status("Enabled")))
                    .join();
            put(client, bucket, "from", random(1000));
            String version = head(client, bucket, "from").versionId();
            CopyResult moved =
                    copy(client, CopySettings.builder().deleteSource(DeleteSource.marker), bucket, "from", "to");
            assertThat(moved.sourceDeleted()).isEqualTo(SourceDeleted.MARKER);
            assertThat(client.getObject(
                                    get -> get.bucket(bucket).key("from").versionId(version),
                                    AsyncResponseTransformer.toBytes())
                            .join()
                            .asByteArray())
                    .isEqualTo(random(1000));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void onlyWhatDiffersIsCopied(S3Server server) {
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            put(client, bucket, "from", random(1000));
            CopySettings.Builder ifDifferent = CopySettings.builder().ifExists(IfExists.skipIfSame);
            assertThat(copy(client, ifDifferent, bucket, "from", "to").way()).isEqualTo(Way.SINGLE);
            assertThat(copy(client, ifDifferent, bucket, "from", "to").way()).isEqualTo(Way.SKIPPED);
            byte[] changed = random(1000);
            changed[500]++;
            put(client, bucket, "from", changed);
            assertThat(copy(client, ifDifferent, bucket, "from", "to").way()).isEqualTo(Way.SINGLE);
            assertThat(get(client, bucket, "to")).isEqualTo(changed);
        }
    }

    @Test
    void theSourcesUnevenPartsGiveTheCopyItsETag() {
        // S3Proxy tells no part of an object from the whole
        S3Server server = S3Servers.s3mock();
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            upload(client, bucket, "from", 6 * MIB, 5 * MIB, 7 * MIB, 1000);
            CopyResult copied =
                    copy(client, CopySettings.builder().partSize(new PartSize.Source()), bucket, "from", "to");
            assertThat(copied.parts()).isEqualTo(4);
            assertThat(copied.verified()).isEqualTo(Verified.ETAG);
            assertThat(head(client, bucket, "to").eTag())
                    .isEqualTo(head(client, bucket, "from").eTag());
        }
    }

    private static void upload(S3AsyncClient client, String bucket, String key, int... sizes) {
        String id = client.createMultipartUpload(create -> create.bucket(bucket).key(key))
                .join()
                .uploadId();
        List<CompletedPart> parts = new ArrayList<>();
        for (int size : sizes) {
            int number = parts.size() + 1;
            String eTag = client.uploadPart(
                            part -> part.bucket(bucket).key(key).uploadId(id).partNumber(number),
                            AsyncRequestBody.fromBytes(random(size)))
                    .join()
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(eTag).build());
        }
        client.completeMultipartUpload(complete ->
                        complete.bucket(bucket).key(key).uploadId(id).multipartUpload(upload -> upload.parts(parts)))
                .join();
    }

    @Test
    void twoHundredMebibytesAreTheSameByteForByte() {
        S3Server server = S3Servers.s3proxy();
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            int[] parts = new int[20];
            java.util.Arrays.fill(parts, 10 * MIB);
            upload(client, bucket, "from", parts);
            CopySettings.Builder inParts = CopySettings.builder()
                    .multipartThreshold(64L * MIB)
                    .partSize(new PartSize.Fixed(7L * MIB))
                    .verify(Verify.size);
            CopyResult copied = copy(client, inParts, bucket, "from", "to");
            assertThat(copied.bytes()).isEqualTo(200L * MIB);
            assertThat(copied.parts()).isEqualTo(29);
            assertThat(digest(client, bucket, "to")).isEqualTo(digest(client, bucket, "from"));
            client.deleteObject(delete -> delete.bucket(bucket).key("from")).join();
            client.deleteObject(delete -> delete.bucket(bucket).key("to")).join();
        }
    }

    private static byte[] digest(S3AsyncClient client, String bucket, String key) {
        return client.getObject(get -> get.bucket(bucket).key(key), AsyncResponseTransformer.toPublisher())
                .thenCompose(publisher -> {
                    MessageDigest sha256 = sha256();
                    CompletableFuture<Void> read = publisher.subscribe((ByteBuffer chunk) -> sha256.update(chunk));
                    return read.thenApply(done -> sha256.digest());
                })
                .join();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
