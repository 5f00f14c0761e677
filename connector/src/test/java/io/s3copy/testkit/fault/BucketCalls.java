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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The calls on a bucket. */
final class BucketCalls {

    static final String INITIATOR = "<Initiator><ID>arn:aws:iam::111111111111:user/stub</ID>"
            + "<DisplayName>stub</DisplayName></Initiator><Owner><ID>owner</ID></Owner>";

    private final Store store;
    private final Map<String, String> lifecycles = new ConcurrentHashMap<>();

    BucketCalls(Store store) {
        this.store = store;
    }

    Response head(RecordedRequest request) {
        return store.has(request.bucket())
                ? Response.empty(200).withHeader("x-amz-bucket-region", FaultyS3.REGION)
                : Response.empty(404);
    }

    Response create(RecordedRequest request) {
        store.create(request.bucket(), false);
        return Response.empty(200);
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
        String after = request.queryParameter("continuation-token")
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
                .map(object -> "<Contents>" + S3Xml.element("Key", object.getKey())
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
                                + S3Xml.element("Prefix", prefix)
                                + S3Xml.element("KeyCount", Integer.toString(shown.size()))
                                + S3Xml.element("MaxKeys", Integer.toString(max))
                                + S3Xml.element("IsTruncated", Boolean.toString(more))
                                + (more
                                        ? S3Xml.element(
                                                "NextContinuationToken",
                                                shown.get(shown.size() - 1).getKey())
                                        : "")
                                + contents));
    }

    Response uploads(RecordedRequest request) {
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
                ? S3Xml.element("NextKeyMarker", shown.get(shown.size() - 1).key)
                        + S3Xml.element("NextUploadIdMarker", shown.get(shown.size() - 1).id)
                : "";
        String list = shown.stream()
                .map(upload -> "<Upload>" + S3Xml.element("Key", upload.key)
                        + S3Xml.element("UploadId", upload.id)
                        + INITIATOR
                        + S3Xml.element("StorageClass", upload.becomes.storageClass())
                        + S3Xml.element("Initiated", upload.initiated.toString()) + "</Upload>")
                .collect(Collectors.joining());
        return Response.xml(
                200,
                S3Xml.document(
                        "ListMultipartUploadsResult",
                        S3Xml.element("Bucket", request.bucket())
                                + S3Xml.element("Prefix", prefix)
                                + S3Xml.element("MaxUploads", Integer.toString(max))
                                + S3Xml.element("IsTruncated", Boolean.toString(more))
                                + next
                                + list));
    }

    private static int page(RecordedRequest request, String name) {
        return Math.min(
                Limits.PAGE, request.queryParameter(name).map(Integer::parseInt).orElse(Limits.PAGE));
    }
}
