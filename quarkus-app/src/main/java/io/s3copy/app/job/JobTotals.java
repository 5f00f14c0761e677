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
package io.s3copy.app.job;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.app.job.RunProgress.Outcome;
import io.s3copy.app.store.RunState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of each job did since the process started, over all of them: counts that only grow, as those who watch want
 * them. Thread-safe, and does not block.
 */
@ApplicationScoped
public class JobTotals {

    private final Map<String, Totals> jobs = new ConcurrentHashMap<>();

    private static final class Totals {

        @GuardedBy("this")
        private final Map<String, Long> objects = new HashMap<>();

        @GuardedBy("this")
        private final Map<RunState, Long> ends = new EnumMap<>(RunState.class);

        @GuardedBy("this")
        private long bytes;

        @GuardedBy("this")
        private @Nullable Instant lastSuccess;

        /** The most that was counted of the run that is under way, by outcome. */
        @GuardedBy("this")
        private final Map<String, Long> counted = new HashMap<>();

        /** The same of its bytes. */
        @GuardedBy("this")
        private long countedBytes;
    }

    private Totals of(String job) {
        return jobs.computeIfAbsent(job, any -> new Totals());
    }

    /** A run begins or goes on: what it did in an earlier attempt is not counted again. */
    void begins(Execution execution) {
        Totals totals = of(execution.job().name());
        synchronized (totals) {
            RunProgress before = execution.progress();
            totals.counted.clear();
            before.outcomes().forEach((outcome, count) -> totals.counted.put(outcome, count.objects()));
            totals.countedBytes = before.bytesCopied();
        }
    }

    /** A run has told how far it is. */
    void heard(Execution execution) {
        Totals totals = of(execution.job().name());
        synchronized (totals) {
            RunProgress now = execution.progress();
            for (Map.Entry<String, Outcome> outcome : now.outcomes().entrySet()) {
                // a run tells less than before when it goes on from its checkpoint, or passes over the bucket again
                long most = totals.counted.getOrDefault(outcome.getKey(), 0L);
                long more = outcome.getValue().objects() - most;
                if (more > 0) {
                    totals.objects.merge(outcome.getKey(), more, Long::sum);
                    totals.counted.put(outcome.getKey(), most + more);
                }
            }
            long bytes = Math.max(0, now.bytesCopied() - totals.countedBytes);
            totals.bytes += bytes;
            totals.countedBytes += bytes;
        }
    }

    /** A run has ended. */
    void ended(String job, RunState how, Instant when) {
        Totals totals = of(job);
        synchronized (totals) {
            totals.ends.merge(how, 1L, Long::sum);
        }
        if (how == RunState.DONE) {
            succeeded(job, when);
        }
    }

    /** A run was done, perhaps one of an earlier process. */
    void succeeded(String job, Instant when) {
        Totals totals = of(job);
        synchronized (totals) {
            if (totals.lastSuccess == null || totals.lastSuccess.isBefore(when)) {
                totals.lastSuccess = when;
            }
        }
    }

    /** How many objects have come to an outcome. */
    public long objects(String job, String outcome) {
        Totals totals = of(job);
        synchronized (totals) {
            return totals.objects.getOrDefault(outcome, 0L);
        }
    }

    /** How many bytes were copied. */
    public long bytes(String job) {
        Totals totals = of(job);
        synchronized (totals) {
            return totals.bytes;
        }
    }

    /** How many runs have ended in a state. */
    public long runs(String job, RunState state) {
        Totals totals = of(job);
        synchronized (totals) {
            return totals.ends.getOrDefault(state, 0L);
        }
    }

    /** When a run was last done; null for never, as far as the database knows. */
    public @Nullable Instant lastSuccess(String job) {
        Totals totals = of(job);
        synchronized (totals) {
            return totals.lastSuccess;
        }
    }
}
