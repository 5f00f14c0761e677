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
package io.s3copy.flow;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Which objects S3 refused, and whether others were copied meanwhile: what tells whose fault a refusal is. */
final class Evidence {

    /**
     * How many attempts of an object fail, with another object copied between any two of them, before the fault is its
     * own. They take two minutes: a permission that changes comes and goes for a while.
     */
    static final int OWN_FAULT_AFTER = 8;

    /** The same in a run of many objects, where a report names what was refused: it must not wait minutes for each. */
    static final int OWN_FAULT_IN_BULK = 2;

    /** The same at the end of a run for several: they take a quarter of a minute. */
    static final int OWN_FAULT_AT_THE_END = 5;

    private static final int MAX_REMEMBERED = 10_000;

    /** Longer than a queue or a topic takes to send a message again. */
    private static final Duration REMEMBERED = Duration.ofHours(12);

    private final Recent<Refusals> refusals;

    private final int ownFaultAfter;

    @GuardedBy("this")
    private long ticks;

    /** Whether no new object comes. */
    @GuardedBy("this")
    private boolean lastIn;

    /** Since when several objects are refused at the end, in ticks; negative if one was copied in an attempt that began later. */
    @GuardedBy("this")
    private long severalSince = -1;

    /** When the latest successful copy began, in ticks. */
    @GuardedBy("this")
    private long proof = -1;

    /**
     * What is known of an object.
     *
     * @param last when it was refused last; in ticks
     * @param contradicted how often another had been copied since the refusal before
     */
    private record Refusals(long last, int number, int contradicted) {}

    /**
     * Nothing so far.
     *
     * @param ownFaultAfter after how many refusals of an object, others being copied between, the fault is its own
     */
    Evidence(LongSupplier nanoTime, int ownFaultAfter) {
        this.ownFaultAfter = ownFaultAfter;
        refusals = new Recent<>(MAX_REMEMBERED, REMEMBERED, nanoTime);
    }

    /** An attempt begins. */
    synchronized long begin() {
        return ++ticks;
    }

    /** An object was copied in an attempt that began then. */
    synchronized void copied(long begun) {
        proof = Math.max(proof, begun);
        if (begun > severalSince) {
            severalSince = -1;
        }
    }

    /** An object was refused. Returns how often. */
    synchronized int refused(KeyGate.Place place) {
        Refusals before = refusals.get(name(place));
        Refusals now = before == null
                ? new Refusals(++ticks, 1, 0)
                : new Refusals(++ticks, before.number() + 1, before.contradicted() + (proof > before.last() ? 1 : 0));
        refusals.put(name(place), now);
        return now.number();
    }

    /** No new object comes that could be copied between two refusals of another. */
    synchronized void lastAreIn() {
        lastIn = true;
    }

    synchronized boolean isLastIn() {
        return lastIn;
    }

    synchronized boolean isRefusedAgain(KeyGate.Place place) {
        Refusals known = refusals.get(name(place));
        return known != null && known.number() > 1;
    }

    /** Whether others were copied each time between enough refusals of an object. */
    synchronized boolean isOwnFault(KeyGate.Place place) {
        Refusals known = refusals.get(name(place));
        return known != null && known.contradicted() >= ownFaultAfter - 1;
    }

    /** Whether objects were copied, and no other comes that could be copied between two refusals. */
    synchronized boolean isAtTheEnd() {
        return lastIn && proof >= 0;
    }

    /** So many are refused at the end that they may meet the same fault: each is tried longer. */
    synchronized void severalAreRefused() {
        if (severalSince < 0) {
            severalSince = ++ticks;
        }
    }

    /** Whether an object that is refused at the end was tried often enough: then the fault is taken for its own. */
    synchronized boolean isTried(KeyGate.Place place) {
        Refusals known = refusals.get(name(place));
        int enough = severalSince >= 0 ? Math.max(ownFaultAfter, OWN_FAULT_AT_THE_END) : ownFaultAfter;
        return known != null && known.number() >= enough;
    }

    /** Whether no attempt that began after the first refusal of an object has succeeded. */
    synchronized boolean isUncontradicted(KeyGate.Place place) {
        Refusals known = refusals.get(name(place));
        return known != null && known.last() > proof && known.contradicted() == 0;
    }

    /** The object needs no further attempt. */
    synchronized void forget(KeyGate.Place place) {
        if (refusals.size() > 0) {
            refusals.remove(name(place));
        }
    }

    private static String name(KeyGate.Place place) {
        return place.bucket() + '/' + place.key();
    }
}
