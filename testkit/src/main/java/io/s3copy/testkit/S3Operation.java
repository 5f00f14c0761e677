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

import java.util.Arrays;

/** The S3 operations that copies use, and how each is told on the wire. The first row that fits a request names it. */
public enum S3Operation {
    UPLOAD_PART_COPY("PUT", Target.OBJECT, "partNumber", "x-amz-copy-source"),
    UPLOAD_PART("PUT", Target.OBJECT, "partNumber", ""),
    CREATE_MULTIPART_UPLOAD("POST", Target.OBJECT, "uploads", ""),
    COMPLETE_MULTIPART_UPLOAD("POST", Target.OBJECT, "uploadId", ""),
    ABORT_MULTIPART_UPLOAD("DELETE", Target.OBJECT, "uploadId", ""),
    LIST_PARTS("GET", Target.OBJECT, "uploadId", ""),
    GET_OBJECT_TAGGING("GET", Target.OBJECT, "tagging", ""),
    PUT_OBJECT_TAGGING("PUT", Target.OBJECT, "tagging", ""),
    GET_OBJECT_ACL("GET", Target.OBJECT, "acl", ""),
    PUT_OBJECT_ACL("PUT", Target.OBJECT, "acl", ""),
    GET_OBJECT_ATTRIBUTES("GET", Target.OBJECT, "attributes", ""),
    RESTORE_OBJECT("POST", Target.OBJECT, "restore", ""),
    RENAME_OBJECT("PUT", Target.OBJECT, "renameObject", ""),
    COPY_OBJECT("PUT", Target.OBJECT, "", "x-amz-copy-source"),
    PUT_OBJECT("PUT", Target.OBJECT, "", ""),
    HEAD_OBJECT("HEAD", Target.OBJECT, "", ""),
    GET_OBJECT("GET", Target.OBJECT, "", ""),
    DELETE_OBJECT("DELETE", Target.OBJECT, "", ""),
    LIST_OBJECT_VERSIONS("GET", Target.BUCKET, "versions", ""),
    LIST_MULTIPART_UPLOADS("GET", Target.BUCKET, "uploads", ""),
    GET_BUCKET_LIFECYCLE_CONFIGURATION("GET", Target.BUCKET, "lifecycle", ""),
    GET_BUCKET_NOTIFICATION_CONFIGURATION("GET", Target.BUCKET, "notification", ""),
    PUT_BUCKET_NOTIFICATION_CONFIGURATION("PUT", Target.BUCKET, "notification", ""),
    LIST_OBJECTS_V2("GET", Target.BUCKET, "list-type", ""),
    CREATE_SESSION("GET", Target.BUCKET, "session", ""),
    DELETE_OBJECTS("POST", Target.BUCKET, "delete", ""),
    DELETE_BUCKET("DELETE", Target.BUCKET, "", ""),
    PUT_BUCKET_VERSIONING("PUT", Target.BUCKET, "versioning", ""),
    HEAD_BUCKET("HEAD", Target.BUCKET, "", ""),
    CREATE_BUCKET("PUT", Target.BUCKET, "", ""),
    OTHER("", Target.ANY, "", "");

    private enum Target {
        BUCKET,
        OBJECT,
        ANY
    }

    private final String method;
    private final Target target;
    private final String queryParameter;
    private final String header;

    S3Operation(String method, Target target, String queryParameter, String header) {
        this.method = method;
        this.target = target;
        this.queryParameter = queryParameter;
        this.header = header;
    }

    static S3Operation of(RecordedRequest request) {
        return Arrays.stream(values())
                .filter(row -> row.fits(request))
                .findFirst()
                .orElse(OTHER);
    }

    private boolean fits(RecordedRequest request) {
        Target asked = request.key().isEmpty() ? Target.BUCKET : Target.OBJECT;
        return method.equals(request.method())
                && target == asked
                && (queryParameter.isEmpty()
                        || request.queryParameter(queryParameter).isPresent())
                && (header.isEmpty() || request.headers().contains(header));
    }
}
