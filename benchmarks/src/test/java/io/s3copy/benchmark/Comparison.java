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

import io.s3copy.benchmark.nulls3.Counts;
import io.s3copy.benchmark.nulls3.Operation;
import io.s3copy.benchmark.nulls3.Orders;
import io.s3copy.benchmark.way.CopiedObjects;
import io.s3copy.benchmark.way.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * All ways in turn, in every setting asked for: what each takes, and its ratio to the first.
 *
 * <p>What else runs on the machine only ever slows a round down: a table tells how many copies a second one of four
 * rounds reached. The system counts processor time in steps of 10 ms, so that is of all rounds together.
 */
final class Comparison {

    /** Opens connections, and lets the JIT see a new setting. */
    private static final int FIRST_COPIES = 1000;

    private record Lap(Measure measure, int peak) {}

    private final Options options;
    private final Target target;
    private final PrintStream out;

    Comparison(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        try (Workers workers = new Workers(options.heap, options.shared)) {
            for (boolean tls : options.tls) {
                warmUp(workers, tls);
                out.println();
                out.println(tls ? "HTTPS:" : "HTTP:");
                out.println();
                out.println(Table.head(
                        "Delay, ms",
                        "Window",
                        "Way",
                        "Copies/s",
                        "to (a)",
                        "CPU-µs a copy",
                        "to (a)",
                        "kB a copy",
                        "In flight at most",
                        "Peak RSS, MB"));
                for (int delay : target.isNull() ? options.delays : List.of(0)) {
                    for (int window : options.windows) {
                        compare(workers, tls, delay, window);
                    }
                }
            }
        }
    }

    private void warmUp(Workers workers, boolean tls) throws IOException, InterruptedException {
        target.order(Orders.delay(Duration.ZERO));
        int window = options.windows.get(0);
        for (Lane lane : options.lanes()) {
            workers.run(lane, order(lane, tls, window, options.warmUp));
        }
    }

    private void compare(Workers workers, boolean tls, int delay, int window) throws IOException, InterruptedException {
        Orders orders = Orders.delay(Duration.ofMillis(delay));
        Map<Lane, List<Lap>> laps = new LinkedHashMap<>();
        target.order(orders);
        for (Lane lane : options.lanes()) {
            workers.run(lane, order(lane, tls, window, Math.min(FIRST_COPIES, options.warmUp)));
            laps.put(lane, new ArrayList<>());
        }
        int copies = options.keys / options.rounds;
        for (int round = 0; round < options.rounds; round++) {
            for (Lane lane : options.lanes()) {
                target.order(orders);
                Measure measure = workers.run(lane, order(lane, tls, window, copies));
                Counts counts = target.counts();
                refuseOthers(lane, counts, copies);
                laps.get(lane).add(new Lap(measure, counts.peak()));
            }
        }
        List<Lap> base = laps.values().iterator().next();
        laps.forEach((lane, own) -> out.println(row(delay, window, lane, own, base)));
    }

    /** A way that makes other requests than one for each copy costs something else. */
    private void refuseOthers(Lane lane, Counts counts, int copies) throws IOException {
        if (target.isNull() && (counts.of(Operation.CopyObject) != copies || counts.total() != copies)) {
            throw new IOException(lane.title() + " made other requests than " + copies + " copies: " + counts);
        }
    }

    private String row(int delay, int window, Lane lane, List<Lap> laps, List<Lap> base) {
        return Table.row(
                target.isNull() ? String.valueOf(delay) : "-",
                String.valueOf(window),
                lane.title(),
                Table.number(rate(laps)),
                Table.ratio(rate(laps) / rate(base)),
                Table.number(cpu(laps)),
                Table.ratio(cpu(laps) / cpu(base)),
                Table.number(quantile(laps, Measure::allocatedEach, 0.5) / 1e3),
                target.isNull()
                        ? String.valueOf(laps.stream().mapToInt(Lap::peak).max().orElseThrow())
                        : "-",
                Table.megabytes(laps.get(laps.size() - 1).measure().peakRss()));
    }

    private static double rate(List<Lap> laps) {
        return quantile(laps, Measure::perSecond, 0.75);
    }

    private static double cpu(List<Lap> laps) {
        return laps.stream()
                .mapToDouble(lap -> lap.measure().cpuMicros())
                .average()
                .orElseThrow();
    }

    private static double quantile(List<Lap> laps, ToDoubleFunction<Measure> number, double share) {
        return Table.quantile(
                laps.stream().map(lap -> number.applyAsDouble(lap.measure())).toList(), share);
    }

    private Run order(Lane lane, boolean tls, int window, int copies) {
        Service service = target.service(tls, lane.crt(), window);
        CopiedObjects objects = target.objects(lane.way());
        return new Run(lane.way(), service, objects, window, copies, false);
    }
}
