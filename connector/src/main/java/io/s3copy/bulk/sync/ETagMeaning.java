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
package io.s3copy.bulk.sync;

/**
 * What it means when two ETags that look like MD5s are not equal. A listing does not tell how an object is encrypted, and
 * with KMS and customer keys an ETag is no digest of the content.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html">ETag</a>
 */
public enum ETagMeaning {
    /** The contents differ: on both sides all is known to be encrypted with SSE-S3, or not at all. */
    CONTENT,
    /** Only a HEAD of both can tell. */
    UNKNOWN,
    /** Nothing: a side is known to be encrypted otherwise, or is a directory bucket. */
    NOTHING
}
