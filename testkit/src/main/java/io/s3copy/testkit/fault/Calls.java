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
import java.util.Set;

/** Answers requests as S3 does, or as the server whose quirks it has. */
final class Calls {

    private final Store store;
    private final HeaderRefusals refusals;
    private final AnswerShape shape;
    final BucketCalls buckets;
    private final ListingCalls listings;
    final ObjectCalls objects;
    private final SubresourceCalls subresources;
    final UploadCalls uploads;

    Calls(Store store, Set<Quirk> quirks) {
        this.store = store;
        refusals = new HeaderRefusals(quirks);
        shape = new AnswerShape(quirks);
        buckets = new BucketCalls(store, quirks);
        listings = new ListingCalls(store, quirks);
        objects = new ObjectCalls(store, quirks);
        subresources = new SubresourceCalls(store, objects, quirks);
        uploads = new UploadCalls(store, quirks);
    }

    Response answer(RecordedRequest request) {
        synchronized (store) {
            return shape.of(request, refusals.of(request).orElseGet(() -> asAsked(request)));
        }
    }

    private Response asAsked(RecordedRequest request) {
        return switch (request.operation()) {
            case COPY_OBJECT -> objects.copy(request);
            case PUT_OBJECT -> objects.put(request);
            case HEAD_OBJECT -> objects.head(request);
            case GET_OBJECT -> objects.get(request);
            case DELETE_OBJECT -> objects.delete(request);
            case GET_OBJECT_TAGGING -> subresources.getTagging(request);
            case PUT_OBJECT_TAGGING -> subresources.putTagging(request);
            case GET_OBJECT_ACL -> subresources.getAcl(request);
            case PUT_OBJECT_ACL -> subresources.putAcl(request);
            case RESTORE_OBJECT -> subresources.restore(request);
            case GET_OBJECT_ATTRIBUTES -> subresources.attributes(request);
            case CREATE_MULTIPART_UPLOAD -> uploads.create(request);
            case UPLOAD_PART_COPY -> uploads.copyPart(request);
            case COMPLETE_MULTIPART_UPLOAD -> uploads.complete(request);
            case ABORT_MULTIPART_UPLOAD -> uploads.abort(request);
            case LIST_PARTS -> uploads.listParts(request);
            case LIST_MULTIPART_UPLOADS -> buckets.uploads(request);
            case LIST_OBJECTS_V2 -> listings.objects(request);
            case LIST_OBJECT_VERSIONS -> listings.versions(request);
            case HEAD_BUCKET -> buckets.head(request);
            case CREATE_BUCKET -> buckets.create(request);
            case PUT_BUCKET_VERSIONING -> buckets.versioning(request);
            case DELETE_BUCKET -> buckets.delete(request);
            case GET_BUCKET_LIFECYCLE_CONFIGURATION -> buckets.lifecycle(request);
            case GET_BUCKET_NOTIFICATION_CONFIGURATION -> buckets.notification(request);
            case PUT_BUCKET_NOTIFICATION_CONFIGURATION -> buckets.notified(request);
            default -> Response.error(501, "NotImplemented", "The stub has no answer to " + request);
        };
    }
}
