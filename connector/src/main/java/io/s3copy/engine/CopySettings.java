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

import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.Restore;
import java.time.Duration;
import java.util.Set;

/**
 * What an endpoint says of its copies; no message may.
 *
 * @param multipartThreshold above how many bytes a copy is made in parts, 5 MiB to 5 GiB
 * @param partSize how large the parts are
 * @param ifExists what becomes of a copy whose destination exists
 * @param onMissing what becomes of a copy whose source does not exist
 * @param onChange what to do when the source changes during the copy
 * @param onArchived what becomes of a copy whose source is in an archive
 * @param restore how an archived source is restored
 * @param onTagsDenied what becomes of a copy in parts when the source's tags may not be read
 * @param preserve what is carried that no S3 copy carries by itself
 * @param strict whether a copy that cannot carry something fails, before anything is visible
 * @param verify what must prove that a copy is its source
 * @param deleteSource whether the source is deleted after its copy
 * @param deleteSourceIncomplete whether the source of a move is deleted even if its copy lacks something
 * @param deleteSourceUnchecked whether the source of a move is deleted even if the service may not heed the condition
 *     on its deletion. Then an object that is written between the last look and the deletion is lost
 * @param dryRun whether nothing is written
 * @param resume whether an upload that a stop or a crash interrupts is kept, and resumed later
 * @param retryFor for how long a request is repeated after transient faults
 */
public record CopySettings(
        long multipartThreshold,
        PartSize partSize,
        IfExists ifExists,
        OnMissing onMissing,
        OnChange onChange,
        OnArchived onArchived,
        Restore restore,
        OnTagsDenied onTagsDenied,
        Set<Preserve> preserve,
        boolean strict,
        Verify verify,
        DeleteSource deleteSource,
        boolean deleteSourceIncomplete,
        boolean deleteSourceUnchecked,
        boolean dryRun,
        boolean resume,
        Duration retryFor) {

    public CopySettings {
        preserve = Set.copyOf(preserve);
        if (deleteSource != DeleteSource.never && verify == Verify.none) {
            throw new IllegalArgumentException(
                    "deleteSource=" + deleteSource + " needs a verified copy, and verify=none");
        }
    }

    /** What becomes of a copy whose destination exists. */
    public enum IfExists {
        /** It replaces what is there. */
        overwrite,
        /** It is skipped; one HEAD more for each copy. */
        skip,
        /** It fails with 412 PreconditionFailed; no request more. */
        fail,
        /**
         * It is skipped if its size, and its ETag or checksum, equal those of the source. Takes a HEAD of each for each
         * copy.
         */
        skipIfSame
    }

    /** What becomes of a copy whose source does not exist. */
    public enum OnMissing {
        fail,
        skip
    }

    /** What becomes of a copy whose source changes while it is made. */
    public enum OnChange {
        /** It fails with 412 PreconditionFailed. */
        fail,
        /** It begins anew with what the source is now, five times at most. */
        retry
    }

    /** What becomes of a copy whose source is in an archive. */
    public enum OnArchived {
        fail,
        skip,
        /** The source's restoration is requested, and the copy skipped: it can be made when S3 says that it is restored. */
        restore
    }

    /** What becomes of a copy in parts when the source's tags may not be read. */
    public enum OnTagsDenied {
        fail,
        /** It is made without tags, which the result says. */
        ignore
    }

    /** What no copy of S3's carries by itself. */
    public enum Preserve {
        /** The grants of the source; one GetObjectAcl more. */
        acl,
        storageClass,
        websiteRedirect,
        /** Retention that has not ended, and legal hold, where they may be read. */
        objectLock
    }

    /** What must prove that a copy is its source. */
    public enum Verify {
        /** What the calls of the copy tell is compared; they may tell nothing. */
        auto,
        /** Equal checksums, or ETags that are digests of the content; otherwise the copy fails. */
        checksum,
        /** Equal sizes; one HEAD of each more. */
        size,
        none
    }

    /** Whether the source is deleted after its copy, which makes it a move. */
    public enum DeleteSource {
        never,
        /** Without a version id, if it is still the copied one: in a versioned bucket it can be recovered. */
        marker,
        /** The copied version, for good. */
        version
    }

    /** The defaults: one atomic call up to 5 GiB, nothing skipped, nothing ignored, retries for an hour. */
    public static CopySettings defaults() {
        return builder().build();
    }

    /** A builder that begins with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    boolean preserves(Preserve what) {
        return preserve.contains(what);
    }

    boolean deletesSource() {
        return deleteSource != DeleteSource.never;
    }

    /** Collects settings; what is not said has its default. */
    public static final class Builder {

        private long multipartThreshold = Limits.MAX_SINGLE_COPY;
        private PartSize partSize = new PartSize.Auto();
        private IfExists ifExists = IfExists.overwrite;
        private OnMissing onMissing = OnMissing.fail;
        private OnChange onChange = OnChange.fail;
        private OnArchived onArchived = OnArchived.fail;
        private Restore restore = new Restore(1, "Standard");
        private OnTagsDenied onTagsDenied = OnTagsDenied.fail;
        private Set<Preserve> preserve = Set.of();
        private boolean strict;
        private Verify verify = Verify.auto;
        private DeleteSource deleteSource = DeleteSource.never;
        private boolean deleteSourceIncomplete;
        private boolean deleteSourceUnchecked;
        private boolean dryRun;
        private boolean resume;
        private Duration retryFor = Duration.ofHours(1);

        private Builder() {}

        public Builder multipartThreshold(long multipartThreshold) {
            this.multipartThreshold = multipartThreshold;
            return this;
        }

        public Builder partSize(PartSize partSize) {
            this.partSize = partSize;
            return this;
        }

        public Builder ifExists(IfExists ifExists) {
            this.ifExists = ifExists;
            return this;
        }

        public Builder onMissing(OnMissing onMissing) {
            this.onMissing = onMissing;
            return this;
        }

        public Builder onChange(OnChange onChange) {
            this.onChange = onChange;
            return this;
        }

        public Builder onArchived(OnArchived onArchived) {
            this.onArchived = onArchived;
            return this;
        }

        public Builder restore(Restore restore) {
            this.restore = restore;
            return this;
        }

        public Builder onTagsDenied(OnTagsDenied onTagsDenied) {
            this.onTagsDenied = onTagsDenied;
            return this;
        }

        public Builder preserve(Set<Preserve> preserve) {
            this.preserve = preserve;
            return this;
        }

        public Builder strict(boolean strict) {
            this.strict = strict;
            return this;
        }

        public Builder verify(Verify verify) {
            this.verify = verify;
            return this;
        }

        public Builder deleteSource(DeleteSource deleteSource) {
            this.deleteSource = deleteSource;
            return this;
        }

        public Builder deleteSourceIncomplete(boolean deleteSourceIncomplete) {
            this.deleteSourceIncomplete = deleteSourceIncomplete;
            return this;
        }

        public Builder deleteSourceUnchecked(boolean deleteSourceUnchecked) {
            this.deleteSourceUnchecked = deleteSourceUnchecked;
            return this;
        }

        public Builder dryRun(boolean dryRun) {
            this.dryRun = dryRun;
            return this;
        }

        public Builder resume(boolean resume) {
            this.resume = resume;
            return this;
        }

        public Builder retryFor(Duration retryFor) {
            this.retryFor = retryFor;
            return this;
        }

        public CopySettings build() {
            return new CopySettings(
                    multipartThreshold,
                    partSize,
                    ifExists,
                    onMissing,
                    onChange,
                    onArchived,
                    restore,
                    onTagsDenied,
                    preserve,
                    strict,
                    verify,
                    deleteSource,
                    deleteSourceIncomplete,
                    deleteSourceUnchecked,
                    dryRun,
                    resume,
                    retryFor);
        }
    }
}
