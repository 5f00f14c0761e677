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
package io.s3copy.bulk.filter;

import io.s3copy.engine.s3.ListedObject;
import io.s3copy.text.Glob;
import io.s3copy.text.Unicode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a run works on: some include pattern is that of the key (or there is none) and no exclude pattern is, and
 * size, time, storage class and tags are as asked.
 *
 * <p>What a listing does not tell is no reason to leave an object alone: only the object itself could tell.
 */
public final class ObjectFilter {

    /** Every object. */
    public static final ObjectFilter ALL = new FilterOptions().build(Instant.EPOCH);

    private final List<Glob> includes;
    private final List<Glob> excludes;
    private final long minSize;
    private final long maxSize;
    private final @Nullable Instant from;
    private final @Nullable Instant to;
    private final Set<String> storageClasses;
    private final Map<String, String> tags;

    /**
     * A filter.
     *
     * @param from the earliest time at which an object was written, or null
     * @param to the latest, or null
     */
    ObjectFilter(
            List<Glob> includes,
            List<Glob> excludes,
            long minSize,
            long maxSize,
            @Nullable Instant from,
            @Nullable Instant to,
            Set<String> storageClasses,
            Map<String, String> tags) {
        this.includes = List.copyOf(includes);
        this.excludes = List.copyOf(excludes);
        this.minSize = minSize;
        this.maxSize = maxSize;
        this.from = from;
        this.to = to;
        this.storageClasses = Set.copyOf(storageClasses);
        this.tags = Map.copyOf(tags);
    }

    /** Why an object is left alone, as far as a listing tells; empty where it is not. */
    public Optional<Refusal> refusal(ListedObject object) {
        return Optional.ofNullable(ofListed(object));
    }

    private @Nullable Refusal ofListed(ListedObject object) {
        Refusal ofKey = ofKey(object.key());
        Instant written = object.lastModified();
        String storageClass = object.storageClass();
        boolean sized = object.size() != ListedObject.UNKNOWN_SIZE;
        if (ofKey != null) {
            return ofKey;
        } else if (sized && object.size() < minSize) {
            return Refusal.TOO_SMALL;
        } else if (sized && object.size() > maxSize) {
            return Refusal.TOO_LARGE;
        } else if (written != null && from != null && written.isBefore(from)) {
            return Refusal.TOO_OLD;
        } else if (written != null && to != null && written.isAfter(to)) {
            return Refusal.TOO_NEW;
        }
        boolean other = storageClass != null && !storageClasses.isEmpty() && !storageClasses.contains(storageClass);
        return other ? Refusal.OTHER_STORAGE_CLASS : null;
    }

    private @Nullable Refusal ofKey(String key) {
        if (!excludes.isEmpty() && excludes.stream().anyMatch(glob -> glob.matches(key))) {
            return Refusal.EXCLUDED;
        }
        boolean included = includes.isEmpty() || includes.stream().anyMatch(glob -> glob.matches(key));
        return included ? null : Refusal.NOT_INCLUDED;
    }

    /** Whether tags decide, too. They cost a GetObjectTagging for each object that is not refused before. */
    public boolean needsTags() {
        return !tags.isEmpty();
    }

    /** Why an object with these tags is left alone; empty where it is not. */
    public Optional<Refusal> refusal(Map<String, String> ofObject) {
        boolean all = tags.entrySet().stream().allMatch(tag -> tag.getValue().equals(ofObject.get(tag.getKey())));
        return all ? Optional.empty() : Optional.of(Refusal.OTHER_TAGS);
    }

    /**
     * What the keys of all objects that are not refused begin with: a listing need not look elsewhere. Empty where the
     * include patterns have no beginning in common. Patterns without a slash at their beginning have none: they match
     * behind any slash.
     */
    public String prefix() {
        String common = includes.isEmpty() ? "" : includes.get(0).literalPrefix();
        for (Glob include : includes) {
            common = common(common, include.literalPrefix());
        }
        return common;
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        String common = one.substring(0, length);
        // a prefix goes on the wire, where half a pair has no bytes
        return Unicode.hasHalfPair(common) ? common.substring(0, length - 1) : common;
    }
}
