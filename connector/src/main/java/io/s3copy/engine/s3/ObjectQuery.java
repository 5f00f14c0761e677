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

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.CustomerKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about an object: HeadObject, and with the same address its tags.
 *
 * @param versionId null for the current version
 * @param partNumber asks about one part, the size of which is then told instead; null for the object
 * @param ifMatch a condition, or null, like the three that follow
 * @param customerKey the customer key that the object is encrypted with, or null
 * @param requestPayer {@code requester}, or null
 * @param expectedBucketOwner the account that must own the bucket, or null
 * @param checksums whether checksums are asked for, which not every server allows
 */
public record ObjectQuery(
        String bucket,
        String key,
        @Nullable String versionId,
        @Nullable Integer partNumber,
        @Nullable String ifMatch,
        @Nullable String ifNoneMatch,
        @Nullable Instant ifModifiedSince,
        @Nullable Instant ifUnmodifiedSince,
        @Nullable CustomerKey customerKey,
        @Nullable String requestPayer,
        @Nullable String expectedBucketOwner,
        boolean checksums) {

    /** Asks about the source of a copy, on the conditions of the copy; the source's owner is expected, not the other. */
    public static ObjectQuery ofSource(CopyRequest request) {
        CopySource source = request.source().orElseThrow();
        return new ObjectQuery(
                source.bucket(),
                source.key(),
                source.versionId(),
                null,
                request.text(CopyParameter.COPY_SOURCE_IF_MATCH),
                request.text(CopyParameter.COPY_SOURCE_IF_NONE_MATCH),
                (Instant) request.get(CopyParameter.COPY_SOURCE_IF_MODIFIED_SINCE),
                (Instant) request.get(CopyParameter.COPY_SOURCE_IF_UNMODIFIED_SINCE),
                (CustomerKey) request.get(CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY),
                request.text(CopyParameter.REQUEST_PAYER),
                request.text(CopyParameter.EXPECTED_SOURCE_BUCKET_OWNER),
                true);
    }

    /** Asks about the object that stands where a copy goes. */
    public static ObjectQuery ofDestination(CopyRequest request) {
        return new ObjectQuery(
                request.required(CopyParameter.BUCKET),
                request.required(CopyParameter.KEY),
                null,
                null,
                null,
                null,
                null,
                null,
                (CustomerKey) request.get(CopyParameter.SSE_CUSTOMER_KEY),
                request.text(CopyParameter.REQUEST_PAYER),
                request.text(CopyParameter.EXPECTED_BUCKET_OWNER),
                true);
    }

    /** Asks about one part of the state that the ETag names. */
    public ObjectQuery ofPart(int number, @Nullable String eTag) {
        return with(key, versionId, number, eTag, checksums);
    }

    /** Asks about the object whatever its state, or about another version of it. */
    public ObjectQuery unconditional(@Nullable String otherVersionId) {
        return with(key, otherVersionId, null, null, checksums);
    }

    /** Asks about the object only if it has that ETag. */
    public ObjectQuery onCondition(@Nullable String eTag) {
        return new ObjectQuery(
                bucket,
                key,
                versionId,
                partNumber,
                eTag,
                null,
                null,
                null,
                customerKey,
                requestPayer,
                expectedBucketOwner,
                checksums);
    }

    /** Asks about another object of the bucket. */
    public ObjectQuery ofKey(String otherKey) {
        return with(otherKey, null, null, null, checksums);
    }

    /** Does not ask for checksums. */
    public ObjectQuery withoutChecksums() {
        return new ObjectQuery(
                bucket,
                key,
                versionId,
                partNumber,
                ifMatch,
                ifNoneMatch,
                ifModifiedSince,
                ifUnmodifiedSince,
                customerKey,
                requestPayer,
                expectedBucketOwner,
                false);
    }

    /** Asks about the object as somebody who does not have its key. */
    public ObjectQuery withoutCustomerKey() {
        return new ObjectQuery(
                bucket,
                key,
                versionId,
                partNumber,
                ifMatch,
                ifNoneMatch,
                ifModifiedSince,
                ifUnmodifiedSince,
                null,
                requestPayer,
                expectedBucketOwner,
                checksums);
    }

    private ObjectQuery with(
            String otherKey,
            @Nullable String otherVersionId,
            @Nullable Integer otherPart,
            @Nullable String otherIfMatch,
            boolean withChecksums) {
        return new ObjectQuery(
                bucket,
                otherKey,
                otherVersionId,
                otherPart,
                otherIfMatch,
                null,
                null,
                null,
                customerKey,
                requestPayer,
                expectedBucketOwner,
                withChecksums);
    }
}
