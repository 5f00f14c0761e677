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
import io.s3copy.app.job.RunEnd;
import io.s3copy.app.job.RunProgress;
import io.s3copy.app.job.RunStatus;
import io.s3copy.app.store.RunState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is decided on the way to a cut-over: when nothing waits any more, and when both sides are proven equal. It does nothing
 * itself.
 */
final class CutOver {

    /**
     * What is to be done next; nothing of it where the part that works has not ended.
     *
     * @param start a part to start
     * @param end what the replication ends as
     * @param obstacle why it cannot be cut over
     */
    record Next(
            @Nullable ReplicationPart start,
            @Nullable RunEnd end,
            @Nullable String obstacle) {

        private static final Next WAIT = new Next(null, null, null);

        private static Next start(ReplicationPart part) {
            return new Next(part, null, null);
        }

        private static Next end(RunState state, String message) {
            return new Next(null, new RunEnd(state, message, null), null);
        }

        private static Next obstacle(String why) {
            return new Next(null, null, why);
        }
    }

    private final InstantSource clock;
    private final ReplicationSpec spec;

    private @Nullable Instant until;
    private @Nullable Instant quietSince;
    private long objects;
    /** What the check before the last repair found; -1 before the first. */
    private long wrongBefore = -1;

    private @Nullable ReplicationPart begun;
    private long run;

    /**
     * A cut-over.
     *
     * @param until when it gives up, where an earlier process has begun it; otherwise null
     */
    CutOver(InstantSource clock, ReplicationSpec spec, @Nullable Instant until) {
        this.clock = clock;
        this.spec = spec;
        this.until = until;
    }

    /** When it gives up; null where it has not begun. */
    @Nullable
    Instant until() {
        return until;
    }

    /** There is none any more. */
    void forget() {
        until = null;
        quietSince = null;
        begun = null;
        wrongBefore = -1;
    }

    /** Whether it takes too long. The first call begins it. */
    boolean isLate() {
        Instant now = clock.instant();
        Instant end = until;
        if (end == null) {
            end = now.plus(spec.longest());
            until = end;
        }
        return now.isAfter(end);
    }

    /**
     * Whether nothing has waited, and nothing has come, for long enough to believe it: queues count approximately.
     *
     * @param waiting about how many messages are not done; null where nobody knows
     * @param applied how many objects the route has done
     */
    boolean isDrained(@Nullable Long waiting, long applied) {
        Instant now = clock.instant();
        Instant since = quietSince;
        if (waiting == null || waiting > 0 || applied != objects || since == null) {
            objects = applied;
            quietSince = waiting == null || waiting > 0 ? null : now;
            return quietSince != null && spec.quiet().isZero();
        }
        return !now.isBefore(since.plus(spec.quiet()));
    }

    /** A part was started. */
    void begun(ReplicationPart part, @Nullable RunStatus status) {
        begun = part;
        run = status == null ? 0 : status.row().id();
    }

    /** What is next, once nothing waits. */
    Next next(Function<ReplicationPart, @Nullable RunStatus> newest) {
        ReplicationPart part = begun;
        if (part == null) {
            return Next.start(ReplicationPart.CHECK);
        }
        RunStatus status = newest.apply(part);
        if (status == null || status.row().id() < run || !status.row().state().isEnded()) {
            return isLate() ? Next.obstacle("the check takes too long") : Next.WAIT;
        }
        RunState state = status.row().state();
        if (state == RunState.FAILED || state == RunState.CANCELLED) {
            return Next.obstacle(status.row().job() + " is " + state.text() + ". "
                    + status.row().message());
        } else if (part != ReplicationPart.CHECK) {
            return Next.start(ReplicationPart.CHECK);
        }
        return judged(state, status);
    }

    private Next judged(RunState state, RunStatus check) {
        RunProgress counts = check.progress();
        long wrong = counts.objects("missing") + counts.objects("differs") + counts.objects("failed");
        if (state == RunState.DONE) {
            return Next.end(
                    RunState.DONE, "Cut over: " + counts.objects("same") + " objects are the same on both sides");
        } else if (wrong == 0) {
            return Next.end(
                    RunState.WARNINGS,
                    "Cut over. Nothing is missing at the destination. "
                            + check.row().message() + ". See run " + check.row().id());
        }
        boolean helped = wrongBefore < 0 || wrong < wrongBefore;
        wrongBefore = wrong;
        // each repair lists both sides: one that mends nothing is not tried for an hour
        return helped && !isLate()
                ? Next.start(ReplicationPart.BACKFILL)
                : Next.obstacle(wrong + " objects are missing or differ: see run "
                        + check.row().id());
    }
}
