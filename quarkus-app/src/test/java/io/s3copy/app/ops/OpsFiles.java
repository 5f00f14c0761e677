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
package io.s3copy.app.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What operators take of this repository: the files of {@code ops/}, and the pages about them. */
final class OpsFiles {

    static final Path RULES = Path.of("../ops/prometheus/s3copy-alerts.yml");
    static final Path RULES_TEST = Path.of("../ops/prometheus/s3copy-alerts.test.yml");
    static final Path DASHBOARD = Path.of("../ops/grafana/s3copy.json");
    static final Path RUNBOOKS = Path.of("../docs/runbooks");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(s3copy_\\w+)` \\| (\\w+) \\|");
    private static final Pattern METRIC = Pattern.compile("\\b(?:s3copy|jvm|process)_\\w+");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private OpsFiles() {}

    static JsonNode yaml(Path file) throws IOException {
        return YAML.readTree(Files.readString(file));
    }

    /** The rules of all groups. */
    static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        yaml(RULES).path("groups").forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    static JsonNode dashboard() throws IOException {
        return JSON.readTree(Files.readString(DASHBOARD));
    }

    /** What a dashboard asks for. */
    static List<String> expressions() throws IOException {
        List<String> asked = new ArrayList<>();
        dashboard()
                .path("panels")
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> asked.add(target.path("expr").asText())));
        return asked;
    }

    /** The metrics that an expression names: those of ours, of the JVM and of the process. */
    static Set<String> metrics(String expression) {
        return METRIC.matcher(expression)
                .results()
                .map(one -> one.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What docs/metrics.md says there is; of a histogram, its series. */
    static Set<String> documented() throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("../docs/metrics.md")));
        while (row.find()) {
            if (row.group(2).equals("histogram")) {
                List.of("_bucket", "_count", "_sum").forEach(series -> names.add(row.group(1) + series));
            } else {
                names.add(row.group(1));
            }
        }
        return names;
    }

    /** The names of pages that are a runbook. */
    static Set<String> runbooks() throws IOException {
        try (var pages = Files.list(RUNBOOKS)) {
            return pages.map(page -> page.getFileName().toString())
                    .filter(page -> !page.equals("README.md"))
                    .map(page -> page.replaceFirst("\\.md$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
