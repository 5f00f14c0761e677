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
package io.s3copy.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatientWaitsTest {

    @Test
    void theBuildAsksForThem() {
        AtomicLong left = new AtomicLong();
        await().conditionEvaluationListener(seen -> left.set(seen.getRemainingTimeInMS()))
                .until(() -> true);
        assertThat(left.get())
                .as("milliseconds that are left of a wait")
                .isGreaterThan(Duration.ofSeconds(20).toMillis());
    }
}
