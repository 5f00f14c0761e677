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

import io.s3copy.engine.cleanup.UploadAbort;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** One running copy: its requests, how it is ended early, and what it leaves unproven. */
final class CopySession {

    /** What ends a copy before its time. */
    private enum End {
        NOT_YET,
        CANCELLED,
        STOPPED
    }

    private final Requests requests;
    private final CopyTask task;
    private final CopyListener listener;
    private final Instant startedAt = Instant.now();
    private final long start = System.nanoTime();
    private volatile End end = End.NOT_YET;
    private volatile boolean uploading;
    private final Set<String> unproven = Collections.synchronizedSet(new LinkedHashSet<>());

    CopySession(RequestWindow window, Retries retries, CopyTask task, CopyListener listener) {
        this.requests = new Requests(
                window,
                retries,
                () -> "the copy of " + task,
                (why, throttled) -> listener.retried(task, why, throttled));
        this.task = task;
        this.listener = listener;
    }

    /** Makes a request that may be repeated as it is. */
    <T> CompletableFuture<T> send(Supplier<CompletableFuture<T>> request) {
        return send(retry -> request.get());
    }

    /** Makes a request that needs to know of its retries. */
    <T> CompletableFuture<T> send(Retries.Attempt<T> attempt) {
        return send(attempt, CompletableFuture::failedFuture);
    }

    /**
     * Makes a request that writes. If its answer cannot be read, a look comes before the next attempt.
     *
     * @param look finds out what became of it: its result, or a failure. After a transient failure the request is
     *     repeated
     */
    <T> CompletableFuture<T> send(Retries.Attempt<T> attempt, Function<S3CallException, CompletableFuture<T>> look) {
        return requests.send(attempt, look).exceptionallyCompose(failure -> {
            if (isEnded() && isThrottle(failure)) {
                // S3 has done nothing, and would have been asked again, had nobody ended the copy
                return CompletableFuture.failedFuture(ended());
            } else if (requests.isHurried() && ErrorClass.of(failure) == ErrorClass.TRANSIENT) {
                // it would have been repeated: the copy ends with its endpoint, and may be resumed
                stop();
            }
            return CompletableFuture.failedFuture(Causes.of(failure));
        });
    }

    private static boolean isThrottle(Throwable failure) {
        return Causes.of(failure) instanceof S3CallException call
                && call.code() != null
                && ErrorClass.isThrottle(call.code(), call.status());
    }

    /** As {@link Requests#settle}. */
    <T> CompletableFuture<T> settle(Supplier<CompletableFuture<T>> request) {
        return requests.settle(request);
    }

    /**
     * Makes a request that completes an object which stands already. It is made even when the copy has ended, but then
     * it is not repeated for long.
     */
    <T> CompletableFuture<T> finish(Supplier<CompletableFuture<T>> request) {
        if (isEnded()) {
            return settle(request);
        }
        return send(request).exceptionallyCompose(failure -> {
            boolean interrupted = isEnded() && ErrorClass.of(failure) == ErrorClass.TRANSIENT;
            return interrupted ? settle(request) : CompletableFuture.failedFuture(Causes.of(failure));
        });
    }

    /**
     * Aborts an upload of the copy, and tells the listener.
     *
     * @param upload the request of the upload, with its id
     * @return whether it is gone; never fails
     */
    CompletableFuture<Boolean> abort(S3Calls s3, CopyRequest upload) {
        return new UploadAbort(s3, requests, upload).run().thenApply(gone -> {
            String uploadId = upload.required(CopyParameter.UPLOAD_ID);
            if (gone) {
                listener.uploadAborted(task, uploadId);
            } else {
                listener.uploadAbandoned(task, uploadId);
            }
            return gone;
        });
    }

    CopyTask task() {
        return task;
    }

    CopyListener listener() {
        return listener;
    }

    /** Ends the copy for good. */
    void cancel() {
        end = End.CANCELLED;
        requests.end(this::ended);
    }

    /** Ends the copy for now: it may be resumed. */
    void stop() {
        if (end == End.NOT_YET) {
            end = End.STOPPED;
        }
        requests.end(this::ended);
    }

    /** As {@link Requests#hurry}. */
    void hurry() {
        requests.hurry();
    }

    /** Whether no request is to be begun any more, but to clean up. */
    boolean isEnded() {
        return end != End.NOT_YET;
    }

    boolean isStopped() {
        return end == End.STOPPED;
    }

    /** From here on an upload may be open, which must not be left. */
    void uploads() {
        uploading = true;
    }

    boolean isUploading() {
        return uploading;
    }

    CopyStoppedException ended() {
        return new CopyStoppedException(
                isStopped()
                        ? "the copy was stopped with its endpoint, before it was done"
                        : "the copy was cancelled before it was done");
    }

    /** Remembers what was asked for and no answer of the service proves. */
    void leaveUnproven(String what) {
        unproven.add(what);
    }

    /** Forgets what an attempt has left unproven that was thrown away. */
    void beginAnew() {
        unproven.clear();
    }

    /** What was asked for and nothing proves, for the result. */
    List<String> unproven() {
        synchronized (unproven) {
            return List.copyOf(unproven);
        }
    }

    /** When the copy began, by this machine's clock. */
    Instant startedAt() {
        return startedAt;
    }

    /** Counts a request that a call has made beside its own. */
    void countOneMore() {
        requests.countOneMore();
    }

    int requests() {
        return requests.count();
    }

    Duration duration() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
