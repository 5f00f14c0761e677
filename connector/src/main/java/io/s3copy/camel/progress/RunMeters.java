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
package io.s3copy.camel.progress;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.bulk.run.BulkProgress;
import io.s3copy.bulk.run.BulkRunException;
import io.s3copy.bulk.run.Run;
import io.s3copy.bulk.run.RunListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The meters of a component's runs on many objects, where those of its copies are. One set of them for each bucket and
 * operation, whatever the number of its endpoints.
 */
public final class RunMeters {

    private static final Logger LOG = LoggerFactory.getLogger(RunMeters.class);

    /** Measures nothing. */
    public static final Use UNMEASURED = new NoopUse();

    @GuardedBy("this")
    private final Map<Measured, Shared> all = new HashMap<>();

    /** What meters are of. */
    private record Measured(String bucket, String operation, boolean dryRun) {}

    /** The measuring of one endpoint. */
    public interface Use extends AutoCloseable {

        /** Counts what runs do. */
        RunListener listener();

        /** A run has begun: the gauges show it. */
        void begun(Run run);

        /**
         * It has ended.
         *
         * @param failure what it failed with, or null
         */
        void ended(Run run, @Nullable Throwable failure);

        /** The gauges go with the last endpoint. */
        @Override
        void close();
    }

    private static final class NoopUse implements Use {

        @Override
        public RunListener listener() {
            return RunListener.NONE;
        }

        @Override
        public void begun(Run run) {
            // nobody is shown it
        }

        @Override
        public void ended(Run run, @Nullable Throwable failure) {
            // nobody is shown it
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** What endpoints share, and the gauges show. */
    static final class Shared {

        private final List<Run> runs = new CopyOnWriteArrayList<>();
        private final MicrometerRuns meters;
        private final Runnable gauges;
        private int endpoints;

        private Shared(MicrometerRuns meters) {
            this.meters = meters;
            this.gauges = meters.register(this);
        }

        int active() {
            return runs.size();
        }

        double sum(ToDoubleFunction<BulkProgress> what) {
            return runs.stream().map(Run::progress).mapToDouble(what).sum();
        }

        /** Not a number where it is not known of each. */
        double left() {
            return sum(progress -> progress.left() == null ? Double.NaN : (double) progress.left());
        }
    }

    /**
     * Measures the runs of an endpoint from now on.
     *
     * @param bucket that of the endpoint
     * @param dryRun whether they change nothing
     */
    public Use measure(CamelContext camel, String bucket, String operation, boolean dryRun) {
        try {
            return MicrometerRuns.of(camel, bucket, operation, dryRun)
                    .map(meters -> use(new Measured(bucket, operation, dryRun), meters))
                    .orElse(UNMEASURED);
        } catch (NoClassDefFoundError e) {
            LOG.debug("Runs are not measured: Micrometer is not on the class path", e);
            return UNMEASURED;
        }
    }

    private synchronized Use use(Measured measured, MicrometerRuns meters) {
        Shared shared = all.computeIfAbsent(measured, first -> new Shared(meters));
        shared.endpoints++;
        return new Measuring(measured, shared);
    }

    private synchronized void leave(Measured measured, Shared shared) {
        shared.endpoints--;
        if (shared.endpoints == 0) {
            all.remove(measured);
            shared.gauges.run();
        }
    }

    private final class Measuring implements Use {

        private final Measured measured;
        private final Shared shared;

        private Measuring(Measured measured, Shared shared) {
            this.measured = measured;
            this.shared = shared;
        }

        @Override
        public RunListener listener() {
            return shared.meters;
        }

        @Override
        public void begun(Run run) {
            shared.runs.add(run);
        }

        @Override
        public void ended(Run run, @Nullable Throwable failure) {
            shared.runs.remove(run);
            boolean stopped = failure instanceof BulkRunException early && early.isStopped();
            shared.meters.ended(failure == null ? "finished" : stopped ? "stopped" : "failed");
        }

        @Override
        public void close() {
            leave(measured, shared);
        }
    }
}
