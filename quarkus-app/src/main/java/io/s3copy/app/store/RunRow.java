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
package io.s3copy.app.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run, as the database has it.
 *
 * @param place what is done with which objects where, as the configuration had it when it began
 * @param attempts how many times it began or went on
 * @param objects how many have an outcome
 * @param bytes how many were copied
 * @param progress its counts, as JSON
 * @param message why it ended as it did; may be empty
 * @param idempotencyKey what the call that began it named itself; null if it did not
 */
public record RunRow(
        long id,
        String job,
        String kind,
        String place,
        RunState state,
        RunCause cause,
        int attempts,
        Instant started,
        @Nullable Instant ended,
        long objects,
        long bytes,
        String progress,
        String message,
        @Nullable String idempotencyKey,
        @Nullable Instant until,
        @Nullable Retry retry) {

    /** The same with another state. */
    public RunRow with(RunState other, @Nullable Instant end, String why) {
        return new RunRow(
                id,
                job,
                kind,
                place,
                other,
                cause,
                attempts,
                started,
                end,
                objects,
                bytes,
                progress,
                why,
                idempotencyKey,
                other == RunState.PAUSING || other == RunState.PAUSED ? until : null,
                retry);
    }

    /** The same with other counts. */
    public RunRow with(long newObjects, long newBytes, String newProgress) {
        return new RunRow(
                id,
                job,
                kind,
                place,
                state,
                cause,
                attempts,
                started,
                ended,
                newObjects,
                newBytes,
                newProgress,
                message,
                idempotencyKey,
                until,
                retry);
    }

    /** The next attempt, or the same if it has not begun yet. A cut-over goes on, too. */
    public RunRow goneOn() {
        return new RunRow(
                id,
                job,
                kind,
                place,
                state == RunState.DRAINING ? RunState.DRAINING : RunState.RUNNING,
                cause,
                state == RunState.SCHEDULED ? attempts : attempts + 1,
                started,
                null,
                objects,
                bytes,
                progress,
                "",
                idempotencyKey,
                null,
                retry);
    }

    /** The same, told to pause until then, or until it is resumed. */
    public RunRow pausing(@Nullable Instant then) {
        return new RunRow(
                id,
                job,
                kind,
                place,
                RunState.PAUSING,
                cause,
                attempts,
                started,
                null,
                objects,
                bytes,
                progress,
                "",
                idempotencyKey,
                then,
                retry);
    }
}
