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

import io.s3copy.bulk.run.BulkProgress;
import io.s3copy.bulk.run.Run;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how runs on many objects stand: Camel's event notifiers every second, the log every minute. */
public final class BulkNotifier {

    private static final Logger LOG = LoggerFactory.getLogger(BulkNotifier.class);

    private static final long PERIOD_MILLIS = 1_000;
    private static final long PERIODS_A_LINE = 60;

    private final Endpoint endpoint;
    private final Map<Run, Future<?>> told = new ConcurrentHashMap<>();

    /**
     * Tells.
     *
     * @param endpoint the source of events
     */
    public BulkNotifier(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** A run has begun. */
    public void begun(Run run, ScheduledExecutorService timer) {
        Telling telling = new Telling(run);
        try {
            told.put(run, timer.scheduleWithFixedDelay(telling, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            LOG.debug("The endpoint is closed: nothing more is told", e);
        }
    }

    /** A run has ended; perhaps before it was said to have begun. */
    public void ended(Run run) {
        Future<?> telling = told.remove(run);
        if (telling != null) {
            telling.cancel(false);
        }
        notify(run.progress(), true);
    }

    private final class Telling implements Runnable {
        private final Run run;
        private long periods;

        private Telling(Run run) {
            this.run = run;
        }

        @Override
        public void run() {
            try {
                BulkProgress progress = run.progress();
                periods++;
                if (periods % PERIODS_A_LINE == 0) {
                    LOG.info("{}", progress);
                }
                BulkNotifier.this.notify(progress, false);
            } catch (RuntimeException e) {
                // otherwise the timer would not call again
                LOG.debug("Progress could not be told", e);
            }
        }
    }

    private void notify(BulkProgress progress, boolean last) {
        Notifiers.tell(endpoint, () -> new BulkProgressEvent(endpoint, progress, last));
    }
}
