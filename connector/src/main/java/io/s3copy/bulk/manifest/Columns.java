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

import io.s3copy.engine.s3.ListedObject;
import io.s3copy.text.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV holds what, by the names of S3 Inventory. Columns that say nothing of where an object is or
 * whether it is wanted are allowed under any name.
 */
final class Columns {

    /** Stands first: the columns below are checked by it. */
    private static final Set<String> REQUIRED = Set.of("Bucket", "Key");

    static final Columns BUCKET_KEY = of(List.of("Bucket", "Key"));
    static final Columns BUCKET_KEY_VERSION = of(List.of("Bucket", "Key", "VersionId"));
    static final Columns REPORT =
            of(List.of("Bucket", "Key", "VersionId", "TaskStatus", "ErrorCode", "HTTPStatusCode", "ResultMessage"));

    private final Map<String, Integer> places;
    private final int count;

    private Columns(Map<String, Integer> places, int count) {
        this.places = Map.copyOf(places);
        this.count = count;
    }

    /**
     * The columns of these names, in their order.
     *
     * @throws IllegalArgumentException when a name is there twice, or bucket or key is missing
     */
    static Columns of(List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        for (String name : names) {
            if (places.put(name, places.size()) != null) {
                throw new IllegalArgumentException("the column " + Printable.quoted(name) + " is named twice");
            }
        }
        if (!places.keySet().containsAll(REQUIRED)) {
            throw new IllegalArgumentException("there is no column Bucket, or none Key");
        }
        return new Columns(places, names.size());
    }

    int count() {
        return count;
    }

    /** The status of a row in a report; null where the columns have none. */
    @Nullable
    String status(CSVRecord row) {
        return places.containsKey("TaskStatus") ? value(row, "TaskStatus") : null;
    }

    /** The entry of a row, checked. */
    ManifestEntry entry(EntryRules rules, long line, CSVRecord row) {
        long size = rules.size(line, value(row, "Size"));
        Boolean deleteMarker = rules.flag(line, value(row, "IsDeleteMarker"));
        return rules.wanted(
                line,
                new ManifestEntry(
                        rules.bucket(line, value(row, "Bucket")),
                        rules.encodedKey(line, value(row, "Key")),
                        rules.versionId(line, value(row, "VersionId")),
                        Boolean.TRUE.equals(deleteMarker) ? ListedObject.UNKNOWN_SIZE : size,
                        orNull(value(row, "ETag")),
                        rules.instant(line, value(row, "LastModifiedDate")),
                        orNull(value(row, "StorageClass")),
                        rules.flag(line, value(row, "IsLatest")),
                        deleteMarker));
    }

    private String value(CSVRecord row, String column) {
        Integer place = places.get(column);
        return place == null ? "" : row.get(place);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
