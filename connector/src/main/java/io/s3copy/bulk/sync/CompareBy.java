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
package io.s3copy.bulk.sync;

import io.s3copy.text.Printable;
import java.util.Locale;

/** By what a sync compares two objects of one key. Different sizes differ, whatever the value. */
public enum CompareBy {
    /**
     * By size, then by what can be compared: ETags that are digests of the content, checksums where a HEAD is made anyway.
     * Otherwise by time: an object differs unless its copy is newer.
     */
    AUTO,
    /** By size alone. */
    SIZE,
    /** By size and ETag, as the listing tells them. Right only where both sides make ETags alike, part for part. */
    ETAG,
    /** By size and checksum. Needs a HEAD of both sides; objects without comparable checksums differ. */
    CHECKSUM,
    /** By size and time: an object differs unless its copy is newer. */
    TIME;

    /**
     * Reads the option's value, in upper or lower case.
     *
     * @throws IllegalArgumentException when there is no such comparison
     */
    public static CompareBy of(String text) {
        for (CompareBy value : values()) {
            if (value.toString().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                Printable.quoted(text) + " is no way to compare. Use auto, size, etag, checksum or time");
    }

    /** As the option says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
