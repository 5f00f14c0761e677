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

/**
 * How fast requests are sent to a server that throttles: a little faster than it takes them. So it is neither idle nor
 * flooded, and it shows at once when it takes more. A server that refuses few requests is sent them at any rate.
 *
 * <p>A window alone cannot do that: where answers take a millisecond, even four requests in flight are thousands a
 * second. Not thread-safe.
 */
final class Pace {

    /** Below this share of refusals the rate grows. */
    private static final double FEW = 0.05;

    /** Above it the rate falls to what the server took. */
    private static final double MANY = 0.10;

    private static final double AHEAD = 1.05;
    private static final double GROWTH = 1.10;
    private static final double GROWTH_WHEN_NONE = 1.25;

    /** Slow enough for any server, and fast enough to see soon that it takes more. */
    private static final double LEAST = 20 / 1e9;

    private static final double UNBOUNDED = 100_000 / 1e9;

    /** How many answers tell a share, and the times that they must span and may span at most. */
    private static final int ANSWERS = 50;

    private static final int LEAST_ANSWERS = 10;

    private static final long MIN_PERIOD_NANOS = 100_000_000;
    private static final long MAX_PERIOD_NANOS = 1_000_000_000;

    /** What may be sent at once when a timer comes late. */
    private static final long BATCH_NANOS = 5_000_000;

    private double perNano = Double.POSITIVE_INFINITY;
    private double credit;
    private long creditAt;
    private long periodStart;
    private int taken;
    private int refused;

    Pace(long now) {
        periodStart = now;
    }

    /** Whether requests are held back at all. */
    boolean isSet() {
        return perNano != Double.POSITIVE_INFINITY;
    }

    /** How many nanoseconds to wait before the next request; 0 when it may go, which then counts as sent. */
    long waitOrSend(long now) {
        if (!isSet()) {
            return 0;
        }
        credit = Math.min(Math.max(1, perNano * BATCH_NANOS), credit + (now - creditAt) * perNano);
        creditAt = now;
        if (credit < 1) {
            return Math.max(1, (long) Math.ceil((1 - credit) / perNano));
        }
        credit--;
        return 0;
    }

    /** A request has been answered. */
    void answered(long now, boolean throttled) {
        if (throttled) {
            refused++;
        } else {
            taken++;
        }
        long period = now - periodStart;
        if (period >= MAX_PERIOD_NANOS || (taken + refused >= ANSWERS && period >= MIN_PERIOD_NANOS)) {
            // what came before a pause tells no rate
            if (period < 2 * MAX_PERIOD_NANOS) {
                adjust(now, period);
            }
            periodStart = now;
            taken = 0;
            refused = 0;
        }
    }

    private void adjust(long now, long period) {
        double share = (double) refused / (taken + refused);
        // a trickle tells none either: there the waits of the retries are enough
        if (share > MANY && taken + refused >= LEAST_ANSWERS) {
            boolean first = !isSet();
            perNano = Math.max(LEAST, taken * AHEAD / period);
            if (first) {
                credit = 0;
                creditAt = now;
            }
        } else if (isSet() && share < FEW) {
            perNano *= refused == 0 ? GROWTH_WHEN_NONE : GROWTH;
            if (perNano > UNBOUNDED) {
                perNano = Double.POSITIVE_INFINITY;
            }
        }
    }
}
