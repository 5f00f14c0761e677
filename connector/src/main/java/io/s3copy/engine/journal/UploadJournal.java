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
import java.util.Optional;

/**
 * A port: remembers the uploads of copies from before their first part until they are completed or aborted, one for each
 * destination. Called by one thread at a time, which may be kept waiting. Whatever it throws fails the copy that asked.
 */
public interface UploadJournal {

    /** The upload to a destination. */
    Optional<JournalEntry> find(JournalEntry.Destination destination);

    /** Remembers an upload, in the place of any other to the same destination. */
    void put(JournalEntry entry);

    /** Forgets an upload; does nothing when it is not the one that is remembered. */
    void remove(JournalEntry entry);

    /** All uploads that are remembered. */
    List<JournalEntry> entries();
}
