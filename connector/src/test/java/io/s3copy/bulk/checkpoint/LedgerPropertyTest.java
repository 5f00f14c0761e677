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
package io.s3copy.bulk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Runs of any interleaving, each killed at any moment, until one comes to its end. */
class LedgerPropertyTest {

    /** What is left of the runs: works that were done, how often; and what the parts that count say. */
    private static final class World {
        private final int keys;
        private final int versions;
        private final Ledger.Limits limits;
        private final Map<Long, Integer> done = new HashMap<>();
        private final List<String> reported = new ArrayList<>();
        private List<Span<Long>> open = List.of(Span.all());
        private BulkCounts counts = BulkCounts.NONE;
        /** Works that had begun and were in no commit when they were killed. */
        private int lost;

        private World(int keys, int versions, Ledger.Limits limits) {
            this.limits = limits;
            this.keys = keys;
            this.versions = versions;
        }
    }

    /** A range that is worked on: the next of its keys, and what has begun. */
    private static final class Worker {
        private final RangeLedger<Long> range;
        private long next;
        private int version;

        private Worker(RangeLedger<Long> range) {
            this.range = range;
            Long after = range.span().after();
            this.next = after == null ? 0 : after + 1;
        }

        private long end(int keys) {
            Long upTo = range.span().upTo();
            return upTo == null ? keys : Math.min(keys, upTo + 1);
        }
    }

    private record Begun(long key, int version, Ticket ticket) {}

    @Property(tries = 400)
    void everyObjectIsDoneAndReportedOnceAndRepeatsAreWhatWasNotCommitted(
            @ForAll Random random,
            @ForAll @IntRange(min = 0, max = 60) int keys,
            @ForAll @IntRange(min = 1, max = 3) int versions,
            @ForAll @DoubleRange(min = 0, max = 0.05) double kills,
            @ForAll @IntRange(min = 0, max = 20) int maxHeld,
            @ForAll @IntRange(min = 0, max = 5) int maxDetached) {
        World world = new World(keys, versions, new Ledger.Limits(maxHeld, maxDetached));
        for (int attempt = 0; !world.open.isEmpty(); attempt++) {
            run(world, random, attempt < 30 ? kills : 0);
        }

        List<String> all = IntStream.range(0, keys * versions)
                .mapToObj(each -> name(each / versions, each % versions))
                .toList();
        assertThat(world.reported).containsExactlyInAnyOrderElementsOf(all);
        assertThat(world.counts.objects(What.COPIED)).isEqualTo((long) keys * versions);
        assertThat(world.done).hasSize(keys * versions);
        int works = world.done.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(works - keys * versions).isBetween(0, world.lost);
    }

    private void run(World world, Random random, double kills) {
        Ledger<Long> ledger = new Ledger<>(Comparator.<Long>naturalOrder(), world.open, world.counts, world.limits);
        List<Worker> workers = new ArrayList<>();
        ledger.ranges().forEach(range -> workers.add(new Worker(range)));
        List<Begun> begun = new ArrayList<>();
        Set<String> uncommitted = new HashSet<>();
        while (true) {
            if (random.nextDouble() < kills) {
                world.lost += uncommitted.size();
                return;
            }
            switch (random.nextInt(6)) {
                case 0, 1 -> begin(world, workers, begun, uncommitted, random);
                case 2, 3 -> end(world, begun, random, kills > 0);
                case 4 -> cut(world, workers, random);
                default -> {
                    Commit<Long> commit = ledger.commit();
                    assertDisjoint(commit.open());
                    commit.outcomes().forEach(one -> {
                        world.reported.add(one.key());
                        uncommitted.remove(one.key());
                    });
                    world.open = commit.open();
                    world.counts = commit.counts();
                    if (workers.isEmpty() && begun.isEmpty()) {
                        // nothing is left to do in this attempt: done, or what was abandoned is for the next
                        world.lost += uncommitted.size();
                        return;
                    }
                }
            }
        }
    }

    private void begin(World world, List<Worker> workers, List<Begun> begun, Set<String> uncommitted, Random random) {
        if (workers.isEmpty()) {
            return;
        }
        Worker worker = workers.get(random.nextInt(workers.size()));
        if (worker.next >= worker.end(world.keys)) {
            worker.range.ended();
            workers.remove(worker);
        } else {
            Ticket ticket = worker.range.begin(worker.next);
            begun.add(new Begun(worker.next, worker.version, ticket));
            uncommitted.add(name(worker.next, worker.version));
            worker.version++;
            if (worker.version == world.versions) {
                if (random.nextBoolean()) {
                    worker.range.through(worker.next);
                }
                worker.version = 0;
                worker.next++;
            }
        }
    }

    private void end(World world, List<Begun> begun, Random random, boolean mayAbandon) {
        if (begun.isEmpty()) {
            return;
        }
        Begun one = begun.remove(random.nextInt(begun.size()));
        if (mayAbandon && random.nextInt(20) == 0) {
            one.ticket().abandoned();
        } else {
            world.done.merge(one.key() * world.versions + one.version(), 1, Integer::sum);
            String name = name(one.key(), one.version());
            one.ticket().done(new BulkOutcome("a", name, null, What.COPIED, null, 0, "", 1, "b", name), true);
        }
    }

    private void cut(World world, List<Worker> workers, Random random) {
        if (workers.isEmpty()) {
            return;
        }
        Worker worker = workers.get(random.nextInt(workers.size()));
        long far = worker.next + random.nextInt(world.keys + 1);
        Long upTo = worker.range.span().upTo();
        if (upTo == null || far < upTo) {
            workers.add(new Worker(worker.range.cut(far)));
        }
    }

    private static void assertDisjoint(List<Span<Long>> open) {
        for (int i = 1; i < open.size(); i++) {
            Long end = open.get(i - 1).upTo();
            assertThat(end).isNotNull();
            assertThat(open.get(i).after()).isNotNull().isGreaterThanOrEqualTo(end);
        }
        assertThat(open)
                .isSortedAccordingTo(
                        Comparator.comparing(Span::after, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    private static String name(long key, int version) {
        return key + "/" + version;
    }
}
