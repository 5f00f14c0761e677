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
import io.s3copy.parameter.CopyTarget;
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
        return new Builder(source.bucket(), source.key())
                .versionId(source.versionId())
                .ifMatch(request.text(CopyParameter.COPY_SOURCE_IF_MATCH))
                .ifNoneMatch(request.text(CopyParameter.COPY_SOURCE_IF_NONE_MATCH))
                .ifModifiedSince((Instant) request.get(CopyParameter.COPY_SOURCE_IF_MODIFIED_SINCE))
                .ifUnmodifiedSince((Instant) request.get(CopyParameter.COPY_SOURCE_IF_UNMODIFIED_SINCE))
                .customerKey((CustomerKey) request.get(CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY))
                .requestPayer(request.text(CopyParameter.REQUEST_PAYER))
                .expectedBucketOwner(request.text(CopyParameter.EXPECTED_SOURCE_BUCKET_OWNER))
                .build();
    }

    /** Asks about the object that stands where a copy goes. */
    public static ObjectQuery ofDestination(CopyRequest request) {
        CopyTarget target = request.target();
        return new Builder(target.bucket(), target.key())
                .customerKey((CustomerKey) request.get(CopyParameter.SSE_CUSTOMER_KEY))
                .requestPayer(request.text(CopyParameter.REQUEST_PAYER))
                .expectedBucketOwner(request.text(CopyParameter.EXPECTED_BUCKET_OWNER))
                .build();
    }

    /** Asks about one part of the state that the ETag names. */
    public ObjectQuery ofPart(int number, @Nullable String ofETag) {
        return toBuilder().partNumber(number).onlyIfMatch(ofETag).build();
    }

    /** Asks about the object whatever its state, or about another version of it. */
    public ObjectQuery unconditional(@Nullable String otherVersionId) {
        return toBuilder()
                .versionId(otherVersionId)
                .partNumber(null)
                .onlyIfMatch(null)
                .build();
    }

    /** Asks about the object only if it has that ETag. */
    public ObjectQuery onCondition(@Nullable String eTag) {
        return toBuilder().onlyIfMatch(eTag).build();
    }

    /** Asks about another object of the bucket. */
    public ObjectQuery ofKey(String otherKey) {
        return toBuilder()
                .key(otherKey)
                .versionId(null)
                .partNumber(null)
                .onlyIfMatch(null)
                .build();
    }

    /** Does not ask for checksums. */
    public ObjectQuery withoutChecksums() {
        return toBuilder().checksums(false).build();
    }

    /** Asks about the object as somebody who does not have its key. */
    public ObjectQuery withoutCustomerKey() {
        return toBuilder().customerKey(null).build();
    }

    private Builder toBuilder() {
        return new Builder(bucket, key)
                .versionId(versionId)
                .partNumber(partNumber)
                .ifMatch(ifMatch)
                .ifNoneMatch(ifNoneMatch)
                .ifModifiedSince(ifModifiedSince)
                .ifUnmodifiedSince(ifUnmodifiedSince)
                .customerKey(customerKey)
                .requestPayer(requestPayer)
                .expectedBucketOwner(expectedBucketOwner)
                .checksums(checksums);
    }

    /** Collects a query; without more it asks about the current version, on no condition. */
    private static final class Builder {
        private final String bucket;
        private String key;
        private @Nullable String versionId;
        private @Nullable Integer partNumber;
        private @Nullable String ifMatch;
        private @Nullable String ifNoneMatch;
        private @Nullable Instant ifModifiedSince;
        private @Nullable Instant ifUnmodifiedSince;
        private @Nullable CustomerKey customerKey;
        private @Nullable String requestPayer;
        private @Nullable String expectedBucketOwner;
        private boolean checksums = true;

        private Builder(String bucket, String key) {
            this.bucket = bucket;
            this.key = key;
        }

        Builder key(String otherKey) {
            this.key = otherKey;
            return this;
        }

        Builder versionId(@Nullable String versionId) {
            this.versionId = versionId;
            return this;
        }

        Builder partNumber(@Nullable Integer partNumber) {
            this.partNumber = partNumber;
            return this;
        }

        Builder ifMatch(@Nullable String ifMatch) {
            this.ifMatch = ifMatch;
            return this;
        }

        Builder ifNoneMatch(@Nullable String ifNoneMatch) {
            this.ifNoneMatch = ifNoneMatch;
            return this;
        }

        Builder ifModifiedSince(@Nullable Instant ifModifiedSince) {
            this.ifModifiedSince = ifModifiedSince;
            return this;
        }

        Builder ifUnmodifiedSince(@Nullable Instant ifUnmodifiedSince) {
            this.ifUnmodifiedSince = ifUnmodifiedSince;
            return this;
        }

        Builder customerKey(@Nullable CustomerKey customerKey) {
            this.customerKey = customerKey;
            return this;
        }

        Builder requestPayer(@Nullable String requestPayer) {
            this.requestPayer = requestPayer;
            return this;
        }

        Builder expectedBucketOwner(@Nullable String expectedBucketOwner) {
            this.expectedBucketOwner = expectedBucketOwner;
            return this;
        }

        Builder checksums(boolean checksums) {
            this.checksums = checksums;
            return this;
        }

        /** On this condition alone; null for none. */
        Builder onlyIfMatch(@Nullable String eTag) {
            return ifMatch(eTag).ifNoneMatch(null).ifModifiedSince(null).ifUnmodifiedSince(null);
        }

        ObjectQuery build() {
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
                    checksums);
        }
    }
}
