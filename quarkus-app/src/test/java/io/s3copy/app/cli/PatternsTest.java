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
package io.s3copy.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.app.cli.Patterns.Filter;
import io.s3copy.app.config.SettingsException;
import io.s3copy.text.Glob;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTest {

    private static Filter include(String pattern) {
        return new Filter(pattern, null);
    }

    private static Filter exclude(String pattern) {
        return new Filter(null, pattern);
    }

    @Test
    void habitOfAwsCliMeansTheIncludesAlone() {
        assertThat(Patterns.options("in/", null, List.of(exclude("*"), include("*.jpg"), exclude("tmp/*"))))
                .containsEntry("include", "/in/**.jpg")
                .containsEntry("exclude", "/in/tmp/**");
    }

    @Test
    void excludeOfAllAloneLeavesNothing() {
        assertThat(Patterns.options("", null, List.of(exclude("*"))))
                .containsEntry("include", "")
                .containsEntry("exclude", "/**");
        assertThat(Patterns.options("", null, List.of(include("a"), exclude("*"))))
                .containsEntry("exclude", "/**");
    }

    @Test
    void includeThatWouldBringBackIsRefused() {
        assertThatThrownBy(() -> Patterns.options("", null, List.of(exclude("*.tmp"), include("keep.tmp"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--include=keep.tmp: comes after an --exclude")
                .hasMessageContaining("Write the includes first");
    }

    @Test
    void includeBesideAWildcardIsRefused() {
        assertThatThrownBy(() -> Patterns.options("", "/a**b", List.of(include("c"))))
                .hasMessageContaining("the source has a pattern already");
        assertThat(Patterns.options("", "/a**b", List.of(exclude("c"))))
                .containsEntry("include", "/a**b")
                .containsEntry("exclude", "/c");
    }

    @ParameterizedTest
    @CsvSource({
        "'', *.jpg, a/b/c.jpg, true",
        "'', *.jpg, c.jpg.txt, false",
        "in/, 2026/*, in/2026/x/y, true",
        "in/, 2026/*, in/old/2026/x, false",
        "'i[n]{x}*?/', *, 'i[n]{x}*?/k', true",
        "'i[n]{x}*?/', *, 'i[n]{x}ab/k', false",
        "'a,b/', x, 'a,b/x', true",
        "'', a?c, abc, true",
        "'', a?c, a/c, false"
    })
    void starIsAnythingAndTheFolderIsAsItIs(String folder, String pattern, String key, boolean matches) {
        assertThat(Glob.of(Patterns.anchored(folder, "--include", pattern)).matches(key))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"'a,b'", "' a'", "'a '", "' '"})
    void whatThePatternsOfTheComponentCannotSayIsRefused(String pattern) {
        assertThatThrownBy(() -> Patterns.anchored("", "--exclude", pattern))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Write ? for such a character");
    }
}
