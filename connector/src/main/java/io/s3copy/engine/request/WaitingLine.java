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
package io.s3copy.engine.request;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts what waits in it, first come, first served and without a thread, while fewer than a limit are in flight.
 * Several threads start what waits at the same time: a request takes time to sign.
 */
public final class WaitingLine {

    private final IntSupplier limit;
    private final LongSupplier nanosToWait;
    private final Clock clock;

    @GuardedBy("this")
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    /** Set on threads that start what waits, for what ends at once and comes back: the loop, not the stack, goes on. */
    private final ThreadLocal<Boolean> starting = new ThreadLocal<>();

    @GuardedBy("this")
    private int underWay;

    @GuardedBy("this")
    private boolean paused;

    /**
     * A line.
     *
     * @param limit how many may be under way now
     */
    public WaitingLine(IntSupplier limit) {
        this(limit, () -> 0, SystemClock.INSTANCE);
    }

    /**
     * A line that also keeps a pace.
     *
     * @param nanosToWait how long to wait before the next one is started; after 0 it is
     */
    WaitingLine(IntSupplier limit, LongSupplier nanosToWait, Clock clock) {
        this.limit = limit;
        this.nanosToWait = nanosToWait;
        this.clock = clock;
    }

    /**
     * Starts something now or, on a thread that leaves, later.
     *
     * @param start does not throw; who was started {@link #leave leaves} once
     */
    public void enter(Runnable start) {
        synchronized (this) {
            waiting.add(start);
        }
        startNext();
    }

    /** Gives a place back, and starts who waits for it. */
    public void leave() {
        synchronized (this) {
            underWay--;
        }
        startNext();
    }

    /** How many were started and have not left. */
    public synchronized int underWay() {
        return underWay;
    }

    private void startNext() {
        if (starting.get() != null) {
            return;
        }
        starting.set(true);
        try {
            for (Runnable next = next(); next != null; next = next()) {
                next.run();
            }
        } finally {
            starting.remove();
        }
    }

    private synchronized @Nullable Runnable next() {
        if (paused || waiting.isEmpty() || underWay >= limit.getAsInt()) {
            return null;
        }
        long wait = nanosToWait.getAsLong();
        if (wait > 0) {
            paused = true;
            clock.after(wait, this::resume);
            return null;
        }
        underWay++;
        return waiting.remove();
    }

    private void resume() {
        synchronized (this) {
            paused = false;
        }
        startNext();
    }
}
