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
package io.s3copy.engine;

import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopySource;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a managed copy that did not fail.
 *
 * @param source the source, with the version that was really copied where S3 told it
 * @param bucket the destination bucket
 * @param key the destination key
 * @param way how it was, or would be, made
 * @param skipped why it was not made, for {@link Way#SKIPPED}; otherwise null
 * @param bytes the size in bytes; null where no call told it
 * @param parts how many parts it was made of; 0 for one call
 * @param resumedParts how many of them an interrupted copy had left
 * @param verified what proves that the copy is the source
 * @param notCarried what the source has and the copy does not
 * @param unproven what was asked for and the service does not prove, each with the reason. For example, a HEAD checked
 *     a condition on the destination before, so not atomically. Empty on AWS
 * @param sourceDeleted what became of the source of a move
 * @param dryRun whether this is only what would be done: nothing was written
 * @param duration from the request to the last answer
 * @param requests how many requests were made, retries included
 * @param s3 what S3 answered to the call that made the object visible; null for a skipped copy
 */
public record CopyResult(
        CopySource source,
        String bucket,
        String key,
        Way way,
        @Nullable String skipped,
        @Nullable Long bytes,
        int parts,
        int resumedParts,
        Verified verified,
        List<String> notCarried,
        List<String> unproven,
        SourceDeleted sourceDeleted,
        boolean dryRun,
        Duration duration,
        int requests,
        @Nullable S3Result s3) {

    /** Why a copy was skipped whose source is not there. */
    public static final String SOURCE_MISSING = "the source does not exist";

    /** Why a copy was skipped whose source must be restored first; more words tell what becomes of it. */
    public static final String ARCHIVED = "the source is archived";

    /** What {@link #notCarried} says of a copy in parts if nothing tells whether its source has annotations. */
    public static final String ANNOTATIONS_PERHAPS = "Annotations (if the source has any, which HEAD does not tell)";

    /** The ways of a copy. */
    public enum Way {
        SINGLE,
        MULTIPART,
        SKIPPED
    }

    /** What proves that the copy is the source. */
    public enum Verified {
        /** S3's checksums of both objects are equal. */
        CHECKSUM,
        /** Their ETags are equal, and are digests of the content. */
        ETAG,
        /** S3 was told the size, and completed an object of that size only. */
        SIZE,
        /** Nothing that the calls of the copy told. */
        NONE
    }

    /** What became of the source. */
    public enum SourceDeleted {
        /** Nothing: it was not to be deleted, or this is a dry run. */
        NO,
        /** It is hidden by a delete marker, and can be recovered. */
        MARKER,
        /** It is gone. */
        DELETED,
        /** Nothing: it is no longer the object that was copied. */
        CHANGED,
        /** Nothing: no answer of the service proves that the copy has its content. */
        UNPROVEN,
        /** Nothing: the copy lacks what {@link CopyResult#notCarried()} names, and deleteSourceIncomplete is not set. */
        INCOMPLETE,
        /**
         * Nothing: the service is not known to heed If-Match on DeleteObject, or tells no ETag for it, so a newer object could
         * be deleted, and deleteSourceUnchecked is not set.
         */
        UNCHECKED
    }

    /** The result of a copy of which nothing else is known yet. */
    static Builder builder(CopySource source, String bucket, String key, Way way) {
        return new Builder(source, bucket, key, way);
    }

    private Builder toBuilder() {
        return new Builder(source, bucket, key, way)
                .skipped(skipped)
                .bytes(bytes)
                .parts(parts)
                .resumedParts(resumedParts)
                .verified(verified)
                .notCarried(notCarried)
                .unproven(unproven)
                .sourceDeleted(sourceDeleted)
                .dryRun(dryRun)
                .duration(duration)
                .requests(requests)
                .s3(s3);
    }

    CopyResult withResumedParts(int resumed) {
        return toBuilder().resumedParts(resumed).build();
    }

    /** The same after a look at the source, or its deletion, which took more requests. */
    CopyResult withSourceDeleted(SourceDeleted what, CopySession session) {
        return toBuilder()
                .unproven(session.unproven())
                .sourceDeleted(what)
                .duration(session.duration())
                .requests(session.requests())
                .build();
    }

    /** The ETag of the copy; null where there is none. */
    public @Nullable String eTag() {
        return s3 == null ? null : s3.text(CopyParameter.RESULT_ETAG);
    }

    /** The version of the copy; null where there is none, or S3 did not tell it. */
    public @Nullable String versionId() {
        return s3 == null ? null : s3.text(CopyParameter.RESULT_VERSION_ID);
    }

    /** Whether an object was written. */
    public boolean isCopied() {
        return way != Way.SKIPPED && !dryRun;
    }

    /** Collects a result; without more it is one of nothing. */
    static final class Builder {
        private final CopySource source;
        private final String bucket;
        private final String key;
        private final Way way;
        private @Nullable String skipped;
        private @Nullable Long bytes;
        private int parts;
        private int resumedParts;
        private Verified verified = Verified.NONE;
        private List<String> notCarried = List.of();
        private List<String> unproven = List.of();
        private SourceDeleted sourceDeleted = SourceDeleted.NO;
        private boolean dryRun;
        private Duration duration = Duration.ZERO;
        private int requests;
        private @Nullable S3Result s3;

        private Builder(CopySource source, String bucket, String key, Way way) {
            this.source = source;
            this.bucket = bucket;
            this.key = key;
            this.way = way;
        }

        Builder skipped(@Nullable String skipped) {
            this.skipped = skipped;
            return this;
        }

        Builder bytes(@Nullable Long bytes) {
            this.bytes = bytes;
            return this;
        }

        Builder parts(int parts) {
            this.parts = parts;
            return this;
        }

        Builder resumedParts(int resumedParts) {
            this.resumedParts = resumedParts;
            return this;
        }

        Builder verified(Verified verified) {
            this.verified = verified;
            return this;
        }

        Builder notCarried(List<String> notCarried) {
            this.notCarried = notCarried;
            return this;
        }

        Builder unproven(List<String> unproven) {
            this.unproven = unproven;
            return this;
        }

        Builder sourceDeleted(SourceDeleted sourceDeleted) {
            this.sourceDeleted = sourceDeleted;
            return this;
        }

        Builder dryRun(boolean dryRun) {
            this.dryRun = dryRun;
            return this;
        }

        Builder duration(Duration duration) {
            this.duration = duration;
            return this;
        }

        Builder requests(int requests) {
            this.requests = requests;
            return this;
        }

        Builder s3(@Nullable S3Result s3) {
            this.s3 = s3;
            return this;
        }

        CopyResult build() {
            return new CopyResult(
                    source,
                    bucket,
                    key,
                    way,
                    skipped,
                    bytes,
                    parts,
                    resumedParts,
                    verified,
                    notCarried,
                    unproven,
                    sourceDeleted,
                    dryRun,
                    duration,
                    requests,
                    s3);
        }
    }
}
