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
package io.s3copy.engine.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.cleanup.CleanupReport.Found;
import io.s3copy.engine.cleanup.CleanupReport.What;
import io.s3copy.engine.cleanup.CleanupSettings.Initiator;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.journal.InMemoryJournal;
import io.s3copy.engine.journal.JournalEntry;
import io.s3copy.engine.journal.Journaling;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.fault.Fault;
import io.s3copy.testkit.fault.FaultPlan;
import io.s3copy.testkit.fault.FaultyS3;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** What becomes of the incomplete uploads of a bucket. */
class UploadCleanerTest {

    private static final Duration WEEK = Duration.ofDays(7);

    private final FaultyS3 s3 = FaultyS3.start().bucket("out").bucket("else");
    private final S3AsyncClient client = s3.newClient();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final InMemoryJournal journal = new InMemoryJournal();

    @AfterEach
    void close() {
        timer.shutdownNow();
        client.close();
        s3.close();
    }

    private String begin(String key) {
        return client.createMultipartUpload(create -> create.bucket("out").key(key))
                .join()
                .uploadId();
    }

    private void remember(String key, String uploadId, Instant leasedUntil) {
        remember("here", key, uploadId, leasedUntil);
    }

    private void remember(String service, String key, String uploadId, Instant leasedUntil) {
        journal.put(new JournalEntry(
                new JournalEntry.Destination(service, "out", key),
                uploadId,
                CopySource.of("in", "key"),
                "\"e\"",
                "layout",
                "options",
                Instant.now(),
                "before",
                leasedUntil));
    }

    private static CleanupSettings settings() {
        return new CleanupSettings("", WEEK, Initiator.own, false);
    }

    /** A clean-up some days from now. */
    private CleanupReport clean(CleanupSettings settings, int days) {
        CopyRequest bucket =
                CopyRequest.builder().set(CopyParameter.BUCKET, "out").build();
        try (UploadCleaner cleaner = new UploadCleaner(
                CallsUnderTest.on(client),
                new Journaling(journal, timer, Duration.ofSeconds(30), "cleaner", "here"),
                settings,
                new Retries(Duration.ofMillis(400), timer),
                bucket,
                () -> Instant.now().plus(Duration.ofDays(days)),
                ServiceTraits.ofAws())) {
            return cleaner.clean().orTimeout(1, TimeUnit.MINUTES).join();
        }
    }

    @Test
    void anOrphanOfTheJournalIsAbortedHoweverYoung() {
        remember("key", begin("key"), Instant.EPOCH);
        assertThat(clean(settings(), 0).aborted()).isEqualTo(1);
        assertThat(s3.openUploads()).isEmpty();
    }

    @Test
    void whatTheJournalKnowsOfAnotherServiceIsNothingOfThisOnes() {
        remember("there", "key", begin("key"), Instant.EPOCH);
        assertThat(clean(settings(), 0).aborted()).isZero();
        assertThat(journal.entries()).hasSize(1);
    }

    @Test
    void theJournalForgetsWhatWasAborted() {
        remember("key", begin("key"), Instant.EPOCH);
        clean(settings(), 0);
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void anUploadWithALiveLeaseIsNeverTouched() {
        String id = begin("key");
        remember("key", id, Instant.now().plusSeconds(600));
        assertThat(clean(settings(), 8).uploads()).extracting(Found::what).containsExactly(What.KEPT_LEASED);
        assertThat(s3.openUploads()).containsExactly(id);
    }

    @Test
    void youngUploadsCostOneListing() {
        begin("key");
        s3.forgetOperations();
        assertThat(clean(settings(), 6).uploads()).extracting(Found::what).containsExactly(What.KEPT_YOUNG);
        assertThat(s3.operations()).containsExactly(S3Operation.LIST_MULTIPART_UPLOADS);
    }

    @Test
    void oldUploadsOfOurOwnAreAbortedAndTheOneThatToldWhoWeAreToo() {
        begin("a");
        begin("b");
        assertThat(clean(settings(), 8).aborted()).isEqualTo(2);
        assertThat(s3.openUploads()).isEmpty();
    }

    @Test
    void whoWeAreIsKnownFromTheJournalWithoutAnUploadMore() {
        begin("a");
        remember("b", begin("b"), Instant.now().plusSeconds(600));
        s3.forgetOperations();
        assertThat(clean(settings(), 8).aborted()).isEqualTo(1);
        assertThat(s3.operations()).doesNotContain(S3Operation.CREATE_MULTIPART_UPLOAD);
    }

    @Test
    void whoIsNotAllowedToBeginAnUploadKeepsAll() {
        String id = begin("a");
        s3.plan(FaultPlan.NONE.always(S3Operation.CREATE_MULTIPART_UPLOAD, any -> true, Fault.ACCESS_DENIED));
        assertThat(clean(settings(), 8).uploads()).extracting(Found::what).containsExactly(What.UNDECIDED);
        assertThat(s3.openUploads()).containsExactly(id);
    }

    @Test
    void aDryRunOnlyLists() {
        begin("a");
        remember("b", begin("b"), Instant.EPOCH);
        begin("c");
        s3.forgetOperations();
        CleanupReport report = clean(new CleanupSettings("", WEEK, Initiator.own, true), 8);
        assertThat(report.uploads())
                .extracting(Found::what)
                .containsExactly(What.WOULD_BE_ABORTED, What.WOULD_BE_ABORTED, What.WOULD_BE_ABORTED);
        assertThat(s3.operations()).containsExactly(S3Operation.LIST_MULTIPART_UPLOADS);
    }

    @Test
    void aDryRunThatDoesNotKnowWhoWeAreTellsTheInitiator() {
        begin("a");
        CleanupReport report = clean(new CleanupSettings("", WEEK, Initiator.own, true), 8);
        assertThat(report.uploads()).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo(What.UNDECIDED);
            assertThat(one.initiator()).isEqualTo("arn:aws:iam::111111111111:user/stub");
        });
    }

    @Test
    void onlyUploadsUnderThePrefixAreAborted() {
        begin("mine/a");
        String other = begin("other/a");
        assertThat(clean(new CleanupSettings("mine/", WEEK, Initiator.any, false), 8)
                        .aborted())
                .isEqualTo(1);
        assertThat(s3.openUploads()).containsExactly(other);
    }

    @Test
    void oneThatCannotBeAbortedDoesNotStopTheOthers() {
        for (int number = 0; number < 10; number++) {
            remember("key" + number, begin("key" + number), Instant.EPOCH);
        }
        s3.plan(FaultPlan.NONE.always(
                S3Operation.ABORT_MULTIPART_UPLOAD,
                abort -> abort.request().key().equals("key3"),
                Fault.ACCESS_DENIED));
        CleanupReport report = clean(settings(), 0);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.aborted()).isEqualTo(9);
        assertThat(journal.entries()).extracting(JournalEntry::key).containsExactly("key3");
    }

    @Test
    void allPagesAreRead() {
        for (int number = 0; number < 1_001; number++) {
            begin("key" + number);
        }
        assertThat(clean(settings(), 0).kept()).isEqualTo(1_001);
    }
}
