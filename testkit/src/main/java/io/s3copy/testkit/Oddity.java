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

/** What an answer has that none of S3's has, or has not that all of S3's have. */
public enum Oddity {
    /** None of the headers by which S3 is known: a proxy before it answers. */
    NOT_S3,
    /** No {@code x-amz-request-id}. */
    NO_REQUEST_ID,
    /** No Content-Length; only an answer to HEAD can do without. */
    NO_LENGTH,
    /** The body is sent though the answer has none, as that to HEAD; the connection is kept. */
    STRAY_BODY
}
