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
package io.s3copy.camel.pending;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands steps to a pool, where they begin in the order in which they came. Steps that come together wake one thread, not one
 * each: at most one thread is on its way at a time. It takes steps until none is left. A step may block, so whoever takes one
 * and leaves others first sends for the next thread: a step waits only while every thread of the pool runs another.
 */
final class HandOff {

    private static final Logger LOG = LoggerFactory.getLogger(HandOff.class);

    private final ExecutorService pool;
    private final Runnable welcome;
    private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();
    /** Whether a thread was sent for that has not come yet. */
    private final AtomicBoolean coming = new AtomicBoolean();

    /**
     * A hand-off to a pool, whose tasks may come from elsewhere, too.
     *
     * @param welcome run on each thread of the pool before it takes steps
     */
    HandOff(ExecutorService pool, Runnable welcome) {
        this.pool = pool;
        this.welcome = welcome;
    }

    /** Has a step run once: on the pool, or here if the pool is shut down. Otherwise does not block. */
    void run(Runnable step) {
        steps.add(step);
        if (pool.isShutdown()) {
            // it may have dropped the thread that was on its way
            runRest();
        } else {
            sendFor();
        }
    }

    private void sendFor() {
        if (coming.compareAndSet(false, true)) {
            try {
                pool.execute(this::come);
            } catch (RejectedExecutionException e) {
                coming.set(false);
                LOG.debug("The pool takes no more steps: they run where they come from", e);
                runRest();
            }
        }
    }

    private void come() {
        // first, so that a step which is added too late for this thread sends for another
        coming.set(false);
        welcome.run();
        for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
            if (!steps.isEmpty() && !pool.isShutdown()) {
                sendFor();
            }
            begin(step);
        }
    }

    /** Runs on this thread the steps that no thread of the pool has taken. */
    void runRest() {
        for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
            begin(step);
        }
    }

    private static void begin(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            // other steps must not suffer
            LOG.error("A route could not continue after its call", e);
        }
    }
}
