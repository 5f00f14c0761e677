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
package io.s3copy.engine.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A journal that lasts as long as the process: a copy goes on after its route was stopped, not after a crash. */
public final class InMemoryJournal implements UploadJournal {

    private final Map<JournalEntry.Destination, JournalEntry> entries = new ConcurrentHashMap<>();

    @Override
    public Optional<JournalEntry> find(JournalEntry.Destination destination) {
        return Optional.ofNullable(entries.get(destination));
    }

    @Override
    public void put(JournalEntry entry) {
        entries.put(entry.destination(), entry);
    }

    @Override
    public void remove(JournalEntry entry) {
        entries.computeIfPresent(entry.destination(), (destination, there) -> there.isSameUpload(entry) ? null : there);
    }

    @Override
    public List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }
}
