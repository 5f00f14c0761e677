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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.s3copy.engine.journal.JournalEntry;
import io.s3copy.engine.journal.UploadJournal;
import io.s3copy.parameter.CopySource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in a {@link StateRepository}, for one process at a time. A repository can neither forget keys nor list them. So
 * there is a fixed number of keys, and a hash of the destination selects one. Its value is one line of JSON with all uploads
 * of these destinations. The repository does not grow with the number of copied objects.
 */
public final class StateRepositoryJournal implements UploadJournal {

    private static final Logger LOG = LoggerFactory.getLogger(StateRepositoryJournal.class);

    /** In ASCII: a repository may write in the charset of the platform. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int KEYS = 64;

    private final StateRepository<String, String> repository;

    public StateRepositoryJournal(StateRepository<String, String> repository) {
        this.repository = repository;
    }

    /** An entry as it is stored: texts and numbers only. */
    private record Kept(
            @Nullable String service,
            String bucket,
            String key,
            String uploadId,
            String sourceBucket,
            String sourceKey,
            @Nullable String sourceVersionId,
            String eTag,
            String layout,
            String options,
            long begun,
            String holder,
            long leasedUntil) {

        private static Kept of(JournalEntry entry) {
            return new Kept(
                    entry.destination().service(),
                    entry.bucket(),
                    entry.key(),
                    entry.uploadId(),
                    entry.source().bucket(),
                    entry.source().key(),
                    entry.source().versionId(),
                    entry.eTag(),
                    entry.layout(),
                    entry.options(),
                    entry.begun().toEpochMilli(),
                    entry.holder(),
                    entry.leasedUntil().toEpochMilli());
        }

        private JournalEntry entry() {
            return new JournalEntry(
                    new JournalEntry.Destination(Objects.requireNonNullElse(service, ""), bucket, key),
                    uploadId,
                    new CopySource(sourceBucket, sourceKey, sourceVersionId),
                    eTag,
                    layout,
                    options,
                    Instant.ofEpochMilli(begun),
                    holder,
                    Instant.ofEpochMilli(leasedUntil));
        }
    }

    @Override
    public Optional<JournalEntry> find(JournalEntry.Destination destination) {
        return read(slot(destination)).stream()
                .filter(entry -> entry.destination().equals(destination))
                .findFirst();
    }

    @Override
    public void put(JournalEntry entry) {
        int slot = slot(entry.destination());
        List<JournalEntry> entries = new ArrayList<>(read(slot));
        entries.removeIf(one -> one.destination().equals(entry.destination()));
        entries.add(entry);
        write(slot, entries);
    }

    @Override
    public void remove(JournalEntry entry) {
        int slot = slot(entry.destination());
        List<JournalEntry> entries = new ArrayList<>(read(slot));
        if (entries.removeIf(entry::isSameUpload)) {
            write(slot, entries);
        }
    }

    @Override
    public List<JournalEntry> entries() {
        return IntStream.range(0, KEYS)
                .boxed()
                .flatMap(slot -> read(slot).stream())
                .toList();
    }

    private static int slot(JournalEntry.Destination destination) {
        // of texts only: no other hash is sure to be the same in the next process
        return Math.floorMod(
                31 * destination.bucket().hashCode() + destination.key().hashCode(), KEYS);
    }

    private static String name(int slot) {
        return "s3copy-uploads-" + slot;
    }

    /** A line that a crash cut off is ignored: it must not keep the endpoint from starting, and cleanup finds uploads by age. */
    private List<JournalEntry> read(int slot) {
        String line = repository.getState(name(slot));
        if (line == null || line.isEmpty()) {
            return List.of();
        }
        try {
            return JSON.readValue(line, new TypeReference<List<Kept>>() {}).stream()
                    .map(Kept::entry)
                    .toList();
        } catch (JsonProcessingException e) {
            LOG.warn(
                    "The journal of uploads has an unreadable line, {}; operation=cleanup finds them by age",
                    name(slot));
            return List.of();
        }
    }

    private void write(int slot, List<JournalEntry> entries) {
        try {
            repository.setState(
                    name(slot),
                    JSON.writeValueAsString(entries.stream().map(Kept::of).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers can be written", e);
        }
    }
}
