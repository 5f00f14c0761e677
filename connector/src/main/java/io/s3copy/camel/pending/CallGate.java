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
package io.s3copy.camel.pending;

import io.s3copy.engine.request.WaitingLine;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Limits how many calls S3 has not answered yet. Later calls queue in order, without a thread. */
final class CallGate {

    private final WaitingLine line;

    CallGate(int max) {
        this.line = new WaitingLine(() -> max);
    }

    /**
     * Makes a call, now or once another is answered. Does not block.
     *
     * @return the answer, or the failure if the call could not be made. If this is completed while the call still queues,
     *     the call is not made
     */
    <T> CompletableFuture<T> pass(Supplier<CompletableFuture<T>> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        line.enter(() -> begin(call, answer));
        return answer;
    }

    private <T> void begin(Supplier<CompletableFuture<T>> call, CompletableFuture<T> answer) {
        CompletableFuture<T> sent;
        try {
            sent = answer.isDone() ? answer : call.get();
        } catch (RuntimeException | Error e) {
            // an Error, too: only the exchange can report it
            sent = CompletableFuture.failedFuture(e);
        }
        sent.handle((result, failure) -> {
                    line.leave();
                    return failure == null ? answer.complete(result) : answer.completeExceptionally(failure);
                })
                .exceptionally(answer::completeExceptionally);
    }
}
