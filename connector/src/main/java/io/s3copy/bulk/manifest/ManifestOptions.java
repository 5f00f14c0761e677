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
package io.s3copy.bulk.manifest;

import io.s3copy.text.Printable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a manifest is read.
 *
 * @param name what errors call the manifest: its file, or its bucket and key
 * @param format how it is written
 * @param bucket the bucket of entries that name none, in lists of keys and JSON lines; null where each must name its own
 * @param plainKeys whether the keys of a CSV are plain, as spreadsheets write them, and not URL-encoded as S3 writes them
 * @param versions which versions are wanted
 * @param statuses which entries of a report are taken, by their status in lower case
 */
public record ManifestOptions(
        String name,
        ManifestFormat format,
        @Nullable String bucket,
        boolean plainKeys,
        Versions versions,
        Set<String> statuses) {

    /** What a run takes from a report unless told otherwise. */
    public static final Set<String> FAILED = Set.of("failed");

    /** What S3 Batch Operations and s3copy write as a status. */
    private static final List<String> STATUSES = List.of(
            "succeeded",
            "failed",
            "canceled",
            "copied",
            "skipped",
            "deleted",
            "same",
            "differs",
            "missing",
            "extra",
            "unprovable");

    /** Which versions a run wants of a manifest. */
    public enum Versions {
        /**
         * An entry that says that it was not the current version, or that it is a delete marker, is an error: an inventory
         * of all versions, copied to one key each, would leave whichever came last.
         */
        CURRENT,
        /** All that the manifest names, delete markers included; each entry says what it is. */
        ALL
    }

    public ManifestOptions {
        statuses = Set.copyOf(statuses);
    }

    /** A manifest that is read as its format says; of a report, what failed. */
    public static ManifestOptions of(String name, ManifestFormat format) {
        return new ManifestOptions(name, format, null, false, Versions.CURRENT, FAILED);
    }

    /** The same with another name. */
    public ManifestOptions name(String other) {
        return new ManifestOptions(other, format, bucket, plainKeys, versions, statuses);
    }

    /** The same with a bucket for entries that name none. */
    public ManifestOptions bucket(@Nullable String ofEntries) {
        return new ManifestOptions(name, format, ofEntries, plainKeys, versions, statuses);
    }

    /** The same with plain or URL-encoded keys in CSV. */
    public ManifestOptions plainKeys(boolean plain) {
        return new ManifestOptions(name, format, bucket, plain, versions, statuses);
    }

    /** The same with other versions wanted. */
    public ManifestOptions versions(Versions wanted) {
        return new ManifestOptions(name, format, bucket, plainKeys, wanted, statuses);
    }

    /** The same with other statuses taken. */
    public ManifestOptions statuses(Collection<String> taken) {
        return new ManifestOptions(name, format, bucket, plainKeys, versions, Set.copyOf(taken));
    }

    /**
     * Reads statuses, separated by commas, in upper or lower case: {@code failed}, {@code missing,differs}.
     *
     * @throws IllegalArgumentException when one is no status
     */
    public static Set<String> statuses(String text) {
        return Arrays.stream(text.split(",", -1)).map(ManifestOptions::status).collect(Collectors.toUnmodifiableSet());
    }

    private static String status(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        if (!isStatus(written)) {
            throw new IllegalArgumentException(Printable.quoted(text) + " is no status of a report. Use one or more of "
                    + String.join(", ", STATUSES));
        }
        return written;
    }

    static boolean isStatus(String text) {
        return STATUSES.contains(text);
    }
}
