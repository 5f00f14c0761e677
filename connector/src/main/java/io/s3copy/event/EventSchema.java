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
    /** S3's {@code Records}, also from servers that follow them: keys are form-encoded. */
    S3_RECORDS,
    /** Amazon EventBridge: keys are not encoded. */
    EVENTBRIDGE,
    /** MinIO's records: keys are form-encoded, a size of 0 is left out. */
    MINIO,
    /** Ceph's records: keys are not encoded. */
    CEPH
}
