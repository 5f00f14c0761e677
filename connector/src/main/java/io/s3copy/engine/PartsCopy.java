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
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.plan.CopyPlan;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.s3.UploadedParts;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Copies the parts of one upload. Only one part at a time waits for a place in the window. After a failure no other
 * part is begun. The outcome comes when all parts in flight have landed.
 */
final class PartsCopy {

    private final S3Calls s3;
    private final CopySession session;
    private final CopyRequest part;
    private final CopyPlan.Parts plan;

    @GuardedBy("this")
    private final CompletedPart[] done;

    private final @Nullable String plannedVersion;

    @GuardedBy("this")
    private boolean toldVersions;

    private final CompletableFuture<List<CompletedPart>> outcome = new CompletableFuture<>();

    @GuardedBy("this")
    private int next = 1;

    @GuardedBy("this")
    private int open;

    @GuardedBy("this")
    private @Nullable Throwable failure;

    /**
     * The parts of an upload.
     *
     * @param upload the whole request, with its upload id
     * @param planned what the copy was planned from, to which every part is pinned
     * @param there the parts that the upload has already, by their numbers
     */
    PartsCopy(
            S3Calls s3,
            CopySession session,
            CopyRequest upload,
            MultipartCopy.Plan planned,
            Map<Integer, CompletedPart> there) {
        ObjectHead source = planned.source();
        this.s3 = s3;
        this.session = session;
        this.plan = planned.parts();
        this.done = new CompletedPart[plan.count()];
        this.plannedVersion = source.versionId();
        // nobody says any more which version those are of that were there
        this.toldVersions = there.isEmpty();
        there.forEach((number, part) -> done[number - 1] = part);
        CopyRequest carried = upload.carriedBy(S3Call.UPLOAD_PART_COPY);
        // the caller's conditions were for the HEAD: the ETag names the state that met them
        this.part = carried.without(SourceReader.CONDITIONS).toBuilder()
                .set(CopyParameter.COPY_SOURCE_IF_MATCH, pinOf(source))
                .build();
    }

    /**
     * The ETag that all parts of a source are pinned to.
     *
     * @throws CopyFailedException if HEAD told no ETag: then nothing keeps the parts to one state
     */
    static String pinOf(ObjectHead source) {
        String eTag = source.eTag();
        if (eTag == null || !source.hasETag()) {
            throw new CopyFailedException(
                    "HEAD tells no ETag of the source that its parts could be pinned to: if it changed meanwhile, the copy"
                            + " would be torn. Copy it in one call (a multipartThreshold above its size)");
        }
        return eTag;
    }

    /** Whether S3 said that every part is of the planned version: then the object has no other state in it. */
    synchronized boolean areOfPlannedVersion() {
        return toldVersions && plannedVersion != null && !plannedVersion.equals("null");
    }

    /** Copies all parts; a failure comes after the last part in flight has landed. */
    CompletableFuture<List<CompletedPart>> run() {
        tellBegun();
        begin();
        return outcome;
    }

    private void tellBegun() {
        int there = 0;
        long bytes = 0;
        synchronized (this) {
            for (int i = 0; i < done.length; i++) {
                if (done[i] != null) {
                    there++;
                    bytes += plan.range(i + 1).length();
                }
            }
        }
        session.listener().partsBegun(session.task(), plan.count(), plan.size(), there, bytes);
    }

    /** In a loop and not by recursion: thousands of parts may get their places at once. */
    private void begin() {
        CompletableFuture<Void> placed = beginNext();
        while (placed != null && placed.isDone()) {
            placed = beginNext();
        }
        if (placed != null) {
            // only a part that has its place lets the next one queue for another
            Futures.whenDone(placed, (nothing, none) -> begin());
        }
    }

    /** When the part has its place; null when there is none to begin. */
    private @Nullable CompletableFuture<Void> beginNext() {
        int number;
        synchronized (this) {
            while (next <= done.length && done[next - 1] != null) {
                next++;
            }
            if (failure != null || session.isEnded() || next > done.length) {
                settleIfLanded();
                return null;
            }
            number = next++;
            open++;
        }
        CopyRequest.Builder builder = part.toBuilder().set(CopyParameter.PART_NUMBER, number);
        if (plan.count() > 1) {
            // the only part is the whole source, which may be too small for a range
            builder.set(CopyParameter.COPY_SOURCE_RANGE, plan.range(number));
        }
        CopyRequest request = builder.build();
        CompletableFuture<Void> placed = new CompletableFuture<>();
        CompletableFuture<S3Result> copied = session.send(
                retry -> {
                    placed.complete(null);
                    return s3.call(S3Call.UPLOAD_PART_COPY, request);
                },
                unread -> seen(number, unread));
        Futures.whenDone(copied, (result, failed) -> land(number, result, failed));
        return placed;
    }

    /**
     * Looks for a part whose answer cannot be read. It is there if a part of its size is: only we copy into the upload.
     */
    private CompletableFuture<S3Result> seen(int number, S3CallException unread) {
        return session.settle(() -> s3.uploadedParts(part, number - 1)).handle((page, failure) -> {
            if (failure == null) {
                for (UploadedParts.Uploaded one : page.parts()) {
                    if (one.part().partNumber() == number
                            && one.size() == plan.range(number).length()) {
                        return one.result();
                    }
                }
            }
            throw unread;
        });
    }

    private void land(int number, @Nullable S3Result result, @Nullable Throwable failed) {
        synchronized (this) {
            if (failed != null) {
                failure = failure == null ? explained(part, failed) : failure;
            } else if (result != null) {
                done[number - 1] =
                        new CompletedPart(number, result.required(CopyParameter.RESULT_ETAG), checksums(result));
                compareVersion(result.text(CopyParameter.RESULT_COPY_SOURCE_VERSION_ID));
            }
        }
        if (failed == null) {
            session.listener()
                    .partDone(
                            session.task(),
                            number,
                            plan.count(),
                            plan.range(number).length());
        }
        synchronized (this) {
            // not before the listener was told: another part that lands meanwhile would end the copy
            open--;
            settleIfLanded();
        }
    }

    /** A part that S3 says is of another version must not be joined to those of the planned one. */
    @GuardedBy("this")
    private void compareVersion(@Nullable String version) {
        toldVersions &= version != null;
        if (version != null && plannedVersion != null && !version.equals(plannedVersion) && failure == null) {
            failure = new SourceChange(S3CallException.of(
                    S3Call.UPLOAD_PART_COPY.api(),
                    part,
                    S3CallException.Failure.unmet("a part was copied from version " + version
                            + ", and the copy was planned from " + plannedVersion)));
        }
    }

    /** The refusal of a service that copies no parts does not say what to do. This failure does. */
    static Throwable explained(CopyRequest part, Throwable failed) {
        if (!S3CallException.isNotUnderstood(failed)) {
            return failed;
        }
        S3CallException.Failure said = ((S3CallException) Causes.of(failed)).failure();
        return S3CallException.of(
                S3Call.UPLOAD_PART_COPY.api(),
                part,
                said.saying("the service does not copy parts (UploadPartCopy), or not with all of these headers."
                        + " Up to what it copies in one call (5 GiB with S3), operation=copyObject is the way out, or a"
                        + " higher multipartThreshold. It said: "),
                failed);
    }

    @GuardedBy("this")
    private void settleIfLanded() {
        if (open > 0) {
            return;
        }
        if (failure != null) {
            outcome.completeExceptionally(failure);
        } else if (session.isEnded() && Arrays.stream(done).anyMatch(part -> part == null)) {
            outcome.completeExceptionally(session.ended());
        } else if (Arrays.stream(done).allMatch(part -> part != null)) {
            outcome.complete(Arrays.asList(done));
        }
    }

    private static Map<String, String> checksums(S3Result result) {
        Map<String, String> checksums = new TreeMap<>();
        result.members().forEach((row, value) -> {
            boolean sum = row.member().startsWith("Checksum") && row != CopyParameter.RESULT_CHECKSUM_TYPE;
            if (sum) {
                checksums.put(row.member(), value.toString());
            }
        });
        return checksums;
    }
}
