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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkReport;
import io.s3copy.bulk.checkpoint.ReportPart;
import io.s3copy.bulk.checkpoint.ReportParts;
import io.s3copy.text.Digests;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes the report of a run, in a folder of its own, in parts, each of what one commit of the ledger hands out. A part is written before the checkpoint that
 * counts it. A run that goes on writes the part that was not counted again, so that nothing is in a report twice.
 *
 * <p>A part is a file of what succeeded and one of what failed, as S3 Batch has them, or one of JSON lines; and a manifest for
 * each class of objects that are left to do. One call at a time; each may be repeated if it fails.
 */
public final class ReportWriter {

    /** The folder of what is reported. */
    static final String RESULTS = "results/";

    /** The folder of manifests of what is left to do. */
    static final String MANIFESTS = "manifests/";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final String JSON_LINES = "application/x-ndjson";

    /** What a run can leave to do, each of which has manifests of its own. */
    private static final Set<What> LEFT_TO_DO =
            EnumSet.of(What.FAILED, What.DIFFERS, What.MISSING, What.EXTRA, What.UNPROVABLE);

    private static final String MANIFEST = "manifest.json";

    private final ReportSink sink;
    private final String folder;
    private final ReportFormat format;
    private final ReportSelection selection;
    private final PartIndex files;

    @GuardedBy("this")
    private int parts;

    /** Whether files may stand there of the next part, of an attempt that was killed before its checkpoint. */
    @GuardedBy("this")
    private boolean mayHaveLeftovers;

    /**
     * A report that begins, at a place where there is none. Its run writes a checkpoint first: otherwise one that goes on
     * cannot know that there may be a part.
     *
     * @param sink where the reports of all runs are
     * @param folder that of this run, as of {@link #folder(Instant, String)}
     */
    public ReportWriter(ReportSink sink, String folder, ReportFormat format, ReportSelection selection) {
        this(sink, folder, format, selection, PartIndex.FULL);
    }

    /** The same with an index file for so many files. */
    ReportWriter(ReportSink sink, String folder, ReportFormat format, ReportSelection selection, int full) {
        this(sink, folder, format, selection, 0, PartIndex.empty(sink, folder, full), false);
    }

    private ReportWriter(
            ReportSink sink,
            String folder,
            ReportFormat format,
            ReportSelection selection,
            int parts,
            PartIndex files,
            boolean mayHaveLeftovers) {
        this.sink = sink;
        this.folder = folder;
        this.format = format;
        this.selection = selection;
        this.parts = parts;
        this.files = files;
        this.mayHaveLeftovers = mayHaveLeftovers;
    }

    /**
     * A report that goes on.
     *
     * @param from what a checkpoint counts
     * @return fails with a {@link ReportIndexException} where what names its files is lost
     */
    public static CompletableFuture<ReportWriter> resumed(
            ReportSink sink, ReportFormat format, ReportSelection selection, ReportParts from) {
        return resumed(sink, format, selection, from, PartIndex.FULL);
    }

    /** The same with an index file for so many files. */
    static CompletableFuture<ReportWriter> resumed(
            ReportSink sink, ReportFormat format, ReportSelection selection, ReportParts from, int full) {
        return PartIndex.read(sink, from, full)
                .thenApply(
                        files -> new ReportWriter(sink, from.folder(), format, selection, from.parts(), files, true));
    }

    /**
     * The name of a folder that no other run has: in the order of their names, runs are in that of their times.
     *
     * @param started when the run first began
     * @param id hexadecimal digits that no other run has
     */
    public static String folder(Instant started, String id) {
        return "run-" + TIME.format(started) + "-" + id;
    }

    /** The folder of the run. */
    public String folder() {
        return folder;
    }

    /**
     * Where the report is; null if none is kept.
     *
     * @param finished whether it is whole
     */
    public @Nullable BulkReport places(boolean finished) {
        if (!sink.isKept()) {
            return null;
        }
        Map<String, List<String>> manifests = new LinkedHashMap<>();
        for (ReportPart part : files()) {
            if (part.name().startsWith(MANIFESTS)) {
                manifests
                        .computeIfAbsent(part.contents(), first -> new ArrayList<>())
                        .add(place(part.name()).toString());
            }
        }
        return new BulkReport(place("").toString(), finished ? place(MANIFEST).toString() : null, manifests);
    }

    private ReportSink.Place place(String name) {
        return sink.place(own(name));
    }

    private String own(String name) {
        return PartIndex.own(folder, name);
    }

    /** Whether objects with that outcome are to be reported. */
    public boolean reports(What what) {
        return sink.isKept() && selection.includes(what);
    }

    /** What is written, as a checkpoint counts it. */
    public ReportParts written() {
        return files.counted(parts());
    }

    private synchronized int parts() {
        return parts;
    }

    /** The files of all parts that are written. */
    List<ReportPart> files() {
        return files.files();
    }

    /** A file that is to be written. */
    private static final class Content {
        private final ReportPart part;
        private final byte[] bytes;
        private final String contentType;

        private Content(String name, String contents, int rows, byte[] bytes, String contentType) {
            String md5 = HexFormat.of().formatHex(Digests.md5().digest(bytes));
            this.part = new ReportPart(name, contents, rows, bytes.length, md5);
            this.bytes = bytes;
            this.contentType = contentType;
        }
    }

    /** Writes what a commit hands out as the next part. Without outcomes there is none. */
    public CompletableFuture<Void> write(List<BulkOutcome> outcomes) {
        boolean clear = mayHaveLeftovers();
        if ((outcomes.isEmpty() && !clear) || !sink.isKept()) {
            return CompletableFuture.completedFuture(null);
        }
        List<Content> contents = contents(outcomes, String.format(Locale.ROOT, "%06d", parts() + 1));
        contents.removeIf(one -> one.part.rows() == 0 && !clear);
        CompletableFuture<?>[] writes = contents.stream()
                .map(one -> sink.write(own(one.part.name()), one.bytes, one.contentType))
                .toArray(CompletableFuture<?>[]::new);
        List<ReportPart> written = contents.stream()
                .map(one -> one.part)
                .filter(part -> part.rows() > 0)
                .toList();
        return CompletableFuture.allOf(writes)
                .thenCompose(done -> files.add(written))
                .thenRun(this::partWritten);
    }

    private synchronized boolean mayHaveLeftovers() {
        return mayHaveLeftovers;
    }

    private synchronized void partWritten() {
        parts++;
        mayHaveLeftovers = false;
    }

    private List<Content> contents(List<BulkOutcome> outcomes, String number) {
        List<Content> contents = new ArrayList<>();
        if (format == ReportFormat.json) {
            contents.add(new Content(
                    RESULTS + number + ".jsonl", "all", outcomes.size(), JsonReports.lines(outcomes), JSON_LINES));
        } else {
            for (String status : List.of(CsvRows.SUCCEEDED, CsvRows.FAILED)) {
                List<BulkOutcome> some =
                        some(outcomes, what -> CsvRows.status(what).equals(status));
                String name = RESULTS + status + "-" + number + ".csv";
                contents.add(new Content(name, status, some.size(), CsvRows.results(some), CSV));
            }
        }
        for (What left : LEFT_TO_DO) {
            List<BulkOutcome> some = some(outcomes, what -> what == left);
            String outcome = left.name().toLowerCase(Locale.ROOT);
            String name = MANIFESTS + outcome + "-" + number + ".csv";
            contents.add(new Content(name, outcome, some.size(), CsvRows.manifest(some), CSV));
        }
        return contents;
    }

    private static List<BulkOutcome> some(List<BulkOutcome> outcomes, Predicate<What> which) {
        return outcomes.stream().filter(one -> which.test(one.what())).toList();
    }

    /**
     * Writes {@code summary.json}; and {@code manifest.json}, which lists all parts, once the run is finished. The latter is
     * written above the folder of the run, too: there it is that of the run that finished last. May be written again by an
     * attempt that goes on.
     */
    public CompletableFuture<Void> finish(RunSummary summary) {
        return write(List.of())
                .thenCompose(done ->
                        sink.write(own("summary.json"), JsonReports.summary(summary, places(summary.finished())), JSON))
                .thenCompose(
                        done -> summary.finished() ? list(summary.ended()) : CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> list(Instant ended) {
        byte[] manifest = JsonReports.manifest(format, files(), this::place, ended);
        return sink.write(own(MANIFEST), manifest, JSON)
                .thenCompose(done -> folder.isEmpty()
                        ? CompletableFuture.completedFuture(null)
                        : sink.write(MANIFEST, manifest, JSON));
    }
}
