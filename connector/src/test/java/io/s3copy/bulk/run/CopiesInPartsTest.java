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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyTask;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.CopyTarget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a run tells of its copies in parts, by what the engine tells of them. */
class CopiesInPartsTest {

    private final RunRequests copies = new RunRequests();

    private static CopyTask copy(String key) {
        return new CopyTask(new CopySource("in", key, null), new CopyTarget("out", key));
    }

    private void ends(CopyTask copy) {
        copies.failed(copy, new IllegalStateException("why does not matter"), Duration.ZERO, 1);
    }

    @Test
    void copyInPartsIsToldFromItsBeginningToItsEnd() {
        CopyTask large = copy("large");
        copies.started(large);
        copies.partsBegun(large, 4, 350, 0, 0);
        assertThat(copies.load().copiesInParts()).isEqualTo(1);
        assertThat(copies.load().largest()).containsExactly(new PartsProgress("large", 4, 0, 350, 0));

        copies.partDone(large, 2, 4, 100);
        copies.partDone(large, 4, 4, 50);
        assertThat(copies.load().largest()).containsExactly(new PartsProgress("large", 4, 2, 350, 150));

        ends(large);
        assertThat(copies.load()).isEqualTo(RunLoad.NONE);
    }

    @Test
    void partsThatAnEarlierCopyHasLeftAreDone() {
        CopyTask large = copy("large");
        copies.partsBegun(large, 4, 350, 3, 300);

        copies.partDone(large, 4, 4, 50);

        assertThat(copies.load().largest()).containsExactly(new PartsProgress("large", 4, 4, 350, 350));
    }

    @Test
    void copyThatBeginsAnewHasNoPartsOfBefore() {
        CopyTask large = copy("large");
        copies.partsBegun(large, 4, 350, 0, 0);
        copies.partDone(large, 1, 4, 100);

        copies.partsBegun(large, 2, 200, 0, 0);

        assertThat(copies.load().largest()).containsExactly(new PartsProgress("large", 2, 0, 200, 0));
    }

    @Test
    void onlyTheLargestAreToldAndAllAreCounted() {
        for (int i = 1; i <= 50; i++) {
            copies.partsBegun(copy("key-" + i), 2, i, 0, 0);
        }

        assertThat(copies.load().copiesInParts()).isEqualTo(50);
        assertThat(copies.load().largest())
                .hasSize(20)
                .extracting(PartsProgress::bytes)
                .startsWith(50L, 49L)
                .endsWith(31L);
    }

    @Test
    void copyInOneCallLeavesNothing() {
        CopyTask small = copy("small");
        copies.started(small);
        assertThat(copies.load()).isEqualTo(RunLoad.NONE);
        ends(small);

        assertThat(copies.load()).isEqualTo(RunLoad.NONE);
    }
}
