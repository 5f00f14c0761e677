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
package io.s3copy.behaviour;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Buckets and objects of one server, arranged and read back by a plain client. Knows nothing of the component. */
final class Bench {

    /** The size of {@link #large()}: three parts, the last smaller than S3 allows any other. */
    static final int LARGE = 2 * (5 << 20) + 4321;

    private enum Kind {
        PLAIN_SOURCE,
        PLAIN_DESTINATION,
        VERSIONED,
        LOCKED,
        ACL
    }

    private final S3AsyncClient s3;
    private final String kmsKey;
    private final Buckets buckets;
    private final Map<Kind, String> made = new EnumMap<>(Kind.class);
    private final AtomicInteger keys = new AtomicInteger();
    private byte[] largeContent;
    private String aged;

    Bench(S3AsyncClient s3, String kmsKey) {
        this.s3 = s3;
        this.kmsKey = kmsKey;
        this.buckets = new Buckets(s3);
    }

    S3AsyncClient s3() {
        return s3;
    }

    /** A KMS key that the server may use, or null where none is known. */
    String kmsKey() {
        return kmsKey;
    }

    /** Removes what this run made, and says what could not be removed. */
    List<String> clear() {
        return buckets.removeAll();
    }

    String source() {
        return made.computeIfAbsent(Kind.PLAIN_SOURCE, kind -> buckets.make(create -> {}));
    }

    String destination() {
        return made.computeIfAbsent(Kind.PLAIN_DESTINATION, kind -> buckets.make(create -> {}));
    }

    String versioned() {
        return made.computeIfAbsent(Kind.VERSIONED, kind -> {
            String bucket = buckets.make(create -> {});
            Refused.ask(
                    "PutBucketVersioning",
                    s3.putBucketVersioning(put -> put.bucket(bucket)
                            .versioningConfiguration(on -> on.status(BucketVersioningStatus.ENABLED))));
            return bucket;
        });
    }

    /** A bucket with Object Lock. */
    String locked() {
        return made.computeIfAbsent(
                Kind.LOCKED, kind -> buckets.make(create -> create.objectLockEnabledForBucket(true)));
    }

    /** A bucket that takes ACLs; AWS gives new ones an owner that is enforced, and blocks public access. */
    String withAcls() {
        return made.computeIfAbsent(Kind.ACL, kind -> {
            String bucket = buckets.make(create -> create.objectOwnership(ObjectOwnership.OBJECT_WRITER));
            // not DeletePublicAccessBlock: S3Mock takes it for DeleteBucket
            s3.putPublicAccessBlock(put -> put.bucket(bucket)
                            .publicAccessBlockConfiguration(
                                    none -> none.blockPublicAcls(false).ignorePublicAcls(false)))
                    .handle((done, unknownToThisServer) -> null)
                    .join();
            return bucket;
        });
    }

    /** A key that nothing else uses. */
    String newKey() {
        return "object-" + keys.incrementAndGet();
    }

    /** A new object in the source bucket. */
    String object(String content) {
        String key = newKey();
        put(source(), key, content, put -> {});
        return key;
    }

    /**
     * An object of the source bucket that is older than its Last-Modified and a second: HTTP rounds that time down, and
     * a date in the future is no condition to S3.
     */
    String aged() {
        if (aged == null) {
            String key = object("aged");
            Instant modified = head(source(), key).lastModified();
            await().pollDelay(Duration.ZERO).until(() -> Instant.now().isAfter(modified.plusSeconds(2)));
            aged = key;
        }
        return aged;
    }

    PutObjectResponse put(String bucket, String key, String content, Consumer<PutObjectRequest.Builder> how) {
        return Refused.ask(
                "PutObject",
                s3.putObject(
                        put -> how.accept(put.bucket(bucket).key(key)),
                        AsyncRequestBody.fromString(content, StandardCharsets.UTF_8)));
    }

    HeadObjectResponse head(String bucket, String key) {
        return head(bucket, key, head -> {});
    }

    HeadObjectResponse head(String bucket, String key, Consumer<HeadObjectRequest.Builder> how) {
        return Refused.ask(
                "HeadObject",
                s3.headObject(head -> how.accept(head.bucket(bucket).key(key))));
    }

    String content(String bucket, String key) {
        return new String(bytes(bucket, key), StandardCharsets.UTF_8);
    }

    byte[] bytes(String bucket, String key) {
        return Refused.ask(
                        "GetObject",
                        s3.getObject(get -> get.bucket(bucket).key(key), AsyncResponseTransformer.toBytes()))
                .asByteArray();
    }

    /** The content of an object that is encrypted with a customer key. */
    String content(String bucket, String key, CustomerKeyPair customer) {
        return Refused.ask(
                        "GetObject with a customer key",
                        s3.getObject(
                                get -> get.bucket(bucket)
                                        .key(key)
                                        .sseCustomerAlgorithm("AES256")
                                        .sseCustomerKey(customer.key())
                                        .sseCustomerKeyMD5(customer.md5()),
                                AsyncResponseTransformer.toBytes()))
                .asUtf8String();
    }

    /** The keys that begin so, as the server lists them. */
    List<String> keys(String bucket, String prefix) {
        return Refused.ask(
                        "ListObjectsV2",
                        s3.listObjectsV2(list -> list.bucket(bucket).prefix(prefix)))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    /** The key of an object of {@link #LARGE} bytes in the source bucket, for copies in parts. */
    String large() {
        String key = "large";
        if (largeContent == null) {
            byte[] content = letters(LARGE);
            Refused.ask(
                    "PutObject of " + LARGE + " bytes",
                    s3.putObject(put -> put.bucket(source()).key(key), AsyncRequestBody.fromBytes(content)));
            largeContent = content;
        }
        return key;
    }

    /** So many letters in no order: text, as not every stub keeps bytes that are none. */
    private static byte[] letters(int size) {
        byte[] content = new byte[size];
        new Random(42).nextBytes(content);
        for (int i = 0; i < size; i++) {
            content[i] = (byte) ('a' + (content[i] & 0xff) % 26);
        }
        return content;
    }

    /** What {@link #large()} holds. */
    byte[] largeContent() {
        return largeContent.clone();
    }

    /** A key of the source bucket that the server encrypted with the customer's key. */
    String encrypted(String content, CustomerKeyPair customer) {
        String key = newKey();
        put(
                source(),
                key,
                content,
                put -> put.sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(customer.key())
                        .sseCustomerKeyMD5(customer.md5()));
        return key;
    }
}
