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

/** What servers other than AWS get wrong. */
public enum Quirk {
    /** No {@code x-amz-copy-source-if-*} is looked at, as with Ceph 16.2. */
    IGNORES_SOURCE_CONDITIONS,
    /** No If-Match or If-None-Match of a write is looked at, as with S3Proxy. */
    IGNORES_DESTINATION_CONDITIONS,
    /** Complete takes any {@code x-amz-mp-object-size}. */
    IGNORES_OBJECT_SIZE,
    /** Complete takes any checksum of the object, and keeps none. */
    IGNORES_CHECKSUMS
}
