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
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.zip.CRC32;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints in a {@link StateRepository}, for one process at a time: a repository has no conditions, so that what another
 * process writes between a look and a write goes unnoticed. A repository cannot forget keys: three short ones stay of each job.
 *
 * <p>Each is written to another of two keys than the one before, with a number and a sum: a process that is killed while a
 * repository writes, as FileStateRepository appends to its file, leaves the one before.
 */
public final class StateRepositoryCheckpoints implements CheckpointStore {

    private static final String PREFIX = "s3copy-checkpoint-";

    private static final List<String> SLOTS = List.of("-a", "-b");

    /** What a repository keeps of a checkpoint that was removed. */
    private static final String REMOVED = "";

    private static final String BEGUN = "-begun";

    private static final char SEPARATOR = ' ';

    @GuardedBy("itself")
    private final StateRepository<String, String> repository;

    private final Executor blocking;

    /** What this process has written to. */
    @GuardedBy("repository")
    private final Set<String> begun = new HashSet<>();

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
        Entry last = last(name);
        return last.text().equals(REMOVED) ? null : new Stored(last.text(), null);
    }

    /**
     * What stands in a slot.
     *
     * @param number of the write; 0 for none
     */
    private record Entry(int slot, long number, String text) {

        private static final Entry NONE = new Entry(1, 0, REMOVED);

        private static final String NUMBER = "[0-9]{1,9}";

        /** Null for what was not written to its end. */
        static @Nullable Entry parse(int slot, @Nullable String written) {
            if (written == null) {
                return null;
            }
            String[] words = written.split(Character.toString(SEPARATOR), 4);
            boolean whole = words.length == 4
                    && words[0].matches(NUMBER)
                    && words[1].matches(NUMBER)
                    && Integer.parseInt(words[1]) <= words[3].length();
            if (!whole) {
                return null;
            }
            // what follows on the line of a write that was cut short is of the next write
            Entry entry = new Entry(slot, Long.parseLong(words[0]), words[3].substring(0, Integer.parseInt(words[1])));
            return entry.sum().equals(words[2]) ? entry : null;
        }

        private String sum() {
            CRC32 sum = new CRC32();
            sum.update((number + text).getBytes(StandardCharsets.UTF_8));
            return Long.toHexString(sum.getValue());
        }

        Entry next(String next) {
            return new Entry(1 - slot, number + 1, next);
        }

        String written() {
            return Long.toString(number) + SEPARATOR + text.length() + SEPARATOR + sum() + SEPARATOR + text;
        }
    }

    /** The last that was written to its end. */
    private Entry last(String name) {
        synchronized (repository) {
            Entry last = Entry.NONE;
            for (int slot = 0; slot < SLOTS.size(); slot++) {
                Entry entry = Entry.parse(slot, repository.getState(PREFIX + name + SLOTS.get(slot)));
                last = entry != null && entry.number() > last.number() ? entry : last;
            }
            return last;
        }
    }

    private void put(String name, Entry entry) {
        synchronized (repository) {
            if (begun.add(name)) {
                // ends the line of a write that was cut short
                repository.setState(PREFIX + name + BEGUN, REMOVED);
            }
            repository.setState(PREFIX + name + SLOTS.get(entry.slot()), entry.written());
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
            put(name, last(name).next(text));
            return new Stored(text, null);
        }
    }

    @Override
    public CompletableFuture<Void> remove(String name) {
        return CompletableFuture.runAsync(() -> forget(name), blocking);
    }

    private void forget(String name) {
        synchronized (repository) {
            // both, so that nothing large stays
            for (int slot = 0; slot < SLOTS.size() && last(name).number() > 0; slot++) {
                put(name, last(name).next(REMOVED));
            }
        }
    }

    @Override
    public String place(String name) {
        return PREFIX + name;
    }
}
