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
import java.util.Locale;
import java.util.stream.Collectors;

/** How a manifest is written. Each may be gzipped, which is found by its first bytes. All are UTF-8. */
public enum ManifestFormat {
    /**
     * The CSV of S3 Batch Operations: {@code Bucket,Key} or {@code Bucket,Key,VersionId}, without a header, keys
     * URL-encoded. A first line that begins with {@code Bucket,Key} names the columns instead, among those of S3 Inventory.
     */
    CSV("csv"),
    /**
     * The {@code manifest.json} of S3 Inventory, or of the completion report of a job of S3 Batch Operations. The data
     * files that it names are read one after the other, and their MD5s are checked. CSV only.
     */
    INVENTORY("inventory"),
    /**
     * A completion report in the layout of S3 Batch Operations, CSV without a header: {@code Bucket, Key, VersionId,
     * TaskStatus, ErrorCode, HTTPStatusCode, ResultMessage}. Its entries are taken by their status.
     */
    REPORT("report"),
    /** A JSON object on each line: {@code bucket}, {@code key}, {@code versionId}, {@code size}, … Keys are plain. */
    JSON_LINES("json-lines"),
    /** A key on each line, plain: not encoded, not quoted. Keys that hold line breaks need another format. */
    KEYS("keys");

    private final String option;

    ManifestFormat(String option) {
        this.option = option;
    }

    /**
     * Reads an option's value, in upper or lower case.
     *
     * @throws IllegalArgumentException when there is no such format
     */
    public static ManifestFormat of(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values())
                .filter(format -> format.option.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Printable.quoted(text)
                        + " is no format of manifests. Use one of "
                        + Arrays.stream(values()).map(format -> format.option).collect(Collectors.joining(", "))));
    }

    /** As the option says it. */
    @Override
    public String toString() {
        return option;
    }
}
