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

import io.s3copy.bulk.BulkResult;
import java.util.concurrent.CompletableFuture;

/** An attempt at a run. Thread-safe; no method blocks. */
public interface Run {

    /**
     * Begins, or goes on where an earlier attempt ended. Called once.
     *
     * @return what it came to. Fails with a {@link BulkRunException} where it ended before its time, and with what is said of
     *     the checkpoint where that cannot be read or is of another job
     */
    CompletableFuture<BulkResult> start();

    /** Ends it: no work begins any more, what is under way comes to its end, and what is done is written down. */
    void stop();

    /** How it stands. */
    BulkProgress progress();

    /** Lets its work begin; to change its limits while it runs. */
    Admission admission();
}
