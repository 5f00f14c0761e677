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

import com.google.errorprone.annotations.concurrent.GuardedBy;
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
 * The copies of notifications that have not ended, and the outcomes that their senders have not fetched. Places limit the
 * copies; of the outcomes the oldest are forgotten.
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

    @GuardedBy("itself")
    private final Map<String, Known> known = new LinkedHashMap<>();

    /**
     * What is known of a copy.
     *
     * @param ended when it ended; only valid once it has
     * @param owed how many senders were told to send again and have not done so yet
     */
    private record Known(Delivery delivery, long ended, int owed) {

        private Known endedAt(long nanos) {
            return new Known(delivery, nanos, owed);
        }

        private Known owing(int requests) {
            return new Known(delivery, ended, requests);
        }
    }

    KnownDeliveries(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A copy begins. */
    Delivery begin(String digest, boolean tellsItsTime, Semaphore places) {
        Delivery delivery = new Delivery(digest, tellsItsTime, places);
        synchronized (known) {
            known.put(digest, new Known(delivery, 0, 0));
            forgetTheOldest();
        }
        return delivery;
    }

    /** The copy whose outcome answers a notification that comes now; or null. */
    @Nullable
    Delivery before(String digest) {
        synchronized (known) {
            forgetTheExpired();
            Known before = known.get(digest);
            if (before == null) {
                return null;
            } else if (before.delivery().tellsItsTime) {
                return before.delivery();
            } else if (before.owed() == 0) {
                return null;
            }
            known.put(digest, before.owing(before.owed() - 1));
            return before.delivery();
        }
    }

    /** The answer follows. It tells the outcome of the copy, which need not be kept. */
    void answered(String digest, String status) {
        synchronized (known) {
            Known one = known.get(digest);
            if (one == null) {
                return;
            } else if (!one.delivery().hasEnded() && AGAIN.equals(status)) {
                known.put(digest, one.owing(one.owed() + 1));
            } else if (one.delivery().hasEnded() && DONE.equals(status)) {
                known.remove(digest);
            }
        }
    }

    @GuardedBy("known")
    private void forgetTheOldest() {
        int over = known.size() - OUTCOMES;
        Iterator<Known> all = known.values().iterator();
        while (over > 0 && all.hasNext()) {
            if (all.next().delivery().hasEnded()) {
                all.remove();
                over--;
            }
        }
    }

    @GuardedBy("known")
    private void forgetTheExpired() {
        long now = nanoTime.getAsLong();
        known.values().removeIf(one -> one.delivery().hasEnded() && now - one.ended() > KEPT.toNanos());
    }

    /** The copy of a notification, from its start until its outcome is fetched. */
    final class Delivery {

        private final String digest;
        private final boolean tellsItsTime;
        private final Semaphore places;
        private final long began = nanoTime.getAsLong();
        private final CompletableFuture<String> outcome = new CompletableFuture<>();

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

        /** The copy has ended with a status, and its place is free. A second call does nothing. */
        void end(String status) {
            synchronized (known) {
                if (hasEnded()) {
                    return;
                }
                Known own = known.get(digest);
                if (own != null && own.delivery() == this) {
                    if (tellsItsTime && status.equals(DONE)) {
                        known.put(digest, own.endedAt(nanoTime.getAsLong()));
                    } else {
                        known.remove(digest);
                    }
                }
                outcome.complete(status);
            }
            places.release();
        }

        /** Waits for the outcome as long as a request may. After that the answer is to send again. */
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
