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
package io.s3copy.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WebhookRefusalsTest {

    private final List<String> lines = new ArrayList<>();
    private long nanos = 5;
    private final WebhookRefusals refusals = new WebhookRefusals(() -> nanos, lines::add);

    @Test
    void allAreCountedAndToldOfOnceAMinute() {
        refusals.answered(200);
        assertThat(lines).isEmpty();
        refusals.answered(401);
        refusals.answered(401);
        refusals.answered(400);
        assertThat(lines).containsExactly("requests to its webhook were not taken: 1 with 401");

        nanos += TimeUnit.MINUTES.toNanos(1);
        refusals.answered(401);
        assertThat(lines).hasSize(2).last().isEqualTo("requests to its webhook were not taken: 1 with 400, 2 with 401");
    }
}
