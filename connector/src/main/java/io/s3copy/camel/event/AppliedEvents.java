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
package io.s3copy.camel.event;

import io.s3copy.flow.Recent;
import java.time.Duration;
import org.apache.camel.spi.IdempotentRepository;

/** Which events were applied. Its methods may block. */
public interface AppliedEvents {

    /** Whether an event was applied. */
    boolean contains(String identity);

    /** An event was applied. */
    void add(String identity);

    /** Remembered in the user's repository. */
    static AppliedEvents in(IdempotentRepository repository) {
        return new AppliedEvents() {
            @Override
            public boolean contains(String identity) {
                return repository.contains(identity);
            }

            @Override
            public void add(String identity) {
                repository.add(identity);
                repository.confirm(identity);
            }
        };
    }

    /**
     * Remembered in memory: the last 100,000.
     *
     * @param expiry how long an event is remembered: not less than a queue keeps it
     */
    static AppliedEvents inMemory(Duration expiry) {
        Recent<Boolean> recent = new Recent<>(EventHistory.MAX_REMEMBERED, expiry, System::nanoTime);
        return new AppliedEvents() {
            @Override
            public boolean contains(String identity) {
                return recent.get(identity) != null;
            }

            @Override
            public void add(String identity) {
                recent.put(identity, true);
            }
        };
    }
}
