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

import io.s3copy.bulk.manifest.ManifestOptions.Versions;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.parameter.BucketKind;
import io.s3copy.text.FormEncoding;
import io.s3copy.text.Printable;
import io.s3copy.text.Unicode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an entry may be: reads its values, and refuses what S3 could not hold or what is not wanted. */
final class EntryRules {

    private static final int MAX_KEY_BYTES = 1024;

    private final ManifestOptions options;
    private final String document;

    /**
     * The rules for one document.
     *
     * @param document what errors call it
     */
    EntryRules(ManifestOptions options, String document) {
        this.options = options;
        this.document = document;
    }

    ManifestOptions options() {
        return options;
    }

    String document() {
        return document;
    }

    UnreadableManifestException broken(long line, String rule, String fix) {
        return new UnreadableManifestException(document, line, rule, fix, null);
    }

    String bucket(long line, @Nullable String named) {
        String bucket = named == null || named.isEmpty() ? options.bucket() : named;
        if (bucket == null) {
            throw broken(line, "no bucket is named", "Name the bucket of each object, or one for the whole manifest");
        } else if (!BucketKind.isPlausible(bucket)) {
            throw broken(
                    line,
                    Printable.quoted(bucket) + " is no bucket",
                    "Give a bucket name or an access point ARN; in CSV, the first column is the bucket");
        }
        return bucket;
    }

    /** A key of a CSV, URL-encoded unless the options say otherwise. */
    String encodedKey(long line, String text) {
        if (options.plainKeys()) {
            return key(line, text);
        }
        String decoded = FormEncoding.decode(text);
        if (decoded == null) {
            throw broken(
                    line,
                    "the key " + Printable.quoted(text) + " is not URL-encoded UTF-8",
                    "Encode keys as S3 does (a space is + or %20, a plus sign %2B), or say that keys are plain");
        }
        return key(line, decoded);
    }

    String key(long line, @Nullable String key) {
        if (key == null || key.isEmpty()) {
            throw broken(line, "no key is named", "Name the key of each object");
        } else if (Unicode.hasHalfPair(key)) {
            throw broken(
                    line,
                    "the key " + Printable.quoted(key) + " holds half a surrogate pair, which no key can",
                    "Write the whole character");
        } else if (key.length() > MAX_KEY_BYTES || key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
            throw broken(
                    line,
                    "the key " + Printable.quoted(key) + " is longer than 1,024 bytes of UTF-8, and no key is",
                    "Name an object that S3 can hold");
        }
        return key;
    }

    @Nullable
    String versionId(long line, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        } else if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw broken(line, "the version id " + Printable.quoted(text) + " is none", "Give it as S3 tells it");
        }
        return text;
    }

    long size(long line, String text) {
        if (text.isEmpty()) {
            return ListedObject.UNKNOWN_SIZE;
        } else if (!text.matches("[0-9]{1,18}")) {
            throw broken(line, Printable.quoted(text) + " is no size", "Give whole bytes, or leave it empty");
        }
        return Long.parseLong(text);
    }

    @Nullable
    Instant instant(long line, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw broken(
                    line,
                    Printable.quoted(text) + " is no date",
                    "Write ISO-8601 with an offset (2030-01-31T12:00:00Z), or leave it empty");
        }
    }

    @Nullable
    Boolean flag(long line, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw broken(line, Printable.quoted(text) + " is neither true nor false", "Write true or false");
        };
    }

    /** Whether an entry of a report has a status that is taken. */
    boolean isTaken(long line, String status) {
        String written = status.toLowerCase(Locale.ROOT);
        if (!ManifestOptions.isStatus(written)) {
            throw broken(
                    line,
                    Printable.quoted(status) + " is no status of a report",
                    "Give a completion report in the layout of S3 Batch Operations, or say which format it is");
        }
        return options.statuses().contains(written);
    }

    /** The entry, if its version is wanted. */
    ManifestEntry wanted(long line, ManifestEntry entry) {
        boolean other = Boolean.FALSE.equals(entry.latest()) || Boolean.TRUE.equals(entry.deleteMarker());
        if (other && options.versions() == Versions.CURRENT) {
            throw broken(
                    line,
                    "the key " + Printable.quoted(entry.key()) + " is named by "
                            + (Boolean.TRUE.equals(entry.deleteMarker())
                                    ? "a delete marker"
                                    : "a version that is not current")
                            + ", and only current objects are wanted",
                    "Make an inventory of current versions only, or ask for all versions");
        }
        if (other && entry.versionId() == null) {
            throw broken(
                    line,
                    "the key " + Printable.quoted(entry.key())
                            + " is that of a version that is not current, and no version id is named",
                    "Name the version id of each version");
        }
        return entry;
    }
}
