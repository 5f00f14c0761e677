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
package io.s3copy.camel.journal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.bulk.checkpoint.CheckpointConflictException;
import io.s3copy.bulk.checkpoint.CheckpointStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints in a {@link StateRepository}, for one process at a time: a repository has no conditions, so that what another
 * process writes between a look and a write goes unnoticed. A repository cannot forget keys: a short one stays of each job.
 */
public final class StateRepositoryCheckpoints implements CheckpointStore {

    private static final String PREFIX = "s3copy-checkpoint-";

    /** What a repository keeps of a checkpoint that was removed. */
    private static final String REMOVED = "";

    @GuardedBy("itself")
    private final StateRepository<String, String> repository;

    private final Executor blocking;

    /**
     * Checkpoints in a repository that was started.
     *
     * @param blocking runs what waits for the repository
     */
    public StateRepositoryCheckpoints(StateRepository<String, String> repository, Executor blocking) {
        this.repository = repository;
        this.blocking = blocking;
    }

    @Override
    public CompletableFuture<@Nullable Stored> read(String name) {
        return CompletableFuture.supplyAsync(() -> stored(name), blocking);
    }

    private @Nullable Stored stored(String name) {
        synchronized (repository) {
            String text = repository.getState(PREFIX + name);
            return text == null || text.equals(REMOVED) ? null : new Stored(text, null);
        }
    }

    @Override
    public CompletableFuture<Stored> write(String name, String text, @Nullable Stored before) {
        return CompletableFuture.supplyAsync(() -> replace(name, text, before), blocking);
    }

    private Stored replace(String name, String text, @Nullable Stored before) {
        synchronized (repository) {
            @Nullable Stored there = stored(name);
            if (there == null ? before != null : !there.equals(before)) {
                throw new CheckpointConflictException(place(name), null);
            }
            repository.setState(PREFIX + name, text);
            return new Stored(text, null);
        }
    }

    @Override
    public CompletableFuture<Void> remove(String name) {
        return CompletableFuture.runAsync(() -> forget(name), blocking);
    }

    private void forget(String name) {
        synchronized (repository) {
            repository.setState(PREFIX + name, REMOVED);
        }
    }

    @Override
    public String place(String name) {
        return PREFIX + name;
    }
}
