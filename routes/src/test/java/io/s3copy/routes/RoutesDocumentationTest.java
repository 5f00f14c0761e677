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
package io.s3copy.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of properties, in the heads of the routes and in the documentation, say what the routes read. */
class RoutesDocumentationTest {

    private static final String ENDING = ".camel.yaml";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[?!]?([^:}]+)(?::[^}]*)?}}");
    private static final Pattern HEAD_ROW = Pattern.compile("^# +([a-z0-9-]+\\.[a-z0-9-]+) +\\S", Pattern.MULTILINE);
    private static final Pattern TABLE_ROW = Pattern.compile("^\\| `([a-z0-9-]+\\.[a-z0-9-]+)` \\|", Pattern.MULTILINE);

    static List<Path> routes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/s3copy/routes"))) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path route) {
        return route.getFileName().toString().replace(ENDING, "");
    }

    private static Set<String> found(Pattern what, String text) {
        return what.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a route reads of its own. */
    private static Set<String> read(Path route) throws IOException {
        return found(PLACEHOLDER, Files.readString(route).replaceAll("(?m)^ *#.*$", ""));
    }

    /** The rows about one route. */
    private static Set<String> documented(Path route) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs"))) {
            Set<String> rows = new TreeSet<>();
            for (Path file :
                    files.filter(RoutesDocumentationTest::isAboutRoutes).toList()) {
                rows.addAll(found(TABLE_ROW, Files.readString(file)));
            }
            rows.removeIf(row -> !row.startsWith(name(route) + "."));
            return rows;
        }
    }

    private static boolean isAboutRoutes(Path file) {
        return file.getFileName().toString().matches("routes.*\\.md");
    }

    @Test
    void thereAreRoutes() throws IOException {
        assertThat(routes()).extracting(RoutesDocumentationTest::name).contains("sqs-copy", "kafka-copy");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void propertiesAreNamedAfterTheirRoute(Path route) throws IOException {
        assertThat(read(route)).isNotEmpty().allMatch(property -> property.startsWith(name(route) + "."));
    }

    /** EventBridge never encodes keys. */
    @ParameterizedTest
    @MethodSource("routes")
    void eachReaderOfNotificationsCanBeToldHowTheirKeysAreWritten(Path route) throws IOException {
        String text = Files.readString(route);
        long readers = Pattern.compile("bodyAs: events|toType: s3copy:object-events")
                .matcher(text)
                .results()
                .count();
        long told = Pattern.compile("(eventKeys: |constant: )\"\\{\\{[?]?[a-z-]+\\.event-keys")
                .matcher(text)
                .results()
                .count();
        assertThat(told).isEqualTo(text.contains("eventFormat: eventbridge") ? 0 : readers);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void headOfTheFileListsWhatTheRouteReads(Path route) throws IOException {
        assertThat(found(HEAD_ROW, Files.readString(route))).isEqualTo(read(route));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void documentationListsWhatTheRouteReads(Path route) throws IOException {
        assertThat(documented(route)).isEqualTo(read(route));
    }
}
