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
package io.s3copy.testkit.fault;

import java.util.function.LongSupplier;

/**
 * How many requests a server takes each second: a token bucket, which counts. Requests beyond it are refused and cost no
 * token.
 */
public final class RateLimit {

    private final double perNano;
    private final double burst;
    private final LongSupplier nanoClock;
    private double tokens;
    private long filled;
    private long first;
    private long last;
    private long allowed;
    private long refused;

    /**
     * A limit.
     *
     * @param perSecond how many requests a second
     * @param burst how many at once, when none came before
     */
    public RateLimit(double perSecond, double burst) {
        this(perSecond, burst, System::nanoTime);
    }

    public RateLimit(double perSecond, double burst, LongSupplier nanoClock) {
        this.perNano = perSecond / 1e9;
        this.burst = burst;
        this.nanoClock = nanoClock;
        this.tokens = burst;
    }

    public synchronized boolean admits() {
        long now = nanoClock.getAsLong();
        if (allowed + refused == 0) {
            first = now;
            filled = now;
        }
        tokens = Math.min(burst, tokens + (now - filled) * perNano);
        filled = now;
        if (tokens < 1) {
            refused++;
            return false;
        }
        tokens--;
        allowed++;
        last = now;
        return true;
    }

    public synchronized long allowed() {
        return allowed;
    }

    public synchronized long refused() {
        return refused;
    }

    /** Which share of what could have been taken between the first request and the last one taken was taken. */
    public synchronized double used() {
        return allowed / ((last - first) * perNano + burst);
    }
}
