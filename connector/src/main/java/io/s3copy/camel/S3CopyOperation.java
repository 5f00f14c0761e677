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
package io.s3copy.camel;

import io.s3copy.parameter.S3Call;

/** What a producer does: the managed copy, or a raw operation, which is one S3 call, one to one. */
public enum S3CopyOperation {
    /** Copies an object of any size: in one call up to multipartThreshold, in parts beyond it. */
    copy(S3Call.COPY_OBJECT),
    /** Copies an object of up to 5 GiB in one atomic call. */
    copyObject(S3Call.COPY_OBJECT),
    /** Creates a multipart upload; its id is in CamelS3CopyResultUploadId. */
    createMultipartUpload(S3Call.CREATE_MULTIPART_UPLOAD),
    /** Copies a range of the source into a part of an upload. */
    uploadPartCopy(S3Call.UPLOAD_PART_COPY),
    /** Completes an upload: makes an object of its parts. */
    completeMultipartUpload(S3Call.COMPLETE_MULTIPART_UPLOAD),
    /** Aborts an upload and frees its parts. */
    abortMultipartUpload(S3Call.ABORT_MULTIPART_UPLOAD),
    /** Lists a page of the parts of an upload. */
    listParts(S3Call.LIST_PARTS),
    /** Aborts abandoned uploads of the bucket. Reads nothing from the message. */
    cleanup(S3Call.ABORT_MULTIPART_UPLOAD),
    /** Copies the objects of the bucket in copySourceBucket whose keys begin with prefix. */
    copyPrefix(S3Call.COPY_OBJECT),
    /** Copies the objects that a manifest names. */
    copyManifest(S3Call.COPY_OBJECT),
    /** Copies what is missing at the destination or differs, and with delete=true deletes what is only there. */
    sync(S3Call.COPY_OBJECT),
    /** Says of each key whether source and destination are equal. Changes nothing and downloads nothing. */
    check(S3Call.COPY_OBJECT),
    /** Lists the objects of the bucket in copySourceBucket whose keys begin with prefix, to split. */
    listObjects(S3Call.COPY_OBJECT);

    private final S3Call call;

    S3CopyOperation(S3Call call) {
        this.call = call;
    }

    /** The S3 call that the operation makes, or whose parameters it takes. */
    public S3Call call() {
        return call;
    }

    /** Whether the operation is one S3 call, one to one. The others make several calls, and retry them. */
    public boolean isRaw() {
        return this != copy && this != cleanup && !isBulk();
    }

    /** Whether a message says what the operation does. */
    public boolean readsMessages() {
        return this != cleanup && !isBulk();
    }

    /** Whether the operation is about many objects, which its options name. */
    public boolean isBulk() {
        return this == copyPrefix || this == copyManifest || this == sync || this == check || this == listObjects;
    }

    /** Whether it copies objects of any size, as the policies say. */
    public boolean copies() {
        return this == copy || this == copyPrefix || this == copyManifest || this == sync;
    }
}
