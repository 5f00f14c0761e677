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

import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.s3.Limits;
import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import io.s3copy.testkit.fault.RateLimit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand copies at a server that breaks one request in twenty; and some at one that takes only so many, which takes
 * its time: for ten thousand of those, set {@code s3copy.faults.throttled}.
 */
class ThousandsOfCopiesTest {

    private static final int COPIES = 10_000;
    private static final int THROTTLED = Integer.getInteger("s3copy.faults.throttled", 2_000);

    private final FaultRun run = new FaultRun();

    @AfterEach
    void close() {
        run.close();
    }

    private List<String> put(int count) {
        List<String> keys =
                IntStream.range(0, count).mapToObj("key-%05d"::formatted).toList();
        keys.forEach(key -> run.s3().put("in", key, 1024));
        return keys;
    }

    private void assertAllRight(List<String> keys, List<CompletableFuture<CopyResult>> copies) {
        assertThat(FaultRun.failures(copies)).isEmpty();
        assertThat(keys).allMatch(run::isRight).allMatch(run::isWrittenOnce);
        assertThat(run.s3().openUploads()).isEmpty();
    }

    @Test
    void everyObjectIsRightAndNoneIsWrittenTwice() throws InterruptedException {
        List<String> keys = put(COPIES);
        run.s3().plan(FaultPlan.seeded().share(0.05, Fault.passing()));
        assertAllRight(keys, run.copies(run.copier(), keys));
        assertThat(run.s3().injected(Fault.CUT_AFTER)).isPositive();
    }

    @Test
    void withIfExistsFailEveryObjectIsWrittenExactlyOnce() throws InterruptedException {
        List<String> keys = put(COPIES);
        run.s3().plan(FaultPlan.seeded().share(0.05, Fault.passing()));
        CopySettings failing = FaultRun.settings(Limits.MAX_SINGLE_COPY, new PartSize.Auto(), IfExists.fail);
        assertAllRight(keys, run.copies(run.copier(failing), keys));
        assertThat(keys).allMatch(key -> run.s3().writes("out", key).size() == 1);
    }

    @Test
    void noneIsLostToAServerThatTakesFiveHundredASecond() throws InterruptedException {
        List<String> keys = put(THROTTLED);
        RateLimit limit = new RateLimit(500, 50);
        run.s3().limit(limit);
        assertAllRight(keys, run.copies(run.copier(), keys));
        System.out.printf(
                "Of 500/s allowed, used %.3f; %d taken, %d refused%n", limit.used(), limit.allowed(), limit.refused());
        assertThat(limit.refused()).isPositive();
    }
}
