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
package io.s3copy.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.demo.JobService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the service shows Prometheus, and what docs/metrics.md says that it shows. */
record Metrics(Map<String, String> types, Map<String, Double> samples) {

    /** The section of those that come and go with runs. */
    static final String WHILE_A_RUN = "Copies while a run is under way";

    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (s3copy_\\S+) (\\S+)$");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(s3copy_\\S+) (\\S+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(s3copy_\\w+)` \\| (\\w+) \\|");

    static Metrics of(JobService service) throws IOException, InterruptedException {
        String text = service.watch("metrics").body().replace(",}", "}");
        return new Metrics(
                pairs(TYPE, text),
                SAMPLE.matcher(text)
                        .results()
                        .collect(Collectors.toMap(one -> one.group(1), one -> Double.valueOf(one.group(2)))));
    }

    /** The documented ones, with their types. */
    static Map<String, String> documented() throws IOException {
        return pairs(ROW, page());
    }

    /** Those of a section. */
    static List<String> documented(String section) throws IOException {
        return Arrays.stream(page().split("\n## "))
                .filter(part -> part.startsWith(section + "\n"))
                .flatMap(part -> ROW.matcher(part).results())
                .map(row -> row.group(1))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("s3copy.root"), "docs", "metrics.md"));
    }

    private static Map<String, String> pairs(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        (MatchResult one) -> one.group(1), one -> one.group(2), (one, same) -> one, TreeMap::new));
    }

    /** All that is shown is documented, with its type. */
    void expectDocumented() throws IOException {
        assertThat(types).isNotEmpty();
        assertThat(documented()).containsAllEntriesOf(types);
    }

    /** A sample, by its name and its labels in the order of their names. */
    double value(String sample) {
        assertThat(samples).containsKey(sample);
        return samples.get(sample);
    }
}
