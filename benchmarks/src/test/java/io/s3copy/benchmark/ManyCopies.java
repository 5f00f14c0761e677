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

import io.s3copy.benchmark.nulls3.Orders;
import io.s3copy.benchmark.way.Ways;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/** Memory after a few copies, and after very many: it must not grow with them. Each in a new process. */
final class ManyCopies {

    private static final int FEW = 10_000;

    private final Options options;
    private final Target target;
    private final PrintStream out;

    ManyCopies(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        out.println(
                Table.head("Way", "Copies", "Copies/s", "CPU-µs a copy", "Peak RSS, MB", "Live heap at the end, MB"));
        target.order(Orders.delay(Duration.ZERO));
        for (Ways way : options.ways) {
            for (int copies : new int[] {FEW, options.million}) {
                try (Workers workers = new Workers(options.heap, true)) {
                    out.println(measure(workers, way, copies));
                }
            }
        }
    }

    private String measure(Workers workers, Ways way, int copies) throws IOException {
        int window = options.windows.get(0);
        Run run = new Run(way, target.service(false, false, window), target.objects(way), window, copies, true);
        Measure measure = workers.run(new Lane(way, false), run);
        return Table.row(
                way.title(),
                Table.number(copies),
                Table.number(measure.perSecond()),
                Table.number(measure.cpuMicros()),
                Table.megabytes(measure.peakRss()),
                Table.ratio(measure.live() / 1e6));
    }
}
