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
package io.s3copy.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The options of the component that a job may set: filters, limits, what to do in which case, and what the copies are like.
 * None holds a secret, names another bucket, or deletes.
 */
final class JobOptions {

    private static final List<String> OF_ALL = List.of(
            "include",
            "exclude",
            "minSize",
            "maxSize",
            "modifiedAfter",
            "modifiedBefore",
            "minAge",
            "maxAge",
            "storageClasses",
            "filterTags",
            "lists",
            "maxPending",
            "requestsPerSecond",
            "maxFailures",
            "hours",
            "retryFor",
            "checkpointPeriod",
            "reportScope",
            "requestPayer",
            "expectedBucketOwner",
            "expectedSourceBucketOwner");

    private static final List<String> OF_COPIES = List.of(
            "bytesPerSecond",
            "asOf",
            "dryRun",
            "ifExists",
            "onMissing",
            "onChange",
            "onArchived",
            "onTagsDenied",
            "restoreDays",
            "restoreTier",
            "preserve",
            "strict",
            "verify",
            "partSize",
            "multipartThreshold",
            "storageClass",
            "acl",
            "serverSideEncryption",
            "ssekmsKeyId",
            "bucketKeyEnabled",
            "checksumAlgorithm",
            "metadataDirective",
            "taggingDirective",
            "tagging",
            "cacheControl",
            "contentType");

    private static final List<String> OF_CHECKS = List.of("check");

    private JobOptions() {}

    /** The component's name of an option, which may be written with dashes; nothing for one that the kind has not. */
    static Optional<String> named(JobKind kind, String written) {
        return all(kind).stream()
                .filter(option -> bare(option).equals(bare(written)))
                .findFirst();
    }

    /** All options of a kind. */
    static List<String> all(JobKind kind) {
        List<String> all = new ArrayList<>(OF_ALL);
        all.addAll(kind == JobKind.COPY ? OF_COPIES : OF_CHECKS);
        return all;
    }

    /** As properties have it. */
    static String dashed(String option) {
        return option.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** A variable of the environment has a dot for each underscore. */
    private static String bare(String name) {
        return name.replace("-", "").replace(".", "").toLowerCase(Locale.ROOT);
    }
}
