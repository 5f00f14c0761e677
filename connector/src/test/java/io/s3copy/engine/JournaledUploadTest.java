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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.journal.InMemoryJournal;
import io.s3copy.engine.journal.JournalEntry;
import io.s3copy.engine.journal.Journaling;
import io.s3copy.engine.journal.UploadJournal;
import io.s3copy.engine.plan.CopyPlan;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopyTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who holds an upload, for how long, and what the journal says of it meanwhile. */
class JournaledUploadTest {

    private static final Duration LEASE = Duration.ofMillis(300);
    private static final JournalEntry.Destination HERE = new JournalEntry.Destination("here", "out", "key");
    private static final Executor NEVER = task -> {};

    private final ExecutorService journalThread = Executors.newSingleThreadExecutor();
    private final ExecutorService timer = Executors.newSingleThreadExecutor();
    private final RefusingJournal journal = new RefusingJournal();

    @AfterEach
    void close() {
        journalThread.shutdownNow();
        timer.shutdownNow();
    }

    /** Refuses some of its writes, by their numbers. */
    private static final class RefusingJournal implements UploadJournal {

        private final UploadJournal kept = new InMemoryJournal();
        private final AtomicInteger writes = new AtomicInteger();
        private volatile IntPredicate refused = number -> false;

        @Override
        public Optional<JournalEntry> find(JournalEntry.Destination destination) {
            return kept.find(destination);
        }

        @Override
        public void put(JournalEntry entry) {
            if (refused.test(writes.incrementAndGet())) {
                throw new IllegalStateException("disk full");
            }
            kept.put(entry);
        }

        @Override
        public void remove(JournalEntry entry) {
            kept.remove(entry);
        }

        @Override
        public List<JournalEntry> entries() {
            return kept.entries();
        }
    }

    private JournaledUpload upload(String eTag, String holder, Executor signs) {
        return upload(CopyRequest.builder(), eTag, holder, signs);
    }

    private JournaledUpload upload(CopyRequest.Builder options, String eTag, String holder, Executor signs) {
        CopyRequest request =
                options.source("in", "key").destination("out", "key").build();
        CopySession session = new CopySession(
                new RequestWindow(1, 1),
                new Retries(Duration.ofSeconds(1), timer),
                new CopyTask(request.source().orElseThrow(), new CopyTarget("out", "key")),
                CopyListener.NONE);
        ObjectHead source = ObjectHead.builder().length(100L).eTag(eTag).build();
        MultipartCopy.Plan plan = new MultipartCopy.Plan(
                new CopyPlan.EvenParts(100, 50), source, new Carried(request, request, Map.of(), List.of(), false));
        return new JournaledUpload(
                new Journaling(journal, journalThread, LEASE, holder, HERE.service()),
                signs,
                session,
                request,
                plan,
                true);
    }

    private static <T> T joined(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private JournalEntry interrupted(String eTag) {
        JournaledUpload left = upload(eTag, "earlier", timer);
        joined(left.begun("left"));
        joined(left.released());
        return journal.find(HERE).orElseThrow();
    }

    @Test
    void aLeaseIsRenewedAfterAWriteThatFailed() {
        journal.refused = number -> number == 2;
        JournaledUpload upload = upload("\"a\"", "one", timer);
        joined(upload.begun("id"));
        await().atMost(Duration.ofSeconds(10)).until(() -> journal.writes.get() >= 4);
        assertThat(journal.find(HERE))
                .hasValueSatisfying(entry -> assertThat(entry.isLeased()).isTrue());
        joined(upload.ended());
    }

    @Test
    void anUploadThatCouldNotBeWrittenIsNotHeld() {
        journal.refused = number -> true;
        JournaledUpload upload = upload("\"a\"", "one", timer);
        assertThatThrownBy(() -> joined(upload.begun("id")))
                .hasMessageContaining("disk full")
                .satisfies(failure -> assertThat(ErrorClass.of(failure)).isEqualTo(ErrorClass.SYSTEMIC));
        assertThat(upload.isKept()).isFalse();
    }

    @Test
    void anInterruptedUploadWhoseLeaseCouldNotBeWrittenIsNotHeld() {
        interrupted("\"a\"");
        journal.refused = number -> true;
        JournaledUpload upload = upload("\"a\"", "one", timer);
        assertThatThrownBy(() -> joined(upload.claim())).hasMessageContaining("disk full");
        assertThat(upload.isKept()).isFalse();
    }

    private static CopyRequest.Builder ordered(CopyParameter row, String first, String second) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put(first, "1");
        pairs.put(second, "1");
        return CopyRequest.builder().set(row, pairs);
    }

    /** A map of Java's has another order in each process. */
    @ParameterizedTest
    @EnumSource(names = {"SSE_KMS_ENCRYPTION_CONTEXT", "TAGS", "METADATA"})
    void theOrderOfAMapMakesNoOtherCopy(CopyParameter row) {
        JournaledUpload left = upload(ordered(row, "a", "b"), "\"a\"", "earlier", timer);
        joined(left.begun("left"));
        joined(left.released());
        JournaledUpload next = upload(ordered(row, "b", "a"), "\"a\"", "one", timer);
        assertThat(joined(next.claim()).resumed()).isNotNull();
        joined(next.ended());
    }

    @Test
    void anotherEncryptionContextMakesAnotherCopy() {
        JournaledUpload left =
                upload(ordered(CopyParameter.SSE_KMS_ENCRYPTION_CONTEXT, "a", "b"), "\"a\"", "earlier", timer);
        joined(left.begun("left"));
        joined(left.released());
        JournaledUpload next =
                upload(ordered(CopyParameter.SSE_KMS_ENCRYPTION_CONTEXT, "a", "c"), "\"a\"", "one", timer);
        assertThat(joined(next.claim()).stale()).isNotNull();
    }

    @Test
    void anUploadOfAnotherStateIsRememberedUntilItIsAborted() {
        JournalEntry left = interrupted("\"a\"");
        JournaledUpload upload = upload("\"b\"", "one", timer);
        JournalEntry stale = joined(upload.claim()).stale();
        assertThat(stale).matches(left::isSameUpload);
        assertThat(journal.entries()).hasSize(1).allMatch(left::isSameUpload);
    }

    @Test
    void anUploadThatSomebodyLeftMeanwhileIsNotForgottenForANewOne() {
        JournaledUpload upload = upload("\"a\"", "one", timer);
        assertThat(joined(upload.claim())).isEqualTo(JournaledUpload.Left.NOTHING);
        JournalEntry left = interrupted("\"a\"");
        joined(upload.begun("new"));
        assertThat(journal.entries()).hasSize(1).allMatch(left::isSameUpload);
    }

    @Test
    void twoCopiesOfAProcessNeverShareAnUploadHoweverLateItsSignsAre() {
        JournaledUpload first = upload("\"a\"", "one", NEVER);
        joined(first.begun("id"));
        Instant end = journal.find(HERE).orElseThrow().leasedUntil();
        await().until(() -> Instant.now().isAfter(end));
        assertThat(joined(upload("\"a\"", "one", timer).claim())).isEqualTo(JournaledUpload.Left.NOTHING);
    }

    @Test
    void aCopyWhoseJournalHasEndedWithItsEndpointIsStopped() {
        journalThread.shutdown();
        assertThatThrownBy(() -> joined(upload("\"a\"", "one", timer).claim()))
                .hasCauseInstanceOf(CopyStoppedException.class);
    }

    @Test
    void aCopyThatWaitsForAnUploadIsStoppedWithItsTimer() {
        JournaledUpload other = upload("\"a\"", "other", timer);
        joined(other.begun("id"));
        ExecutorService stopped = Executors.newSingleThreadExecutor();
        stopped.shutdown();
        assertThatThrownBy(() -> joined(upload("\"a\"", "one", stopped).claim()))
                .hasCauseInstanceOf(CopyStoppedException.class);
        joined(other.ended());
    }
}
