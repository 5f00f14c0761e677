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
package io.s3copy.camel;

import io.s3copy.bulk.filter.FilterOptions;
import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.parameter.BucketKind;
import io.s3copy.parameter.InvalidParameterException;
import java.time.Instant;

/** Reads the options that say which listed objects are meant. */
public final class ListingFilter {

    private ListingFilter() {}

    /**
     * The filter of an endpoint.
     *
     * @param now from which ages are counted
     * @throws InvalidParameterException if an option cannot be read, or two contradict each other
     */
    public static ObjectFilter of(ListingConfiguration configuration, Instant now) {
        return new FilterOptions()
                .include(configuration.getInclude())
                .exclude(configuration.getExclude())
                .minSize(configuration.getMinSize())
                .maxSize(configuration.getMaxSize())
                .newerThan(configuration.getModifiedAfter())
                .olderThan(configuration.getModifiedBefore())
                .minAge(configuration.getMinAge())
                .maxAge(configuration.getMaxAge())
                .storageClasses(configuration.getStorageClasses())
                .tags(configuration.getFilterTags())
                .build(now);
    }

    /**
     * Refuses what a directory bucket cannot be listed by.
     *
     * @param prefix of the keys that are listed
     * @throws InvalidParameterException if the bucket is one, and S3 does not list such a prefix, or tags are asked for
     */
    public static void checkBucket(ListingConfiguration configuration, String bucket, String prefix) {
        if (BucketKind.of(bucket) != BucketKind.DIRECTORY) {
            return;
        }
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new InvalidParameterException(
                    "option prefix",
                    prefix,
                    "does not end in /, and S3 lists a directory bucket by no other prefix",
                    "Let it end in /, and select by include");
        } else if (configuration.getFilterTags() != null) {
            throw new InvalidParameterException(
                    "option filterTags",
                    configuration.getFilterTags(),
                    "asks for tags, and objects in a directory bucket have none",
                    "Use the other filters, or leave it out");
        }
    }
}
