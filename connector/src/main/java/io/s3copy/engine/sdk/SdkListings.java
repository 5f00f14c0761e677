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
package io.s3copy.engine.sdk;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ListedObject.Version;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.text.Unicode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.S3Response;

/**
 * Listings of objects and of versions. Keys are asked for encoded, as XML cannot carry every one; the SDK decodes them where
 * the answer says that it encodes, and leaves them as they are where it does not.
 *
 * <p>A page counts only if it says of itself that it is one, and whether another follows: an empty page, or a last one, that
 * nobody has sent would be keys lost.
 */
final class SdkListings implements ListCalls {

    private static final String OBJECTS = "ListObjectsV2";
    private static final String VERSIONS = "ListObjectVersions";

    private final S3AsyncClient client;
    private final Sending sending;

    SdkListings(S3AsyncClient client, Sending sending) {
        this.client = client;
        this.sending = sending;
    }

    @Override
    public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
        Trace trace = new Trace();
        return sending.<ListObjectsV2Request, ListObjectsV2Response>send(
                        trace, OBJECTS, () -> about(query), () -> objects(query), client::listObjectsV2)
                .thenApply(response -> read(query, response, trace));
    }

    @Override
    public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
        Trace trace = new Trace();
        return sending.<ListObjectVersionsRequest, ListObjectVersionsResponse>send(
                        trace, VERSIONS, () -> about(query), () -> versions(query), client::listObjectVersions)
                .thenApply(response -> read(query, response, trace));
    }

    private static CopyRequest about(ListQuery query) {
        return SdkS3Calls.about(query.bucket(), query.prefix());
    }

    /** A continuation token says where a page begins, so that nothing else need. */
    private static ListObjectsV2Request objects(ListQuery query) {
        return ListObjectsV2Request.builder()
                .bucket(query.bucket())
                .encodingType(EncodingType.URL)
                .prefix(query.prefix().isEmpty() ? null : sendable(query.prefix()))
                .startAfter(query.token() == null ? sendable(query.after()) : null)
                .continuationToken(query.token())
                .maxKeys(query.maxKeys())
                .requestPayer(query.requestPayer())
                .expectedBucketOwner(query.expectedBucketOwner())
                .build();
    }

    private static ListObjectVersionsRequest versions(ListQuery query) {
        return ListObjectVersionsRequest.builder()
                .bucket(query.bucket())
                .encodingType(EncodingType.URL)
                .prefix(query.prefix().isEmpty() ? null : sendable(query.prefix()))
                .keyMarker(sendable(query.after()))
                .versionIdMarker(query.token())
                .maxKeys(query.maxKeys())
                .requestPayer(query.requestPayer())
                .expectedBucketOwner(query.expectedBucketOwner())
                .build();
    }

    /** A half pair has no bytes: it would be sent as a question mark, and the listing would begin elsewhere. */
    private static @Nullable String sendable(@Nullable String text) {
        if (text != null && Unicode.hasHalfPair(text)) {
            throw new IllegalArgumentException("half a surrogate pair is in no key");
        }
        return text;
    }

    private static ObjectPage read(ListQuery query, ListObjectsV2Response response, Trace trace) {
        Answered answered = new Answered(OBJECTS, query, response);
        answered.requireTold("Name", response.name());
        answered.requireUtf8(response.encodingType(), trace);
        boolean more = answered.requireTold("IsTruncated", response.isTruncated());
        List<ListedObject> objects = new ArrayList<>(response.contents().size());
        for (S3Object object : response.contents()) {
            objects.add(new ListedObject(
                    answered.key(object.key()),
                    object.size() == null ? ListedObject.UNKNOWN_SIZE : object.size(),
                    orNull(object.eTag()),
                    object.lastModified(),
                    orNull(object.storageClassAsString()),
                    object.checksumAlgorithmAsStrings(),
                    orNull(object.checksumTypeAsString()),
                    null));
        }
        Integer count = response.keyCount();
        if (count != null && count != objects.size()) {
            throw answered.unreadable("says that it has " + count + " keys, and has " + objects.size());
        }
        return more
                ? new ObjectPage(
                        objects,
                        null,
                        answered.requireTold("NextContinuationToken", response.nextContinuationToken()),
                        true)
                : ObjectPage.last(objects);
    }

    private static ObjectPage read(ListQuery query, ListObjectVersionsResponse response, Trace trace) {
        Answered answered = new Answered(VERSIONS, query, response);
        answered.requireTold("Name", response.name());
        answered.requireUtf8(response.encodingType(), trace);
        boolean more = answered.requireTold("IsTruncated", response.isTruncated());
        List<ListedObject> versions = new ArrayList<>(response.versions().size());
        for (ObjectVersion version : response.versions()) {
            versions.add(new ListedObject(
                    answered.key(version.key()),
                    version.size() == null ? ListedObject.UNKNOWN_SIZE : version.size(),
                    orNull(version.eTag()),
                    version.lastModified(),
                    orNull(version.storageClassAsString()),
                    version.checksumAlgorithmAsStrings(),
                    orNull(version.checksumTypeAsString()),
                    answered.version(version.versionId(), version.isLatest(), false)));
        }
        List<ListedObject> markers = new ArrayList<>(response.deleteMarkers().size());
        for (DeleteMarkerEntry marker : response.deleteMarkers()) {
            markers.add(new ListedObject(
                    answered.key(marker.key()),
                    ListedObject.UNKNOWN_SIZE,
                    null,
                    marker.lastModified(),
                    null,
                    List.of(),
                    null,
                    answered.version(marker.versionId(), marker.isLatest(), true)));
        }
        VersionOrder order = trace.order();
        if (order == null || !order.isOf(versions.size(), markers.size())) {
            throw answered.unreadable("is not of versions and delete markers alone");
        }
        List<ListedObject> merged = order.merge(versions, markers);
        return more
                ? new ObjectPage(
                        merged,
                        answered.requireTold("NextKeyMarker", response.nextKeyMarker()),
                        answered.requireTold("NextVersionIdMarker", response.nextVersionIdMarker()),
                        true)
                : ObjectPage.last(merged);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** What must be in an answer. */
    private record Answered(String api, ListQuery query, S3Response response) {

        <T> T requireTold(String member, @Nullable T value) {
            if (value == null || value.equals("")) {
                throw SdkProof.missing(api, about(query), response, member);
            }
            return value;
        }

        /** A key that is not UTF-8 cannot be asked for by its text: what was decoded would be another. */
        void requireUtf8(@Nullable EncodingType encoding, Trace trace) {
            if (encoding == EncodingType.URL && !trace.encodesUtf8()) {
                throw unreadable("has a key that is not UTF-8");
            }
        }

        /** A key with another prefix is no answer to this question. */
        String key(@Nullable String key) {
            String told = requireTold("Key", key);
            if (!told.startsWith(query.prefix())) {
                throw unreadable("has a key that does not begin with the prefix");
            }
            return told;
        }

        Version version(@Nullable String id, @Nullable Boolean latest, boolean marker) {
            return new Version(requireTold("VersionId", id), requireTold("IsLatest", latest), marker);
        }

        S3CallException unreadable(String words) {
            return SdkProof.unreadable(api, about(query), response, words);
        }
    }
}
