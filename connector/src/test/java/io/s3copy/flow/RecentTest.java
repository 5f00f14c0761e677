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
package io.s3copy.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentTest {

    private long now;
    private final Recent<String> recent = new Recent<>(3, Duration.ofDays(14), () -> now);

    @Test
    void valueIsKeptUntilItExpires() {
        recent.put("a", "1");
        now += Duration.ofDays(14).toNanos() - 1;
        assertThat(recent.get("a")).isEqualTo("1");
        now++;
        assertThat(recent.get("a")).isNull();
    }

    @Test
    void oldestIsForgottenWhenThereAreTooMany() {
        for (String key : new String[] {"a", "b", "c", "a", "d"}) {
            recent.put(key, key);
        }
        assertThat(recent.get("b")).isNull();
        assertThat(recent.get("a")).isEqualTo("a");
        assertThat(recent.size()).isEqualTo(3);
    }

    @Test
    void whatExpiredTakesNoRoom() {
        recent.put("a", "1");
        recent.put("b", "1");
        now += Duration.ofDays(15).toNanos();
        recent.put("c", "1");
        assertThat(recent.size()).isEqualTo(1);
    }
}
