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
package io.s3copy.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkCounts.Count;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkReport;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.StubDocuments;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.ReportPart;
import io.s3copy.bulk.checkpoint.ReportParts;
import io.s3copy.engine.failure.S3CallException.Failure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class ReportWriterTest {

    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");
    private static final RunSummary SUMMARY = new RunSummary(
            new JobIdentity(Map.of("prefix", "a/")),
            2,
            false,
            true,
            new BulkCounts(Map.of(
                    What.COPIED, new Count(90, 900, Map.of()),
                    What.SKIPPED, new Count(8, 0, Map.of("same", 8L)),
                    What.FAILED, new Count(2, 0, Map.of("NoSuchKey", 2L)))),
            new BulkRequests(Map.of("CopyObject", 95L, "ListObjectsV2", 1L), 3, 1),
            STARTED,
            STARTED.plusSeconds(10),
            null);

    private static final String FOLDER = "run-1";

    private final StubDocuments s3 = new StubDocuments();
    private final DocumentReports sink = new DocumentReports(s3, StubDocuments.bucket(), "report/", Runnable::run);

    private ReportWriter csv() {
        return new ReportWriter(sink, FOLDER, ReportFormat.csv, ReportSelection.all);
    }

    private ReportWriter resumed(ReportParts from) {
        return ReportWriter.resumed(sink, ReportFormat.csv, ReportSelection.all, from)
                .join();
    }

    private static BulkOutcome outcome(String key, What what, String code, int status, String message) {
        return new BulkOutcome("from", key, null, what, code, status, message, 10, "to", "copy/" + key);
    }

    private static BulkOutcome copied(String key) {
        return outcome(key, What.COPIED, null, 0, "");
    }

    private static BulkOutcome failed(String key) {
        return outcome(key, What.FAILED, "NoSuchKey", 404, "is \"not\" there, sorry");
    }

    private String file(String name) {
        return s3.texts().get("report/run-1/" + name);
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(file(name));
    }

    @Test
    void rowsAreThoseOfACompletionReportOfS3Batch() {
        csv().write(List.of(copied("a b/\u00fc+"), failed("c"))).join();

        assertThat(file("results/succeeded-000001.csv")).isEqualTo("from,a%20b/%C3%BC%2B,,succeeded,,200,copied\n");
        assertThat(file("results/failed-000001.csv"))
                .isEqualTo("from,c,,failed,NoSuchKey,404,\"failed: is \"\"not\"\" there, sorry\"\n");
    }

    @Test
    void whatIsLeftToDoIsAManifestForEachClass() {
        BulkOutcome version = new BulkOutcome("from", "d", "v1", What.DIFFERS, "etag", 0, "", 10, "to", "d");
        csv().write(List.of(
                        copied("a"),
                        failed("b"),
                        outcome("c", What.MISSING, null, 0, ""),
                        version,
                        outcome("e", What.EXTRA, null, 0, ""),
                        outcome("f", What.UNPROVABLE, null, 0, "")))
                .join();

        assertThat(file("manifests/failed-000001.csv")).isEqualTo("from,b,\n");
        assertThat(file("manifests/missing-000001.csv")).isEqualTo("from,c,\n");
        assertThat(file("manifests/differs-000001.csv")).isEqualTo("from,d,v1\n");
        assertThat(file("manifests/extra-000001.csv")).isEqualTo("from,e,\n");
        assertThat(file("manifests/unprovable-000001.csv")).isEqualTo("from,f,\n");
        assertThat(file("results/failed-000001.csv")).contains("from,d,v1,failed,Differs,,differs (etag)\n");
    }

    @Test
    void aPartHasNoFileForWhatDidNotOccur() {
        csv().write(List.of(copied("a"))).join();

        assertThat(s3.texts()).containsOnlyKeys("report/run-1/results/succeeded-000001.csv");
    }

    @Test
    void eachCommitIsAPart() {
        ReportWriter writer = csv();
        writer.write(List.of(copied("a"))).join();
        writer.write(List.of()).join();
        writer.write(List.of(copied("b"))).join();

        assertThat(writer.written().parts()).isEqualTo(2);
        assertThat(writer.files())
                .extracting(ReportPart::name)
                .containsExactly("results/succeeded-000001.csv", "results/succeeded-000002.csv");
    }

    @Test
    void aPartThatCouldNotBeWrittenIsWrittenAgain() {
        ReportWriter writer = csv();
        s3.failWrite(Failure.of("SlowDown", 503, "later"));
        assertThat(writer.write(List.of(copied("a")))).isCompletedExceptionally();
        writer.write(List.of(copied("a"))).join();

        assertThat(writer.written().parts()).isEqualTo(1);
        assertThat(writer.files()).hasSize(1);
    }

    @Test
    void aRunThatGoesOnReplacesThePartThatWasNotCounted() {
        ReportWriter killed = csv();
        killed.write(List.of(copied("a"))).join();
        ReportParts counted = killed.written();
        killed.write(List.of(copied("b"), failed("c"))).join();

        ReportWriter next = resumed(counted);
        next.write(List.of(copied("b"))).join();
        next.write(List.of(copied("c"))).join();

        assertThat(file("results/succeeded-000001.csv")).contains("from,a,");
        assertThat(file("results/succeeded-000002.csv")).contains("from,b,");
        assertThat(file("results/succeeded-000003.csv")).contains("from,c,");
        assertThat(file("results/failed-000002.csv")).isEmpty();
        assertThat(file("manifests/failed-000002.csv")).isEmpty();
        assertThat(next.files()).hasSize(3);
    }

    @Test
    void aRunThatGoesOnAndHasNothingMoreToTellEmptiesWhatWasNotCounted() {
        csv().write(List.of(failed("c"))).join();

        resumed(ReportParts.none(FOLDER)).finish(SUMMARY).join();

        assertThat(file("manifests/failed-000001.csv")).isEmpty();
        assertThat(file("manifest.json")).doesNotContain("000001");
    }

    @Test
    void linesOfJsonSayAllThatIsKnown() {
        new ReportWriter(sink, FOLDER, ReportFormat.json, ReportSelection.all)
                .write(List.of(failed("c\n")))
                .join();

        assertThat(file("results/000001.jsonl"))
                .isEqualTo("{\"bucket\":\"from\",\"key\":\"c\\n\",\"outcome\":\"failed\",\"code\":\"NoSuchKey\","
                        + "\"status\":404,\"message\":\"is \\\"not\\\" there, sorry\",\"bytes\":10,"
                        + "\"destinationBucket\":\"to\",\"destinationKey\":\"copy/c\\n\"}\n");
    }

    @Test
    void theManifestListsAllPartsAsThatOfS3BatchDoes() throws IOException {
        ReportWriter writer = csv();
        writer.write(List.of(copied("a"), failed("b"))).join();
        writer.finish(SUMMARY).join();

        JsonNode manifest = json("manifest.json");
        assertThat(manifest.path("Format").asText()).isEqualTo("Report_CSV_20180820");
        assertThat(manifest.path("ReportCreationDate").asText()).isEqualTo("2026-01-02T03:04:15Z");
        assertThat(manifest.path("ReportSchema").asText())
                .isEqualTo("Bucket, Key, VersionId, TaskStatus, ErrorCode, HTTPStatusCode, ResultMessage");
        assertThat(manifest.path("Results")).hasSize(2);
        JsonNode failed = manifest.path("Results").get(1);
        assertThat(failed.path("TaskExecutionStatus").asText()).isEqualTo("failed");
        assertThat(failed.path("Bucket").asText()).isEqualTo("bucket");
        assertThat(failed.path("Key").asText()).isEqualTo("report/run-1/results/failed-000001.csv");
        assertThat(failed.path("Size").asInt())
                .isEqualTo(file("results/failed-000001.csv").length());
        assertThat(failed.path("MD5Checksum").asText()).matches("[0-9a-f]{32}");
        assertThat(manifest.path("Manifests").get(0).path("Outcome").asText()).isEqualTo("failed");
    }

    @Test
    void theSummaryHasAllCounts() throws IOException {
        csv().finish(SUMMARY).join();

        JsonNode summary = json("summary.json");
        assertThat(summary.at("/outcomes/copied/objects").asLong()).isEqualTo(90);
        assertThat(summary.at("/outcomes/copied/bytes").asLong()).isEqualTo(900);
        assertThat(summary.at("/outcomes/skipped/byCode/same").asLong()).isEqualTo(8);
        assertThat(summary.at("/outcomes/failed/byCode/NoSuchKey").asLong()).isEqualTo(2);
        assertThat(summary.at("/objectsPerSecond").asDouble()).isEqualTo(10);
        assertThat(summary.at("/requests").asLong()).isEqualTo(96);
        assertThat(summary.at("/requestsByCall/CopyObject").asLong()).isEqualTo(95);
        assertThat(summary.at("/job/hash").asText()).isEqualTo(SUMMARY.job().hash());
        assertThat(summary.at("/attempt").asInt()).isEqualTo(2);
    }

    @Test
    void aRunThatWasStoppedHasASummaryAndNoManifest() {
        RunSummary stopped = new RunSummary(
                SUMMARY.job(), 1, true, false, BulkCounts.NONE, BulkRequests.NONE, STARTED, STARTED, null);
        csv().finish(stopped).join();

        assertThat(s3.texts()).containsOnlyKeys("report/run-1/summary.json");
    }

    @Test
    void twoRunsDoNotMixAndTheManifestAboveThemIsThatOfTheLast() throws IOException {
        ReportWriter first = new ReportWriter(sink, "run-a", ReportFormat.csv, ReportSelection.all);
        ReportWriter second = new ReportWriter(sink, "run-b", ReportFormat.csv, ReportSelection.all);
        first.write(List.of(failed("a"))).join();
        second.write(List.of(failed("b"))).join();
        first.write(List.of(failed("c"))).join();
        second.finish(SUMMARY).join();
        assertThat(s3.texts().get("report/manifest.json"))
                .isEqualTo(s3.texts().get("report/run-b/manifest.json"))
                .contains("report/run-b/manifests/failed-000001.csv")
                .doesNotContain("run-a");
        first.finish(SUMMARY).join();

        assertThat(s3.texts().get("report/manifest.json"))
                .isEqualTo(s3.texts().get("report/run-a/manifest.json"))
                .doesNotContain("run-b");
        assertThat(s3.texts().get("report/run-a/manifests/failed-000001.csv")).isEqualTo("from,a,\n");
        assertThat(s3.texts().get("report/run-a/manifests/failed-000002.csv")).isEqualTo("from,c,\n");
        assertThat(s3.texts().get("report/run-b/manifests/failed-000001.csv")).isEqualTo("from,b,\n");
    }

    @Test
    void theReportSaysWhereEachManifestIs() throws IOException {
        ReportWriter writer = csv();
        writer.write(List.of(copied("a"), failed("b"), outcome("c", What.MISSING, null, 0, "")))
                .join();
        writer.write(List.of(failed("d"))).join();

        String place = "s3://bucket/report/run-1/";
        assertThat(writer.places(false))
                .isEqualTo(new BulkReport(place, null, writer.places(false).manifests()));
        assertThat(writer.places(true).manifest()).isEqualTo(place + "manifest.json");
        assertThat(writer.places(true).manifests())
                .isEqualTo(Map.of(
                        "failed",
                        List.of(place + "manifests/failed-000001.csv", place + "manifests/failed-000002.csv"),
                        "missing",
                        List.of(place + "manifests/missing-000001.csv")));
        writer.finish(SUMMARY).join();
        JsonNode report = json("summary.json").path("report");
        assertThat(report.path("folder").asText()).isEqualTo(place);
        assertThat(report.path("manifest").asText()).isEqualTo(place + "manifest.json");
        assertThat(report.at("/manifests/failed/1").asText()).isEqualTo(place + "manifests/failed-000002.csv");
    }

    @Test
    void foldersAreInTheOrderOfTheirTimes() {
        assertThat(ReportWriter.folder(STARTED, "00ff")).isEqualTo("run-20260102T030405Z-00ff");
        assertThat(ReportWriter.folder(STARTED.plusSeconds(86_400 * 30L), "0000"))
                .isGreaterThan(ReportWriter.folder(STARTED, "ffff"));
    }

    @Test
    void theSelectionSaysWhatIsReported() {
        ReportWriter failures = new ReportWriter(sink, FOLDER, ReportFormat.csv, ReportSelection.failed);
        ReportWriter changes = new ReportWriter(sink, FOLDER, ReportFormat.csv, ReportSelection.changed);
        List<What> ofFailures = new ArrayList<>(List.of(What.values()));
        ofFailures.removeIf(what -> !failures.reports(what));
        List<What> ofChanges = new ArrayList<>(List.of(What.values()));
        ofChanges.removeIf(what -> !changes.reports(what));

        assertThat(ofFailures).containsExactly(What.FAILED, What.DIFFERS, What.MISSING, What.EXTRA, What.UNPROVABLE);
        assertThat(ofChanges)
                .containsAll(ofFailures)
                .contains(What.COPIED, What.DELETED)
                .hasSize(7);
    }

    @Test
    void withoutASinkNothingIsCollected() {
        ReportWriter none = new ReportWriter(new NoopReports(), FOLDER, ReportFormat.csv, ReportSelection.all);
        none.write(List.of(failed("a"))).join();
        none.finish(SUMMARY).join();

        assertThat(none.reports(What.FAILED)).isFalse();
        assertThat(none.written().parts()).isZero();
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings()
                .all()
                .excludeChars(surrogates())
                .ofMinLength(1)
                .ofMaxLength(30);
    }

    private static char[] surrogates() {
        char[] all = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = (char) (Character.MIN_SURROGATE + i);
        }
        return all;
    }

    @Property(tries = 300)
    void anyReaderOfCsvGetsTheKeysBack(@ForAll("keys") String key, @ForAll("keys") String message) throws IOException {
        StubDocuments documents = new StubDocuments();
        BulkOutcome outcome = new BulkOutcome("from", key, null, What.FAILED, null, 0, message, -1, "to", key);
        new ReportWriter(
                        new DocumentReports(documents, StubDocuments.bucket(), "", Runnable::run),
                        FOLDER,
                        ReportFormat.csv,
                        ReportSelection.all)
                .write(List.of(outcome, outcome))
                .join();

        String rows = documents.texts().get("run-1/results/failed-000001.csv");
        try (CSVParser parser = CSVParser.parse(new StringReader(rows), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            assertThat(records).hasSize(2).allSatisfy(row -> {
                assertThat(row.size()).isEqualTo(7);
                assertThat(row.get(1)).matches("[!-~]+");
                assertThat(URLDecoder.decode(row.get(1), StandardCharsets.UTF_8))
                        .isEqualTo(key);
            });
        }
        assertThat(rows.lines()).hasSize(2);
    }
}
