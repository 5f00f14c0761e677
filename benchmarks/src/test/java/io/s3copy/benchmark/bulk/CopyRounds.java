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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Copies of one bucket in all ways, in turns. */
final class CopyRounds {

    private static final String PLAIN = "plain";

    private final PrintStream out;
    private final JavaProcess s3;
    private final String endpoint;
    private final String keys;
    private final String window;
    private final List<String> heap;

    /** Of the last round of the plain loop: nanoseconds and CPU. */
    private long[] plain = {0, 0};

    CopyRounds(PrintStream out, JavaProcess s3, String endpoint, String keys, String window, List<String> heap) {
        this.out = out;
        this.s3 = s3;
        this.endpoint = endpoint;
        this.keys = keys;
        this.window = window;
        this.heap = heap;
    }

    /**
     * Runs them.
     *
     * @param programs where other tools are, by their option
     */
    void run(List<String> ways, Map<String, String> programs, int rounds) throws IOException {
        Map<String, JavaProcess> processes = new LinkedHashMap<>();
        try {
            for (String way : ways) {
                processes.put(way, new JavaProcess(heap, CopyProcess.class, way, endpoint, window));
            }
            for (int round = 0; round <= rounds; round++) {
                for (Map.Entry<String, JavaProcess> way : processes.entrySet()) {
                    begin();
                    way.getValue().say("");
                    long[] told = numbers(way.getValue().hear());
                    plain = way.getKey().equals(PLAIN) ? new long[] {told[1], told[2]} : plain;
                    row(name(way.getKey()), round, told[1], told[2], told[3]);
                }
                for (OtherTool tool : OtherTool.values()) {
                    String program = programs.get("--" + tool.name().toLowerCase(Locale.ROOT));
                    if (program != null) {
                        begin();
                        long[] told = tool.run(program, endpoint, window);
                        row(tool.name().toLowerCase(Locale.ROOT), round, told[0], told[1], told[2]);
                    }
                }
            }
        } finally {
            for (JavaProcess process : processes.values()) {
                process.close();
            }
        }
    }

    private static String name(String way) {
        return way.equals(PLAIN) ? "plain SDK loop" : "copyPrefix, " + way;
    }

    private static long[] numbers(String line) {
        return Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    }

    private void begin() throws IOException {
        s3.say(keys);
        s3.hear();
    }

    private void row(String way, int round, long nanos, long cpu, long rss) throws IOException {
        s3.say("");
        long[] asked = numbers(s3.hear());
        double objects = Long.parseLong(keys);
        if (asked[0] != objects) {
            throw new IOException(way + " made " + asked[0] + " copies of " + keys);
        }
        out.println(Table.row(
                Table.number(asked[0]),
                way,
                round == 0 ? "first" : Integer.toString(round),
                Table.number(objects * 1e9 / nanos),
                plain[0] == 0 ? "" : Table.ratio((double) plain[0] / nanos),
                Table.number(cpu / 1e3 / objects),
                plain[1] == 0 ? "" : Table.ratio((double) cpu / plain[1]),
                Table.number(asked[2]),
                Table.ratio(asked[3] / objects),
                Table.number(asked[1]),
                Table.megabytes(rss)));
    }
}
