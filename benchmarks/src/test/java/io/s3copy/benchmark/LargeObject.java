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
import io.s3copy.benchmark.way.Ways;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One object of 1 TiB in parts: the time against parts / window × delay, the least that is possible, and against as
 * many small copies by a loop on the SDK's client, which shows what this machine lets through.
 */
final class LargeObject {

    private static final Duration DELAY = Duration.ofMillis(50);
    private static final int WARM_UP_COPIES = 10;
    private static final int ROUNDS = 10;
    private static final Lane LARGE = new Lane(Ways.m, false);
    private static final Lane PLAIN = new Lane(Ways.a, false);

    private final Options options;
    private final Target target;
    private final PrintStream out;

    LargeObject(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        out.println(Table.head(
                "Window",
                "Other calls, ms",
                "Parts",
                "Least time, s",
                "Time, s",
                "Ratio",
                "Best ratio",
                "Ratio of (a)",
                "In flight"));
        try (Workers workers = new Workers(options.heap, false)) {
            for (int window : options.windows) {
                target.order(new Orders(Duration.ZERO, Duration.ZERO, Ways.LARGE));
                workers.run(LARGE, order(Ways.m, window, WARM_UP_COPIES));
                workers.run(PLAIN, order(Ways.a, window, options.warmUp));
                for (Duration others : List.of(Duration.ZERO, DELAY)) {
                    out.println(measure(workers, window, others));
                }
            }
        }
    }

    private String measure(Workers workers, int window, Duration others) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        Counts counts = null;
        for (int round = 0; round < ROUNDS; round++) {
            target.order(new Orders(others, DELAY, Ways.LARGE));
            seconds.add(workers.run(LARGE, order(Ways.m, window, 1)).nanos() / 1e9);
            counts = target.counts();
            target.order(Orders.delay(DELAY));
            int copies = Math.toIntExact(counts.of(Operation.UploadPartCopy));
            plain.add(workers.run(PLAIN, order(Ways.a, window, copies)).nanos() / 1e9);
        }
        long parts = counts.of(Operation.UploadPartCopy);
        double least = (double) parts / window * DELAY.toMillis() / 1e3;
        double time = Table.median(seconds);
        return Table.row(
                String.valueOf(window),
                String.valueOf(others.toMillis()),
                String.valueOf(parts),
                Table.ratio(least),
                Table.ratio(time),
                Table.ratio(time / least),
                Table.ratio(Collections.min(seconds) / least),
                Table.ratio(Table.median(plain) / least),
                String.valueOf(counts.peak()));
    }

    /** One large copy at a time: the window is the engine's. */
    private Run order(Ways way, int window, int copies) {
        return new Run(way, target.service(false, false, window), target.objects(way), window, copies, false);
    }
}
