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

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The attempts at one call that writes. Each may have taken effect, so all are remembered, whatever the last one is
 * told.
 */
final class Attempts {

    private final CopySession session;
    private volatile boolean repeated;
    private volatile boolean lost;

    Attempts(CopySession session) {
        this.session = session;
    }

    /** Makes the call until it succeeds. */
    <T> CompletableFuture<T> send(Supplier<CompletableFuture<T>> call) {
        return send(call, CompletableFuture::failedFuture);
    }

    /**
     * The same.
     *
     * @param look finds out what became of an attempt whose answer cannot be read, before the next one
     */
    <T> CompletableFuture<T> send(
            Supplier<CompletableFuture<T>> call, Function<S3CallException, CompletableFuture<T>> look) {
        return session.send(
                retry -> {
                    if (retry) {
                        repeated = true;
                    }
                    return call.get().exceptionallyCompose(failure -> {
                        if (LostAnswer.isPossible(failure)) {
                            lost = true;
                        }
                        return CompletableFuture.failedFuture(Causes.of(failure));
                    });
                },
                look);
    }

    /** Whether there was more than one. */
    boolean isRepeated() {
        return repeated;
    }

    /** Whether S3 may have done what was asked in one that failed. */
    boolean isAnswerLost() {
        return lost;
    }
}
