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

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Xml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The calls on a bucket. */
final class BucketCalls {

    private final Store store;
    private final Set<Quirk> quirks;
    private final Map<String, String> lifecycles = new ConcurrentHashMap<>();

    BucketCalls(Store store, Set<Quirk> quirks) {
        this.store = store;
        this.quirks = quirks;
    }

    Response head(RecordedRequest request) {
        return store.has(request.bucket())
                ? Response.empty(200).withHeader("x-amz-bucket-region", FaultyS3.REGION)
                : Response.empty(404);
    }

    Response create(RecordedRequest request) {
        if (request.toString().contains("?")) {
            return Response.error(501, "NotImplemented", "The stub has no answer to " + request);
        }
        store.create(request.bucket(), false);
        return Response.empty(200);
    }

    Response versioning(RecordedRequest request) {
        store.versioned(request.bucket());
        return Response.empty(200);
    }

    Response delete(RecordedRequest request) {
        if (!store.has(request.bucket())) {
            return Refusals.noSuchBucket();
        } else if (!store.objects(request.bucket()).isEmpty()) {
            return Response.error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
        }
        store.remove(request.bucket());
        return Response.empty(204);
    }

    void lifecycle(String bucket, String xml) {
        lifecycles.put(bucket, xml);
    }

    Response lifecycle(RecordedRequest request) {
        String xml = lifecycles.get(request.bucket());
        return xml == null
                ? Response.error(404, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist")
                : Response.xml(200, xml);
    }

    Response objects(RecordedRequest request) {
        if (!store.has(request.bucket())) {
            return Refusals.noSuchBucket();
        }
        String prefix = request.queryParameter("prefix").orElse("");
        Names names = Names.of(request);
        String after = request.queryParameter("continuation-token")
                .map(BucketCalls::keyOf)
                .or(() -> request.queryParameter("start-after"))
                .orElse("");
        int max = page(request, "max-keys");
        List<Map.Entry<String, StoredObject>> found =
                store.objects(request.bucket()).tailMap(after, false).entrySet().stream()
                        .filter(object -> object.getKey().startsWith(prefix))
                        .limit(max + 1L)
                        .toList();
        List<Map.Entry<String, StoredObject>> shown = found.subList(0, Math.min(max, found.size()));
        boolean more = shown.size() < found.size();
        String contents = shown.stream()
                .map(object -> "<Contents>" + names.element("Key", object.getKey())
                        + S3Xml.element(
                                "LastModified", object.getValue().lastModified().toString())
                        + S3Xml.element("ETag", object.getValue().eTag())
                        + S3Xml.element("Size", Long.toString(object.getValue().size()))
                        + S3Xml.element("StorageClass", object.getValue().storageClass()) + "</Contents>")
                .collect(Collectors.joining());
        return Response.xml(
                200,
                S3Xml.document(
                        "ListBucketResult",
                        S3Xml.element("Name", request.bucket())
                                + names.element("Prefix", prefix)
                                + names.encodingType()
                                + S3Xml.element("KeyCount", Integer.toString(shown.size()))
                                + S3Xml.element("MaxKeys", Integer.toString(max))
                                + S3Xml.element("IsTruncated", Boolean.toString(more))
                                + (more
                                        ? S3Xml.element(
                                                "NextContinuationToken",
                                                tokenOf(shown.get(shown.size() - 1)
                                                        .getKey()))
                                        : "")
                                + contents));
    }

    /** A token is opaque, and never has what XML has no character for. */
    private static String tokenOf(String key) {
        return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String keyOf(String token) {
        return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    }

    Response uploads(RecordedRequest request) {
        Names names = Names.of(request);
        String prefix = request.queryParameter("prefix").orElse("");
        String keyMarker = request.queryParameter("key-marker").orElse("");
        Optional<String> idMarker = request.queryParameter("upload-id-marker");
        int max = page(request, "max-uploads");
        List<Upload> found = store.uploads().stream()
                .filter(upload -> upload.bucket.equals(request.bucket()) && upload.key.startsWith(prefix))
                .sorted(Comparator.comparing((Upload upload) -> upload.key).thenComparing(upload -> upload.id))
                .filter(upload -> upload.key.compareTo(keyMarker) > 0
                        || (upload.key.equals(keyMarker)
                                && idMarker.isPresent()
                                && upload.id.compareTo(idMarker.get()) > 0))
                .limit(max + 1L)
                .toList();
        List<Upload> shown = found.subList(0, Math.min(max, found.size()));
        boolean more = shown.size() < found.size();
        String next = more
                ? names.element("NextKeyMarker", shown.get(shown.size() - 1).key)
                        + S3Xml.element("NextUploadIdMarker", shown.get(shown.size() - 1).id)
                : "";
        String list = shown.stream()
                .map(upload -> "<Upload>" + names.element("Key", upload.key)
                        + S3Xml.element("UploadId", upload.id)
                        + initiator(request, upload, quirks).asInitiator()
                        + S3Xml.element("StorageClass", upload.becomes.storageClass())
                        + S3Xml.element("Initiated", upload.initiated.toString()) + "</Upload>")
                .collect(Collectors.joining());
        return Response.xml(
                200,
                S3Xml.document(
                        "ListMultipartUploadsResult",
                        S3Xml.element("Bucket", request.bucket())
                                + names.element("Prefix", prefix)
                                + names.element("KeyMarker", keyMarker)
                                + names.encodingType()
                                + S3Xml.element("MaxUploads", Integer.toString(max))
                                + S3Xml.element("IsTruncated", Boolean.toString(more))
                                + next
                                + list));
    }

    static Requester initiator(RecordedRequest request, Upload upload, Set<Quirk> quirks) {
        return quirks.contains(Quirk.INITIATOR_IS_WHO_ASKS) ? Requester.of(request) : upload.initiator;
    }

    /** How a listing writes keys and prefixes: as they are, or encoded where {@code encoding-type=url} is asked for. */
    private record Names(boolean encoded) {

        static Names of(RecordedRequest request) {
            return new Names(request.queryParameter("encoding-type").orElse("").equals("url"));
        }

        String element(String name, String text) {
            return S3Xml.element(
                    name,
                    encoded ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/") : text);
        }

        String encodingType() {
            return encoded ? S3Xml.element("EncodingType", "url") : "";
        }
    }

    private static int page(RecordedRequest request, String name) {
        return Math.min(
                Limits.PAGE, request.queryParameter(name).map(Integer::parseInt).orElse(Limits.PAGE));
    }
}
