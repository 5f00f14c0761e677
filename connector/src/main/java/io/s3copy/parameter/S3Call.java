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
package io.s3copy.parameter;

import static io.s3copy.parameter.CopyParameter.BUCKET;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE;
import static io.s3copy.parameter.CopyParameter.KEY;
import static io.s3copy.parameter.CopyParameter.MULTIPART_UPLOAD;
import static io.s3copy.parameter.CopyParameter.PART_NUMBER;
import static io.s3copy.parameter.CopyParameter.UPLOAD_ID;

import java.util.List;

/** The S3 calls that a copy is made of, by their names in the S3 API. */
public enum S3Call {
    COPY_OBJECT("CopyObject"),
    UPLOAD_PART_COPY("UploadPartCopy"),
    CREATE_MULTIPART_UPLOAD("CreateMultipartUpload"),
    COMPLETE_MULTIPART_UPLOAD("CompleteMultipartUpload"),
    ABORT_MULTIPART_UPLOAD("AbortMultipartUpload"),
    LIST_PARTS("ListParts");

    private final String api;

    S3Call(String api) {
        this.api = api;
    }

    /** The name in the S3 API. */
    public String api() {
        return api;
    }

    /** What the call cannot be made without. {@code COPY_SOURCE} stands for either form of a source. */
    public List<CopyParameter> required() {
        return switch (this) {
            case COPY_OBJECT -> List.of(BUCKET, COPY_SOURCE, KEY);
            case UPLOAD_PART_COPY -> List.of(BUCKET, COPY_SOURCE, KEY, UPLOAD_ID, PART_NUMBER);
            case CREATE_MULTIPART_UPLOAD -> List.of(BUCKET, KEY);
            case COMPLETE_MULTIPART_UPLOAD -> List.of(BUCKET, KEY, UPLOAD_ID, MULTIPART_UPLOAD);
            case ABORT_MULTIPART_UPLOAD, LIST_PARTS -> List.of(BUCKET, KEY, UPLOAD_ID);
        };
    }

    /** Whether the call reads a source object. */
    public boolean readsSource() {
        return this == COPY_OBJECT || this == UPLOAD_PART_COPY;
    }
}
