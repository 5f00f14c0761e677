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
package io.s3copy.camel.route;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The copies of notifications that go on, and the outcomes that their senders have not fetched. What goes on is bounded by
 * its places; of the outcomes the oldest are forgotten.
 */
final class KnownDeliveries {

    /** The statuses of HTTP, as text. */
    static final String DONE = "200";

    static final String AGAIN = "503";

    /** How many outcomes are kept that their senders have not fetched. */
    private static final int OUTCOMES = 1000;
    /** How long they are kept. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final LongSupplier nanoTime;
    private final Map<String, Delivery> known = new LinkedHashMap<>(); // guarded by itself

    KnownDeliveries(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A copy begins. */
    Delivery begin(String digest, boolean tellsItsTime, Semaphore places) {
        Delivery delivery = new Delivery(digest, tellsItsTime, places);
        synchronized (known) {
            known.put(digest, delivery);
            forgetTheOldest();
        }
        return delivery;
    }

    /** The copy whose outcome is that of a notification which comes now, or null. */
    @Nullable
    Delivery before(String digest) {
        synchronized (known) {
            forgetTheExpired();
            Delivery before = known.get(digest);
            if (before == null || before.tellsItsTime) {
                return before;
            } else if (before.owed == 0) {
                return null;
            }
            before.owed--;
            return before;
        }
    }

    /** The answer follows: what came of the copy is told by it, and need not be kept. */
    void answered(String digest, String status) {
        synchronized (known) {
            Delivery delivery = known.get(digest);
            if (delivery == null) {
                return;
            } else if (!delivery.hasEnded() && AGAIN.equals(status)) {
                delivery.owed++;
            } else if (delivery.hasEnded() && DONE.equals(status)) {
                known.remove(digest);
            }
        }
    }

    private void forgetTheOldest() {
        int over = known.size() - OUTCOMES;
        Iterator<Delivery> all = known.values().iterator();
        while (over > 0 && all.hasNext()) {
            if (all.next().hasEnded()) {
                all.remove();
                over--;
            }
        }
    }

    private void forgetTheExpired() {
        long now = nanoTime.getAsLong();
        known.values().removeIf(one -> one.hasEnded() && now - one.ended > KEPT.toNanos());
    }

    /** The copy of a notification, from its beginning until its outcome is told. */
    final class Delivery {

        private final String digest;
        private final boolean tellsItsTime;
        private final Semaphore places;
        private final long began = nanoTime.getAsLong();
        private final CompletableFuture<String> outcome = new CompletableFuture<>();
        private long ended; // guarded by known
        /** How many requests were told to send again, and have not yet. */
        private int owed; // guarded by known

        private Delivery(String digest, boolean tellsItsTime, Semaphore places) {
            this.digest = digest;
            this.tellsItsTime = tellsItsTime;
            this.places = places;
        }

        boolean hasEnded() {
            return outcome.isDone();
        }

        /** Since it began. */
        long seconds() {
            return TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - began);
        }

        /** The copy has ended with a status; its place is free. A second end is none. */
        void end(String status) {
            synchronized (known) {
                if (hasEnded()) {
                    return;
                }
                ended = nanoTime.getAsLong();
                if (!tellsItsTime || !status.equals(DONE)) {
                    known.remove(digest, this);
                }
                outcome.complete(status);
            }
            places.release();
        }

        /** Waits for the outcome as long as a request may; otherwise it is to be sent again. */
        String outcome(Duration left) throws InterruptedException {
            try {
                return outcome.get(left.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return AGAIN;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
