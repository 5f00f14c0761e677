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
package io.s3copy.bulk.checkpoint;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where checkpoints are kept. Never blocks for long and never throws: a failure is in the future. Names are those of hashes:
 * letters, digits and hyphens.
 */
public interface CheckpointStore {

    /** Reads a checkpoint; null if there is none. Only where it is sure that there is none: any other failure fails. */
    CompletableFuture<@Nullable Stored> read(String name);

    /**
     * Writes a checkpoint.
     *
     * @param before what was read or written last; null if there was none
     * @return what now stands there. Fails with a {@link CheckpointConflictException} where somebody else has written since,
     *     as far as the store can tell.
     */
    CompletableFuture<Stored> write(String name, String text, @Nullable Stored before);

    /** Removes a checkpoint, whatever its state; does nothing if there is none. */
    CompletableFuture<Void> remove(String name);

    /** Where a checkpoint is, for people. */
    String place(String name);

    /**
     * What stands there.
     *
     * @param tag changes with the text; null where the store does not tell it
     */
    record Stored(String text, @Nullable String tag) {}
}
