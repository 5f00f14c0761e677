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

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Does the server read the source as S3 does: conditions, versions, delete markers? */
final class SourceProbes {

    static final String OTHER_ETAG = "\"00000000000000000000000000000000\"";

    private SourceProbes() {}

    static CompletableFuture<CopyObjectResponse> copy(
            Bench bench, String bucket, String key, Consumer<CopyObjectRequest.Builder> how) {
        return bench.s3()
                .copyObject(copy -> how.accept(copy.sourceBucket(bucket)
                        .sourceKey(key)
                        .destinationBucket(bench.destination())
                        .destinationKey(bench.newKey())));
    }

    static Answer copies(Bench bench) {
        String key = bench.object("probe");
        String copied = bench.newKey();
        Refused.ask("CopyObject", copy(bench, bench.source(), key, how -> how.destinationKey(copied)));
        return Answer.equal("probe", bench.content(bench.destination(), copied), "the content of a copy");
    }

    static Answer ifMatch(Bench bench) {
        return falseCondition(bench, (how, object) -> how.copySourceIfMatch(OTHER_ETAG))
                .and(() -> trueCondition(bench, (how, object) -> how.copySourceIfMatch(object.eTag())));
    }

    static Answer ifNoneMatch(Bench bench) {
        return falseCondition(bench, (how, object) -> how.copySourceIfNoneMatch(object.eTag()))
                .and(() -> trueCondition(bench, (how, object) -> how.copySourceIfNoneMatch(OTHER_ETAG)));
    }

    static Answer ifModifiedSince(Bench bench) {
        String key = bench.aged();
        Instant since = bench.head(bench.source(), key).lastModified().plusSeconds(1);
        return Answer.refusal(
                        412,
                        "PreconditionFailed",
                        "CopyObject with a false condition",
                        copy(bench, bench.source(), key, how -> how.copySourceIfModifiedSince(since)))
                .and(() -> trueCondition(bench, (how, object) -> how.copySourceIfModifiedSince(hourBefore(object))));
    }

    static Answer ifUnmodifiedSince(Bench bench) {
        return falseCondition(bench, (how, object) -> how.copySourceIfUnmodifiedSince(hourBefore(object)))
                .and(() -> trueCondition(
                        bench,
                        (how, object) -> how.copySourceIfUnmodifiedSince(
                                object.lastModified().plusSeconds(3600))));
    }

    static Answer ifMatchOutweighsDate(Bench bench) {
        String key = bench.object("probe");
        HeadObjectResponse object = bench.head(bench.source(), key);
        Refused.ask(
                "CopyObject with a true if-match and a false if-unmodified-since",
                copy(
                        bench,
                        bench.source(),
                        key,
                        how -> how.copySourceIfMatch(object.eTag()).copySourceIfUnmodifiedSince(hourBefore(object))));
        return Answer.yes("copies");
    }

    static Answer ifNoneMatchOutweighsDate(Bench bench) {
        return falseCondition(
                bench,
                (how, object) ->
                        how.copySourceIfNoneMatch(object.eTag()).copySourceIfModifiedSince(hourBefore(object)));
    }

    static Answer versions(Bench bench) {
        String bucket = bench.versioned();
        String key = bench.newKey();
        String first = bench.put(bucket, key, "first", put -> {}).versionId();
        bench.put(bucket, key, "second", put -> {});
        String copied = bench.newKey();
        Refused.ask(
                "CopyObject of a version",
                copy(bench, bucket, key, how -> how.sourceVersionId(first).destinationKey(copied)));
        return Answer.equal("first", bench.content(bench.destination(), copied), "the content of the first version");
    }

    static Answer restoresInPlace(Bench bench) {
        String bucket = bench.versioned();
        String key = bench.newKey();
        String first = bench.put(bucket, key, "first", put -> {}).versionId();
        bench.put(bucket, key, "second", put -> {});
        Refused.ask(
                "CopyObject of an old version onto itself",
                copy(
                        bench,
                        bucket,
                        key,
                        how -> how.sourceVersionId(first)
                                .destinationBucket(bucket)
                                .destinationKey(key)));
        return Answer.equal("first", bench.content(bucket, key), "the current content");
    }

    static Answer sourceVersionIsNamed(Bench bench) {
        String bucket = bench.versioned();
        String key = bench.newKey();
        String version = bench.put(bucket, key, "probe", put -> {}).versionId();
        String named =
                Refused.ask("CopyObject", copy(bench, bucket, key, how -> {})).copySourceVersionId();
        return new Answer(
                version.equals(named), (named == null ? "sends no" : "sends") + " x-amz-copy-source-version-id");
    }

    static Answer destinationVersionIsNamed(Bench bench) {
        String key = bench.object("probe");
        String copied = bench.newKey();
        String named = Refused.ask(
                        "CopyObject",
                        copy(
                                bench,
                                bench.source(),
                                key,
                                how -> how.destinationBucket(bench.versioned()).destinationKey(copied)))
                .versionId();
        return new Answer(
                named != null
                        && named.equals(bench.head(bench.versioned(), copied).versionId()),
                (named == null ? "sends no" : "sends") + " x-amz-version-id");
    }

    static Answer currentDeleteMarker(Bench bench) {
        String key = bench.newKey();
        deleteMarker(bench, key);
        return Answer.refusal(404, "CopyObject of a deleted object", copy(bench, bench.versioned(), key, how -> {}));
    }

    static Answer deleteMarkerByVersion(Bench bench) {
        String key = bench.newKey();
        String marker = deleteMarker(bench, key);
        return Answer.refusal(
                Set.of(400, 405),
                "CopyObject of a delete marker's version",
                copy(bench, bench.versioned(), key, how -> how.sourceVersionId(marker)));
    }

    /** Puts an object into the versioned bucket, deletes it, and names its delete marker. */
    static String deleteMarker(Bench bench, String key) {
        bench.put(bench.versioned(), key, "probe", put -> {});
        return Refused.ask(
                        "DeleteObject",
                        bench.s3()
                                .deleteObject(delete ->
                                        delete.bucket(bench.versioned()).key(key)))
                .versionId();
    }

    static Answer archived(Bench bench) {
        String key = bench.newKey();
        bench.put(bench.source(), key, "probe", put -> put.storageClass("GLACIER"));
        return Answer.refusal(403, "CopyObject of an archived object", copy(bench, bench.source(), key, how -> {}));
    }

    static Instant hourBefore(HeadObjectResponse object) {
        return object.lastModified().minusSeconds(3600);
    }

    private interface Condition {
        void set(CopyObjectRequest.Builder copy, HeadObjectResponse source);
    }

    private static Answer falseCondition(Bench bench, Condition condition) {
        String key = bench.object("probe");
        HeadObjectResponse object = bench.head(bench.source(), key);
        return Answer.refusal(
                412,
                "PreconditionFailed",
                "CopyObject with a false condition",
                copy(bench, bench.source(), key, how -> condition.set(how, object)));
    }

    private static Answer trueCondition(Bench bench, Condition condition) {
        String key = bench.object("probe");
        HeadObjectResponse object = bench.head(bench.source(), key);
        Refused.ask(
                "CopyObject with a true condition",
                copy(bench, bench.source(), key, how -> condition.set(how, object)));
        return Answer.yes("copies");
    }
}
