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
package io.s3copy.bulk.run;

import static io.s3copy.bulk.run.RunsInMemory.keys;
import static io.s3copy.bulk.run.RunsInMemory.outcome;
import static io.s3copy.bulk.run.RunsInMemory.run;
import static io.s3copy.bulk.run.RunsInMemory.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.MemoryCheckpoints;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.bulk.run.RunsInMemory.Counted;
import io.s3copy.bulk.run.RunsInMemory.Report;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A run gives each object one outcome. */
class BulkRunTest {

    @Test
    void everyObjectIsDoneOnceAndNamedOnce() {
        List<String> keys = keys(5_000);
        Counted work = new Counted();
        Report report = new Report();
        BulkResult result = run(keys, work, new MemoryCheckpoints(), report, settings(32, 5))
                .start()
                .join();
        assertThat(result.finished()).isTrue();
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(5_000);
        assertThat(work.done.values()).hasSize(5_000).allMatch(times -> times.get() == 1);
        assertThat(work.most.get()).isLessThanOrEqualTo(32);
        assertThat(report.named())
                .hasSize(5_000)
                .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
        String folder = report.folders().iterator().next();
        assertThat(result.report().folder()).isEqualTo("memory/" + folder + "/");
        assertThat(result.report().manifest()).isEqualTo("memory/" + folder + "/manifest.json");
        assertThat(report.files).containsKeys("manifest.json", folder + "/manifest.json");
        assertThat(report.files.get(folder + "/summary.json")).contains("5000");
    }

    @Test
    void keysAreCountedInTheRangesThatListThem() {
        BulkRun run = run(keys(5_000), new Counted(), new MemoryCheckpoints(), new Report(), settings(32, 5));

        run.start().join();

        List<RangeHeat> ranges = run.progress().load().ranges();
        assertThat(ranges).hasSizeBetween(2, RunHeat.MOST);
        assertThat(ranges)
                .extracting(RangeHeat::keys)
                .filteredOn(keys -> keys > 0)
                .hasSizeGreaterThan(1);
        assertThat(ranges.stream().mapToLong(RangeHeat::keys).sum()).isEqualTo(5_000);
        for (int i = 1; i < ranges.size(); i++) {
            assertThat(ranges.get(i).after()).isEqualTo(ranges.get(i - 1).upTo());
        }
    }

    @Test
    void aJobThatRunsAgainReportsIntoAnotherFolder() {
        Report report = new Report();
        MemoryCheckpoints store = new MemoryCheckpoints();
        BulkResult first = run(keys(100), new Counted(), store, report, settings(4, 50))
                .start()
                .join();
        Map<String, String> before = Map.copyOf(report.files);
        BulkResult second = run(keys(100), new Counted(), store, report, settings(4, 50))
                .start()
                .join();
        assertThat(second.report().folder()).isNotEqualTo(first.report().folder());
        assertThat(report.folders()).hasSize(2);
        // what the first wrote stands, but for the manifest above both
        assertThat(report.files)
                .containsAllEntriesOf(before.entrySet().stream()
                        .filter(file -> file.getKey().contains("/"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(report.files.get("manifest.json")).isNotEqualTo(before.get("manifest.json"));
    }

    @Test
    void aListenerHearsOfEachObjectKeyAndRequest() {
        AtomicInteger ended = new AtomicInteger();
        AtomicLong read = new AtomicLong();
        AtomicLong lists = new AtomicLong();
        RunListener listener = new RunListener() {
            @Override
            public void ended(BulkOutcome outcome) {
                ended.incrementAndGet();
                throw new IllegalStateException("a listener that fails changes nothing");
            }

            @Override
            public void read(long keys) {
                read.addAndGet(keys);
                throw new IllegalStateException("a listener that fails changes nothing");
            }

            @Override
            public void made(String call, long number) {
                assertThat(call).isEqualTo("ListObjectsV2");
                lists.addAndGet(number);
                throw new IllegalStateException("a listener that fails changes nothing");
            }
        };
        BulkRun run = run(
                keys(500),
                new Counted(),
                new MemoryCheckpoints(),
                new Report(),
                settings(4, 50),
                new JobIdentity(Map.of("prefix", "")),
                listener);
        BulkResult result = run.start().join();
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(500);
        assertThat(ended).hasValue(500);
        assertThat(read).hasValue(500);
        assertThat(lists).hasValue(result.requests().byCall().get("ListObjectsV2"));
        assertThat(run.progress().left()).isZero();
        assertThat(run.progress().ranges()).isZero();
        assertThat(run.progress().ended()).isEqualTo(500);
    }

    @Test
    void anotherJobIsRefusedByName() {
        MemoryCheckpoints store = new MemoryCheckpoints();
        Counted work = new Counted();
        work.holds = true;
        BulkRun first =
                run(keys(100), work, store, new Report(), settings(4, 1), new JobIdentity(Map.of("prefix", "a/")));
        CompletableFuture<BulkResult> end = first.start();
        Awaitility.await().until(() -> work.held.size() == 4);
        first.stop();
        work.held.forEach(moment -> moment.complete(null));
        assertThat(catchThrowable(end::join)).hasCauseInstanceOf(BulkRunException.class);
        BulkRun other = run(
                keys(100), new Counted(), store, new Report(), settings(4, 1), new JobIdentity(Map.of("prefix", "b/")));
        assertThatThrownBy(() -> other.start().join()).cause().hasMessageContaining("prefix is 'b/', and was 'a/'");
    }

    /** Nobody else would hear of it, and the run would wait for ever. */
    @Test
    void workWhoseEndCannotBeToldEndsTheRun() {
        PairWork broken = new PairWork() {
            @Override
            public Decision decide(KeyPair pair) {
                return new Decision.Work(
                        1, 1, () -> CompletableFuture.failedFuture(refusal("InvalidObjectState", 403)));
            }

            @Override
            public BulkOutcome failed(KeyPair pair, Throwable failure) {
                throw new IllegalStateException("cannot be told");
            }
        };
        BulkRun run = run(keys(10), broken, new MemoryCheckpoints(), new Report(), settings(4, 50));
        assertThat(run.start())
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(BulkRunException.class)
                .withMessageContaining("cannot be told");
        assertThat(run.progress().atWork()).isZero();
    }

    @Test
    void tooManyFailuresEndTheRun() {
        PairWork failing = new PairWork() {
            @Override
            public Decision decide(KeyPair pair) {
                return new Decision.Work(
                        1, 1, () -> CompletableFuture.failedFuture(refusal("InvalidObjectState", 403)));
            }

            @Override
            public BulkOutcome failed(KeyPair pair, Throwable failure) {
                return new Outcomes("in", "out")
                        .failed(pair.source(), true, pair.source().key(), failure);
            }
        };
        RunSettings settings = new RunSettings(
                1, 4, Duration.ofMinutes(1), FailureLimit.parse("option maxFailures", "10"), null, false);
        BulkRun run = run(keys(1_000), failing, new MemoryCheckpoints(), new Report(), settings);
        assertThatThrownBy(() -> run.start().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(BulkRunException.class, why -> {
                    assertThat(why).hasMessageContaining("maxFailures is 10").hasMessageContaining("can be resumed");
                    assertThat(why.errorClass()).isEqualTo(ErrorClass.SYSTEMIC);
                    assertThat(why.result().counts().of(What.FAILED).codes()).containsOnlyKeys("InvalidObjectState");
                    assertThat(why.result().counts().objects(What.FAILED)).isBetween(11L, 20L);
                });
    }

    @Test
    void aConfigurationFaultHoldsTheRunUntilItIsFixed() {
        AtomicInteger refused = new AtomicInteger();
        List<String> copied = java.util.Collections.synchronizedList(new ArrayList<>());
        PairWork denied = new PairWork() {
            @Override
            public Decision decide(KeyPair pair) {
                String key = pair.source().key();
                return new Decision.Work(1, 1, () -> {
                    if (refused.incrementAndGet() <= 2) {
                        return CompletableFuture.failedFuture(refusal("ExpiredToken", 400));
                    }
                    copied.add(key);
                    return CompletableFuture.completedFuture(outcome(key, What.COPIED));
                });
            }

            @Override
            public BulkOutcome failed(KeyPair pair, Throwable failure) {
                throw new AssertionError("nothing fails", failure);
            }
        };
        BulkResult result = run(keys(300), denied, new MemoryCheckpoints(), new Report(), settings(8, 50))
                .start()
                .orTimeout(5, TimeUnit.MINUTES)
                .join();
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(300);
        assertThat(copied).hasSize(300);
    }

    /** Work that is refused by the keys. */
    private static PairWork denying(Predicate<String> keys) {
        return new PairWork() {
            @Override
            public Decision decide(KeyPair pair) {
                String key = pair.source().key();
                return new Decision.Work(
                        1,
                        1,
                        () -> keys.test(key)
                                ? CompletableFuture.failedFuture(refusal("AccessDenied", 403))
                                : CompletableFuture.completedFuture(outcome(key, What.COPIED)));
            }

            @Override
            public BulkOutcome failed(KeyPair pair, Throwable failure) {
                return outcome(pair.source().key(), What.FAILED);
            }
        };
    }

    @Test
    void theLastObjectsThatAreRefusedFailAndTheRunEnds() {
        String last = keys(300).get(299);
        String before = keys(300).get(298);
        BulkResult result = run(
                        keys(300),
                        denying(key -> key.equals(last) || key.equals(before)),
                        new MemoryCheckpoints(),
                        new Report(),
                        settings(8, 50))
                .start()
                .orTimeout(5, TimeUnit.MINUTES)
                .join();

        assertThat(result.finished()).isTrue();
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(298);
        assertThat(result.counts().objects(What.FAILED)).isEqualTo(2);
    }

    @Test
    void aRunOfFewObjectsThatAreAllRefusedSaysThatItIsHeld() {
        AtomicBoolean mended = new AtomicBoolean();
        BulkRun run =
                run(keys(2), denying(key -> !mended.get()), new MemoryCheckpoints(), new Report(), settings(8, 50));
        CompletableFuture<BulkResult> end = run.start();

        Awaitility.await().until(() -> run.progress().paused());
        assertThat(end).isNotDone();
        mended.set(true);

        assertThat(end.orTimeout(5, TimeUnit.MINUTES).join().counts().objects(What.COPIED))
                .isEqualTo(2);
    }

    private static S3CallException refusal(String code, int status) {
        return S3CallException.of(
                "CopyObject",
                CopyRequest.builder().destination("out", "k").source("in", "k").build(),
                S3CallException.Failure.of(code, status, "no"),
                null);
    }

    @Test
    void placesCanBeChangedWhileItRuns() {
        Counted work = new Counted();
        work.holds = true;
        BulkRun run = run(keys(200), work, new MemoryCheckpoints(), new Report(), settings(2, 50));
        CompletableFuture<BulkResult> end = run.start();
        Awaitility.await().until(() -> work.held.size() == 2);
        run.admission().places(7);
        Awaitility.await().until(() -> work.held.size() == 7);
        assertThat(run.progress().atWork()).isEqualTo(7);
        work.holds = false;
        work.held.forEach(moment -> moment.complete(null));
        assertThat(end.join().counts().objects(What.COPIED)).isEqualTo(200);
        assertThat(work.done.keySet()).hasSameElementsAs(keys(200).stream().collect(Collectors.toSet()));
    }
}
