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

import io.s3copy.bulk.BulkOutcome;

/**
 * Hears of what a run does, while it does it. Called on the threads of the run, by many at once: it is quick, and does not
 * block. What it throws is logged, and changes nothing.
 */
public interface RunListener {

    /** Hears of nothing. */
    RunListener NONE = new RunListener() {};

    /** An object has its outcome. */
    default void ended(BulkOutcome outcome) {}

    /** So many keys were listed, or entries of a manifest read. */
    default void read(long keys) {}

    /** So many requests of a call were made; all those of a copy, once it has ended, as {@link RunRequests#COPIES}. */
    default void made(String call, long number) {}
}
