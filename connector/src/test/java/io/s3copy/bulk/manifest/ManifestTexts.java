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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads manifests that tests write. */
final class ManifestTexts {

    static final DocumentSource NO_DOCUMENTS = (bucket, key) -> {
        throw new IOException("nothing else is read");
    };

    private ManifestTexts() {}

    static List<ManifestEntry> read(ManifestOptions options, String text) {
        return read(options, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<ManifestEntry> read(ManifestOptions options, byte[] content) {
        return read(options, content, NO_DOCUMENTS);
    }

    static List<ManifestEntry> read(ManifestOptions options, byte[] content, DocumentSource documents) {
        List<ManifestEntry> entries = new ArrayList<>();
        try (ManifestReader reader = Manifests.open(new ByteArrayInputStream(content), options, documents)) {
            for (ManifestEntry entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    static ManifestOptions options(ManifestFormat format) {
        return ManifestOptions.of("the manifest", format);
    }

    static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
