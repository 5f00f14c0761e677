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
package io.s3copy.testkit;

import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What {@link RecordingS3} says when a test has not told it otherwise: success, as S3 would word it. It stores no
 * objects and remembers of uploads only what ListParts and a second Abort need.
 */
final class DefaultAnswers {

    private final AtomicInteger uploads = new AtomicInteger();
    private final Map<String, SortedMap<Integer, String>> partsByUpload = new ConcurrentHashMap<>();
    private final Map<String, Boolean> endedUploads = new ConcurrentHashMap<>();

    Response answer(RecordedRequest request) {
        return switch (request.operation()) {
            case COPY_OBJECT -> Response.copyObjectResult(RecordingS3.ETAG);
            case HEAD_OBJECT -> Response.headObject(RecordingS3.CONTENT_LENGTH, RecordingS3.ETAG);
            case PUT_OBJECT, UPLOAD_PART -> Response.empty(200).withHeader("ETag", RecordingS3.ETAG);
            case CREATE_MULTIPART_UPLOAD ->
                Response.createMultipartUploadResult(
                        request.bucket(), request.key(), "upload-" + uploads.incrementAndGet());
            case UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD, ABORT_MULTIPART_UPLOAD, LIST_PARTS -> ofUpload(request);
            case GET_OBJECT_TAGGING -> Response.tagging(Map.of());
            case GET_OBJECT_ACL -> Response.xml(200, S3Xml.accessControlPolicy());
            case GET_OBJECT_ATTRIBUTES ->
                Response.xml(200, S3Xml.objectAttributes(RecordingS3.ETAG, RecordingS3.CONTENT_LENGTH));
            case LIST_OBJECTS_V2 -> listing("ListBucketResult", request);
            case LIST_OBJECT_VERSIONS -> listing("ListVersionsResult", request);
            case LIST_MULTIPART_UPLOADS -> listing("ListMultipartUploadsResult", request);
            case GET_BUCKET_LIFECYCLE_CONFIGURATION ->
                Response.error(404, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
            case GET_BUCKET_NOTIFICATION_CONFIGURATION ->
                Response.xml(200, S3Xml.document("NotificationConfiguration", ""));
            case CREATE_SESSION -> Response.xml(200, S3Xml.session());
            case DELETE_OBJECTS -> Response.xml(200, S3Xml.document("DeleteResult", ""));
            case HEAD_BUCKET -> Response.empty(200).withHeader("x-amz-bucket-region", RecordingS3.REGION);
            case PUT_OBJECT_TAGGING,
                    PUT_OBJECT_ACL,
                    RENAME_OBJECT,
                    CREATE_BUCKET,
                    PUT_BUCKET_VERSIONING,
                    PUT_BUCKET_NOTIFICATION_CONFIGURATION -> Response.empty(200);
            case DELETE_OBJECT, DELETE_BUCKET -> Response.empty(204);
            case RESTORE_OBJECT -> Response.empty(202);
            case GET_OBJECT, OTHER -> Response.error(501, "NotImplemented", "The stub has no answer to " + request);
        };
    }

    private Response ofUpload(RecordedRequest request) {
        String uploadId = request.queryParameter("uploadId").orElseThrow();
        if (endedUploads.containsKey(uploadId)) {
            return Response.error(404, "NoSuchUpload", "The specified multipart upload does not exist.");
        }
        SortedMap<Integer, String> parts = partsByUpload.computeIfAbsent(uploadId, id -> new ConcurrentSkipListMap<>());
        return switch (request.operation()) {
            case UPLOAD_PART_COPY -> {
                int number =
                        Integer.parseInt(request.queryParameter("partNumber").orElseThrow());
                String etag = "\"%032x\"".formatted(number);
                parts.put(number, etag);
                yield Response.copyPartResult(etag);
            }
            case LIST_PARTS -> Response.listPartsResult(request.bucket(), request.key(), uploadId, parts);
            case ABORT_MULTIPART_UPLOAD -> {
                endedUploads.put(uploadId, true);
                yield Response.empty(204);
            }
            default -> {
                endedUploads.put(uploadId, true);
                String etag = RecordingS3.ETAG.replaceFirst("\"$", "-" + Math.max(1, parts.size()) + "\"");
                yield Response.completeMultipartUploadResult(request.bucket(), request.key(), etag);
            }
        };
    }

    private static Response listing(String root, RecordedRequest request) {
        return Response.xml(200, S3Xml.emptyListing(root, request.bucket()));
    }
}
