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
package io.s3copy.bulk.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s3copy.engine.s3.ListedObject;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.text.Glob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which objects a run works on. */
class ObjectFilterTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static ListedObject object(String key, long size, Instant written, String storageClass) {
        return new ListedObject(key, size, null, written, storageClass, List.of(), null, null);
    }

    private static String refusal(FilterOptions options, ListedObject object) {
        return options.build(NOW).refusal(object).map(Refusal::toString).orElse("");
    }

    @Test
    void withoutOptionsEveryObjectIsWorkedOn() {
        assertThat(ObjectFilter.ALL.refusal(ListedObject.of("a", 0, null, null)))
                .isEmpty();
        assertThat(ObjectFilter.ALL.needsTags()).isFalse();
        assertThat(ObjectFilter.ALL.prefix()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.jpg, ''",
        "x/b.png, ''",
        "a.txt, not-included",
        "x/tmp/a.jpg, excluded",
    })
    void patternsDecideAboutKeysAndExcludeWins(String key, String refusal) {
        FilterOptions options = new FilterOptions().include("*.jpg, *.png").exclude("tmp/**");
        assertThat(refusal(options, ListedObject.of(key, 1, null, null))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"1023, too-small", "1024, ''", "2048, ''", "2049, too-large", "-1, ''"})
    void sizesIncludeTheirEndsAndWhatIsUnknown(long size, String refusal) {
        assertThat(refusal(new FilterOptions().minSize("1KiB").maxSize("2KiB"), ListedObject.of("a", size, null, null)))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, too-old",
        "2026-01-01T00:00:01Z, ''",
        "2026-01-31T23:59:59Z, ''",
        "2026-02-01T00:00:00Z, too-new",
    })
    void timesAreOfABetween(Instant written, String refusal) {
        FilterOptions options = new FilterOptions().newerThan("2026-01-01").olderThan("2026-02-01T00:00:00Z");
        assertThat(refusal(options, object("a", 1, written, null))).isEqualTo(refusal);
        assertThat(refusal(options, object("a", 1, null, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P11D, too-old", "P10D, ''", "PT12H, ''", "PT11H, too-new"})
    void agesAreCountedFromTheBeginningOfTheRun(Duration age, String refusal) {
        FilterOptions options = new FilterOptions().minAge("12h").maxAge("10d");
        assertThat(refusal(options, object("a", 1, NOW.minus(age), null))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"STANDARD, other-storage-class", "STANDARD_IA, ''", "GLACIER, ''", ", ''"})
    void storageClassesAreThoseOfTheList(String storageClass, String refusal) {
        assertThat(refusal(
                        new FilterOptions().storageClasses("standard_ia, GLACIER"), object("a", 1, null, storageClass)))
                .isEqualTo(refusal);
    }

    @Test
    void tagsMustAllBeThere() {
        ObjectFilter filter = new FilterOptions().tags("team=a+b&env=prod").build(NOW);
        assertThat(filter.needsTags()).isTrue();
        assertThat(filter.refusal(Map.of("team", "a b", "env", "prod", "more", "x")))
                .isEmpty();
        assertThat(filter.refusal(Map.of("team", "a b"))).contains(Refusal.OTHER_TAGS);
        assertThat(filter.refusal(Map.of("team", "b", "env", "prod"))).contains(Refusal.OTHER_TAGS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/2026/**|2026/",
                "/2026/01/*,/2026/02/*|2026/0",
                "/2026/*,*.jpg|''",
                "2026/*|''",
                "/a😀*,/a😁*|a",
            })
    void aListingNeedsToLookOnlyWhereAllPatternsBegin(String patterns, String prefix) {
        assertThat(new FilterOptions().include(patterns).build(NOW).prefix()).isEqualTo(prefix);
    }

    @Property(tries = 1000)
    void noKeyThatIsIncludedLiesOutsideOfThePrefix(@ForAll @IntRange(max = 5) int one, @ForAll long seed) {
        List<String> patterns = List.of("/a/*", "/a/b**", "/ab?", "/a\\*", "b/*", "/**");
        String two = patterns.get(one) + "," + patterns.get((int) Math.floorMod(seed, 6L));
        ObjectFilter filter = new FilterOptions().include(two).build(NOW);
        Random random = new Random(seed);
        StringBuilder key = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            key.append("ab/*".charAt(random.nextInt(4)));
        }
        if (filter.refusal(ListedObject.of(key.toString(), 1, null, null)).isEmpty()) {
            assertThat(key.toString()).startsWith(filter.prefix());
        }
        assertThat(Glob.of(patterns.get(one)).toString()).isEqualTo(patterns.get(one));
    }

    @Test
    void whatIsWrongNamesTheOptionItsValueTheRuleAndTheFix() {
        FilterOptions options = new FilterOptions();
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> options.include("*.jpg,[a]"))
                .withMessageContaining("option include = '[a]'");
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> options.minSize("big"))
                .withMessageContaining("option minSize = 'big': is not a size");
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> options.newerThan("yesterday"))
                .withMessageContaining("option modifiedAfter = 'yesterday': is not a date");
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> options.maxAge("5 years"))
                .withMessageContaining("option maxAge = '5 years': is no age");
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> options.minAge("-PT5S"))
                .withMessageContaining("option minAge");
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> options.storageClasses("GLACIER;IA"))
                .withMessageContaining("option storageClasses");
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> options.tags("a"))
                .withMessageContaining("option filterTags = 'a': is no list of tags");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> new FilterOptions().minSize("2").maxSize("1").build(NOW))
                .withMessageContaining("minSize");
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> new FilterOptions()
                        .newerThan("2026-02-01")
                        .olderThan("2026-01-01")
                        .build(NOW))
                .withMessageContaining("modifiedAfter");
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> new FilterOptions().minAge("10d").maxAge("9d").build(NOW))
                .withMessageContaining("maxAge");
    }
}
