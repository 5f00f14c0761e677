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
package io.s3copy.bulk.run;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ObjectPage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists, and waits where S3 refuses for a configuration fault what it has answered before: credentials that have expired, a
 * policy that somebody changed. A run of hours is not to end for that. A listing that never was answered fails at once.
 */
public final class PatientListing implements ListCalls {

    private static final Logger LOG = LoggerFactory.getLogger(PatientListing.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LAST_WAIT = Duration.ofMinutes(1);

    private final ListCalls calls;
    private final Executor timer;
    private final BooleanSupplier stopping;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile boolean answered;
    private volatile boolean stopped;

    /**
     * Lists.
     *
     * @param timer wakes what waits
     * @param stopping whether nobody is to wait any more
     */
    public PatientListing(ListCalls calls, Executor timer, BooleanSupplier stopping) {
        this.calls = calls;
        this.timer = timer;
        this.stopping = stopping;
    }

    /** From here on nobody waits. */
    void stop() {
        stopped = true;
        over.complete(null);
    }

    @Override
    public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
        return patiently(() -> calls.listObjects(query), FIRST_WAIT);
    }

    @Override
    public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
        return patiently(() -> calls.listVersions(query), FIRST_WAIT);
    }

    private CompletableFuture<ObjectPage> patiently(Supplier<CompletableFuture<ObjectPage>> page, Duration wait) {
        return Futures.afterEnd(page.get(), (listed, failure) -> {
            if (failure == null) {
                answered = true;
                return CompletableFuture.completedFuture(listed);
            }
            Throwable cause = Causes.of(failure);
            if (!answered || ErrorClass.of(cause) != ErrorClass.SYSTEMIC) {
                return CompletableFuture.failedFuture(cause);
            } else if (stopped || stopping.getAsBoolean()) {
                return CompletableFuture.failedFuture(
                        new CopyStoppedException("stopped while a listing was refused: " + cause.getMessage()));
            }
            LOG.warn("A listing is refused, and is tried again in {}: {}", wait, cause.getMessage());
            Duration next = wait.multipliedBy(2);
            return CompletableFuture.anyOf(over, Futures.after(wait.toNanos(), timer))
                    .thenCompose(later -> patiently(page, next.compareTo(LAST_WAIT) < 0 ? next : LAST_WAIT));
        });
    }
}
