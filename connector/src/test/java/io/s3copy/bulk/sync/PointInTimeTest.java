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
package io.s3copy.bulk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ListedObject.Version;
import io.s3copy.text.Unicode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was current at an instant. */
class PointInTimeTest {

    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private static ListedObject version(String key, String id, @Nullable Instant written, boolean marker) {
        return new ListedObject(
                key, marker ? -1 : 1, null, written, null, List.of(), null, new Version(id, false, marker));
    }

    private static List<String> picked(Instant asOf, List<ListedObject> versions) {
        PointInTime picker = new PointInTime(asOf);
        List<String> picked = new ArrayList<>();
        versions.forEach(one -> picker.next(one)
                .ifPresent(object ->
                        picked.add(object.key() + "@" + object.version().id())));
        return picked;
    }

    @Test
    void ofEachKeyTheNewestThatIsNotYoungerIsPicked() {
        List<ListedObject> versions = List.of(
                version("a", "3", T0.plusSeconds(3), false),
                version("a", "2", T0.plusSeconds(2), false),
                version("a", "1", T0.plusSeconds(1), false),
                version("b", "9", T0.plusSeconds(9), false));
        assertThat(picked(T0.plusSeconds(2), versions)).containsExactly("a@2");
        assertThat(picked(T0.plusMillis(2999), versions)).containsExactly("a@2");
        assertThat(picked(T0, versions)).isEmpty();
        assertThat(picked(T0.plusSeconds(9), versions)).containsExactly("a@3", "b@9");
    }

    @Test
    void whereADeleteMarkerWasNothingIsPicked() {
        List<ListedObject> versions = List.of(
                version("a", "3", T0.plusSeconds(3), false),
                version("a", "2", T0.plusSeconds(2), true),
                version("a", "1", T0.plusSeconds(1), false));
        assertThat(picked(T0.plusSeconds(2), versions)).isEmpty();
        assertThat(picked(T0.plusSeconds(1), versions)).containsExactly("a@1");
        assertThat(picked(T0.plusSeconds(3), versions)).containsExactly("a@3");
    }

    @Test
    void ofEqualTimesTheOneListedFirstIsTheNewest() {
        assertThat(picked(T0, List.of(version("a", "2", T0, false), version("a", "1", T0, false))))
                .containsExactly("a@2");
        assertThat(picked(T0, List.of(version("a", "2", T0, true), version("a", "1", T0, false))))
                .isEmpty();
    }

    @Test
    void whatCannotBeToldIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picked(T0, List.of(version("b", "1", T0, false), version("a", "1", T0, false))))
                .withMessageContaining("out of order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picked(T0, List.of(version("a", "1", null, false))))
                .withMessageContaining("without its time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picked(T0, List.of(ListedObject.of("a", 1, null, T0))))
                .withMessageContaining("without its version id");
    }

    @Property(tries = 1000)
    void itPicksWhatTheNaiveReadingOfTheHistoryPicks(
            @ForAll("histories") @Size(max = 40) List<ListedObject> history, @ForAll @IntRange(max = 6) int second) {
        Instant asOf = T0.plusSeconds(second);
        List<ListedObject> written = new ArrayList<>(history);
        written.sort(
                Comparator.comparing(ListedObject::lastModified)); // stable: in one second, in the order of writing
        Map<String, ListedObject> bucket = new LinkedHashMap<>();
        for (ListedObject one : written) {
            boolean there = !one.lastModified().isAfter(asOf);
            if (there && one.isDeleteMarker()) {
                bucket.remove(one.key());
            } else if (there) {
                bucket.put(one.key(), one);
            }
        }
        List<ListedObject> listing = new ArrayList<>(written);
        Collections.reverse(listing);
        listing.sort(Comparator.comparing(ListedObject::key, Unicode::compare));
        assertThat(picked(asOf, listing))
                .containsExactlyInAnyOrderElementsOf(bucket.values().stream()
                        .map(object -> object.key() + "@" + object.version().id())
                        .toList());
    }

    @Provide
    Arbitrary<List<ListedObject>> histories() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "\uffee", "😀"),
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(true, false, false))
                .as((key, id, second, marker) -> version(key, Integer.toString(id), T0.plusSeconds(second), marker))
                .list();
    }
}
