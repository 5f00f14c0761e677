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
package io.s3copy.app.ops;

import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.config.KeySource;
import io.s3copy.app.config.ReplicationSpec;
import io.s3copy.app.config.StoreSpec;
import io.s3copy.app.job.LiveProgress;
import io.s3copy.app.job.RunProgress;
import io.s3copy.app.job.RunStatus;
import io.s3copy.app.job.SpeedLimits;
import io.s3copy.app.store.RunCause;
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import io.s3copy.camel.S3Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Jobs and runs of tests. */
final class Given {

    static final Instant BEGUN = Instant.parse("2026-11-28T02:00:00Z");

    private Given() {}

    static JobSpec job(String name, JobKind kind) {
        return job(name, kind, null);
    }

    private static JobSpec job(String name, JobKind kind, @Nullable ReplicationSpec replication) {
        return new JobSpec(
                name,
                kind,
                new S3Place("photos", "2026/"),
                new S3Place("archive", ""),
                new StoreSpec("eu", null, "eu-west-1", false, new KeySource.DefaultChain()),
                null,
                Map.of(),
                null,
                false,
                5,
                replication,
                null,
                null);
    }

    /** A replication. */
    static JobSpec replication(String name, @Nullable String reconcile) {
        return job(
                name,
                JobKind.REPLICATE,
                new ReplicationSpec(
                        ReplicationSpec.From.SQS,
                        Map.of(),
                        null,
                        false,
                        "",
                        null,
                        null,
                        true,
                        reconcile,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        null));
    }

    static RunStatus run(String job, RunState state) {
        return run(job, state, false, null);
    }

    /** One that waits for the end of a fault. */
    static RunStatus held(String job) {
        return run(job, RunState.RUNNING, true, null);
    }

    static RunStatus live(String job, RunState state, LiveProgress live) {
        return run(job, state, live.held(), live);
    }

    private static RunStatus run(String job, RunState state, boolean held, @Nullable LiveProgress live) {
        RunRow row = new RunRow(
                1, job, "copy", "", state, RunCause.OPERATOR, 1, BEGUN, null, 0, 0, "", "", null, null, null);
        return new RunStatus(
                row,
                new RunProgress("", 0, null, 0, held, Map.of(), 0, 0, 0, 0, 0, null, null, live, null),
                new SpeedLimits(null, null, null),
                OptionalInt.empty(),
                false,
                null);
    }
}
