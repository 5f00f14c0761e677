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
package io.s3copy.engine.request;

/** Time, which tests may let pass faster. */
public interface Clock {

    /** As {@link System#nanoTime()}. */
    long nanoTime();

    /** Runs a task once, that many nanoseconds from now. */
    void after(long nanos, Runnable task);

    /**
     * The same.
     *
     * @param refused what is run instead where nothing is run any more, as whatever runs it was shut down
     */
    default void after(long nanos, Runnable task, Runnable refused) {
        after(nanos, task);
    }
}
