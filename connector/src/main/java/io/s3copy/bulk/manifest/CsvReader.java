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
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The entries of a CSV. */
final class CsvReader implements ManifestReader {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final EntryRules rules;
    private final Lines lines;
    private final OneLineAtATime text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private @Nullable Columns columns;
    private final boolean mayNameColumns;
    private long passedOver;

    /**
     * A reader.
     *
     * @param columns null where the first row tells
     */
    CsvReader(EntryRules rules, Lines lines, @Nullable Columns columns) throws IOException {
        this.rules = rules;
        this.lines = lines;
        this.columns = columns;
        this.mayNameColumns = rules.options().format() != ManifestFormat.INVENTORY;
        this.text = new OneLineAtATime(rules, lines);
        this.parser = CSVParser.parse(text, FORMAT);
        this.rows = parser.iterator();
    }

    @Override
    public @Nullable ManifestEntry next() throws IOException {
        while (true) {
            CSVRecord row = nextRow();
            if (row == null) {
                return null;
            } else if (row.getRecordNumber() == 1 && mayNameColumns && isHeader(row)) {
                columns = named(row.toList());
                continue;
            }
            Columns known = columns(row);
            String status = known.status(row);
            if (status == null || rules.isTaken(line(), status)) {
                return known.entry(rules, line(), row);
            }
            passedOver++;
        }
    }

    private @Nullable CSVRecord nextRow() throws IOException {
        text.beginRow();
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new UnreadableManifestException(
                        rules.document(),
                        line(),
                        "the quotes of the row do not close, or something follows a closing one",
                        "Quote values as RFC 4180 says: a quote inside quotes is written twice",
                        e);
            }
            throw e.getCause();
        }
    }

    /** No bucket is called so: names of buckets have no capitals. */
    private static boolean isHeader(CSVRecord row) {
        return row.size() > 1 && row.get(0).equals("Bucket") && row.get(1).equals("Key");
    }

    private Columns named(List<String> header) {
        try {
            Columns named = Columns.of(header);
            if (rules.options().format() == ManifestFormat.REPORT && !header.contains("TaskStatus")) {
                throw new IllegalArgumentException("there is no column TaskStatus");
            }
            return named;
        } catch (IllegalArgumentException e) {
            throw rules.broken(line(), String.valueOf(e.getMessage()), "Name the columns as S3 Inventory does");
        }
    }

    private Columns columns(CSVRecord row) {
        Columns known = columns;
        if (known == null) {
            known = row.size() == 2 ? Columns.BUCKET_KEY : Columns.BUCKET_KEY_VERSION;
            columns = known;
        }
        if (row.size() != known.count()) {
            throw rules.broken(
                    line(),
                    "the row has " + row.size() + " columns, and must have " + known.count(),
                    rules.options().format() == ManifestFormat.CSV
                            ? "Write Bucket,Key or Bucket,Key,VersionId on each line, quote values that hold commas, or say which"
                                    + " format it is"
                            : "Give the file as S3 wrote it");
        }
        return known;
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public String document() {
        return rules.document();
    }

    @Override
    public long passedOver() {
        return passedOver;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Gives the parser a line only when it asks for one, so that an error is of the row that has it. */
    private static final class OneLineAtATime extends Reader {

        private final EntryRules rules;
        private final Lines lines;
        private String line = "";
        private int at;
        private long ofRow;

        OneLineAtATime(EntryRules rules, Lines lines) {
            this.rules = rules;
            this.lines = lines;
        }

        void beginRow() {
            ofRow = 0;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            if (at == line.length()) {
                String next = lines.next();
                if (next == null) {
                    return -1;
                }
                check(next);
                line = next + "\n";
                at = 0;
            }
            int count = Math.min(length, line.length() - at);
            line.getChars(at, at + count, into, from);
            at += count;
            return count;
        }

        private void check(String next) {
            ofRow += next.length() + 1;
            if (ofRow > Lines.MAX_LENGTH) {
                throw rules.broken(
                        lines.number(), "a row is longer than 64 KiB", "Look for a quote that is not closed before it");
            } else if (next.indexOf('\r') >= 0) {
                throw rules.broken(
                        lines.number(),
                        "a carriage return stands inside the line",
                        "End lines by LF or CRLF, and write keys that hold one encoded, as %0D");
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
