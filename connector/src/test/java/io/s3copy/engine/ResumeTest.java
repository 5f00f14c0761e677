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

import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.failure.JournalFailureException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.journal.InMemoryJournal;
import io.s3copy.engine.journal.JournalEntry;
import io.s3copy.engine.journal.Journaling;
import io.s3copy.engine.journal.UploadJournal;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import io.s3copy.testkit.fault.FaultyS3;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** An interrupted copy is gone on with by an entry of the journal that matches it, and by nothing else. */
class ResumeTest {

    private static final int PARTS = 20;
    private static final long MIB = 1L << 20;

    private final FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out");
    private final S3AsyncClient client = s3.newClient();
    private final ExecutorService journalThread = Executors.newSingleThreadExecutor();
    private final ExecutorService timer = Executors.newSingleThreadExecutor();
    private final UploadJournal journal = new InMemoryJournal();

    @BeforeEach
    void put() {
        s3.put("in", "key", PARTS * 5 * MIB);
    }

    @AfterEach
    void close() {
        client.close();
        s3.close();
        journalThread.shutdownNow();
        timer.shutdownNow();
    }

    private ObjectCopier copier(boolean resume, CopyListener listener, UploadJournal kept, String holder) {
        return copier(resume, listener, kept, holder, "here");
    }

    private ObjectCopier copier(
            boolean resume, CopyListener listener, UploadJournal kept, String holder, String service) {
        S3Calls calls = CallsUnderTest.on(client);
        CopySettings settings = CopySettings.builder()
                .multipartThreshold(Limits.MIN_PART)
                .partSize(new PartSize.Fixed(5 * MIB))
                .resume(resume)
                .build();
        return ObjectCopier.builder(calls, new RequestWindow(2, 2), timer, settings)
                .listener(listener)
                .journaling(new Journaling(kept, journalThread, Duration.ofSeconds(2), holder, service))
                .build();
    }

    private static CopyRequest request() {
        return CopyRequest.builder()
                .source("in", "key")
                .destination("out", "key")
                .build();
    }

    private CopyResult copied(boolean resume, CopyRequest request) {
        return copied(resume, request, "here");
    }

    private CopyResult copied(boolean resume, CopyRequest request, String service) {
        return copier(resume, CopyListener.NONE, journal, "second", service)
                .copy(request, KnownSource.NOTHING)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    /** Copies until some parts are there, and stops then: parts that come later are refused, so it cannot be done before. */
    private void interrupt(boolean resume) {
        s3.plan(FaultPlan.seeded(1).always(UPLOAD_PART_COPY, ResumeTest::isLate, Fault.SLOW_DOWN));
        CompletableFuture<Void> halfway = new CompletableFuture<>();
        ObjectCopier copier = copier(
                resume,
                new CopyListener() {
                    @Override
                    public void partDone(CopyTask copy, int number, int parts, long bytes) {
                        if (number == 5) {
                            halfway.complete(null);
                        }
                    }
                },
                journal,
                "first");
        CompletableFuture<CopyResult> copy = copier.copy(request(), KnownSource.NOTHING);
        halfway.orTimeout(30, TimeUnit.SECONDS).join();
        copier.close();
        assertThatThrownBy(copy::join).hasCauseInstanceOf(CopyStoppedException.class);
        s3.plan(FaultPlan.NONE);
    }

    private static boolean isLate(FaultPlan.Attempt part) {
        return Integer.parseInt(part.request().queryParameter("partNumber").orElseThrow()) > PARTS / 2;
    }

    private long count(S3Operation operation) {
        return s3.operations().stream().filter(operation::equals).count();
    }

    private long partsCopied() {
        return count(UPLOAD_PART_COPY) - s3.injected(Fault.SLOW_DOWN);
    }

    private boolean isRight() {
        return s3.object("out", "key")
                .map(there -> there.content()
                        .equals(s3.object("in", "key").orElseThrow().content()))
                .orElse(false);
    }

    @Test
    void aStoppedCopyIsGoneOnWithWhereItEnded() {
        interrupt(true);
        assertThat(s3.openUploads()).hasSize(1);
        assertThat(journal.entries()).hasSize(1).noneMatch(JournalEntry::isLeased);
        CopyResult result = copied(true, request());
        assertThat(result.resumedParts()).isGreaterThanOrEqualTo(5);
        assertThat(result.parts()).isEqualTo(PARTS);
        assertThat(partsCopied()).as("no part is copied twice").isEqualTo(PARTS);
        assertThat(count(CREATE_MULTIPART_UPLOAD)).isEqualTo(1);
        assertThat(isRight()).isTrue();
        assertThat(s3.openUploads()).isEmpty();
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void aCopyThatIsStoppedWhileItRepeatsARequestIsGoneOnWith() {
        s3.plan(FaultPlan.seeded(1)
                .always(
                        UPLOAD_PART_COPY,
                        part -> part.request()
                                .queryParameter("partNumber")
                                .orElse("")
                                .equals("6"),
                        Fault.SLOW_DOWN));
        CompletableFuture<Void> repeated = new CompletableFuture<>();
        ObjectCopier copier = copier(
                true,
                new CopyListener() {
                    @Override
                    public void retried(CopyTask copy, S3CallException why, boolean throttled) {
                        repeated.complete(null);
                    }
                },
                journal,
                "first");
        CompletableFuture<CopyResult> copy = copier.copy(request(), KnownSource.NOTHING);
        repeated.orTimeout(30, TimeUnit.SECONDS).join();
        copier.close();
        assertThat(copy).isCompletedExceptionally();
        assertThat(s3.openUploads()).hasSize(1);
        s3.plan(FaultPlan.NONE);
        assertThat(copied(true, request()).resumedParts()).isPositive();
    }

    @Test
    void withoutResumeAStoppedCopyAbortsItsUpload() {
        interrupt(false);
        assertThat(s3.openUploads()).isEmpty();
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void anUploadToABucketOfThatNameAtAnotherServiceIsNeitherGoneOnWithNorForgotten() {
        interrupt(true);
        JournalEntry left = journal.entries().get(0);
        assertThat(copied(true, request(), "there").resumedParts()).isZero();
        assertThat(journal.entries()).containsExactly(left);
        assertThat(s3.openUploads()).containsExactly(left.uploadId());
    }

    @Test
    void anUploadOfAnotherStateIsAbortedAndAnotherBegun() {
        interrupt(true);
        s3.put("in", "key", PARTS * 5 * MIB);
        CopyResult result = copied(true, request());
        assertThat(result.resumedParts()).isZero();
        assertThat(count(ABORT_MULTIPART_UPLOAD)).isPositive();
        assertThat(isRight()).isTrue();
        assertThat(s3.openUploads()).isEmpty();
    }

    @Test
    void anUploadOfAnotherStateThatCannotBeAbortedStaysInTheJournal() {
        interrupt(true);
        String left = s3.openUploads().get(0);
        s3.put("in", "key", PARTS * 5 * MIB);
        s3.plan(FaultPlan.seeded(1).always(ABORT_MULTIPART_UPLOAD, any -> true, Fault.ACCESS_DENIED));
        copied(true, request());
        assertThat(isRight()).isTrue();
        assertThat(s3.openUploads()).containsExactly(left);
        assertThat(journal.entries())
                .hasSize(1)
                .allMatch(entry -> entry.uploadId().equals(left) && !entry.isLeased());
    }

    @Test
    void anUploadWithOtherOptionsIsAbortedAndAnotherBegun() {
        interrupt(true);
        CopyRequest other = request().toBuilder()
                .set(CopyParameter.STORAGE_CLASS, "STANDARD_IA")
                .build();
        assertThat(copied(true, other).resumedParts()).isZero();
        assertThat(s3.openUploads()).isEmpty();
    }

    @Test
    void anUploadThatSomebodyAbortedMeanwhileIsBegunAnew() {
        interrupt(true);
        String id = s3.openUploads().get(0);
        client.abortMultipartUpload(abort -> abort.bucket("out").key("key").uploadId(id))
                .join();
        assertThat(copied(true, request()).resumedParts()).isZero();
        assertThat(isRight()).isTrue();
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void aCrashedCopyIsGoneOnWithWhenItsLeaseHasEnded() {
        interrupt(true);
        // as a process leaves it that was killed: leased, and nobody gives signs of life
        JournalEntry left = journal.entries().get(0);
        journal.put(left.leasedTo("killed", Instant.now().plusSeconds(1)));
        Instant start = Instant.now();
        assertThat(copied(true, request()).resumedParts()).isPositive();
        assertThat(Instant.now()).isAfter(start.plusMillis(900));
        assertThat(partsCopied()).isEqualTo(PARTS);
    }

    @Test
    void aCopyOfTheSameProcessToTheSameKeyHasAnUploadOfItsOwn() {
        ObjectCopier copier = copier(true, CopyListener.NONE, journal, "one");
        CompletableFuture<CopyResult> one = copier.copy(request(), KnownSource.NOTHING);
        CompletableFuture<CopyResult> other = copier.copy(request(), KnownSource.NOTHING);
        assertThat(one.orTimeout(30, TimeUnit.SECONDS).join().resumedParts()).isZero();
        assertThat(other.orTimeout(30, TimeUnit.SECONDS).join().resumedParts()).isZero();
        assertThat(count(CREATE_MULTIPART_UPLOAD)).isEqualTo(2);
        assertThat(s3.openUploads()).isEmpty();
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void anUploadIsNotBegunWithPartsThatNoJournalKnowsOf() {
        UploadJournal broken = new UploadJournal() {
            @Override
            public Optional<JournalEntry> find(JournalEntry.Destination destination) {
                return Optional.empty();
            }

            @Override
            public void put(JournalEntry entry) {
                throw new IllegalStateException("disk full");
            }

            @Override
            public void remove(JournalEntry entry) {
                throw new IllegalStateException("disk full");
            }

            @Override
            public List<JournalEntry> entries() {
                return List.of();
            }
        };
        assertThatThrownBy(() -> copier(true, CopyListener.NONE, broken, "one")
                        .copy(request(), KnownSource.NOTHING)
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join())
                .hasCauseInstanceOf(JournalFailureException.class)
                .hasMessageContaining("disk full");
        assertThat(count(UPLOAD_PART_COPY)).isZero();
        assertThat(s3.openUploads()).isEmpty();
    }
}
