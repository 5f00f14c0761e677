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
package io.s3copy.app.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a run wrote about its objects.
 *
 * @param folder may be missing: a run of which nothing is to be told writes none
 */
public record RunReport(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes as reports are written. */
    private static final ObjectMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /**
     * A file of it.
     *
     * @param name with slashes, such as {@code results/000001.jsonl}
     */
    public record ReportFile(String name, long bytes) {}

    /**
     * Rows of objects that somebody has to look at.
     *
     * @param next after how many lines the others come; null if there are none
     */
    public record Failures(List<JsonNode> rows, @Nullable Long next) {}

    /** All files, by name. */
    public List<ReportFile> files() {
        Path root = root();
        return walk(root).stream()
                .map(file -> {
                    try {
                        return new ReportFile(name(root, file), Files.size(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** One of them, by its name. Whatever else a name names is not there. */
    public Optional<Path> file(String name) {
        Path root = root();
        return walk(root).stream().filter(file -> name(root, file).equals(name)).findFirst();
    }

    /**
     * Where they lie: each attempt that does not go on from a checkpoint has a folder of its own, and the last one counts.
     * Beside the folders lies the manifest of the last, which is in its folder, too.
     */
    private Path root() {
        if (!Files.isDirectory(folder)) {
            return folder;
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .filter(one -> String.valueOf(one.getFileName()).startsWith("run-"))
                    .max(Comparator.naturalOrder())
                    .orElse(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /** Files that are being written have other names, which begin with a dot, and are gone when they are whole. */
    private static List<Path> walk(Path root) {
        List<Path> whole = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return whole;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()
                            && !String.valueOf(file.getFileName()).startsWith(".")) {
                        whole.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(whole);
        return whole;
    }

    /** Failures, in the order in which they were written: so many, after so many lines. */
    public Failures failures(long after, int limit) {
        return failures(after, limit, null, null);
    }

    /**
     * The same of one cause.
     *
     * @param outcome such as failed; null for all
     * @param code S3's error code, or what differs; empty for objects without one, null for all
     */
    public Failures failures(long after, int limit, @Nullable String outcome, @Nullable String code) {
        List<JsonNode> rows = new ArrayList<>();
        Long next = eachLeftToDo(after, row -> !isOf(row, outcome, code) || (rows.size() < limit && rows.add(row)));
        return new Failures(rows, next);
    }

    private static boolean isOf(JsonNode row, @Nullable String outcome, @Nullable String code) {
        return (outcome == null || outcome.equals(row.path("outcome").asText()))
                && (code == null || code.equals(row.path("code").asText()));
    }

    /** Takes one line after the other. */
    interface Rows {

        /** False where it takes no more, and not this one. */
        boolean take(JsonNode row) throws IOException;
    }

    /**
     * Gives all that somebody has to look at, after so many lines, in one pass.
     *
     * @return how many lines were before the one that was not taken; null where all were
     */
    @Nullable
    Long eachLeftToDo(long after, Rows rows) {
        return eachLine(after, line -> {
            JsonNode row = JSON.readTree(line);
            return !isLeftToDo(row) || rows.take(row);
        });
    }

    /** Gives the rows of one key, at the source or at the destination, in the order in which they were written. */
    void eachOf(String key, Rows rows) {
        // most lines need not be read as JSON
        String quoted;
        try {
            quoted = ESCAPING.writeValueAsString(key);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        eachLine(0, line -> {
            if (!line.contains(quoted)) {
                return true;
            }
            JsonNode row = JSON.readTree(line);
            boolean isOfKey = key.equals(row.path("key").textValue())
                    || key.equals(row.path("destinationKey").textValue());
            return !isOfKey || rows.take(row);
        });
    }

    /** Takes one line after the other. */
    private interface Lines {

        /** False where it takes no more, and not this one. */
        boolean take(String line) throws IOException;
    }

    private @Nullable Long eachLine(long after, Lines taken) {
        long seen = 0;
        Path root = root();
        for (Path file : walk(root)) {
            if (!name(root, file).startsWith("results/")) {
                continue;
            }
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (seen >= after && !taken.take(line)) {
                        return seen;
                    }
                    seen++;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return null;
    }

    /** A job may report more than that. */
    private static boolean isLeftToDo(JsonNode row) {
        return switch (row.path("outcome").asText()) {
            case "copied", "skipped", "deleted", "same", "aborted", "kept" -> false;
            default -> true;
        };
    }
}
