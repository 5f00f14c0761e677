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

import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.testkit.synthetic.KeySpace;
import io.s3copy.testkit.synthetic.Shape;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How long a scan takes where a page takes long, without a clock: in rounds, in each of which all pages come that have been
 * asked for. One chain of pages takes as many rounds as it has pages.
 */
class ScanRoundsTest {

    /** Ten million keys in pages of 1,000, of which every hundredth is listed: what is between them changes no cut. */
    private static final long KEYS = 10_000_000;

    private static final int THINNED = Integer.getInteger("s3copy.scan.thinned", 100);
    private static final int PAGE = 1_000 / THINNED;
    private static final long PAGES = KEYS / THINNED / PAGE;

    private static final int WIDTH = 64;

    /** Answers in rounds. All is done by one thread, so that each run is like the one before. */
    private static final class Rounds implements ListCalls {
        private final KeySpace space;
        private final Queue<Runnable> tasks = new ArrayDeque<>();
        private List<Runnable> asked = new ArrayList<>();
        private long lists;
        private long rounds;
        private int most;

        private Rounds(KeySpace space) {
            this.space = space;
        }

        @Override
        public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
            lists++;
            CompletableFuture<ObjectPage> answer = new CompletableFuture<>();
            asked.add(() -> answer.complete(page(query)));
            return answer;
        }

        @Override
        public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
            throw new UnsupportedOperationException("no versions are asked for");
        }

        private ObjectPage page(ListQuery query) {
            long from = query.token() != null
                    ? Long.parseLong(query.token())
                    : query.after() == null ? 0 : (space.firstAfter(query.after()) + THINNED - 1) / THINNED;
            long end = Math.min(from + query.maxKeys(), (space.size() + THINNED - 1) / THINNED);
            List<ListedObject> objects = new ArrayList<>();
            for (long at = from; at < end; at++) {
                objects.add(ListedObject.of(space.key(at * THINNED), 1, null, null));
            }
            return end * THINNED >= space.size()
                    ? ObjectPage.last(objects)
                    : new ObjectPage(objects, null, Long.toString(end), true);
        }

        /** Goes on until the end. */
        private boolean run(CompletableFuture<Boolean> end) {
            while (true) {
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                if (end.isDone()) {
                    return end.join();
                }
                assertThat(asked).as("what is waited for").isNotEmpty();
                rounds++;
                most = Math.max(most, asked.size());
                List<Runnable> due = asked;
                asked = new ArrayList<>();
                due.forEach(Runnable::run);
            }
        }
    }

    /** Counts keys, which have to be within their range. */
    private static final class Counted implements RangeSink<KeyRange[]> {
        private long keys;
        private long outside;

        @Override
        public KeyRange[] open(KeyRange range) {
            return new KeyRange[] {range};
        }

        @Override
        public KeyRange[] cut(KeyRange[] range, String at) {
            KeyRange[] other = open(range[0].behind(at));
            range[0] = range[0].until(at);
            return other;
        }

        @Override
        public CompletableFuture<Void> take(KeyRange[] range, List<KeyPair> pairs, @Nullable String through) {
            for (KeyPair pair : pairs) {
                outside += range[0].contains(pair.source().key()) ? 0 : 1;
            }
            keys += pairs.size();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void ended(KeyRange[] range) {
            // all that is asked is how many there were
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void tenMillionKeysOfAnyShapeTakeATenthOfOneChain(Shape shape) {
        Rounds server = new Rounds(shape.of(KEYS));
        Counted given = new Counted();
        Requests requests = new Requests(
                new RequestWindow(1_000, 1_000),
                new Retries(Duration.ZERO, Runnable::run),
                () -> "a listing",
                Requests.Retried.NONE);
        PrefixListing listing =
                new PrefixListing(server, requests, ListQuery.of("b", "").maxKeys(PAGE), false);
        RangeScan<KeyRange[]> scan =
                new RangeScan<>(List.of(listing), given, WIDTH, server.tasks::add, new Boundaries());

        assertThat(server.run(scan.run(List.of(KeyRange.ALL)))).isTrue();

        assertThat(given.keys).isEqualTo(KEYS / THINNED);
        assertThat(given.outside).isZero();
        assertThat(server.lists).as("LISTs").isLessThanOrEqualTo(PAGES * 11 / 10);
        assertThat(server.most).as("at once").isLessThanOrEqualTo(WIDTH);
        assertThat(server.rounds).as("rounds, of %s pages", PAGES).isLessThanOrEqualTo(PAGES / 10);
    }
}
