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

/** How the keys in {@code Records} are written. EventBridge's are never encoded, whatever this says. */
public enum KeyEncoding {
    /** As each sender does by itself: S3 and MinIO form-encode, Ceph does not. */
    AUTO,
    /** {@code application/x-www-form-urlencoded}: a plus sign is a space, {@code %2F} a slash. */
    FORM,
    /** As they are. Also right for what {@code mc watch} and MinIO's listen call give. */
    RAW
}
