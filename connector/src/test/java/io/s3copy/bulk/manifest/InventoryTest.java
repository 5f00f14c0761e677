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

import static io.s3copy.bulk.manifest.ManifestTexts.options;
import static io.s3copy.bulk.manifest.ManifestTexts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s3copy.text.Digests;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manifest.json of S3 Inventory, and that of a completion report. */
class InventoryTest {

    private static final ManifestOptions INVENTORY = options(ManifestFormat.INVENTORY);
    private static final String SCHEMA = "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, ETag";

    private final Map<String, byte[]> documents = new LinkedHashMap<>();
    private final DocumentSource source = (bucket, key) -> {
        byte[] content = documents.get(bucket + "/" + key);
        if (content == null) {
            throw new FileNotFoundException(key);
        }
        return new ByteArrayInputStream(content);
    };

    private String manifest(String format, String schema) {
        return """
                {"sourceBucket":"one","destinationBucket":"arn:aws:s3:::reports","version":"2016-11-30",
                 "creationTimestamp":"1514944800000","fileFormat":"%s","fileSchema":"%s","files":[%s]}""".formatted(
                format,
                schema,
                documents.entrySet().stream()
                        .map(file -> "{\"key\":\"%s\",\"size\":%d,\"MD5checksum\":\"%s\"}"
                                .formatted(
                                        file.getKey().substring("reports/".length()),
                                        file.getValue().length,
                                        HexFormat.of().formatHex(Digests.md5().digest(file.getValue()))))
                        .collect(Collectors.joining(",")));
    }

    private List<ManifestEntry> entries(String manifest) {
        return read(INVENTORY, manifest.getBytes(StandardCharsets.UTF_8), source);
    }

    @Test
    void allDataFilesAreReadOneAfterTheOther() {
        documents.put(
                "reports/data/1.csv.gz",
                ManifestTexts.gzip("\"one\",\"a+b%2B\",\"v1\",\"true\",\"false\",\"7\",\"e\"\n"));
        documents.put("reports/data/2.csv.gz", ManifestTexts.gzip(""));
        documents.put(
                "reports/data/3.csv",
                "\"one\",\"c\",\"\",\"true\",\"false\",\"\",\"\"\n".getBytes(StandardCharsets.UTF_8));
        assertThat(entries(manifest("CSV", SCHEMA)))
                .containsExactly(
                        new ManifestEntry(
                                "one", "a+b+".replaceFirst("\\+", " "), "v1", 7, "e", null, null, true, false),
                        new ManifestEntry("one", "c", null, -1, null, null, null, true, false));
    }

    @Test
    void theShareThatWasReadIsByTheSizesOfTheFiles() throws IOException {
        byte[] row = "\"one\",\"a\",\"\",\"true\",\"false\",\"7\",\"e\"\n".getBytes(StandardCharsets.UTF_8);
        documents.put("reports/data/1.csv", row);
        documents.put("reports/data/2.csv", row);
        InputStream manifest = new ByteArrayInputStream(manifest("CSV", SCHEMA).getBytes(StandardCharsets.UTF_8));
        try (ManifestReader reader = Manifests.open(manifest, INVENTORY, source)) {
            assertThat(reader.share()).isZero();
            assertThat(reader.next()).isNotNull();
            assertThat(reader.share()).isEqualTo(0.5);
            assertThat(reader.next()).isNotNull();
            assertThat(reader.next()).isNull();
            assertThat(reader.share()).isEqualTo(1);
        }
        InputStream sizeless = new ByteArrayInputStream(
                manifest("CSV", SCHEMA).replaceAll("\"size\":[0-9]+,", "").getBytes(StandardCharsets.UTF_8));
        try (ManifestReader reader = Manifests.open(sizeless, INVENTORY, source)) {
            assertThat(reader.next()).isNotNull();
            assertThat(reader.share()).isNull();
        }
    }

    @Test
    void aFileThatIsAnotherThanTheManifestSaysIsNamed() {
        documents.put("reports/data/1.csv", "\"one\",\"a\"\n\"one\",\"b\"\n".getBytes(StandardCharsets.UTF_8));
        String manifest = manifest("CSV", "Bucket, Key");
        documents.put("reports/data/1.csv", "\"one\",\"a\"\n\"one\",\"c\"\n".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> entries(manifest))
                .withMessageContaining("data file reports/data/1.csv: the file has the MD5");
        documents.put("reports/data/1.csv", "\"one\",\"a\"\n".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> entries(manifest))
                .withMessageContaining("data file reports/data/1.csv: the file has 10 bytes, and the manifest says 20");
    }

    @Test
    void aGzippedFileThatIsCutShortIsNamed() {
        byte[] packed = ManifestTexts.gzip("\"one\",\"a\"\n");
        documents.put("reports/data/1.csv.gz", packed);
        String manifest = manifest("CSV", "Bucket, Key");
        documents.put("reports/data/1.csv.gz", Arrays.copyOf(packed, packed.length - 4));
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> entries(manifest))
                .withMessageContaining("data file reports/data/1.csv.gz")
                .withMessageContaining("ends before it is complete");
    }

    @Test
    void aRowOfAnotherBucketIsRefused() {
        documents.put("reports/1.csv", "\"other\",\"a\"\n".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> entries(manifest("CSV", "Bucket, Key")))
                .withMessageContaining("data file reports/1.csv, line 1: the row is of the bucket 'other'");
    }

    @Test
    void otherFormatsAreRefusedWithTheFix() {
        for (String format : List.of("ORC", "Parquet")) {
            assertThatExceptionOfType(UnreadableManifestException.class)
                    .isThrownBy(() -> entries(manifest(format, "struct<bucket:string>")))
                    .withMessageContaining(
                            "'" + format + "', which is not read. Set the inventory's output format to CSV");
        }
    }

    @Test
    void aManifestWithoutWhatItNeedsIsRefused() {
        documents.put("reports/1.csv", new byte[0]);
        String whole = manifest("CSV", "Bucket, Key");
        for (String part : List.of(
                "sourceBucket", "destinationBucket", "fileFormat", "fileSchema", "files", "key", "MD5checksum")) {
            assertThatExceptionOfType(UnreadableManifestException.class)
                    .isThrownBy(() -> entries(whole.replace('"' + part + '"', "\"x\"")))
                    .withMessageContaining(part);
        }
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> entries(manifest("CSV", "Bucket, Size")))
                .withMessageContaining("there is no column Bucket, or none Key");
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> entries("no"))
                .withMessageContaining("the manifest.json is no JSON");
    }

    @Test
    void theFilesOfACompletionReportAreReadByTheirStatus() {
        byte[] content =
                "one,a,,succeeded,,200,ok\none,b,,failed,AccessDenied,403,no\n".getBytes(StandardCharsets.UTF_8);
        documents.put("reports/job/1.csv", content);
        assertThat(entries("""
                        {"Format":"Report_CSV_20180820","ReportCreationDate":"2026-01-01T00:00:00Z",
                         "Results":[{"TaskExecutionStatus":"failed","Bucket":"reports","MD5Checksum":"%s","Key":"job/1.csv"}],
                         "ReportSchema":"Bucket, Key, VersionId, TaskStatus, ErrorCode, HTTPStatusCode, ResultMessage"}""".formatted(HexFormat.of().formatHex(Digests.md5().digest(content)))))
                .containsExactly(ManifestEntry.of("one", "b", null));
    }

    @Test
    void theFilesOfOurOwnReportInJsonLinesAreReadToo() {
        byte[] content = """
                {"bucket":"one","key":"a","outcome":"copied","bytes":5}
                {"bucket":"one","key":"b c","outcome":"failed","code":"AccessDenied","status":403}
                """.getBytes(StandardCharsets.UTF_8);
        documents.put("reports/job/1.jsonl", content);
        String manifest = """
                {"Format":"Report_JSONL_1","Results":[{"TaskExecutionStatus":"all","Bucket":"reports","MD5Checksum":"%s",
                 "Key":"job/1.jsonl","Size":%d,"Rows":2}],"Manifests":[]}""".formatted(HexFormat.of().formatHex(Digests.md5().digest(content)), content.length);
        assertThat(entries(manifest)).containsExactly(ManifestEntry.of("one", "b c", null));
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> entries(manifest.replace("Report_JSONL_1", "Report_X")))
                .withMessageContaining("'Report_X', which is not read");
    }
}
