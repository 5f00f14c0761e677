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
package io.s3copy.testkit.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.testkit.KeyOrder;
import io.s3copy.testkit.synthetic.Difference.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Computed keys are in the order of S3, are found again, and differ as often as is said. */
class KeySpaceTest {

    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

    private static int compareBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static KeySpace otherSide(KeySpace space, boolean differs, Set<Kind> kinds) {
        return differs ? new Difference(space, 100, kinds) : space;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("\u0001", " ", "%", "+", "/", "0", "9", "a", "f", "z", "\u00e9", "\ue000", "\ud83d\ude00")
                .list()
                .ofMaxSize(6)
                .map(characters -> String.join("", characters));
    }

    @Property(tries = 500)
    void keysRiseByTheirBytes(
            @ForAll Shape shape,
            @ForAll @LongRange(min = 3, max = Shape.MOST) long size,
            @ForAll long seed,
            @ForAll boolean differs,
            @ForAll Set<Kind> kinds,
            @ForAll @LongRange(min = 0) long any) {
        KeySpace space = otherSide(shape.of(size, seed), differs, kinds);
        long index = any % (space.size() - 1);
        String key = space.key(index);
        assertThat(compareBytes(key, space.key(index + 1))).isNegative();
        assertThat(key.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
        assertThat(space.key(index)).isEqualTo(key);
    }

    @Property(tries = 500)
    void aKeyIsFoundWhereItIs(
            @ForAll Shape shape,
            @ForAll @LongRange(min = 1, max = Shape.MOST) long size,
            @ForAll boolean differs,
            @ForAll Set<Kind> kinds,
            @ForAll @LongRange(min = 0) long any) {
        KeySpace space = otherSide(shape.of(size, 7), differs, kinds);
        if (space.size() == 0) {
            return;
        }
        long index = any % space.size();
        assertThat(space.firstFrom(space.key(index))).isEqualTo(index);
        assertThat(space.indexOf(space.key(index))).isEqualTo(index);
        assertThat(space.firstAfter(space.key(index))).isEqualTo(index + 1);
        assertThat(space.indexOf(space.key(index) + "\u0001")).isEqualTo(-1);
    }

    @Property(tries = 500)
    void whatIsBehindAnyTextBeginsWhereKeysBegin(
            @ForAll Shape shape,
            @ForAll @LongRange(min = 1, max = Shape.MOST) long size,
            @ForAll("texts") String end,
            @ForAll @LongRange(min = 0) long any,
            @ForAll boolean near) {
        KeySpace space = shape.of(size, 7);
        String text = near ? space.key(any % size) + end : end;
        long first = space.firstAfter(text);
        assertThat(first == size || compareBytes(space.key(first), text) > 0).isTrue();
        assertThat(first == 0 || compareBytes(space.key(first - 1), text) <= 0).isTrue();
    }

    @Property(tries = 300)
    void theOrderIsThatOfBytes(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(Integer.signum(KeyOrder.compare(one, other))).isEqualTo(Integer.signum(compareBytes(one, other)));
    }

    @Property(tries = 100)
    void pagesTogetherAreAllKeys(
            @ForAll Shape shape,
            @ForAll @IntRange(min = 0, max = 2_500) int size,
            @ForAll @IntRange(min = 1, max = 1_200) int most) {
        KeySpace space = shape.of(size);
        List<String> keys = new ArrayList<>();
        long from = 0;
        while (from >= 0) {
            SyntheticBucket.Page page = SyntheticBucket.full(space).page("", from, most);
            assertThat(page.length()).isLessThanOrEqualTo(Math.min(most, 1_000));
            for (int at = 0; at < page.length(); at++) {
                keys.add(page.key(at));
            }
            from = page.next();
        }
        assertThat(keys).hasSize(size).doesNotHaveDuplicates();
        for (int index = 0; index < size; index++) {
            assertThat(keys.get(index)).isEqualTo(space.key(index));
        }
    }

    /** What an object says of itself, for comparison. */
    private record Said(long size, String eTag) {}

    private static Map<String, Said> all(KeySpace space) {
        Map<String, Said> all = new TreeMap<>();
        for (long index = 0; index < space.size(); index++) {
            all.put(space.key(index), new Said(space.objectSize(index), space.eTag(index)));
        }
        return all;
    }

    @Property(tries = 200)
    void differencesAreAsManyAsIsSaid(
            @ForAll Shape shape,
            @ForAll @IntRange(min = 0, max = 400) int size,
            @ForAll @IntRange(min = 4, max = 90) int every,
            @ForAll Set<Kind> kinds) {
        KeySpace space = shape.of(size);
        Difference difference = new Difference(space, every, kinds);
        Map<String, Said> one = all(space);
        Map<String, Said> other = all(difference);
        assertThat(other).hasSize((int) difference.size());

        Map<Kind, Long> found = new EnumMap<>(Kind.class);
        ALL.forEach(kind -> found.put(kind, 0L));
        Set<String> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        for (String key : keys) {
            Said here = one.get(key);
            Said there = other.get(key);
            if (there == null) {
                found.merge(Kind.MISSING, 1L, Long::sum);
            } else if (here == null) {
                found.merge(Kind.EXTRA, 1L, Long::sum);
            } else {
                found.merge(Kind.SIZE, here.size == there.size ? 0L : 1L, Long::sum);
                found.merge(Kind.ETAG, here.eTag.equals(there.eTag) ? 0L : 1L, Long::sum);
            }
        }
        ALL.forEach(kind -> assertThat(found.get(kind)).as(kind.name()).isEqualTo(difference.count(kind)));
    }

    @Example
    void aBillionKeysReachTheirEnd() {
        for (Shape shape : Shape.values()) {
            KeySpace space = shape.of(Shape.MOST);
            assertThat(space.firstAfter("")).isZero();
            assertThat(space.indexOf(space.key(Shape.MOST - 1))).isEqualTo(Shape.MOST - 1);
            assertThat(space.firstAfter(space.key(Shape.MOST - 1))).isEqualTo(Shape.MOST);
        }
    }

    @Example
    void oneHotPrefixHas99OfAHundredKeys() {
        KeySpace space = Shape.CLUSTERED.of(1_000_000);
        assertThat(space.firstFrom("data/hot0") - space.firstFrom("data/hot/")).isEqualTo(990_000);
    }

    @Example
    void datesRunThroughRealDays() {
        KeySpace space = Shape.DATES.of(3_653L * 24);
        assertThat(space.key(0)).isEqualTo("logs/2016/01/01/00/000000-0000000000.json");
        assertThat(space.firstFrom("logs/2016/02/29/") - space.firstFrom("logs/2016/02/28/"))
                .isBetween(23L, 25L);
        assertThat(space.firstFrom("logs/2017/02/30/") - space.firstFrom("logs/2017/02/29/"))
                .isZero();
        assertThat(space.key(space.size() - 1)).startsWith("logs/2025/12/31/23/");
    }

    @Example
    void someSpacesAreInAnotherOrderForJava() {
        KeySpace space = Shape.NON_ASCII.of(1_000);
        int wrong = 0;
        for (long index = 1; index < space.size(); index++) {
            wrong += space.key(index - 1).compareTo(space.key(index)) > 0 ? 1 : 0;
        }
        assertThat(wrong).isPositive();
    }

    @Example
    void seedsMakeOtherObjects() {
        KeySpace one = Shape.NUMBERS.of(10, 1);
        KeySpace other = Shape.NUMBERS.of(10, 2);
        assertThat(one.key(3)).isEqualTo(other.key(3)).isEqualTo("file-000000000003.dat");
        assertThat(one.eTag(3)).isNotEqualTo(other.eTag(3)).matches("\"[0-9a-f]{32}\"");
        assertThat(one.objectSize(3)).isNotNegative();
        assertThat(Shape.FLAT.of(10, 1).key(3))
                .isNotEqualTo(Shape.FLAT.of(10, 2).key(3));
    }

    @Example
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> Shape.FLAT.of(Shape.MOST + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Difference(Shape.FLAT.of(9), 3, ALL)).isInstanceOf(IllegalArgumentException.class);
    }
}
