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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the component page says outside of its routes. */
class ComponentPageTextTest {

    private static final Set<String> CHECKED_ELSEWHERE = Set.of("java", "xml", "yaml", "json", "properties");
    private static final Pattern COORDINATE = Pattern.compile("<(groupId|artifactId|version)>([^<]+)<");

    @Test
    void everyLanguageOnThePageHasATest() {
        assertThat(PageExample.all())
                .filteredOn(example -> !CHECKED_ELSEWHERE.contains(example.language()))
                .extracting(PageExample::name)
                .containsExactly("uri-format");
    }

    @Test
    void uriFormatIsThatOfTheCatalogue() {
        assertThat(only("uri-format")).startsWith(Catalogue.load().component("syntax"));
    }

    @Test
    void dependencyHasTheCoordinatesOfTheBuild() {
        Set<String> coordinates = COORDINATE
                .matcher(only("dependency"))
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll("^<[^>]+>|<$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Catalogue catalogue = Catalogue.load();
        assertThat(coordinates)
                .containsExactlyInAnyOrder(
                        catalogue.component("groupId"),
                        catalogue.component("artifactId"),
                        catalogue.component("version"));
    }

    @Test
    void everyLinkOnThePageLeadsSomewhere() throws IOException {
        String page = Files.readString(PageExample.PAGE);
        List<String> targets = Pattern.compile("<<([a-z0-9-]+)[,>]")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(targets).isNotEmpty().allSatisfy(target -> assertThat(page).contains("[[" + target + "]]"));
        assertThat(Pattern.compile("link:([^\\[]+)\\[").matcher(page).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(PageExample.PAGE.resolveSibling(Path.of(file)))
                        .exists());
    }

    /** A heading and the anchor before it; the ==== of tabs is none. */
    private static final Pattern HEADING = Pattern.compile("\\n(?:\\[\\[([a-z0-9-]+)]]\\n)?(={2,3}) ([^\\n]+)");

    private static final Pattern ENTRY = Pattern.compile("\\n(\\*{1,2}) <<([a-z0-9-]+),([^\\n]+)>>");

    @Test
    void contentsListEverySectionInItsOrder() throws IOException {
        String page = Files.readString(PageExample.PAGE);
        int begin = page.indexOf("[[contents]]");
        int end = page.indexOf("\n[[", begin + 1);
        List<String> listed = ENTRY.matcher(page.substring(begin, end))
                .results()
                .map(entry -> "=" + entry.group(1).replace('*', '=') + " " + entry.group(2) + " " + entry.group(3))
                .toList();
        List<String> sections = HEADING.matcher(page.substring(end))
                .results()
                .map(heading -> heading.group(2) + " " + heading.group(1) + " " + heading.group(3))
                .toList();
        assertThat(listed).hasSizeGreaterThan(40).containsExactlyElementsOf(sections);
    }

    @Test
    void everyAnchorOnThePageIsOne() throws IOException {
        assertThat(Pattern.compile("\\[\\[([a-z0-9-]+)]]")
                        .matcher(Files.readString(PageExample.PAGE))
                        .results()
                        .map(MatchResult::group))
                .doesNotHaveDuplicates();
    }

    private static String only(String name) {
        List<PageExample> found = PageExample.all().stream()
                .filter(example -> example.name().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).code();
    }
}
