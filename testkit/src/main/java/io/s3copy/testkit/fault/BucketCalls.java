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

import io.s3copy.testkit.KeyOrder;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Xml;
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
    private final Map<String, String> notifications = new ConcurrentHashMap<>();

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

    /** As it was put, and by no means sent. */
    Response notification(RecordedRequest request) {
        return !store.has(request.bucket())
                ? Refusals.noSuchBucket()
                : Response.xml(
                        200,
                        notifications.getOrDefault(request.bucket(), S3Xml.document("NotificationConfiguration", "")));
    }

    Response notified(RecordedRequest request) {
        notifications.put(request.bucket(), request.bodyText());
        return Response.empty(200);
    }

    Response uploads(RecordedRequest request) {
        ListedNames names = ListedNames.of(request, quirks);
        String prefix = request.queryParameter("prefix").orElse("");
        String keyMarker = request.queryParameter("key-marker").orElse("");
        Optional<String> idMarker = request.queryParameter("upload-id-marker");
        int max = Limits.page(request, "max-uploads");
        List<Upload> found = store.uploads().stream()
                .filter(upload -> upload.bucket.equals(request.bucket()) && upload.key.startsWith(prefix))
                .sorted(Comparator.comparing((Upload upload) -> upload.key, KeyOrder::compare)
                        .thenComparing(upload -> upload.id))
                .filter(upload -> KeyOrder.compare(upload.key, keyMarker) > 0
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
}
