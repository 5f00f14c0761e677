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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.app.config.JobKind;
import io.s3copy.app.job.JobStatus;
import io.s3copy.app.job.Readiness;
import io.s3copy.app.store.RunState;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** What probes are told. */
class HealthTest {

    private final Readiness readiness = new Readiness();

    private HealthCheckResponse jobs() {
        return new JobsCheck(
                        readiness,
                        () -> List.of(
                                new JobStatus(Given.job("a", JobKind.COPY), Given.run("a", RunState.FAILED), null),
                                new JobStatus(Given.job("b", JobKind.COPY), Given.held("b"), null),
                                new JobStatus(Given.job("c", JobKind.COPY), null, null)))
                .call();
    }

    @Test
    void serviceIsReadyFromTheBeginOfItsJobsUntilItStops() {
        assertThat(jobs().getStatus()).isEqualTo(Status.DOWN);
        assertThat(new BegunCheck(readiness).call().getStatus()).isEqualTo(Status.DOWN);

        readiness.begun();
        assertThat(jobs().getStatus()).isEqualTo(Status.UP);
        assertThat(new BegunCheck(readiness).call().getStatus()).isEqualTo(Status.UP);

        readiness.ends();
        assertThat(jobs().getStatus()).isEqualTo(Status.DOWN);
        assertThat(jobs().getData().orElseThrow()).containsEntry("service", "stopping");
        assertThat(new BegunCheck(readiness).call().getStatus())
                .as("it has started, whatever comes")
                .isEqualTo(Status.UP);
    }

    @Test
    void runsThatFailedOrAreHeldAreToldAndLeaveTheServiceReady() {
        readiness.begun();

        assertThat(jobs().getStatus()).isEqualTo(Status.UP);
        assertThat(jobs().getData().orElseThrow())
                .containsEntry("jobs", 3L)
                .containsEntry("running", 1L)
                .containsEntry("held", 1L)
                .containsEntry("failed", 1L)
                .containsEntry("warnings", 0L);
    }

    @Test
    void threadsThatWaitForEachOtherAreWhatARestartMends() throws Exception {
        ThreadsCheck check = new ThreadsCheck();
        assertThat(check.call().getStatus()).isEqualTo(Status.UP);

        ReentrantLock one = new ReentrantLock();
        ReentrantLock two = new ReentrantLock();
        CountDownLatch both = new CountDownLatch(2);
        Thread first = deadlocked("stuck-1", one, two, both);
        Thread second = deadlocked("stuck-2", two, one, both);
        try {
            Awaitility.await().until(() -> ManagementFactory.getThreadMXBean().findDeadlockedThreads() != null);
            HealthCheckResponse told = check.call();
            assertThat(told.getStatus()).isEqualTo(Status.DOWN);
            assertThat(told.getData().orElseThrow()).containsEntry("deadlocked", "stuck-1, stuck-2");
        } finally {
            first.interrupt();
            second.interrupt();
            first.join();
            second.join();
        }
    }

    private static Thread deadlocked(String name, ReentrantLock mine, ReentrantLock others, CountDownLatch both) {
        Thread thread = new Thread(
                () -> {
                    mine.lock();
                    try {
                        both.countDown();
                        both.await();
                        others.lockInterruptibly();
                        others.unlock();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        mine.unlock();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
