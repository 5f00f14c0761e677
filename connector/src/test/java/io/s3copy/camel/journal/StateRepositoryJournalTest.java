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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.journal.JournalEntry;
import io.s3copy.parameter.CopySource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads survive in a file, whatever their keys hold, and the file does not grow with the keys that were ever copied. */
class StateRepositoryJournalTest {

    private static final String ODD = "a=b\nc/\u00fc \ud83d\ude80 \"quoted\" \\\\";

    @TempDir
    Path folder;

    private FileStateRepository open() {
        FileStateRepository repository =
                FileStateRepository.fileStateRepository(new File(folder.toFile(), "uploads.dat"), 4_000_000);
        repository.start();
        return repository;
    }

    private static JournalEntry.Destination at(String bucket, String key) {
        return new JournalEntry.Destination("aws", bucket, key);
    }

    private static JournalEntry entry(String key, String uploadId) {
        return new JournalEntry(
                at("bucket", key),
                uploadId,
                new CopySource("in", key, "v1"),
                "\"etag\"",
                "100/50",
                "0123",
                Instant.ofEpochMilli(1_000),
                "holder",
                Instant.ofEpochMilli(2_000));
    }

    @Test
    void anEntryIsReadAsItWasWritten() {
        new StateRepositoryJournal(open()).put(entry(ODD, "one"));
        assertThat(new StateRepositoryJournal(open()).find(at("bucket", ODD))).contains(entry(ODD, "one"));
        assertThat(new StateRepositoryJournal(open()).find(at("bucket", "other")))
                .isEmpty();
    }

    /** Camel writes the file in the charset of the platform, which in a container may know of ASCII alone. */
    @Test
    void anEntryIsWrittenInCharactersThatEveryCharsetHas() {
        FileStateRepository repository = open();
        new StateRepositoryJournal(repository).put(entry(ODD, "one"));
        assertThat(repository.getCache().values())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).isASCII());
    }

    @Test
    void anEntryReplacesTheOneOfTheSameDestination() {
        StateRepositoryJournal journal = new StateRepositoryJournal(open());
        journal.put(entry(ODD, "one"));
        journal.put(entry(ODD, "two"));
        assertThat(journal.entries()).containsExactly(entry(ODD, "two"));
    }

    @Test
    void aBucketOfThatNameAtAnotherServiceIsAnotherDestination() {
        StateRepositoryJournal journal = new StateRepositoryJournal(open());
        journal.put(entry("key", "one"));
        JournalEntry.Destination other = new JournalEntry.Destination("minio:9000", "bucket", "key");
        assertThat(journal.find(other)).isEmpty();
        assertThat(journal.find(at("bucket", "key"))).contains(entry("key", "one"));
    }

    /** As it was written before services were told apart. */
    @Test
    void anEntryWithoutAServiceIsReadAndIsNoDestinations() {
        FileStateRepository repository = open();
        new StateRepositoryJournal(repository).put(entry("key", "one"));
        repository.getCache().replaceAll((name, line) -> line.replace("\"service\":\"aws\",", ""));
        StateRepositoryJournal journal = new StateRepositoryJournal(repository);
        assertThat(journal.entries()).extracting(JournalEntry::uploadId).containsExactly("one");
        assertThat(journal.find(at("bucket", "key"))).isEmpty();
    }

    @Test
    void onlyTheUploadItselfIsForgotten() {
        StateRepositoryJournal journal = new StateRepositoryJournal(open());
        journal.put(entry("key", "one"));
        journal.remove(entry("key", "another"));
        assertThat(journal.entries()).hasSize(1);
        journal.remove(entry("key", "one"));
        assertThat(journal.entries()).isEmpty();
        assertThat(new StateRepositoryJournal(open()).entries()).isEmpty();
    }

    @Test
    void manyDestinationsNeedNoMoreKeysThanAFew() {
        FileStateRepository repository = open();
        StateRepositoryJournal journal = new StateRepositoryJournal(repository);
        for (int i = 0; i < 1_000; i++) {
            journal.put(entry("key-" + i, "upload"));
            journal.remove(entry("key-" + i, "upload"));
        }
        assertThat(repository.getCache()).hasSizeLessThanOrEqualTo(64);
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void aLineThatACrashHasCutIsNoUpload() throws IOException {
        StateRepositoryJournal journal = new StateRepositoryJournal(open());
        journal.put(entry("key", "one"));
        Path file = folder.resolve("uploads.dat");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() / 2));
        assertThat(new StateRepositoryJournal(open()).entries()).isEmpty();
    }
}
