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
package io.s3copy.app.job;

import io.s3copy.bulk.run.RunLimits;

/** What a run does. */
public interface Work {

    /**
     * Begins, and returns soon.
     *
     * @throws Exception which is the end of the run
     */
    void begin() throws Exception;

    /** Asks it to end, once what is done is written down. Returns soon, or blocks until then. */
    void stop();

    /** Gives up what it holds: its end is written down. May block. */
    void close();

    /**
     * Changes its limits.
     *
     * @throws io.s3copy.parameter.InvalidParameterException if one is out of its bounds
     * @throws IllegalStateException if it has none
     */
    default void limit(RunLimits limits) {
        throw new IllegalStateException("it has no limits that can be changed");
    }

    /** An operator has changed the state of the run. */
    default void changed() {
        // most kinds know only that they run
    }
}
