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
package io.s3copy.camel.operation;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.bulk.run.CountedListing;
import io.s3copy.bulk.run.PatientListing;
import io.s3copy.bulk.run.RunRequests;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.ListCalls;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one run asks S3 with: its stop ends none of another run's requests. Thread-safe. */
final class RunCalls {

    private static final Logger LOG = LoggerFactory.getLogger(RunCalls.class);

    private final RunRequests counted;
    private final Requests requests;
    private final ObjectCopier copier;
    private final ObjectCopier moves;
    private final ScheduledExecutorService timer;
    private final Executor blocking;
    private volatile boolean hurried;

    @GuardedBy("this")
    private boolean over;

    @GuardedBy("this")
    private @Nullable Future<?> stoppingCopies;

    /**
     * What a run asks with.
     *
     * @param counted counts it
     * @param requests what it asks beside its copies
     * @param copier makes its copies
     * @param moves moves what a sync would delete
     * @param blocking ends copies, which takes seconds
     */
    RunCalls(
            RunRequests counted,
            Requests requests,
            ObjectCopier copier,
            ObjectCopier moves,
            ScheduledExecutorService timer,
            Executor blocking) {
        this.counted = counted;
        this.requests = requests;
        this.copier = copier;
        this.moves = moves;
        this.timer = timer;
        this.blocking = blocking;
    }

    /** Counts what is asked. */
    RunRequests counted() {
        return counted;
    }

    /** What is asked beside copies. */
    Requests requests() {
        return requests;
    }

    /** Makes the copies. */
    ObjectCopier copier() {
        return copier;
    }

    /** Moves what a sync would delete: none of its policies leaves anything out. */
    ObjectCopier moves() {
        return moves;
    }

    /** Lists, and waits where a listing is refused in the middle. */
    ListCalls patient(ListCalls calls) {
        return new PatientListing(new CountedListing(calls, counted), timer, () -> hurried);
    }

    /**
     * From here on nothing is repeated; and copies that are still under way after a time are ended. They are resumed later, or
     * made again.
     */
    void hurry(long millis) {
        hurried = true;
        requests.hurry();
        copier.hurry();
        moves.hurry();
        synchronized (this) {
            if (over || stoppingCopies != null) {
                return;
            }
            try {
                stoppingCopies = timer.schedule(() -> blocking.execute(this::endCopies), millis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("The endpoint is closed already", e);
            }
        }
    }

    /** Ends the copies that are under way. Blocks. */
    void endCopies() {
        copier.close();
        moves.close();
    }

    /** The run has ended. */
    synchronized void ended() {
        over = true;
        Future<?> notBegun = stoppingCopies;
        if (notBegun != null) {
            notBegun.cancel(false);
        }
    }
}
