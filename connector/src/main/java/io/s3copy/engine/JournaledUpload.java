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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.JournalFailureException;
import io.s3copy.engine.journal.JournalEntry;
import io.s3copy.engine.journal.Journaling;
import io.s3copy.engine.journal.OptionsDigest;
import io.s3copy.engine.journal.UploadJournal;
import io.s3copy.engine.request.Futures;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.text.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One upload as the journal knows it. An interrupted upload is claimed; a new one is written before its first part. A
 * lease holds it while parts are copied. It is forgotten when it is completed or aborted. Only an upload of the same
 * copy is resumed, and by one copy at a time.
 */
final class JournaledUpload implements UploadRecord {

    private static final Logger LOG = LoggerFactory.getLogger(JournaledUpload.class);
    private static final long LOOK_MILLIS = 250;

    private final Journaling journaling;
    private final Executor timer;
    private final CopySession session;
    private final boolean resume;
    private JournalEntry entry;

    @GuardedBy("this")
    private boolean held;

    /**
     * One for a copy that is to be made.
     *
     * @param timer for the signs of life
     * @param resume whether an interrupted upload is resumed; otherwise it is aborted
     */
    JournaledUpload(
            Journaling journaling,
            Executor timer,
            CopySession session,
            CopyRequest request,
            MultipartCopy.Plan plan,
            boolean resume) {
        this.journaling = journaling;
        this.timer = timer;
        this.session = session;
        this.resume = resume;
        this.entry = new JournalEntry(
                new JournalEntry.Destination(
                        journaling.service(),
                        request.target().bucket(),
                        request.target().key()),
                "",
                request.source().orElseThrow(),
                PartsCopy.pinOf(plan.source()),
                plan.parts().layout(),
                OptionsDigest.of(plan.carried().documented(), request.carriedBy(S3Call.UPLOAD_PART_COPY)),
                Instant.now(),
                journaling.holder(),
                Instant.EPOCH);
    }

    @Override
    public synchronized boolean isKept() {
        return held;
    }

    @Override
    public CompletableFuture<Left> claim() {
        return claim(System.nanoTime() + 3 * journaling.lease().toNanos());
    }

    private CompletableFuture<Left> claim(long deadline) {
        return journaling.ask(this::look).exceptionallyCompose(this::unusable).thenCompose(left -> {
            if (left.isPresent()) {
                return CompletableFuture.completedFuture(left.get());
            } else if (session.isEnded()) {
                return CompletableFuture.failedFuture(session.ended());
            } else if (System.nanoTime() - deadline > 0) {
                // a copy that gives signs of life for so long is at work: two copies to one key are two uploads
                return CompletableFuture.completedFuture(Left.NOTHING);
            }
            return Futures.afterEnd(
                    Futures.after(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS), timer), (now, shutDown) -> {
                        if (shutDown != null) {
                            session.stop();
                            return CompletableFuture.failedFuture(session.ended());
                        }
                        return claim(deadline);
                    });
        });
    }

    /** Empty while another process holds an upload. */
    private Optional<Left> look(UploadJournal journal) {
        JournalEntry there = journal.find(entry.destination()).orElse(null);
        if (there == null) {
            return Optional.of(Left.NOTHING);
        } else if (there.holder().equals(journaling.holder())) {
            // another copy of this process to the same key still runs, however late its signs of life: this one gets
            // its own upload
            return Optional.of(Left.NOTHING);
        } else if (there.isLeased()) {
            return Optional.empty();
        } else if (!resume || !there.isOfSameCopy(entry)) {
            // remembered until it is aborted; until then nobody else may take it
            journal.put(there.leasedTo(journaling.holder(), leaseFromNow()));
            return Optional.of(new Left(null, there));
        }
        hold(journal, there.uploadId());
        return Optional.of(new Left(entry, null));
    }

    @Override
    public CompletableFuture<Void> settled(JournalEntry stale, boolean aborted) {
        return told(stale, journal -> {
            if (aborted) {
                journal.remove(stale);
            } else {
                journal.put(stale.released());
            }
        });
    }

    @Override
    public CompletableFuture<Void> begun(String uploadId) {
        return journaling
                .ask(journal -> {
                    if (journal.find(entry.destination()).isEmpty()) {
                        hold(journal, uploadId);
                    }
                    return null;
                })
                .exceptionallyCompose(this::unusable)
                .thenApply(done -> null);
    }

    /**
     * What the copy fails with. If the journal's thread has ended, the endpoint was stopped, and the copy stops, too.
     */
    private <T> CompletableFuture<T> unusable(Throwable failure) {
        if (Causes.of(failure) instanceof RejectedExecutionException) {
            session.stop();
            return CompletableFuture.failedFuture(session.ended());
        }
        return CompletableFuture.failedFuture(new JournalFailureException(
                "the journal of uploads cannot be read and written, and without it an interrupted copy would leave its"
                        + " parts behind: "
                        + Causes.of(failure).getMessage(),
                Causes.of(failure)));
    }

    /** Held is only what could be written. */
    private void hold(UploadJournal journal, String uploadId) {
        JournalEntry ours = entry.withUploadId(uploadId).leasedTo(journaling.holder(), leaseFromNow());
        journal.put(ours);
        synchronized (this) {
            entry = ours;
            held = true;
        }
        signLater();
    }

    private Instant leaseFromNow() {
        return Instant.now().plus(journaling.lease());
    }

    private void signLater() {
        Duration third = journaling.lease().dividedBy(3);
        CompletableFuture.delayedExecutor(third.toMillis(), TimeUnit.MILLISECONDS, timer)
                .execute(this::sign);
    }

    private void sign() {
        Futures.whenDone(
                journaling.ask(journal -> {
                    JournalEntry renewed;
                    synchronized (this) {
                        if (!held) {
                            return null;
                        }
                        renewed = entry.leasedTo(journaling.holder(), leaseFromNow());
                        entry = renewed;
                    }
                    // a write that fails is made good by the next one
                    signLater();
                    journal.put(renewed);
                    return null;
                }),
                (done, failure) -> {
                    if (failure != null) {
                        LOG.warn(
                                "The lease of upload {} could not be renewed", Printable.of(entry.uploadId()), failure);
                    }
                });
    }

    @Override
    public CompletableFuture<Void> ended() {
        return letGo(journal -> journal.remove(entry));
    }

    @Override
    public CompletableFuture<Void> released() {
        return letGo(journal -> journal.put(entry.released()));
    }

    private CompletableFuture<Void> letGo(Consumer<UploadJournal> how) {
        synchronized (this) {
            if (!held) {
                return CompletableFuture.completedFuture(null);
            }
            held = false;
        }
        return told(entry, how);
    }

    private CompletableFuture<Void> told(JournalEntry of, Consumer<UploadJournal> how) {
        return journaling
                .<Void>ask(journal -> {
                    how.accept(journal);
                    return null;
                })
                .exceptionally(failure -> {
                    LOG.warn(
                            "The journal could not be told of the end of upload {}",
                            Printable.of(of.uploadId()),
                            failure);
                    return null;
                });
    }
}
