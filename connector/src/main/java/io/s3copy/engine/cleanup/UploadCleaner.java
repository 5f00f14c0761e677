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

import io.s3copy.engine.cleanup.CleanupReport.Found;
import io.s3copy.engine.cleanup.CleanupReport.What;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.journal.JournalEntry;
import io.s3copy.engine.journal.Journaling;
import io.s3copy.engine.journal.UploadJournal;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.UploadPage.Upload;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.text.Printable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Aborts the incomplete uploads of a bucket that nobody will resume: those that the journal remembers and nobody holds,
 * and old ones. A lifecycle rule aborts old uploads, too; this is for applications that may not set such a rule.
 */
public final class UploadCleaner implements AutoCloseable {

    /** So few that copies to the bucket do not notice. */
    private static final int AT_ONCE = 4;

    private final S3Calls s3;
    private final Journaling journaling;
    private final CleanupSettings settings;
    private final InstantSource clock;
    private final boolean tellsInitiators;
    private final CopyRequest bucket;
    private final Requests requests;

    /**
     * A cleaner.
     *
     * @param timer for retries; it must not be kept busy
     * @param retryFor how long a listing is repeated while it fails transiently
     * @param bucket names the bucket, and the payer and the owner that requests say
     * @param traits what the service does with what it is sent
     */
    public UploadCleaner(
            S3Calls s3,
            Journaling journaling,
            CleanupSettings settings,
            Executor timer,
            Duration retryFor,
            CopyRequest bucket,
            ServiceTraits traits) {
        this(s3, journaling, settings, new Retries(retryFor, timer), bucket, InstantSource.system(), traits);
    }

    UploadCleaner(
            S3Calls s3,
            Journaling journaling,
            CleanupSettings settings,
            Retries retries,
            CopyRequest bucket,
            InstantSource clock,
            ServiceTraits traits) {
        this.s3 = s3;
        this.journaling = journaling;
        this.settings = settings;
        this.clock = clock;
        this.tellsInitiators = traits.heeds(ServiceTraits.Trait.initiator);
        this.bucket = bucket;
        this.requests = new Requests(
                new RequestWindow(AT_ONCE, AT_ONCE),
                retries,
                () -> "the cleanup of bucket " + Printable.of(bucket.required(CopyParameter.BUCKET)),
                Requests.Retried.NONE);
    }

    /**
     * Cleans up.
     *
     * @return what was found and done; fails when the bucket cannot be listed or the journal not be read
     */
    public CompletableFuture<CleanupReport> clean() {
        UploadListing listing = new UploadListing(s3, requests, bucket);
        // the journal after the listing: of a copy that began in between, the upload is not listed
        return listing.all(settings.prefix())
                .thenCompose(uploads -> journaling
                        .ask(UploadJournal::entries)
                        .thenApply(entries ->
                                new CleanupDecision(settings, clock.instant(), ofBucket(entries), tellsInitiators))
                        .thenCompose(decision -> self(decision, uploads, listing)
                                .thenCompose(self -> carryOut(decision, uploads, self))));
    }

    private List<JournalEntry> ofBucket(List<JournalEntry> entries) {
        return entries.stream()
                .filter(one -> one.bucket().equals(bucket.text(CopyParameter.BUCKET))
                        && one.destination().service().equals(journaling.service()))
                .toList();
    }

    private CompletableFuture<Optional<String>> self(
            CleanupDecision decision, List<Upload> uploads, UploadListing listing) {
        Optional<String> self = decision.ownIdentity(uploads);
        boolean known = self.isPresent() || settings.dryRun() || !decision.needsIdentity(uploads);
        return known
                ? CompletableFuture.completedFuture(self)
                : new OwnIdentity(s3, requests, bucket, listing).find(settings.prefix());
    }

    private CompletableFuture<CleanupReport> carryOut(
            CleanupDecision decision, List<Upload> uploads, Optional<String> self) {
        List<Found> found = new ArrayList<>(uploads.stream()
                .map(one -> decision.decide(one, self.orElse(null)))
                .toList());
        if (settings.dryRun()) {
            return CompletableFuture.completedFuture(new CleanupReport(found, true));
        }
        Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
        IntStream.range(0, found.size())
                .filter(at -> found.get(at).what() == What.WOULD_BE_ABORTED)
                .forEach(waiting::add);
        CompletableFuture<?>[] lanes = Stream.generate(() -> lane(waiting, decision, uploads, found))
                .limit(AT_ONCE)
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(lanes).thenApply(all -> new CleanupReport(found, false));
    }

    /** Aborts one upload after the other. Each place of the list is written by one lane only. */
    private CompletableFuture<Void> lane(
            Queue<Integer> waiting, CleanupDecision decision, List<Upload> uploads, List<Found> found) {
        Integer at = waiting.poll();
        if (at == null) {
            return CompletableFuture.completedFuture(null);
        }
        Upload upload = uploads.get(at);
        return end(upload, decision.entry(upload), found.get(at).why())
                .exceptionally(failure -> Found.of(
                        upload, What.FAILED, String.valueOf(Causes.of(failure).getMessage())))
                .thenCompose(outcome -> {
                    found.set(at, outcome);
                    return lane(waiting, decision, uploads, found);
                });
    }

    private CompletableFuture<Found> end(Upload upload, Optional<JournalEntry> entry, String why) {
        if (requests.isEnded()) {
            return CompletableFuture.failedFuture(stopped());
        } else if (entry.isEmpty()) {
            return abort(upload, why);
        }
        return journaling
                .ask(journal -> take(journal, entry.get()))
                .thenCompose(taken -> taken
                        ? Futures.afterEnd(abort(upload, why), (found, failure) -> letGo(entry.get(), found, failure))
                        : CompletableFuture.completedFuture(
                                Found.of(upload, What.KEPT_LEASED, "a copy has resumed it")));
    }

    /** Takes the lease, so that no copy resumes the upload while it is aborted. */
    private boolean take(UploadJournal journal, JournalEntry entry) {
        JournalEntry there = journal.find(entry.destination()).orElse(null);
        if (there == null || !there.isSameUpload(entry)) {
            // another upload to the same key has taken its place: nobody finds this one any more
            return true;
        } else if (there.isLeased()) {
            return false;
        }
        journal.put(there.leasedTo(journaling.holder(), Instant.now().plus(journaling.lease())));
        return true;
    }

    private CompletableFuture<Found> letGo(JournalEntry entry, @Nullable Found found, @Nullable Throwable failure) {
        boolean gone = found != null && found.what() == What.ABORTED;
        return journaling
                .ask(journal -> {
                    JournalEntry there = journal.find(entry.destination()).orElse(null);
                    if (there != null && there.isSameUpload(entry)) {
                        if (gone) {
                            journal.remove(there);
                        } else {
                            journal.put(there.released());
                        }
                    }
                    return found;
                })
                .thenCompose(told -> failure == null
                        ? CompletableFuture.completedFuture(told)
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Found> abort(Upload upload, String why) {
        CopyRequest request = bucket.toBuilder()
                .set(CopyParameter.KEY, upload.key())
                .set(CopyParameter.UPLOAD_ID, upload.uploadId())
                .build();
        return new UploadAbort(s3, requests, request)
                .run()
                .thenApply(gone -> gone
                        ? Found.of(upload, What.ABORTED, why)
                        : Found.of(upload, What.FAILED, "it could not be aborted; the log says why"));
    }

    /** No upload is begun to be aborted any more. */
    @Override
    public void close() {
        requests.end(UploadCleaner::stopped);
    }

    private static CopyStoppedException stopped() {
        return new CopyStoppedException("the endpoint stopped before its turn");
    }
}
