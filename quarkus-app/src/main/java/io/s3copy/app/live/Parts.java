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
package io.s3copy.app.live;

import io.s3copy.app.config.ReplicationPart;
import io.s3copy.app.config.ReplicationSpec;
import io.s3copy.app.job.Execution;
import io.s3copy.app.job.Jobs;
import io.s3copy.app.job.LiveProgress;
import io.s3copy.app.job.RefusedException;
import io.s3copy.app.job.RunStatus;
import io.s3copy.app.store.RunCause;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.StoreException;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The parts of one replication: the copy of what was there before, and the comparisons that find what events missed. */
final class Parts {

    private static final Logger LOG = Logger.getLogger(Parts.class);

    private final Jobs jobs;
    private final Execution execution;
    private final String job;
    private final ReplicationSpec spec;

    private boolean backfilled;
    private @Nullable Instant reconciled;
    private long missed;

    Parts(Jobs jobs, Execution execution, ReplicationSpec spec) {
        this.jobs = jobs;
        this.execution = execution;
        this.job = execution.job().name();
        this.spec = spec;
        LiveProgress last = execution.progress().live();
        if (last != null) {
            backfilled = last.backfilled();
            reconciled = last.reconciled();
            missed = last.missed();
        }
    }

    /** Whether what was there before is copied, or nobody asked for that. */
    boolean isBackfilled() {
        return backfilled;
    }

    /** When both sides were last compared; null for not yet. */
    @Nullable
    Instant reconciled() {
        return reconciled;
    }

    /** Objects that comparisons found and copied. */
    long missed() {
        return missed;
    }

    /** Sees to the copy of what was there before. Returns what keeps it from that; null for nothing. */
    @Nullable
    String backfill() {
        if (backfilled) {
            return null;
        }
        RunStatus run = spec.backfill() ? ofThisRun(ReplicationPart.BACKFILL) : null;
        if (!spec.backfill()) {
            backfilled = true;
        } else if (run == null) {
            start(ReplicationPart.BACKFILL);
        } else {
            RunState state = run.row().state();
            backfilled = state == RunState.DONE || state == RunState.WARNINGS;
            if (state == RunState.FAILED || state == RunState.CANCELLED) {
                return "The copy of what was there before is " + state.text() + ": resume run "
                        + run.row().id();
            }
        }
        return null;
    }

    /** The newest run of a part, of any time. */
    @Nullable
    RunStatus newest(ReplicationPart part) {
        return jobs.one(part.of(job)).run();
    }

    /** The newest run of a part, if it began since this one did. */
    private @Nullable RunStatus ofThisRun(ReplicationPart part) {
        RunStatus run = newest(part);
        return run == null || run.row().started().isBefore(execution.row().started()) ? null : run;
    }

    /** Starts a part, unless another works: then later. */
    boolean start(ReplicationPart part) {
        try {
            jobs.start(part.of(job), RunCause.REPLICATION, null);
            return true;
        } catch (RefusedException e) {
            LOG.debugf("Job %s: %s", job, e.getMessage());
            return false;
        } catch (StoreException e) {
            LOG.warnf("Job %s: %s is begun later: %s", job, part.of(job), e.getMessage());
            return false;
        }
    }

    /** Takes what comparisons came to that ended since the last look. */
    void lookAtComparisons() {
        RunStatus run = ofThisRun(ReplicationPart.RECONCILE);
        Instant ended = run == null ? null : run.row().ended();
        Instant last = reconciled;
        if (run != null
                && ended != null
                && (run.row().state() == RunState.DONE || run.row().state() == RunState.WARNINGS)
                && (last == null || last.isBefore(ended))) {
            reconciled = ended;
            long found = run.progress().objects("copied");
            missed += found;
            if (found > 0) {
                LOG.warnf(
                        "Job %s: %d objects had not come by their events; run %d has copied them",
                        job, found, run.row().id());
            }
        }
    }

    /** Ends those that are under way. */
    void cancel() {
        for (ReplicationPart part : ReplicationPart.values()) {
            RunStatus run = newest(part);
            if (run != null && !run.row().state().isEnded()) {
                try {
                    jobs.cancel(run.row().id());
                } catch (RefusedException | StoreException e) {
                    LOG.debugf("Job %s: %s", job, e.getMessage());
                }
            }
        }
    }
}
