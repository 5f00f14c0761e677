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

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The command: prints tables in Markdown. docs/performance.md says what they mean. */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments);
    }

    /** Runs what the arguments ask for. */
    static void run(PrintStream out, String... arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments);
        if (options.help) {
            out.print(Options.HELP);
            return;
        }
        out.println("java " + Runtime.version() + ", " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors; benchmark "
                + String.join(" ", arguments));
        try (Target target = Target.open(options)) {
            if (options.multipart) {
                new LargeObject(options, target, out).run();
            } else if (options.million > 0) {
                new ManyCopies(options, target, out).run();
            } else {
                new Comparison(options, target, out).run();
            }
        }
    }
}
