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
package io.s3copy.bulk.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.text.Unicode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key of any key space is given once, in order, whatever is cut. */
class RangeScanTest {

    /** Of daemon threads: two engines run this class, and neither knows when the other has ended. */
    private static final ExecutorService POOL = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "scan");
        thread.setDaemon(true);
        return thread;
    });

    /** Properties may cut as they like; what it costs is asked below. */
    private static final double ANY_COST = 100;

    /** What a sink was given, and whether ranges were kept to. */
    private static final class Given implements RangeSink<Given.Part> {

        static final class Part {
            private KeyRange range;
            private @Nullable String last;
            private @Nullable String through;
            private boolean ended;

            Part(KeyRange range) {
                this.range = range;
            }
        }

        final TreeMap<String, KeyPair> pairs = new TreeMap<>(Unicode::compare);
        final List<String> faults = Collections.synchronizedList(new ArrayList<>());
        final List<Part> parts = Collections.synchronizedList(new ArrayList<>());
        int prefix;

        @Override
        public Part open(KeyRange range) {
            Part part = new Part(range);
            parts.add(part);
            return part;
        }

        @Override
        public synchronized Part cut(Part part, String at) {
            if (part.ended || (part.last != null && Unicode.compare(part.last, at) > 0)) {
                faults.add("a cut came too late");
            }
            Part other = open(part.range.behind(at));
            part.range = part.range.until(at);
            return other;
        }

        @Override
        public synchronized CompletableFuture<Void> take(Part part, List<KeyPair> some, @Nullable String through) {
            for (KeyPair pair : some) {
                ListedObject any = pair.source() == null ? pair.destination() : pair.source();
                String key = any.key().substring(pair.source() == null ? otherPrefix : prefix);
                if (!part.range.contains(key)) {
                    faults.add("a key lies outside of its range: " + key);
                }
                if (part.last != null && Unicode.compare(part.last, key) >= 0) {
                    faults.add("keys are not in order: " + key);
                }
                if (part.through != null && Unicode.compare(part.through, key) >= 0) {
                    faults.add("a key was said to have been given: " + key);
                }
                part.last = key;
                if (pairs.put(key, pair) != null) {
                    faults.add("a key came twice: " + key);
                }
            }
            part.through = through == null ? part.through : through;
            if (part.last != null && through != null && Unicode.compare(part.last, through) > 0) {
                faults.add("a key was given behind what all are given up to");
            }
            return ThreadLocalRandom.current().nextBoolean()
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.runAsync(() -> {}, POOL);
        }

        int otherPrefix;

        @Override
        public synchronized void ended(Part part) {
            if (part.ended) {
                faults.add("a range ended twice");
            }
            part.ended = true;
        }
    }

    private static PrefixListing listing(ListCalls calls, String prefix, int maxKeys) {
        Requests requests = new Requests(
                new RequestWindow(1_000, 1_000),
                new Retries(Duration.ZERO, Runnable::run),
                () -> "a listing",
                Requests.Retried.NONE);
        return new PrefixListing(calls, requests, ListQuery.of("b", prefix).maxKeys(maxKeys), false);
    }

    private static RangeScan<Given.Part> scan(Given given, int width, List<PrefixListing> listings, Boundaries hints) {
        given.prefix = listings.get(0).prefixLength();
        given.otherPrefix = listings.get(listings.size() - 1).prefixLength();
        Executor executor = POOL;
        return new RangeScan<>(listings, given, width, executor, hints, ANY_COST);
    }

    @Provide
    Arbitrary<Set<String>> keys() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars('a', 'b', '/', '0')
                .ofMinLength(1)
                .ofMaxLength(6);
        Arbitrary<String> any = Arbitraries.strings()
                .withChars('\u0001', '\n', 'z', '\uD7FF', '\uE000', '\uFFFD')
                .ofMaxLength(3);
        Arbitrary<String> beyond =
                Arbitraries.integers().between(0x10000, 0x10FFFF).map(point -> new String(Character.toChars(point)));
        Arbitrary<String> flat = Arbitraries.longs().map(Long::toHexString);
        return Arbitraries.oneOf(words, any, beyond, flat, words.map(word -> "one/hot/prefix/" + word))
                .filter(key -> !key.isEmpty())
                .set()
                .ofMaxSize(200);
    }

    @Property(tries = 300)
    void everyKeyComesOnceAndInOrder(
            @ForAll("keys") Set<String> keys,
            @ForAll @IntRange(min = 1, max = 7) int page,
            @ForAll @IntRange(min = 1, max = 9) int width) {
        Given given = new Given();
        boolean all = scan(given, width, List.of(listing(new ListedKeys(keys), "", page)), new Boundaries())
                .run(List.of(KeyRange.ALL))
                .join();
        assertThat(all).isTrue();
        assertThat(given.faults).isEmpty();
        assertThat(given.pairs.keySet()).containsExactlyElementsOf(ordered(keys));
        assertThat(given.parts).allMatch(part -> part.ended);
    }

    @Property(tries = 300)
    void twoSidesAreMergedAsSetsAre(
            @ForAll("keys") Set<String> one,
            @ForAll("keys") Set<String> other,
            @ForAll @IntRange(min = 1, max = 7) int page,
            @ForAll @IntRange(min = 1, max = 9) int width) {
        Given given = new Given();
        ListedKeys source = new ListedKeys(one.stream().map(key -> "in/" + key).toList());
        ListedKeys destination =
                new ListedKeys(other.stream().map(key -> "copies/of/" + key).toList());
        List<PrefixListing> sides = List.of(listing(source, "in/", page), listing(destination, "copies/of/", page + 1));
        scan(given, width, sides, new Boundaries()).run(List.of(KeyRange.ALL)).join();
        assertThat(given.faults).isEmpty();
        assertThat(keysWhere(given, pair -> pair.source() != null)).containsExactlyElementsOf(ordered(one));
        assertThat(keysWhere(given, pair -> pair.destination() != null)).containsExactlyElementsOf(ordered(other));
    }

    @Property(tries = 100)
    void rangesAndHintsChangeNothing(
            @ForAll("keys") Set<String> keys, @ForAll("keys") Set<String> cuts, @ForAll("keys") Set<String> hints) {
        List<KeyRange> ranges = new Boundaries(cuts).split(KeyRange.ALL, 5);
        Given given = new Given();
        scan(given, 4, List.of(listing(new ListedKeys(keys), "", 3)), new Boundaries(hints))
                .run(ranges)
                .join();
        assertThat(given.faults).isEmpty();
        assertThat(given.pairs.keySet()).containsExactlyElementsOf(ordered(keys));
    }

    @Property(tries = 100)
    void aServerThatBeginsAnywhereLosesNothing(@ForAll("keys") Set<String> keys, @ForAll("keys") Set<String> cuts) {
        ListedKeys server = new ListedKeys(keys);
        server.ignoresAfter = true;
        Given given = new Given();
        scan(given, 4, List.of(listing(server, "", 3)), new Boundaries())
                .run(new Boundaries(cuts).split(KeyRange.ALL, 4))
                .join();
        assertThat(given.faults).isEmpty();
        assertThat(given.pairs.keySet()).containsExactlyElementsOf(ordered(keys));
    }

    private static List<String> keysWhere(Given given, java.util.function.Predicate<KeyPair> which) {
        return given.pairs.entrySet().stream()
                .filter(one -> which.test(one.getValue()))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static Set<String> ordered(Set<String> keys) {
        Set<String> ordered = new TreeSet<>(Unicode::compare);
        ordered.addAll(keys);
        return ordered;
    }

    private static Stream<String> space(String shape, int size) {
        return IntStream.range(0, size).mapToObj(at -> {
            int mixed = Integer.reverse(at * 0x9E3779B1);
            return switch (shape) {
                case "flat" -> String.format(Locale.ROOT, "%08x-%08x", mixed, at);
                case "hot" ->
                    at % 100 == 0
                            ? String.format(Locale.ROOT, "%c/%d", 'a' + Math.floorMod(mixed, 26), at)
                            : String.format(Locale.ROOT, "logs/app-1/hot/%08x", mixed);
                case "dates" ->
                    String.format(Locale.ROOT, "in/2026/%02d/%02d/%02d/%d", at % 12 + 1, at % 28 + 1, at % 24, at);
                case "numbers" -> String.format(Locale.ROOT, "%012d", at);
                case "beyond" -> new String(Character.toChars(0x1F300 + Math.floorMod(mixed, 500))) + at;
                default -> throw new IllegalArgumentException(shape);
            };
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "hot", "dates", "numbers", "beyond"})
    void cutsCostNoMoreThanATenth(String shape) {
        Set<String> keys = space(shape, 100_000).collect(Collectors.toSet());
        ListedKeys server = new ListedKeys(keys);
        Given given = new Given();
        // pages of 100 make 1,000 of 100,000 keys
        RangeScan<Given.Part> scan =
                new RangeScan<>(List.of(listing(server, "", 100)), given, 16, POOL, new Boundaries());
        scan.run(List.of(KeyRange.ALL)).join();
        assertThat(given.faults).isEmpty();
        assertThat(given.pairs).hasSameSizeAs(keys);
        assertThat(server.lists.get()).isLessThanOrEqualTo(1_100).isEqualTo((int) scan.lists());
        // it was cut, and into parts that are worth it
        assertThat(given.parts).hasSizeGreaterThan(16);
    }

    @Test
    void whatWasFoundMakesTheNextScanParallelAtOnce() {
        Set<String> keys = space("dates", 20_000).collect(Collectors.toSet());
        Given first = new Given();
        RangeScan<Given.Part> found =
                new RangeScan<>(List.of(listing(new ListedKeys(keys), "", 100)), first, 1, POOL, new Boundaries());
        found.run(List.of(KeyRange.ALL)).join();
        Given second = new Given();
        RangeScan<Given.Part> scan =
                new RangeScan<>(List.of(listing(new ListedKeys(keys), "", 100)), second, 8, POOL, found.found());
        scan.run(List.of(KeyRange.ALL)).join();
        assertThat(second.faults).isEmpty();
        assertThat(second.pairs).hasSameSizeAs(keys);
        assertThat(second.parts).hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_200, 5_000})
    void whatWasFoundCostsNoMoreThanATenthEither(int size) {
        Set<String> keys = space("flat", size).collect(Collectors.toSet());
        RangeScan<Given.Part> found = new RangeScan<>(
                List.of(listing(new ListedKeys(keys), "", 100)), new Given(), 1, POOL, new Boundaries());
        found.run(List.of(KeyRange.ALL)).join();
        ListedKeys server = new ListedKeys(keys);
        Given given = new Given();
        new RangeScan<>(List.of(listing(server, "", 100)), given, 16, POOL, found.found())
                .run(List.of(KeyRange.ALL))
                .join();
        assertThat(given.pairs).hasSameSizeAs(keys);
        assertThat(server.lists.get()).isLessThanOrEqualTo(size / 100 * 11 / 10);
    }

    @Test
    void aBucketOfOnePageCostsOneRequest() {
        ListedKeys server = new ListedKeys(space("flat", 1_000).collect(Collectors.toSet()));
        Given given = new Given();
        new RangeScan<>(List.of(listing(server, "", 1_000)), given, 64, POOL, new Boundaries())
                .run(List.of(KeyRange.ALL))
                .join();
        assertThat(server.lists).hasValue(1);
    }

    @Test
    void aListOutOfOrderEndsTheScan() {
        ListCalls disordered = new ListCalls() {
            @Override
            public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
                return CompletableFuture.completedFuture(ObjectPage.last(
                        List.of(ListedObject.of("b", 1, null, null), ListedObject.of("a", 1, null, null))));
            }

            @Override
            public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
                return listObjects(query);
            }
        };
        Given given = new Given();
        assertThatThrownBy(() -> scan(given, 2, List.of(listing(disordered, "", 10)), new Boundaries())
                        .run(List.of(KeyRange.ALL))
                        .join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(ListingException.class)
                .hasMessageContaining("out of order: a comes behind b");
        assertThat(given.pairs).isEmpty();
    }
}
