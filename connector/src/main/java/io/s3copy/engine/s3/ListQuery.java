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

import org.jspecify.annotations.Nullable;

/**
 * What is listed.
 *
 * @param prefix of the keys; empty for all
 * @param after only keys behind this one, in the order of UTF-8 bytes ({@code start-after}, or {@code key-marker}); null
 *     for all. It need not be the key of an object.
 * @param token where the page before ended, as that page says ({@code continuation-token}, or {@code version-id-marker},
 *     which goes with {@code after}); null for a first page
 * @param maxKeys how many at most, 1 to 1,000
 * @param requestPayer {@code requester}, or null
 * @param expectedBucketOwner the account that must own the bucket, or null
 */
public record ListQuery(
        String bucket,
        String prefix,
        @Nullable String after,
        @Nullable String token,
        int maxKeys,
        @Nullable String requestPayer,
        @Nullable String expectedBucketOwner) {

    /** How many keys S3 puts into a page at most. */
    public static final int MAX_KEYS = 1_000;

    /** The first page of a bucket's keys with a prefix. */
    public static ListQuery of(String bucket, String prefix) {
        return new ListQuery(bucket, prefix, null, null, MAX_KEYS, null, null);
    }

    /** The same behind a key. */
    public ListQuery after(@Nullable String key) {
        return new ListQuery(bucket, prefix, key, null, maxKeys, requestPayer, expectedBucketOwner);
    }

    /** The page behind another, by its token. */
    public ListQuery next(@Nullable String key, @Nullable String nextToken) {
        return new ListQuery(bucket, prefix, key, nextToken, maxKeys, requestPayer, expectedBucketOwner);
    }

    /** The same in pages of so many keys at most. */
    public ListQuery maxKeys(int most) {
        return new ListQuery(bucket, prefix, after, token, most, requestPayer, expectedBucketOwner);
    }

    /** The same, paid by this payer, of a bucket that this account owns. */
    public ListQuery paidBy(@Nullable String payer, @Nullable String owner) {
        return new ListQuery(bucket, prefix, after, token, maxKeys, payer, owner);
    }
}
