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

import io.s3copy.bulk.manifest.InventoryManifest.DataFile;
import io.s3copy.text.Digests;
import io.s3copy.text.Printable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of all data files of a {@code manifest.json}, one file after the other. At its end, each file must have had
 * the size and the MD5 that the manifest says.
 */
final class InventoryReader implements ManifestReader {

    private final ManifestOptions options;
    private final InventoryManifest manifest;
    private final @Nullable Columns columns;
    private final DocumentSource documents;
    private int opened;
    private @Nullable Summed content;
    private @Nullable ManifestReader file;
    private String document;
    private long line;
    private long passedOver;
    /** The bytes of all data files; negative where the manifest does not tell them. */
    private final long bytes;
    /** Those of the data files before. */
    private long bytesBefore;

    private volatile long bytesRead;

    InventoryReader(ManifestOptions options, InventoryManifest manifest, DocumentSource documents) {
        this.options = options;
        this.manifest = manifest;
        this.documents = documents;
        this.document = options.name();
        this.bytes = manifest.files().stream().anyMatch(one -> one.size() < 0)
                ? -1
                : manifest.files().stream().mapToLong(DataFile::size).sum();
        try {
            List<String> schema = manifest.schema();
            this.columns = schema == null ? null : Columns.of(schema);
        } catch (IllegalArgumentException e) {
            throw new UnreadableManifestException(
                    options.name(), 0, String.valueOf(e.getMessage()), "Give the manifest.json as S3 wrote it", e);
        }
    }

    @Override
    public @Nullable ManifestEntry next() throws IOException {
        while (true) {
            ManifestReader current = file;
            if (current == null) {
                if (opened == manifest.files().size()) {
                    return null;
                }
                open(manifest.files().get(opened++));
                continue;
            }
            ManifestEntry entry = current.next();
            line = current.line();
            if (entry != null) {
                return ofSource(entry);
            }
            passedOver += current.passedOver();
            finish(manifest.files().get(opened - 1));
        }
    }

    private void open(DataFile data) throws IOException {
        document = options.name() + ", data file " + Printable.of(data.bucket() + "/" + data.key());
        line = 0;
        Summed summed = new Summed(documents.open(data.bucket(), data.key()));
        content = summed;
        EntryRules rules = new EntryRules(options, document);
        Lines lines = new Lines(document, summed);
        file = columns == null ? new JsonLinesReader(rules, lines) : new CsvReader(rules, lines, columns);
    }

    /** A row of another bucket would be copied from there: the manifest is for one. */
    private ManifestEntry ofSource(ManifestEntry entry) {
        String bucket = manifest.sourceBucket();
        if (bucket != null && !bucket.equals(entry.bucket())) {
            throw new UnreadableManifestException(
                    document,
                    line,
                    "the row is of the bucket " + Printable.quoted(entry.bucket()) + ", and the inventory of "
                            + Printable.quoted(bucket),
                    "Give the files as S3 wrote them",
                    null);
        }
        return entry;
    }

    private void finish(DataFile data) throws IOException {
        Summed read = content;
        if (read != null) {
            read.transferTo(OutputStream.nullOutputStream());
            check(data, read);
            bytesBefore += read.count;
        }
        close();
    }

    private void check(DataFile data, Summed read) {
        if (data.size() >= 0 && read.count != data.size()) {
            throw damaged("the file has " + read.count + " bytes, and the manifest says " + data.size());
        }
        String md5 = HexFormat.of().formatHex(read.md5.digest());
        if (!md5.equals(data.md5())) {
            throw damaged("the file has the MD5 " + md5 + ", and the manifest says " + data.md5());
        }
    }

    private UnreadableManifestException damaged(String rule) {
        return new UnreadableManifestException(
                document, 0, rule, "It is not the file that the manifest is of: fetch both again", null);
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String document() {
        return document;
    }

    @Override
    public long passedOver() {
        return passedOver + (file == null ? 0 : file.passedOver());
    }

    @Override
    public @Nullable Double share() {
        return bytes <= 0 ? null : (Double) Math.min(1.0, (double) bytesRead / bytes);
    }

    @Override
    public void close() throws IOException {
        ManifestReader current = file;
        Summed stream = content;
        file = null;
        content = null;
        if (current != null) {
            current.close();
        } else if (stream != null) {
            stream.close();
        }
    }

    /** Counts and digests what is read. */
    private final class Summed extends FilterInputStream {

        private final MessageDigest md5 = Digests.md5();
        private long count;

        Summed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            if (one >= 0) {
                md5.update((byte) one);
                counted(1);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            if (read > 0) {
                md5.update(into, from, read);
                counted(read);
            }
            return read;
        }

        private void counted(int more) {
            count += more;
            bytesRead = bytesBefore + count;
        }

        @Override
        public long skip(long bytes) throws IOException {
            return in.skip(0); // what is skipped is not digested
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
