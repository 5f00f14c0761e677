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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options of the component that a job may set: filters, limits, what to do in which case, and what the copies are like.
 * None holds a secret. Only those of a sync delete, or name another bucket.
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

    private static final List<String> OF_SYNCS = List.of("compare", "delete", "maxDelete", "deleteTo");

    /** What a copy of the objects that a manifest names has more. */
    private static final List<String> OF_MANIFESTS = List.of("manifest", "manifestFormat", "manifestStatuses");

    private static final List<String> OF_CHECKS = List.of("check");

    private static final List<String> OF_CLEANUPS =
            List.of("olderThan", "initiator", "dryRun", "retryFor", "requestPayer", "expectedBucketOwner");

    /** What an event does not tell, or what would leave a copy out for good. */
    private static final Set<String> NOT_OF_EVENTS = Set.of(
            "minSize",
            "maxSize",
            "modifiedAfter",
            "modifiedBefore",
            "minAge",
            "maxAge",
            "storageClasses",
            "filterTags",
            "asOf",
            "dryRun",
            "hours");

    /** What the copies of events heed, too. */
    private static final Set<String> OF_EVENTS = Stream.concat(
                    OF_COPIES.stream(),
                    Stream.of(
                            "maxPending",
                            "requestsPerSecond",
                            "retryFor",
                            "requestPayer",
                            "expectedBucketOwner",
                            "expectedSourceBucketOwner"))
            .filter(option -> !NOT_OF_EVENTS.contains(option))
            .collect(Collectors.toUnmodifiableSet());

    private JobOptions() {}

    /** The component's name of an option, which may be written with dashes; nothing for one that the kind has not. */
    static Optional<String> named(JobKind kind, String written) {
        return all(kind).stream()
                .filter(option -> bare(option).equals(bare(written)))
                .findFirst();
    }

    /** All options of a kind. */
    static List<String> all(JobKind kind) {
        if (kind == JobKind.CLEANUP) {
            return OF_CLEANUPS;
        }
        List<String> all = new ArrayList<>(OF_ALL);
        if (kind != JobKind.CHECK) {
            all.addAll(OF_COPIES);
        }
        if (kind == JobKind.COPY) {
            all.addAll(OF_MANIFESTS);
        }
        if (kind == JobKind.SYNC || kind == JobKind.REPLICATE) {
            all.addAll(OF_SYNCS);
            // another time of the source, which a comparison with now would undo
            all.remove("asOf");
        }
        if (kind == JobKind.CHECK || kind == JobKind.REPLICATE) {
            all.addAll(OF_CHECKS);
        }
        if (kind == JobKind.REPLICATE) {
            all.removeAll(NOT_OF_EVENTS);
        }
        return all;
    }

    /** Those of some options that a kind has. */
    static Map<String, String> of(JobKind kind, Map<String, String> options) {
        Map<String, String> some = new TreeMap<>(options);
        some.keySet().retainAll(all(kind));
        return some;
    }

    /** Those of some options that the copies of events heed. */
    static Map<String, String> ofEvents(Map<String, String> options) {
        Map<String, String> some = new TreeMap<>(options);
        some.keySet().retainAll(OF_EVENTS);
        return some;
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
