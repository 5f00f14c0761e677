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
package io.s3copy.engine;

import io.s3copy.engine.journal.JournalEntry;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is remembered of one upload, so that an interrupted copy can be resumed or cleaned up. */
interface UploadRecord {

    /** Whether the upload is remembered, so that it can be found again. */
    boolean isKept();

    /** Looks for an interrupted upload. Waits, without a thread, while another process holds it. */
    CompletableFuture<Left> claim();

    /** Forgets an upload of another copy. If it could not be aborted, a later cleanup finds it. Never fails. */
    CompletableFuture<Void> settled(JournalEntry stale, boolean aborted);

    /**
     * Remembers an upload; no part may be copied before. If the journal has another upload to the same destination, which
     * runs beside this one or could not be aborted, the journal keeps that one.
     */
    CompletableFuture<Void> begun(String uploadId);

    /** Forgets the upload, which is completed or aborted. Never fails. */
    CompletableFuture<Void> ended();

    /** Keeps the upload for whoever resumes it, or cleans it up. Never fails. */
    CompletableFuture<Void> released();

    /**
     * What an earlier copy to the destination has left.
     *
     * @param resumed an upload of the same copy, which is ours now; or null
     * @param stale an upload of another copy that nobody holds: it is to be aborted; or null
     */
    record Left(@Nullable JournalEntry resumed, @Nullable JournalEntry stale) {

        static final Left NOTHING = new Left(null, null);
    }
}
