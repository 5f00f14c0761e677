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

import io.s3copy.app.job.JobStatus;
import io.s3copy.app.job.Jobs;
import io.s3copy.app.job.Readiness;
import io.s3copy.app.job.RunStatus;
import io.s3copy.app.store.RunState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether jobs can be told what to do. A run that failed or is held is for its operator, and its alert: the service itself is
 * ready.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class JobsCheck implements HealthCheck {

    private final Readiness readiness;
    private final Supplier<List<JobStatus>> jobs;

    @Inject
    JobsCheck(Readiness readiness, Jobs jobs) {
        this(readiness, jobs::all);
    }

    JobsCheck(Readiness readiness, Supplier<List<JobStatus>> jobs) {
        this.readiness = readiness;
        this.jobs = jobs;
    }

    @Override
    public HealthCheckResponse call() {
        if (!readiness.isReady()) {
            return HealthCheckResponse.named("jobs")
                    .down()
                    .withData("service", "starting")
                    .build();
        }
        List<RunStatus> newest =
                jobs.get().stream().map(JobStatus::run).filter(Objects::nonNull).toList();
        return HealthCheckResponse.named("jobs")
                .status(!readiness.isEnding())
                .withData("service", readiness.isEnding() ? "stopping" : "running")
                .withData("jobs", jobs.get().size())
                .withData("running", count(newest, run -> run.row().state().isUnderWay()))
                .withData(
                        "held",
                        count(
                                newest,
                                run -> run.row().state().isUnderWay()
                                        && run.progress().paused()))
                .withData("paused", count(newest, run -> run.row().state() == RunState.PAUSED))
                .withData("scheduled", count(newest, run -> run.row().state() == RunState.SCHEDULED))
                .withData("waiting", count(newest, run -> run.row().state() == RunState.WAITING))
                .withData("warnings", count(newest, run -> run.row().state() == RunState.WARNINGS))
                .withData("failed", count(newest, run -> run.row().state() == RunState.FAILED))
                .build();
    }

    private static long count(List<RunStatus> runs, Predicate<RunStatus> which) {
        return runs.stream().filter(which).count();
    }
}
