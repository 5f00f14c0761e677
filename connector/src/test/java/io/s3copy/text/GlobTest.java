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
package io.s3copy.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns mean what users of rclone expect, at a cost that no key can raise. */
class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "*.jpg, a.jpg",
        "*.jpg, dir/sub/a.jpg",
        "*.jpg, .jpg",
        "/*.jpg, a.jpg",
        "/dir/*.jpg, dir/a.jpg",
        "dir/*.jpg, top/dir/a.jpg",
        "/dir/**, dir/a/b/c",
        "/dir/**, dir/",
        "/**.jpg, a/b.jpg",
        "a?c, abc",
        "a?c, a😀c",
        "a\\*c, a*c",
        "a\\\\c, a\\c",
        "\\[x\\], [x]",
        "a.c, a.c",
        "**, a/b",
        "//lead, /lead",
        "file***x, file-x",
        "/a*b*c, aXbYbZc",
    })
    void aPatternMatches(String pattern, String key) {
        assertThat(Glob.of(pattern).matches(key)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "*.jpg, a.jpeg",
        "*.jpg, a.jpg/b",
        "/*.jpg, dir/a.jpg",
        "/dir/*.jpg, dir/sub/a.jpg",
        "dir/*.jpg, xdir/a.jpg",
        "/dir/**, dir",
        "a?c, a/c",
        "a?c, ac",
        "a\\*c, abc",
        "a.c, abc",
        "jpg, a.jpg",
        "/a*b*c, aXbYbZ",
        "A, a",
    })
    void aPatternDoesNotMatch(String pattern, String key) {
        assertThat(Glob.of(pattern).matches(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a[bc]", "{a,b}", "a]", "}", "a\\"})
    void whatMeansNothingHereIsRefused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> Glob.of(pattern));
    }

    @Test
    void aPatternHasAtMost1024Characters() {
        assertThatIllegalArgumentException().isThrownBy(() -> Glob.of("a".repeat(1025)));
    }

    @Property(tries = 2000)
    void matchingIsThatOfTheRegularExpression(@ForAll("patterns") String pattern, @ForAll("keys") String key) {
        assertThat(Glob.of(pattern).matches(key))
                .isEqualTo(regex(pattern).matcher(key).matches());
    }

    @Test
    void hostileKeysDoNotMakeMatchingSlow() {
        Glob glob = Glob.of("**a*a**a*a**a*a**a*a**a*a**a*a**a*a**a*ab");
        String key = "a".repeat(1024);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(glob.matches(key)).isFalse());
    }

    private static Pattern regex(String glob) {
        StringBuilder regex = new StringBuilder(glob.startsWith("/") ? "" : "(?:.*/)?");
        String rest = glob.startsWith("/") ? glob.substring(1) : glob;
        for (int i = 0; i < rest.length(); i++) {
            switch (rest.charAt(i)) {
                case '*' -> {
                    boolean two = i + 1 < rest.length() && rest.charAt(i + 1) == '*';
                    regex.append(two ? ".*" : "[^/]*");
                    i += two ? 1 : 0;
                }
                case '?' -> regex.append("[^/]");
                default -> regex.append(Pattern.quote(rest.substring(i, i + 1)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab/*?").ofMinLength(1).ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withChars("ab/").ofMaxLength(10);
    }

    @ParameterizedTest
    @CsvSource({
        "/2026/*, 2026/",
        "/2026/a?b, 2026/a",
        "/a\\*b/**, a*b/",
        "/whole.txt, whole.txt",
        "//lead, /lead",
        "/**, ''",
        "2026/*, ''",
        "*.jpg, ''",
    })
    void whatAllKeysBeginWithIsThatOfAnchoredPatternsOnly(String pattern, String prefix) {
        assertThat(Glob.of(pattern).literalPrefix()).isEqualTo(prefix);
    }
}
