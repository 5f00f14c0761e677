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

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether a restart is what helps. That is so where threads wait for each other without end, and where nothing answers at all,
 * which whoever asks sees by himself. Neither a database that is away nor a fault that holds a run is mended by a restart: the
 * service is alive, waits, and tells of it elsewhere.
 */
@Liveness
@ApplicationScoped
class ThreadsCheck implements HealthCheck {

    private final ThreadMXBean threads;

    @Inject
    ThreadsCheck() {
        this(ManagementFactory.getThreadMXBean());
    }

    ThreadsCheck(ThreadMXBean threads) {
        this.threads = threads;
    }

    @Override
    public HealthCheckResponse call() {
        long[] stuck = threads.findDeadlockedThreads();
        if (stuck == null) {
            return HealthCheckResponse.up("threads");
        }
        String names = Arrays.stream(threads.getThreadInfo(stuck))
                .filter(Objects::nonNull)
                .map(ThreadInfo::getThreadName)
                .sorted()
                .collect(Collectors.joining(", "));
        return HealthCheckResponse.named("threads")
                .down()
                .withData("deadlocked", names)
                .build();
    }
}
