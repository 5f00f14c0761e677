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
package io.s3copy.benchmark;

import io.s3copy.benchmark.way.Ways;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What the command line says; {@link #HELP} is all of it. */
final class Options {

    static final String HELP = """
            What a copy costs, by several ways. Options (and what holds without them):
              --keys 50000         copies by each way, in each setting, over all rounds
              --rounds 50          in how many turns: a b c d a b c d ...
              --warm-up 40000      copies before that, by each way: the JIT needs them
              --ways a,b,c,d       a: S3AsyncClient, b: engine, c: route with s3copy:, d: route with aws2-s3:
                                   on as many connections, e: on the client that it builds by itself
              --window 64,256      copies at the same time
              --delay 0,20,100     ms until the null S3 answers
              --tls no             no, yes or both
              --engine netty       netty, crt or both
              --heap 512m          of each process that copies
              --shared             all ways in one process, instead of one each
              --endpoint URL       a real service instead of the null S3, with credentials and AWS_REGION from the
                                   environment; writes below the prefix s3copy-benchmark/ and removes it afterwards
              --bucket name        there
              --multipart          instead of the above: one object of 1 TiB, at 50 ms a part
              --million 1000000    instead of the above: memory after 10,000 copies and after so many
            """;

    int keys = 50_000;
    int rounds = 50;
    int warmUp = 40_000;
    List<Ways> ways = List.of(Ways.a, Ways.b, Ways.c, Ways.d);
    List<Integer> windows = List.of(64, 256);
    List<Integer> delays = List.of(0, 20, 100);
    List<Boolean> tls = List.of(false);
    List<Boolean> crt = List.of(false);
    String heap = "512m";
    boolean shared;
    URI endpoint;
    String bucket = "s3copy-benchmark";
    boolean multipart;
    int million;
    boolean help;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException when it says what {@link #HELP} does not
     */
    static Options parse(String... arguments) {
        Options options = new Options();
        Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
        while (!words.isEmpty()) {
            options.read(words.remove(), words);
        }
        if (options.keys < options.rounds || options.rounds < 1) {
            throw new IllegalArgumentException("--keys: at least one for each of --rounds");
        }
        return options;
    }

    private void read(String option, Deque<String> words) {
        switch (option) {
            case "--shared" -> shared = true;
            case "--multipart" -> multipart = true;
            case "--help" -> help = true;
            default -> read(option, words.isEmpty() ? "" : words.remove());
        }
    }

    private void read(String option, String value) {
        try {
            switch (option) {
                case "--keys" -> keys = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--warm-up" -> warmUp = Integer.parseInt(value);
                case "--ways" -> ways = list(value).map(Ways::valueOf).toList();
                case "--window" -> windows = list(value).map(Integer::valueOf).toList();
                case "--delay" -> delays = list(value).map(Integer::valueOf).toList();
                case "--tls" -> tls = either(value, "no", "yes");
                case "--engine" -> crt = either(value, "netty", "crt");
                case "--heap" -> heap = value;
                case "--endpoint" -> endpoint = URI.create(value);
                case "--bucket" -> bucket = value;
                case "--million" -> million = Integer.parseInt(value);
                default -> throw new IllegalArgumentException("there is no such option");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " " + value + ": " + e.getMessage(), e);
        }
    }

    private static Stream<String> list(String value) {
        return Arrays.stream(value.split(",", -1));
    }

    private static List<Boolean> either(String value, String no, String yes) {
        if (value.equals("both")) {
            return List.of(false, true);
        } else if (!value.equals(no) && !value.equals(yes)) {
            throw new IllegalArgumentException("it is " + no + ", " + yes + " or both");
        }
        return List.of(value.equals(yes));
    }

    /** All that are compared, in the order of a round; the first is what the others are measured by. */
    List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        for (Ways way : ways) {
            for (boolean runtime : crt) {
                boolean hasRuntime = way != Ways.d && way != Ways.e;
                if (hasRuntime || !runtime) {
                    lanes.add(new Lane(way, runtime));
                }
            }
        }
        return lanes;
    }
}
