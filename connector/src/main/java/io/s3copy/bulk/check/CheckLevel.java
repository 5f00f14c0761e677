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
package io.s3copy.bulk.check;

import io.s3copy.text.Printable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a check compares. Several are given together; what costs requests is asked for by name. */
public enum CheckLevel {
    /** Sizes, from the listing. No requests of its own; equal sizes are called the same, and prove nothing more. */
    SIZE,
    /** Sizes and ETags, from the listing. No requests of its own. ETags of parts are comparable only if they are equal. */
    LISTING,
    /** Checksums, or ETags where they are digests of the content. A HEAD of both sides, with the checksum mode on. */
    CHECKSUM,
    /** The user's metadata, and the system's, such as Content-Type. A HEAD of both sides, the same one. */
    METADATA,
    /** Tags. A GetObjectTagging of both sides. */
    TAGS,
    /** All versions and delete markers of each key, rather than the current object. Listings of versions. */
    VERSIONS;

    /**
     * Reads levels, separated by commas, in upper or lower case: {@code checksum,metadata,tags}. Versions alone are compared
     * as their listing allows.
     *
     * @throws IllegalArgumentException when one is no level, or there is none
     */
    public static Set<CheckLevel> parse(String text) {
        Set<CheckLevel> levels = EnumSet.noneOf(CheckLevel.class);
        for (String name : text.split(",", -1)) {
            String written = name.strip().toLowerCase(Locale.ROOT);
            levels.add(Arrays.stream(values())
                    .filter(level -> level.toString().equals(written))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(Printable.quoted(name)
                            + " is nothing that a check compares. Use one or more of size, listing, checksum, metadata,"
                            + " tags, versions")));
        }
        if (levels.equals(EnumSet.of(VERSIONS))) {
            levels.add(LISTING);
        }
        return levels;
    }

    /** Whether it needs a HEAD of both sides. */
    public boolean needsHeads() {
        return this == CHECKSUM || this == METADATA;
    }

    /** As the option says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
