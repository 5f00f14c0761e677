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

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/**
 * Which objects of a bucket are listed, by the consumer and by operations on many objects. No logic: values are read and
 * checked by {@link io.s3copy.bulk.filter.FilterOptions}.
 */
@UriParams
public abstract class ListingConfiguration extends ConsumerConfiguration {

    @UriParam(label = "common")
    private @Nullable String prefix;

    @UriParam(label = "filter")
    private @Nullable String include;

    @UriParam(label = "filter")
    private @Nullable String exclude;

    @UriParam(label = "filter")
    private @Nullable String minSize;

    @UriParam(label = "filter")
    private @Nullable String maxSize;

    @UriParam(label = "filter")
    private @Nullable String modifiedAfter;

    @UriParam(label = "filter")
    private @Nullable String modifiedBefore;

    @UriParam(label = "filter")
    private @Nullable String minAge;

    @UriParam(label = "filter")
    private @Nullable String maxAge;

    @UriParam(label = "filter")
    private @Nullable String storageClasses;

    @UriParam(label = "filter")
    private @Nullable String filterTags;

    public @Nullable String getPrefix() {
        return prefix;
    }

    /**
     * Only keys that begin with this are listed: objects by the consumer and by bulk operations, uploads by
     * operation=cleanup. Default: all of the bucket.
     */
    public void setPrefix(@Nullable String prefix) {
        this.prefix = prefix;
    }

    public @Nullable String getInclude() {
        return include;
    }

    /**
     * Patterns, separated by commas. The key of a listed object must match one of them. One star stops at a
     * slash, two stars do not; a pattern without a leading slash may match after any slash. Default: all keys.
     */
    public void setInclude(@Nullable String include) {
        this.include = include;
    }

    public @Nullable String getExclude() {
        return exclude;
    }

    /** Patterns as in include. A listed object whose key matches one of them is left alone. */
    public void setExclude(@Nullable String exclude) {
        this.exclude = exclude;
    }

    public @Nullable String getMinSize() {
        return minSize;
    }

    /** The smallest size of a listed object, in bytes or as 1KiB. A smaller one is left alone. */
    public void setMinSize(@Nullable String minSize) {
        this.minSize = minSize;
    }

    public @Nullable String getMaxSize() {
        return maxSize;
    }

    /** The largest size of a listed object, in bytes or as 1GiB. A larger one is left alone. */
    public void setMaxSize(@Nullable String maxSize) {
        this.maxSize = maxSize;
    }

    public @Nullable String getModifiedAfter() {
        return modifiedAfter;
    }

    /** Only listed objects that were last modified after this time. ISO-8601, RFC 1123 or epoch milliseconds. */
    public void setModifiedAfter(@Nullable String modifiedAfter) {
        this.modifiedAfter = modifiedAfter;
    }

    public @Nullable String getModifiedBefore() {
        return modifiedBefore;
    }

    /** Only listed objects that were last modified before this time. ISO-8601, RFC 1123 or epoch milliseconds. */
    public void setModifiedBefore(@Nullable String modifiedBefore) {
        this.modifiedBefore = modifiedBefore;
    }

    public @Nullable String getMinAge() {
        return minAge;
    }

    /**
     * The least age of a listed object, counted from its last modification to the start of the listing: 90s,
     * 12h, 30d, 2w, or as P1DT12H. A younger one is left alone.
     */
    public void setMinAge(@Nullable String minAge) {
        this.minAge = minAge;
    }

    public @Nullable String getMaxAge() {
        return maxAge;
    }

    /** The greatest age of a listed object, as in minAge. An older one is left alone. */
    public void setMaxAge(@Nullable String maxAge) {
        this.maxAge = maxAge;
    }

    public @Nullable String getStorageClasses() {
        return storageClasses;
    }

    /**
     * The storage classes of listed objects, separated by commas, such as STANDARD,STANDARD_IA. Objects of
     * other classes are left alone. Default: all.
     */
    public void setStorageClasses(@Nullable String storageClasses) {
        this.storageClasses = storageClasses;
    }

    public @Nullable String getFilterTags() {
        return filterTags;
    }

    /**
     * The tags that a listed object must have, as a query string, a=1&amp;b=2 (URL-encoded). Costs one request
     * for each object that no other filter leaves out, and needs s3:GetObjectTagging. Default: any.
     */
    public void setFilterTags(@Nullable String filterTags) {
        this.filterTags = filterTags;
    }
}
