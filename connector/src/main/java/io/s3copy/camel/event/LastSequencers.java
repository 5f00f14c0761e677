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
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;

/** The sequencer of the last event that was applied to each key. Its methods may block. */
public interface LastSequencers {

    /**
     * The last sequencer, or null if none is known.
     *
     * @param place identifies source object and destination
     */
    @Nullable
    String get(String place);

    /** An event with this sequencer was applied. */
    void put(String place, String sequencer);

    /** Remembered in the user's repository. */
    static LastSequencers in(StateRepository<String, String> repository) {
        return new LastSequencers() {
            @Override
            public @Nullable String get(String place) {
                return repository.getState(place);
            }

            @Override
            public void put(String place, String sequencer) {
                repository.setState(place, sequencer);
            }
        };
    }

    /**
     * Remembered in memory: those of the last 100,000 keys.
     *
     * @param expiry how long a sequencer is remembered: not less than a queue keeps events
     */
    static LastSequencers inMemory(Duration expiry) {
        Recent<String> recent = new Recent<>(EventHistory.MAX_REMEMBERED, expiry, System::nanoTime);
        return new LastSequencers() {
            @Override
            public @Nullable String get(String place) {
                return recent.get(place);
            }

            @Override
            public void put(String place, String sequencer) {
                recent.put(place, sequencer);
            }
        };
    }
}
