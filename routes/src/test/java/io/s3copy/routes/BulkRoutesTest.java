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
package io.s3copy.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.camel.route.CopyReport;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes bulk-copy, bulk-sync and check: a few hundred objects, with keys that trip up careless code. */
class BulkRoutesTest {

    private static final int OBJECTS = 300;

    private static final List<String> SHAPES = List.of(
            "photos/2026/04/IMG_%04d.jpg",
            "with space/report %d (final).pdf",
            "plus/a+b+%d.txt",
            "percent/100%%25-%d%%.csv",
            "hash/#%d.md",
            "emoji/\uD83D\uDE80 launch %d.txt",
            "query/a=b&c=%d;d?versionId=null",
            "deep/%d/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p.bin",
            "unicode/Straße-日本-%d.txt",
            "quotes/it's \"%d\", a list.json");

    private final S3Server server = S3Servers.s3proxy();
    private final S3Objects buckets = new S3Objects(server);
    private final String source = buckets.create();
    private final String destination = buckets.create();
    private final String own = buckets.create();
    private final CapturedLog log = new CapturedLog(Map.of(CopyReport.class.getName(), Level.INFO));

    @TempDir
    private Path directory;

    @BeforeEach
    void put() {
        buckets.putAll(source, keys(OBJECTS));
    }

    @AfterEach
    void stop() {
        log.close();
        buckets.close();
    }

    private static Stream<String> keys(int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> "in/" + SHAPES.get(at % SHAPES.size()).formatted(at));
    }

    private RouteRun start(String route, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(
                Map.of(route + ".source", source, route + ".destination", destination, route + ".prefix", "in/"));
        more.forEach((name, value) -> properties.put(route + "." + name, value));
        return RouteRun.start(route, server, properties);
    }

    /** Runs a route until the log has so many lines with the text, and gives the last of them. */
    private String run(String route, Map<String, String> more, String until) {
        long before = count(until);
        start(route, more).until(() -> count(until) > before);
        List<String> lines =
                log.text().lines().filter(line -> line.contains(until)).toList();
        return lines.get(lines.size() - 1);
    }

    private String run(String route, Map<String, String> more) {
        return run(route, more, route + ": finished");
    }

    private long count(String text) {
        return log.text().lines().filter(line -> line.contains(text)).count();
    }

    private Set<String> keys(String bucket) {
        return buckets.list(bucket).keySet();
    }

    /** The folder of the only run that has reported into a folder. */
    private static Path own(Path report) {
        try (Stream<Path> files = Files.list(report)) {
            List<Path> runs = files.filter(Files::isDirectory).toList();
            assertThat(runs).hasSize(1);
            return runs.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the files of its report whose names begin so. */
    private static List<String> rows(Path report, String beginning) {
        Path run = own(report);
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(file -> run.relativize(file).toString().startsWith(beginning))
                    .sorted()
                    .flatMap(BulkRoutesTest::lines)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keysOf(List<String> rows) {
        return rows.stream()
                .map(row -> URLDecoder.decode(row.split(",", -1)[1], StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void prefixIsCopiedAndTheReportNamesEachObject() {
        buckets.put(source, "elsewhere", "x");
        Path report = directory.resolve("report");
        String line = run(
                "bulk-copy",
                Map.of(
                        "strip-prefix",
                        "in/",
                        "key-prefix",
                        "out+1/",
                        "report",
                        "file:" + report,
                        "max-failures",
                        "5%"));
        assertThat(line).startsWith("INFO ").contains("copied 300; ", "; report " + own(report));
        assertThat(keys(destination))
                .isEqualTo(keys(OBJECTS)
                        .map(key -> "out+1/" + key.substring("in/".length()))
                        .collect(Collectors.toSet()));
        assertThat(buckets.content(destination, "out+1/plus/a+b+2.txt")).isEqualTo("in/plus/a+b+2.txt");
        assertThat(rows(report, "results/succeeded")).hasSize(OBJECTS);
        assertThat(keysOf(rows(report, "results/succeeded")))
                .isEqualTo(keys(OBJECTS).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(report.resolve("manifest.json")).exists();
        assertThat(own(report).resolve("summary.json")).content().contains("\"finished\" : true");
    }

    @Test
    void runThatIsStoppedGoesOnAtTheNextStart() {
        Path report = directory.resolve("report");
        Map<String, String> slowly = Map.of(
                "checkpoint", "s3://" + own + "/checkpoints/",
                "report", "file:" + report,
                "requests-per-second", "40");
        RouteRun run = start("bulk-copy", slowly);
        try {
            Awaitility.await().until(() -> !keys(destination).isEmpty());
        } finally {
            run.close();
        }
        assertThat(log.text().lines())
                .singleElement()
                .asString()
                .startsWith("INFO ")
                .contains("bulk-copy: the next start goes on.", "was stopped", "can be resumed", "s3://" + own);
        int before = keys(destination).size();
        assertThat(before).isBetween(1, OBJECTS - 1);
        Map<String, String> quickly = new HashMap<>(slowly);
        quickly.remove("requests-per-second");
        String line = run("bulk-copy", quickly);
        assertThat(line).contains("copied 300; ");
        assertThat(keys(destination)).hasSize(OBJECTS);
        List<String> rows = rows(report, "results/succeeded");
        assertThat(rows).as("each object once").hasSize(OBJECTS);
        assertThat(keysOf(rows)).hasSize(OBJECTS);
    }

    @Test
    void whatTheManifestNamesIsCopied() {
        buckets.put(
                own,
                "list.csv",
                source + ",in/plus/a%2Bb%2B2.txt\n" + source + ",in/emoji/%F0%9F%9A%80%20launch%205.txt\n" + source
                        + ",in/none\n");
        RouteRun run = RouteRun.start(
                "bulk-copy",
                server,
                Map.of(
                        "bulk-copy.operation",
                        "copyManifest",
                        "bulk-copy.manifest",
                        "s3://" + own + "/list.csv",
                        "bulk-copy.destination",
                        destination));
        run.until(() -> count("bulk-copy: finished") == 1);
        assertThat(keys(destination))
                .containsExactlyInAnyOrder("in/plus/a+b+2.txt", "in/emoji/\uD83D\uDE80 launch 5.txt");
        assertThat(log.text())
                .startsWith("WARN ")
                .contains("copied 2, failed 1; ", "Set report to learn which objects are left to do");
    }

    @Test
    void syncCopiesWhatDiffersAndDeletesOnlyWhereItIsTold() {
        assertThat(run("bulk-sync", Map.of())).contains("copied 300; ");
        assertThat(run("bulk-sync", Map.of())).contains("same 300; 0 bytes copied");

        buckets.put(source, "in/hash/#4.md", "longer than it was before");
        buckets.put(destination, "in/only+here", "x");
        assertThat(run("bulk-sync", Map.of())).contains("copied 1, same 299; ");
        assertThat(buckets.content(destination, "in/hash/#4.md")).isEqualTo("longer than it was before");
        assertThat(keys(destination)).contains("in/only+here");

        assertThat(run(
                        "bulk-sync",
                        Map.of("delete", "true", "max-delete", "1", "dry-run", "true"),
                        "bulk-sync: dry run, finished"))
                .contains("deleted 1, same 300");
        assertThat(keys(destination)).contains("in/only+here");

        assertThat(run("bulk-sync", Map.of("delete", "true", "max-delete", "1%")))
                .contains("deleted 1, same 300");
        assertThat(keys(destination)).isEqualTo(keys(source));
    }

    @Test
    void moreThanMayBeDeletedIsNotDeletedAndTheRunFails() {
        run("bulk-sync", Map.of());
        buckets.put(destination, "in/extra-1", "x");
        buckets.put(destination, "in/extra-2", "x");
        try (CapturedLog all = CapturedLog.ofAll(Level.WARN)) {
            start("bulk-sync", Map.of("delete", "true", "max-delete", "1"))
                    .until(() -> all.text().contains("nothing was deleted: 2 of 302 objects"));
        }
        assertThat(keys(destination)).contains("in/extra-1", "in/extra-2");
    }

    @Test
    void checkNamesWhatIsNotTheSame() {
        run("bulk-sync", Map.of());
        assertThat(run("check", Map.of())).startsWith("INFO ").contains("same 300; ");

        buckets.put(source, "in/quotes/it's \"9\", a list.json", "of another size");
        buckets.put(source, "in/new", "x");
        buckets.put(destination, "in/old", "x");
        Path report = directory.resolve("check");
        assertThat(run("check", Map.of("report", "file:" + report)))
                .startsWith("WARN ")
                .contains("same 299, differs 1, missing 1, extra 1; ")
                .contains("report " + own(report))
                .contains("The manifests of the report name the objects that are left to do");
        assertThat(keysOf(rows(report, "manifests/differs"))).containsExactly("in/quotes/it's \"9\", a list.json");
        assertThat(keysOf(rows(report, "manifests/missing"))).containsExactly("in/new");
        assertThat(keysOf(rows(report, "manifests/extra"))).containsExactly("in/old");
        assertThat(rows(report, "results/failed")).hasSize(3);
        assertThat(rows(report, "results/succeeded"))
                .as("by default the report names what is left to do")
                .isEmpty();
    }

    @Test
    void checkByChecksumFindsAnotherContentOfTheSameSize() {
        run("bulk-sync", Map.of());
        buckets.put(destination, "in/plus/a+b+12.txt", "in/plus/a+b+13.txt");
        Path report = directory.resolve("check");
        assertThat(run("check", Map.of("level", "checksum", "report", "file:" + report)))
                .contains("same 299, differs 1; ");
        assertThat(keysOf(rows(report, "manifests/differs"))).containsExactly("in/plus/a+b+12.txt");
    }

    @Test
    void wrongValueOfAnOptionStopsTheStart() {
        assertThatThrownBy(() -> start("bulk-sync", Map.of("max-delete", "1")))
                .hasStackTraceContaining("maxDelete")
                .hasStackTraceContaining("delete=true");
        assertThatThrownBy(() -> start("check", Map.of("levels", "size")))
                .hasStackTraceContaining("Did you mean check.level?");
    }
}
