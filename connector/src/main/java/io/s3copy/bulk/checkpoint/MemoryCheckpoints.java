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

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Checkpoints that are gone with the process: a run that was stopped goes on, one that was killed begins anew. */
public final class MemoryCheckpoints implements CheckpointStore {

    private final Map<String, Stored> kept = new ConcurrentHashMap<>();
    private final AtomicLong tags = new AtomicLong();

    @Override
    public CompletableFuture<@Nullable Stored> read(String name) {
        return CompletableFuture.completedFuture(kept.get(name));
    }

    @Override
    public CompletableFuture<Stored> write(String name, String text, @Nullable Stored before) {
        Stored now = new Stored(text, Long.toString(tags.incrementAndGet()));
        boolean written = before == null ? kept.putIfAbsent(name, now) == null : kept.replace(name, before, now);
        return written
                ? CompletableFuture.completedFuture(now)
                : CompletableFuture.failedFuture(new CheckpointConflictException(name, null));
    }

    @Override
    public CompletableFuture<Void> remove(String name) {
        kept.remove(name);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public String place(String name) {
        return "memory";
    }
}
