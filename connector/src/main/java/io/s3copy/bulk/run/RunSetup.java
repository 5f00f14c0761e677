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

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.checkpoint.CheckpointStore;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.MemoryCheckpoints;
import io.s3copy.bulk.report.NoopReports;
import io.s3copy.bulk.report.ReportFormat;
import io.s3copy.bulk.report.ReportSelection;
import io.s3copy.bulk.report.ReportSink;
import io.s3copy.bulk.report.ReportWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What a run works with.
 *
 * @param name of the run, for people
 * @param phase what it does: copy, sync, check, delete
 * @param job which job it is
 * @param checkpoint the name of its checkpoint
 * @param store where that is kept
 * @param reports where its report goes
 * @param source where its work comes from
 * @param begun what a phase before it has left
 * @param listener hears of what it does
 * @param costs counts what a dry run would cost; otherwise null
 * @param executor runs what decides and merges; must not be blocked
 * @param timer calls what waits for its time; must not be kept busy
 */
public record RunSetup(
        String name,
        String phase,
        JobIdentity job,
        String checkpoint,
        CheckpointStore store,
        ReportSink reports,
        ReportFormat format,
        ReportSelection selection,
        RunSettings settings,
        WorkSource<?> source,
        Begun begun,
        RunListener listener,
        @Nullable RunCosts costs,
        Executor executor,
        ScheduledExecutorService timer,
        InstantSource clock) {

    /** The same for another pass over the buckets. */
    RunSetup pass(String otherPhase, String otherCheckpoint, WorkSource<?> otherSource) {
        return with(otherPhase, otherCheckpoint, store, reports, otherSource, Begun.NOTHING);
    }

    /** The same without a checkpoint and a report. */
    RunSetup unrecorded() {
        return with(phase, checkpoint, new MemoryCheckpoints(), new NoopReports(), source, begun);
    }

    /** The same after a pass. */
    RunSetup after(Begun before) {
        return with(phase, checkpoint, store, reports, source, before);
    }

    private RunSetup with(
            String otherPhase,
            String otherCheckpoint,
            CheckpointStore otherStore,
            ReportSink otherReports,
            WorkSource<?> otherSource,
            Begun otherBegun) {
        return new RunSetup(
                name,
                otherPhase,
                job,
                otherCheckpoint,
                otherStore,
                otherReports,
                format,
                selection,
                settings,
                otherSource,
                otherBegun,
                listener,
                costs,
                executor,
                timer,
                clock);
    }

    /**
     * What a phase before has left.
     *
     * @param started when the run first began; null where it has not
     * @param counts of all its objects
     * @param requests of earlier attempts
     * @param report its report, which goes on; null where it has not begun
     */
    public record Begun(
            @Nullable Instant started,
            BulkCounts counts,
            BulkRequests requests,
            @Nullable ReportWriter report) {

        /** There was none. */
        public static final Begun NOTHING = new Begun(null, BulkCounts.NONE, BulkRequests.NONE, null);
    }
}
