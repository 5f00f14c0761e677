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
package io.s3copy.engine.s3;

/**
 * What S3 allows, in bytes and numbers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html">Multipart upload limits</a>
 */
public final class Limits {

    /** The largest source of one CopyObject, and the largest part: 5 GiB. */
    public static final long MAX_SINGLE_COPY = 5L << 30;

    /** The smallest part but the last: 5 MiB. */
    public static final long MIN_PART = 5L << 20;

    public static final int MAX_PARTS = 10_000;

    /** The largest object: 50 TB, in S3's own counting of 10^12. */
    public static final long MAX_OBJECT = 50_000_000_000_000L;

    private Limits() {}
}
