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
package io.s3copy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.Limits;
import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hundred copies in parts, of up to 2 TB, at a server that breaks one request in twenty. */
class HundredUploadsTest {

    private static final long GIB = 1L << 30;
    private static final long TB = 1_000_000_000_000L;
    private static final int ROUNDS = 60;

    private final FaultRun run = new FaultRun();
    private final ObjectCopier copier = run.copier(FaultRun.inPartsOf(GIB));
    private final List<String> keys =
            IntStream.range(0, 100).mapToObj("key-%02d"::formatted).toList();

    @AfterEach
    void close() {
        run.close();
    }

    private void put(long largest) {
        for (int i = 0; i < keys.size(); i++) {
            // from just over the threshold to twenty parts, some without a smaller last one
            long size = i == 0 ? largest : i % 20 * GIB + (i % 3 == 0 && i % 20 > 0 ? 0 : Limits.MIN_PART + i);
            run.s3().put("in", keys.get(i), size, object -> object.withTags(Map.of("a", "b")));
        }
    }

    @Test
    void everyObjectIsRightAndNoUploadIsLeft() throws InterruptedException {
        put(2 * TB);
        run.s3().plan(FaultPlan.seeded().share(0.05, Fault.passing()));
        assertThat(FaultRun.failures(run.copies(copier, keys))).isEmpty();
        assertThat(keys).allMatch(run::isRight).allMatch(run::isWrittenOnce);
        assertThat(run.s3().openUploads()).isEmpty();
    }

    @Test
    void copiesThatAreRepeatedUntilNothingRefusesThemAreAllRight() throws InterruptedException {
        put(20 * GIB);
        run.s3()
                .plan(FaultPlan.seeded()
                        .share(
                                0.05,
                                Fault.SOURCE_CHANGES,
                                Fault.DROP_PART,
                                Fault.PRECONDITION_FAILED,
                                Fault.NOT_MODIFIED,
                                Fault.LATE_PART,
                                Fault.CUT_AFTER,
                                Fault.INTERNAL_ERROR));
        List<String> left = keys;
        int failed = 0;
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            List<CompletableFuture<CopyResult>> copies = run.copies(copier, left);
            List<String> again = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                if (copies.get(i).isCompletedExceptionally()) {
                    again.add(left.get(i));
                }
            }
            failed += again.size();
            left = again;
        }
        assertThat(left).isEmpty();
        assertThat(failed).isPositive();
        assertThat(keys).allMatch(run::isRight).allMatch(run::isWrittenOnce);
        assertThat(run.s3().openUploads()).isEmpty();
    }

    @Test
    void aHugeObjectDoesNotHoldUpSmallOnes() {
        run.s3().put("in", "huge", 2 * TB);
        keys.forEach(key -> run.s3().put("in", key, 1024));
        CompletableFuture<CopyResult> huge = run.copy(copier, "huge");
        List<Boolean> before = new CopyOnWriteArrayList<>();
        for (String key : keys) {
            Futures.whenDone(run.copy(copier, key), (done, failure) -> before.add(!huge.isDone()));
        }
        assertThat(huge.join().parts()).isEqualTo(1_863);
        assertThat(before).hasSize(keys.size()).containsOnly(true);
    }
}
