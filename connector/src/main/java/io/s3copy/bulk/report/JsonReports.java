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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkReport;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.checkpoint.ReportPart;
import io.s3copy.bulk.sync.CostEstimate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What of a report is JSON; in ASCII, as keys have any characters. */
final class JsonReports {

    /** The name that S3 gives to the layout of its completion reports. */
    private static final String CSV_FORMAT = "Report_CSV_20180820";

    private static final String JSON_FORMAT = "Report_JSONL_1";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    private JsonReports() {}

    /** A line for each outcome. */
    static byte[] lines(List<BulkOutcome> outcomes) {
        StringBuilder lines = new StringBuilder();
        for (BulkOutcome outcome : outcomes) {
            lines.append(text(JSON.writer(), line(outcome))).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode line(BulkOutcome outcome) {
        ObjectNode line = JSON.createObjectNode();
        line.put("bucket", outcome.bucket());
        line.put("key", outcome.key());
        if (outcome.versionId() != null) {
            line.put("versionId", outcome.versionId());
        }
        line.put("outcome", outcome.what().name().toLowerCase(Locale.ROOT));
        if (outcome.code() != null) {
            line.put("code", outcome.code());
        }
        if (outcome.status() != 0) {
            line.put("status", outcome.status());
        }
        if (!outcome.message().isEmpty()) {
            line.put("message", outcome.message());
        }
        if (outcome.bytes() >= 0) {
            line.put("bytes", outcome.bytes());
        }
        line.put("destinationBucket", outcome.destinationBucket());
        line.put("destinationKey", outcome.destinationKey());
        return line;
    }

    /** The list of all parts, laid out as S3 Batch does it. */
    static byte[] manifest(
            ReportFormat format, List<ReportPart> parts, Function<String, ReportSink.Place> places, Instant created) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("Format", format == ReportFormat.csv ? CSV_FORMAT : JSON_FORMAT);
        manifest.put("ReportCreationDate", created.toString());
        ArrayNode results = manifest.putArray("Results");
        ArrayNode manifests = JSON.createArrayNode();
        for (ReportPart part : parts) {
            boolean isResult = part.name().startsWith(ReportWriter.RESULTS);
            ObjectNode entry = (isResult ? results : manifests).addObject();
            entry.put(isResult ? "TaskExecutionStatus" : "Outcome", part.contents());
            ReportSink.Place place = places.apply(part.name());
            if (place.bucket() != null) {
                entry.put("Bucket", place.bucket());
            }
            entry.put("MD5Checksum", part.md5());
            entry.put("Key", place.key());
            entry.put("Size", part.size());
            entry.put("Rows", part.rows());
        }
        if (format == ReportFormat.csv) {
            manifest.put("ReportSchema", CsvRows.SCHEMA);
        }
        manifest.set("Manifests", manifests);
        return pretty(manifest);
    }

    static byte[] summary(RunSummary run, @Nullable BulkReport report) {
        ObjectNode summary = JSON.createObjectNode();
        ObjectNode job = summary.putObject("job");
        job.put("hash", run.job().hash());
        putTexts(job.putObject("options"), run.job().options());
        summary.put("attempt", run.attempt());
        summary.put("dryRun", run.dryRun());
        summary.put("finished", run.finished());
        summary.put("started", run.started().toString());
        summary.put("ended", run.ended().toString());
        Duration duration = Duration.between(run.started(), run.ended());
        summary.put("durationMillis", duration.toMillis());
        summary.put("objects", run.counts().objects());
        summary.put("objectsPerSecond", BulkResult.perSecond(run.counts().objects(), duration));
        ObjectNode outcomes = summary.putObject("outcomes");
        run.counts().by().forEach((what, count) -> {
            ObjectNode outcome = outcomes.putObject(what.name().toLowerCase(Locale.ROOT));
            outcome.put("objects", count.objects());
            outcome.put("bytes", count.bytes());
            putNumbers(outcome.putObject("byCode"), count.codes());
        });
        summary.put("requests", run.requests().requests());
        putNumbers(summary.putObject("requestsByCall"), run.requests().byCall());
        summary.put("retries", run.requests().retries());
        summary.put("throttles", run.requests().throttles());
        if (report != null) {
            report(summary.putObject("report"), report);
        }
        if (run.estimate() != null) {
            estimate(summary.putObject("estimate"), run.estimate());
        }
        return pretty(summary);
    }

    private static void report(ObjectNode node, BulkReport report) {
        node.put("folder", report.folder());
        if (report.manifest() != null) {
            node.put("manifest", report.manifest());
        }
        ObjectNode manifests = node.putObject("manifests");
        report.manifests().forEach((outcome, places) -> {
            ArrayNode all = manifests.putArray(outcome);
            places.forEach(all::add);
        });
    }

    private static void estimate(ObjectNode node, CostEstimate estimate) {
        node.put("objects", estimate.objects());
        node.put("bytes", estimate.bytes());
        node.put("unknownSizes", estimate.unknownSizes());
        putNumbers(node.putObject("writesByStorageClass"), estimate.writes());
        node.put("inParts", estimate.inParts());
        node.put("parts", estimate.parts());
        node.put("lists", estimate.lists());
        node.put("heads", estimate.heads());
        node.put("tagReads", estimate.tagReads());
        node.put("deletes", estimate.deletes());
        node.put("kmsRequests", estimate.kmsRequests());
        putNumbers(node.putObject("retrievedBytesByStorageClass"), estimate.retrievedBytes());
        putNumbers(node.putObject("restoresByStorageClass"), estimate.restores());
        putNumbers(node.putObject("smallObjectsByStorageClass"), estimate.smallObjects());
        putNumbers(node.putObject("minimumDurationByStorageClass"), estimate.leastDays());
        putNumbers(node.putObject("endedEarlyByStorageClass"), estimate.endedEarly());
    }

    private static void putTexts(ObjectNode node, Map<String, String> texts) {
        texts.forEach((name, value) -> node.put(name, value));
    }

    private static void putNumbers(ObjectNode node, Map<String, Long> numbers) {
        numbers.forEach((name, value) -> node.put(name, value));
    }

    private static byte[] pretty(ObjectNode node) {
        return (text(PRETTY, node) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ObjectWriter writer, ObjectNode node) {
        try {
            return writer.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written", e);
        }
    }
}
