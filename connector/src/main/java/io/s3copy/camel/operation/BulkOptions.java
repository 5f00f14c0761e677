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
package io.s3copy.camel.operation;

import io.s3copy.bulk.check.CheckLevel;
import io.s3copy.bulk.manifest.ManifestFormat;
import io.s3copy.bulk.manifest.ManifestOptions;
import io.s3copy.bulk.run.FailureLimit;
import io.s3copy.bulk.run.RunCosts;
import io.s3copy.bulk.run.RunSettings;
import io.s3copy.bulk.run.TimeWindow;
import io.s3copy.bulk.sync.CompareBy;
import io.s3copy.bulk.sync.CostEstimate.Copies;
import io.s3copy.bulk.sync.DeleteLimit;
import io.s3copy.camel.ListingFilter;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.engine.CopySettings;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Sizes;
import io.s3copy.parameter.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the options of operations on many objects. Every method throws an {@link InvalidParameterException}. */
public final class BulkOptions {

    private BulkOptions() {}

    /** Checks them all, before anything is begun. */
    public static void check(S3CopyConfiguration configuration) {
        settings(configuration);
        ListingFilter.of(configuration, Instant.now());
        compare(configuration);
        checkLevels(configuration);
        maxDelete(configuration);
        asOf(configuration);
        manifest(configuration, null);
        bytesPerSecond(configuration);
        BulkPlaces.check(configuration);
        if (configuration.getRequestsPerSecond() < 0) {
            throw new InvalidParameterException(
                    "option requestsPerSecond",
                    configuration.getRequestsPerSecond(),
                    "is less than 0",
                    "Give 1 or more, or 0 for no limit");
        }
        if (configuration.getCheckpoint() != null && configuration.getCheckpointRepository() != null) {
            throw new InvalidParameterException(
                    "option checkpoint",
                    configuration.getCheckpoint(),
                    "stands beside checkpointRepository, and there is one checkpoint",
                    "Leave one of them out");
        }
        if (configuration.getDeleteTo() != null && !configuration.isDelete()) {
            throw new InvalidParameterException(
                    "option deleteTo",
                    configuration.getDeleteTo(),
                    "says where to move what is deleted, and nothing is, with delete=false",
                    "Set delete=true, or leave it out");
        }
        checkDeletions(configuration);
        if (configuration.getKeyExpression() != null) {
            throw new InvalidParameterException(
                    "option keyExpression",
                    configuration.getKeyExpression(),
                    "is not read by operation=" + configuration.getOperation()
                            + ", which has no exchange for each object",
                    "Use keyPrefix and stripPrefix, or split operation=listObjects and copy each");
        }
    }

    private static void checkDeletions(S3CopyConfiguration configuration) {
        S3CopyOperation operation = configuration.getOperation();
        if (operation == S3CopyOperation.sync && configuration.getDeleteSource() != DeleteSource.never) {
            throw new InvalidParameterException(
                    "option deleteSource",
                    configuration.getDeleteSource(),
                    "moves what operation=sync compares: what was moved would be at the destination only, and with"
                            + " delete=true be deleted",
                    "Use operation=copyPrefix to move a prefix");
        } else if (configuration.getFilterTags() != null && configuration.isDelete()) {
            throw new InvalidParameterException(
                    "option filterTags",
                    configuration.getFilterTags(),
                    "says nothing sure of objects that are at the destination only, which delete=true deletes: the tags of"
                            + " their sources are gone",
                    "Use the other filters, or leave it out");
        }
    }

    static RunSettings settings(S3CopyConfiguration configuration) {
        return new RunSettings(
                configuration.getLists(),
                configuration.getMaxPending(),
                Duration.ofMillis(configuration.getCheckpointPeriod()),
                configuration.getMaxFailures() == null
                        ? FailureLimit.NONE
                        : FailureLimit.parse("option maxFailures", configuration.getMaxFailures()),
                configuration.getHours() == null ? null : TimeWindow.parse("option hours", configuration.getHours()),
                configuration.isDryRun());
    }

    /** What a dry run counts. */
    static RunCosts costs(S3CopyConfiguration configuration, CopyRequest options) {
        CopySettings settings = CopyOptions.read(configuration);
        String encryption = options.text(CopyParameter.SERVER_SIDE_ENCRYPTION);
        return new RunCosts(
                new Copies(
                        options.text(CopyParameter.STORAGE_CLASS),
                        settings.multipartThreshold(),
                        settings.partSize(),
                        // without one, the bucket's default may be KMS
                        encryption == null || encryption.startsWith("aws:kms"),
                        !options.has(CopyParameter.TAGGING)),
                Instant.now());
    }

    static CompareBy compare(S3CopyConfiguration configuration) {
        return read("compare", configuration.getCompare(), CompareBy::of);
    }

    static Set<CheckLevel> checkLevels(S3CopyConfiguration configuration) {
        return read("check", configuration.getCheck(), CheckLevel::parse);
    }

    static DeleteLimit maxDelete(S3CopyConfiguration configuration) {
        return DeleteLimit.parse("option maxDelete", configuration.getMaxDelete());
    }

    static @Nullable Instant asOf(S3CopyConfiguration configuration) {
        return configuration.getAsOf() == null ? null : Timestamps.parse("option asOf", configuration.getAsOf());
    }

    /** Whether versions are listed, rather than objects. */
    static boolean listsVersions(S3CopyConfiguration configuration) {
        return asOf(configuration) != null
                || (configuration.getOperation() == S3CopyOperation.check
                        && checkLevels(configuration).contains(CheckLevel.VERSIONS));
    }

    static long bytesPerSecond(S3CopyConfiguration configuration) {
        return Sizes.parse("option bytesPerSecond", configuration.getBytesPerSecond());
    }

    /**
     * How the manifest is read.
     *
     * @param bucket of entries that name none, or null
     */
    static ManifestOptions manifest(S3CopyConfiguration configuration, @Nullable String bucket) {
        String name = configuration.getManifest() == null ? "the body" : configuration.getManifest();
        return ManifestOptions.of(name, read("manifestFormat", configuration.getManifestFormat(), ManifestFormat::of))
                .bucket(bucket)
                .statuses(read("manifestStatuses", configuration.getManifestStatuses(), (Function<String, Set<String>>)
                        ManifestOptions::statuses));
    }

    private static <T> T read(String option, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("option " + option, text, String.valueOf(e.getMessage()), "Correct it");
        }
    }

    /** Whether an operation works on many objects, and has a run. */
    public static boolean isRun(S3CopyOperation operation) {
        return switch (operation) {
            case copyPrefix, copyManifest, sync, check -> true;
            default -> false;
        };
    }
}
