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

import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.journal.Journaling;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.Clients;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.parameter.rule.CopyRules;
import io.s3copy.parameter.rule.PreparedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies objects of any size: in one call where S3 can, in parts where it must. A small object costs one request. The
 * source is looked at first only if something must be known of it.
 */
public final class ObjectCopier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectCopier.class);
    private static final long STOP_SECONDS = 30;

    /**
     * If Camel stops a route gracefully, it has waited for answers before. This is for those who close without waiting.
     */
    private static final long CALL_SECONDS = 2;

    private final Clients s3;
    private final RequestWindow window;
    private final Retries retries;
    private final CopySettings settings;
    private final CopyListener listener;
    private final UploadRecords uploads;
    private volatile boolean closed;
    private volatile boolean hurried;
    private final Map<CopySession, CompletableFuture<CopyResult>> running = new ConcurrentHashMap<>();

    private ObjectCopier(Builder builder) {
        this.s3 = Clients.of(builder.destination, builder.source, builder.traits);
        this.window = builder.window;
        this.retries = new Retries(builder.settings.retryFor(), builder.timer);
        this.settings = builder.settings;
        this.listener = CopyListener.of(List.of(builder.listener));
        this.uploads = builder.uploads;
    }

    /**
     * A builder of a copier. Unless told otherwise, it reads the source by the same client, and remembers no uploads, so
     * that none can be resumed. It expects a service that does all that S3 documents.
     *
     * @param destination signs the copies
     * @param window shared by all copies to one destination
     * @param timer for retries; it must not be kept busy
     */
    public static Builder builder(S3Calls destination, RequestWindow window, Executor timer, CopySettings settings) {
        return new Builder(destination, window, timer, settings);
    }

    /** Collects what a copier works with; not for use by several threads. */
    public static final class Builder {

        private final S3Calls destination;
        private final RequestWindow window;
        private final Executor timer;
        private final CopySettings settings;
        private S3Calls source;
        private CopyListener listener = CopyListener.NONE;
        private UploadRecords uploads = UploadRecords.NONE;
        private ServiceTraits traits = ServiceTraits.ofAws();

        private Builder(S3Calls destination, RequestWindow window, Executor timer, CopySettings settings) {
            this.destination = destination;
            this.window = window;
            this.timer = timer;
            this.settings = settings;
            this.source = destination;
        }

        /** Speaks to the source, which may be in another Region. */
        public Builder source(S3Calls speaksToSource) {
            source = speaksToSource;
            return this;
        }

        /** Hears of all copies. */
        public Builder listener(CopyListener hears) {
            listener = hears;
            return this;
        }

        /** Remembers the uploads of copies. */
        public Builder journaling(Journaling journaling) {
            uploads = UploadRecords.in(journaling, timer);
            return this;
        }

        /** What the service does with what it is sent. */
        public Builder traits(ServiceTraits ofService) {
            traits = ofService;
            return this;
        }

        /** A copier, open. */
        public ObjectCopier build() {
            return new ObjectCopier(this);
        }
    }

    /**
     * Copies an object.
     *
     * @param said the parameters of CopyObject, on which the rules have not run
     * @param known what is known of the source; saves requests
     * @return the result; fails with a {@link io.s3copy.parameter.S3CopyException}. Cancelling it stops the copy, and
     *     aborts its upload.
     */
    public CompletableFuture<CopyResult> copy(CopyRequest said, KnownSource known) {
        return begin(() -> prepare(onCondition(said).orElse(said)), known);
    }

    /**
     * Copies an object. The rules run again only if the policy on existing objects adds a condition to the request.
     *
     * @param prepared for CopyObject
     * @param known what is known of the source; saves requests
     * @return as of {@link #copy(CopyRequest, KnownSource)}
     * @throws IllegalArgumentException if the request was prepared for another call
     */
    public CompletableFuture<CopyResult> copy(PreparedRequest prepared, KnownSource known) {
        if (prepared.call() != S3Call.COPY_OBJECT) {
            throw new IllegalArgumentException("not prepared for CopyObject: " + prepared.call());
        }
        return begin(
                () -> onCondition(prepared.request()).map(ObjectCopier::prepare).orElse(prepared), known);
    }

    private Optional<CopyRequest> onCondition(CopyRequest request) {
        return ExistingObject.onCondition(request, settings.ifExists());
    }

    private static PreparedRequest prepare(CopyRequest request) {
        return CopyRules.prepare(S3Call.COPY_OBJECT, request);
    }

    private CompletableFuture<CopyResult> begin(Supplier<PreparedRequest> prepared, KnownSource known) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new CopyStoppedException("the endpoint is stopped: no copy is begun"));
        }
        CopySession session;
        CompletableFuture<CopyResult> result;
        try {
            CopyRequest request = prepared.get().request();
            CopyTask task = CopyTask.of(request);
            session = new CopySession(window, retries, task, listener);
            listener.started(task);
            result = run(new CopyRun(
                    new Copying(s3.counted(session::countOneMore), session, settings, request), uploads, known));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        running.put(session, result);
        if (closed) {
            // it was begun while the others were told
            session.stop();
        } else if (hurried) {
            session.hurry();
        }
        Futures.whenDone(result, (done, failure) -> {
            running.remove(session);
            tell(session, done, failure);
        });
        CompletableFuture<CopyResult> cancellable = result.copy();
        Futures.whenDone(cancellable, (done, failure) -> {
            if (cancellable.isCancelled()) {
                session.cancel();
            }
        });
        return cancellable;
    }

    /** Deletes where this copies to, and what was listed where it copies from. */
    public ObjectDeleter deleter() {
        return new ObjectDeleter(s3, window, retries, listener, settings);
    }

    private static CompletableFuture<CopyResult> run(CopyRun run) {
        try {
            return run.run();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void tell(CopySession session, CopyResult result, @Nullable Throwable failure) {
        if (failure == null) {
            listener.finished(session.task(), result);
        } else {
            listener.failed(session.task(), failure, session.duration(), session.requests());
        }
    }

    /**
     * Stops the copies that still run: no new part is begun, and their uploads are aborted, or kept if they are to be
     * resumed. Waits for that. The copies fail with a {@link CopyStoppedException}.
     */
    @Override
    public void close() {
        closed = true;
        running.keySet().forEach(CopySession::stop);
        await(running.values().toArray(CompletableFuture[]::new), CALL_SECONDS);
        // nothing more can be done for one call in flight, but an upload must not be left
        CompletableFuture<?>[] uploading = running.entrySet().stream()
                .filter(one -> one.getKey().isUploading())
                .map(Map.Entry::getValue)
                .toArray(CompletableFuture[]::new);
        if (!await(uploading, STOP_SECONDS)) {
            LOG.warn(
                    "{} copies did not stop in {} s; their uploads may be left behind", uploading.length, STOP_SECONDS);
        }
    }

    /**
     * From here on nothing is repeated. A request that waits for its next attempt fails with its last failure, and so
     * does its copy. What is in flight goes on. So a route that stops waits for answers, and not for a service that is
     * away.
     */
    public void hurry() {
        hurried = true;
        running.keySet().forEach(CopySession::hurry);
    }

    /** Whether all ended in time. */
    private static boolean await(CompletableFuture<?>[] copies, long seconds) {
        try {
            CompletableFuture.allOf(copies).get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            LOG.debug("A copy was stopped", e.getCause());
        } catch (TimeoutException e) {
            return false;
        }
        return true;
    }
}
