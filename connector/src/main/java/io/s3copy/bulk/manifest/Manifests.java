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

import java.io.IOException;
import java.io.InputStream;

/** Opens manifests. */
public final class Manifests {

    private Manifests() {}

    /**
     * Opens a manifest. Whoever does closes the reader, and the content with it; when it cannot be opened, the content is
     * closed. May block.
     *
     * @param documents where the data files of an inventory are read from; other formats do not use it
     * @throws UnreadableManifestException when it cannot be read
     * @throws IOException when it cannot be fetched
     */
    public static ManifestReader open(InputStream content, ManifestOptions options, DocumentSource documents)
            throws IOException {
        try {
            return new LastingFailure(reader(content, options, documents));
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    private static ManifestReader reader(InputStream content, ManifestOptions options, DocumentSource documents)
            throws IOException {
        if (options.format() == ManifestFormat.INVENTORY) {
            try (content) {
                return new InventoryReader(options, InventoryManifest.read(options, content), documents);
            }
        }
        EntryRules rules = new EntryRules(options, options.name());
        Lines lines = new Lines(options.name(), content);
        return switch (options.format()) {
            case CSV, INVENTORY -> new CsvReader(rules, lines, null);
            case REPORT -> new CsvReader(rules, lines, Columns.REPORT);
            case JSON_LINES -> new JsonLinesReader(rules, lines);
            case KEYS -> new KeyListReader(rules, lines);
        };
    }
}
