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
import io.s3copy.bulk.checkpoint.ReportPart;
import io.s3copy.bulk.checkpoint.ReportParts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The files of a report that are written, in their order. A checkpoint names the last of them only. The others are named by
 * {@link IndexFile}s, each of which is written before the checkpoint that counts it; one that no checkpoint counts is
 * never read. A run that goes on reads them back, once.
 *
 * <p>Thread-safe; one call of {@link #add} at a time, which may be repeated if it fails.
 */
final class PartIndex {

    /** So many files have an index file. */
    static final int FULL = 100;

    private static final String JSON = "application/json";

    private final ReportSink sink;
    private final String folder;
    private final int full;

    /** Those that index files name. */
    @GuardedBy("this")
    private final List<ReportPart> indexed;

    @GuardedBy("this")
    private List<ReportPart> open;

    @GuardedBy("this")
    private int indexes;

    @GuardedBy("this")
    private String digest;

    /**
     * Files.
     *
     * @param full so many have an index file
     * @param indexed those that index files name
     */
    private PartIndex(ReportSink sink, ReportParts from, int full, List<ReportPart> indexed) {
        this.sink = sink;
        this.folder = from.folder();
        this.full = full;
        this.indexed = new ArrayList<>(indexed);
        this.open = from.open();
        this.indexes = from.indexes();
        this.digest = from.digest();
    }

    /** No files. */
    static PartIndex empty(ReportSink sink, String folder, int full) {
        return new PartIndex(sink, ReportParts.none(folder), full, List.of());
    }

    /**
     * Those that a checkpoint counts.
     *
     * @return fails with a {@link ReportIndexException} where an index file is missing, or is another
     */
    static CompletableFuture<PartIndex> read(ReportSink sink, ReportParts from, int full) {
        List<List<ReportPart>> backwards = new ArrayList<>();
        CompletableFuture<String> digest = CompletableFuture.completedFuture(from.digest());
        // one after the other: each holds the digest of the one before, which is a part of its name
        for (int last = sink.isKept() ? from.indexes() : 0; last > 0; last--) {
            int number = last;
            digest = digest.thenCompose(expected -> read(sink, from.folder(), number, expected, backwards));
        }
        return digest.thenApply(first -> {
            Collections.reverse(backwards);
            return new PartIndex(
                    sink, from, full, backwards.stream().flatMap(List::stream).toList());
        });
    }

    /** Reads the one of this number and digest; the digest of the one before. */
    private static CompletableFuture<String> read(
            ReportSink sink, String folder, int number, String digest, List<List<ReportPart>> backwards) {
        String name = own(folder, IndexFile.name(number, digest));
        return content(sink, name).thenApply(content -> {
            if (!IndexFile.digest(content).equals(digest)) {
                throw ReportIndexException.changed(sink.place(name));
            }
            IndexFile file = IndexFile.read(content);
            backwards.add(file.files());
            return file.before();
        });
    }

    private static CompletableFuture<byte[]> content(ReportSink sink, String name) {
        return sink.read(name).thenApply(content -> {
            if (content == null) {
                throw ReportIndexException.missing(sink.place(name));
            }
            return content;
        });
    }

    /** The name of a file of a run among those of all runs. An old checkpoint names no folder. */
    static String own(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** Adds files that are written; and writes an index file where they are enough for one. */
    CompletableFuture<Void> add(List<ReportPart> files) {
        List<ReportPart> now = new ArrayList<>();
        IndexFile file;
        synchronized (this) {
            now.addAll(open);
            now.addAll(files);
            if (now.size() < full) {
                open = now;
                return CompletableFuture.completedFuture(null);
            }
            file = new IndexFile(folder, indexes + 1, digest, now);
        }
        byte[] content = file.write();
        String itsDigest = IndexFile.digest(content);
        return sink.write(own(folder, IndexFile.name(file.number(), itsDigest)), content, JSON)
                .thenRun(() -> written(file, itsDigest));
    }

    private synchronized void written(IndexFile file, String itsDigest) {
        indexed.addAll(file.files());
        open = List.of();
        indexes = file.number();
        digest = itsDigest;
    }

    /** All files, in their order. */
    synchronized List<ReportPart> files() {
        List<ReportPart> files = new ArrayList<>(indexed);
        files.addAll(open);
        return files;
    }

    /**
     * What a checkpoint keeps.
     *
     * @param parts the number of the last part
     */
    synchronized ReportParts counted(int parts) {
        return new ReportParts(folder, parts, indexes, digest, open);
    }
}
