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
package io.s3copy.benchmark.bulk;

import io.s3copy.benchmark.JavaProcess;
import io.s3copy.benchmark.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command for many objects: prints tables in Markdown. docs/performance.md says what they mean. */
public final class BulkBenchmark {

    static final String HELP = """
            Work on many objects. The first word says what is measured; options (and what holds without them):
            check    a computed bucket against another, with known differences, within one process
              --keys 1000000,10000000   of each bucket, a process for each number
              --shape flat         flat, clustered, dates, non_ascii, control, deep or numbers
              --every 100000       of so many keys one has each kind of difference
              --lists 16           ranges that are listed at once
            listing  a computed bucket, whose pages take a while, in parallel and in one chain
              --keys 10000000      in the bucket
              --shape flat,...     all of them
              --lists 64           ranges that are listed at once
              --delay 50           ms a page
              --chain 100          pages of the chain, from which the time of all its pages is computed
            copy     a bucket to another, by operation=copyPrefix, by a loop on the SDK's client, and by other tools
              --keys 100000        objects of each round
              --rounds 3           in turns, behind a first that does not count
              --window 64          copies at the same time
              --ways plain,lean    plain: the loop; copyPrefix on the client that is lean, sdk or given (the loop's)
              --rclone PATH        as --s5cmd and --aws: another tool, whose start counts
            for all:
              --heap 256m          of each process
              --threads 2          that make pages and merge, in check and listing
            """;

    private static final String SHAPES = "flat,clustered,dates,non_ascii,control,deep,numbers";

    private final Map<String, String> options = new HashMap<>();
    private final PrintStream out;

    private BulkBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments);
    }

    /** Runs what the arguments ask for. */
    static void run(PrintStream out, String... arguments) throws IOException {
        BulkBenchmark benchmark = new BulkBenchmark(out);
        for (int at = 1; at + 1 < arguments.length; at += 2) {
            benchmark.options.put(arguments[at], arguments[at + 1]);
        }
        switch (arguments.length % 2 == 0 ? "" : arguments[0]) {
            case "check" -> benchmark.check();
            case "listing" -> benchmark.listing();
            case "copy" -> benchmark.copy();
            default -> out.print(HELP);
        }
    }

    private String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    private List<String> list(String name, String otherwise) {
        return Arrays.asList(option(name, otherwise).split(",", -1));
    }

    private List<String> heap() {
        return List.of("-Xmx" + option("--heap", "256m"));
    }

    /** The numbers of a process's last line. */
    private static long[] numbers(String line) {
        return Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    }

    /** A heap that is resident from the start: what more there is in the end is not of garbage that was let lie. */
    private List<String> residentHeap() {
        String heap = option("--heap", "256m");
        return List.of("-Xmx" + heap, "-Xms" + heap, "-XX:+AlwaysPreTouch");
    }

    private static long[] heard(List<String> heap, Class<?> main, String... arguments) throws IOException {
        try (JavaProcess process = new JavaProcess(heap, main, arguments)) {
            return numbers(process.hear());
        }
    }

    private void check() throws IOException {
        out.println(Table.head(
                "Keys of each side", "Time, s", "Keys/s", "CPU-ns a key", "kB a key", "LISTs / pages", "Peak RSS, MB"));
        for (String text : list("--keys", "1000000,10000000")) {
            long keys = Long.parseLong(text);
            long[] told = heard(
                    residentHeap(),
                    CheckProcess.class,
                    option("--shape", "flat"),
                    text,
                    option("--every", "100000"),
                    option("--lists", "16"),
                    option("--threads", "2"));
            out.println(Table.row(
                    Table.number(keys),
                    Table.number(told[0] / 1e9),
                    Table.number(2e9 * keys / told[0]),
                    Table.number(told[1] / 2.0 / keys),
                    Table.ratio(told[2] / 2e3 / keys),
                    ratio(told[3] / (keys / 500.0)),
                    Table.megabytes(told[4])));
        }
    }

    private void listing() throws IOException {
        out.println(Table.head(
                "Shape",
                "Time, s",
                "Keys/s",
                "One chain, s",
                "Faster by",
                "CPU-ns a key",
                "LISTs / pages",
                "Peak RSS, MB"));
        String keys = option("--keys", "10000000");
        double pages = Math.ceil(Long.parseLong(keys) / 1e3);
        String chain = option("--chain", "100");
        for (String shape : list("--shape", SHAPES)) {
            long[] one = heard(
                    heap(), ListProcess.class, shape, keys, chain + "000", "1", option("--delay", "50"), threads());
            long[] told = heard(
                    heap(),
                    ListProcess.class,
                    shape,
                    keys,
                    keys,
                    option("--lists", "64"),
                    option("--delay", "50"),
                    threads());
            double ofChain = one[0] / 1e9 / Long.parseLong(chain) * pages;
            out.println(Table.row(
                    shape,
                    ratio(told[0] / 1e9),
                    Table.number(pages * 1e12 / told[0]),
                    Table.number(ofChain),
                    ratio(ofChain / (told[0] / 1e9)),
                    Table.number(told[1] / pages / 1e3),
                    ratio(told[2] / pages),
                    Table.megabytes(told[3])));
        }
    }

    private String threads() {
        return option("--threads", "2");
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private void copy() throws IOException {
        String window = option("--window", "64");
        for (OtherTool tool : OtherTool.values()) {
            String program = option("--" + tool.name().toLowerCase(Locale.ROOT), "");
            if (!program.isEmpty() && !OtherTool.isThere(program)) {
                throw new IOException("No program is at " + program);
            }
        }
        out.println(Table.head(
                "Objects",
                "Way",
                "Round",
                "Copies/s",
                "to plain",
                "CPU-µs a copy",
                "to plain",
                "LISTs",
                "Requests a copy",
                "Copied twice",
                "Peak RSS, MB"));
        for (String keys : list("--keys", "100000")) {
            try (JavaProcess s3 = new JavaProcess(List.of("-Xmx256m", "-XX:+UseSerialGC"), BucketProcess.class)) {
                s3.say(keys);
                new CopyRounds(out, s3, s3.hear(), keys, window, heap())
                        .run(list("--ways", "plain,lean"), options, Integer.parseInt(option("--rounds", "3")));
            }
        }
    }
}
