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
package io.s3copy.event;

/** By whose rules an event is written. */
public enum EventSchema {
    // spotless:off
    /** S3's {@code Records}, also from servers that follow them: keys are form-encoded. */
    S3_RECORDS   (KeyEncoding.ENCODED),
    /** Amazon EventBridge: keys are not encoded. */
    EVENTBRIDGE  (KeyEncoding.PLAIN),
    /** MinIO's records: keys are form-encoded, a size of 0 is left out. */
    MINIO        (KeyEncoding.ENCODED),
    /** RustFS's records: keys are form-encoded. */
    RUSTFS       (KeyEncoding.ENCODED),
    /** Ceph's records: keys are not encoded. */
    CEPH         (KeyEncoding.PLAIN),
    /** Records of Scality's CloudServer (Zenko): keys are not encoded. */
    SCALITY      (KeyEncoding.PLAIN),
    /** Records of the Versity gateway: keys are not encoded. */
    VERSITYGW    (KeyEncoding.PLAIN),
    /** S3's {@code Records} of a sender that nothing in them tells. Whether keys are encoded is not known. */
    OTHER_RECORDS(KeyEncoding.AUTO),
    /** Cloudflare R2: keys are not encoded. */
    R2           (KeyEncoding.PLAIN),
    /** Alibaba Cloud OSS. Whether keys are encoded is not documented. */
    OSS          (KeyEncoding.AUTO),
    /** Tencent Cloud COS: keys are not encoded, and begin with the account and the bucket. */
    COS          (KeyEncoding.PLAIN),
    /** Huawei Cloud OBS, version 3.0. Whether keys are encoded is not documented. */
    OBS          (KeyEncoding.AUTO),
    /** Google Cloud Storage: keys are not encoded. */
    GCS          (KeyEncoding.PLAIN),
    /** Backblaze B2: keys are not encoded. */
    B2           (KeyEncoding.PLAIN);
    // spotless:on

    private final KeyEncoding keys;

    EventSchema(KeyEncoding keys) {
        this.keys = keys;
    }

    /** How its keys are written; {@link KeyEncoding#AUTO} where that is not known. */
    KeyEncoding keys() {
        return keys;
    }
}
