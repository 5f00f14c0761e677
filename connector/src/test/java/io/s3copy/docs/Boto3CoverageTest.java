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
package io.s3copy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every behaviour of boto3's documents is where the coverage table says it is. */
class Boto3CoverageTest {

    private static final Path TABLE = Path.of("../docs/boto3-coverage.md");
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)#]+)#?([^)]*)\\)");

    /** What the first link of a row must look like, by its kind. */
    private static final Map<String, String> FIRST_LINK =
            Map.of("validation", "[A-Z]\\w+\\.\\w+", "pass-through", "example [a-z0-9-]+", "sentence", "page");

    static Stream<String> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Behaviour") && !line.startsWith("| ---"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void behaviourIsWhereTheTableSays(String row) throws IOException {
        List<String> cells = List.of(row.split("\\|"));
        assertThat(cells).hasSize(4);
        List<MatchResult> links = LINK.matcher(cells.get(3)).results().toList();
        assertThat(FIRST_LINK).containsKey(cells.get(2).trim());
        assertThat(links).isNotEmpty();
        assertThat(links.get(0).group(1)).matches(FIRST_LINK.get(cells.get(2).trim()));
        for (MatchResult link : links) {
            leadsToWhatItNames(link.group(1), TABLE.resolveSibling(link.group(2)), link.group(3));
        }
    }

    private static void leadsToWhatItNames(String text, Path file, String anchor) throws IOException {
        assertThat(file).exists();
        String content = Files.readString(file);
        if (text.equals("page")) {
            assertThat(content).contains("[[" + anchor + "]]");
        } else if (text.startsWith("example ")) {
            assertThat(content).contains("[[" + anchor + "]]", "// " + text.replace("example ", "example: ") + "\n");
            assertThat(ExampleRuns.all()).containsKey(text.substring("example ".length()));
        } else {
            assertThat(content).containsPattern("\\b" + text.substring(text.indexOf('.') + 1) + "\\b");
        }
    }
}
