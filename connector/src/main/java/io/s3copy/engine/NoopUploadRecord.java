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

/** Remembers nothing: no upload is found again, and none is resumed. */
enum NoopUploadRecord implements UploadRecord {
    INSTANCE;

    @Override
    public boolean isKept() {
        return false;
    }

    @Override
    public CompletableFuture<Left> claim() {
        return CompletableFuture.completedFuture(Left.NOTHING);
    }

    @Override
    public CompletableFuture<Void> settled(JournalEntry stale, boolean aborted) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> begun(String uploadId) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> ended() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> released() {
        return CompletableFuture.completedFuture(null);
    }
}
