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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    /** A run that makes another number of requests than copies fails by itself. */
    @Test
    void everyWayMakesOneRequestForEachCopyAndIsReported() throws Exception {
        ByteArrayOutputStream report = new ByteArrayOutputStream();

        Benchmark.run(
                new PrintStream(report, true, StandardCharsets.UTF_8),
                "--shared",
                "--keys",
                "200",
                "--rounds",
                "1",
                "--warm-up",
                "10",
                "--window",
                "8",
                "--delay",
                "1");

        assertThat(report.toString(StandardCharsets.UTF_8).lines())
                .as("a row for each way, with a number in each cell")
                .filteredOn(line -> line.matches("\\| 1 \\| 8 \\| \\([abcd]\\).*( \\| [\\d.,]+){7} \\|"))
                .hasSize(4);
    }
}
