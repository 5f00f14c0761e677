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

import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Copies the parts of one upload. One part waits for a place in the window at a time, however many there are; after a
 * failure no other is begun, and the outcome comes when all that were begun have landed.
 */
final class PartsCopy {

    private final S3Calls s3;
    private final CopySession session;
    private final CopyRequest part;
    private final CopyPlan.Parts plan;
    private final CompletedPart[] done;
    private final CompletableFuture<List<CompletedPart>> outcome = new CompletableFuture<>();

    private int next = 1;
    private int open;
    private Throwable failure;

    /**
     * The parts of an upload.
     *
     * @param upload the whole request, with its upload id
     * @param eTag the ETag that the copy was planned from, which every part is pinned to
     */
    PartsCopy(S3Calls s3, CopySession session, CopyRequest upload, CopyPlan.Parts plan, String eTag) {
        this.s3 = s3;
        this.session = session;
        this.plan = plan;
        this.done = new CompletedPart[plan.count()];
        CopyRequest carried = upload.carriedBy(S3Call.UPLOAD_PART_COPY);
        // the conditions of the caller were for the HEAD: the state that met them is what the ETag names
        this.part = carried
                .without(List.of(
                        CopyParameter.COPY_SOURCE_IF_NONE_MATCH,
                        CopyParameter.COPY_SOURCE_IF_MODIFIED_SINCE,
                        CopyParameter.COPY_SOURCE_IF_UNMODIFIED_SINCE))
                .toBuilder()
                .set(CopyParameter.COPY_SOURCE_IF_MATCH, eTag)
                .build();
    }

    /** Copies all parts; a failure comes after the last part in flight has landed. */
    CompletableFuture<List<CompletedPart>> run() {
        begin();
        return outcome;
    }

    private void begin() {
        int number;
        synchronized (this) {
            if (failure != null || session.isCancelled() || next > done.length) {
                settleIfLanded();
                return;
            }
            number = next++;
            open++;
        }
        CopyRequest request = part.toBuilder()
                .set(CopyParameter.PART_NUMBER, number)
                .set(CopyParameter.COPY_SOURCE_RANGE, plan.range(number))
                .build();
        CompletableFuture<Void> placed = new CompletableFuture<>();
        CompletableFuture<S3Result> copied = session.send(retry -> {
            placed.complete(null);
            return s3.call(S3Call.UPLOAD_PART_COPY, request);
        });
        Futures.whenDone(copied, (result, failed) -> land(number, result, failed));
        // only a part that has its place lets the next one queue for another
        Futures.whenDone(placed, (nothing, none) -> begin());
    }

    private void land(int number, S3Result result, Throwable failed) {
        synchronized (this) {
            open--;
            if (failed != null) {
                failure = failure == null ? failed : failure;
            } else {
                done[number - 1] = new CompletedPart(number, result.text(CopyParameter.RESULT_ETAG), checksums(result));
            }
            settleIfLanded();
        }
    }

    private void settleIfLanded() {
        if (open > 0) {
            return;
        }
        if (failure != null) {
            outcome.completeExceptionally(failure);
        } else if (session.isCancelled()) {
            outcome.completeExceptionally(new CopyFailedException("the copy was cancelled", null));
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
