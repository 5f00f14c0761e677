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
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.failure.DeniedObjectException;
import io.s3copy.engine.failure.ErrorClass;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the objects of one source bucket that failed for a configuration fault, until the fault is fixed. No method
 * blocks, and no thread waits.
 *
 * <p>A refused object is tried again, ever less often. If others are copied between its attempts, the fault is its own
 * ({@link Evidence}). If {@link #CONFIRMED_BY} objects are refused and none is copied any more, or S3 does not accept the
 * caller, the configuration is at fault: a pause begins. During a pause new objects are held without an attempt. The held
 * objects take turns as probes, and the first that is copied ends the pause. After some failed probes new objects are let
 * in for a moment, because all that are held may be refused for faults of their own.
 *
 * @param <T> what a look gives
 */
public final class SystemicPause<T> {

    /** Objects that must be refused, with none copied since. */
    static final int CONFIRMED_BY = 3;

    public static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    static final Duration LAST_WAIT = Duration.ofMinutes(1);

    /** A pause that began before the last objects came lasts so long at most: perhaps each of them is refused for its own fault. */
    static final Duration LONGEST_AT_THE_END = Duration.ofMinutes(10);

    /** Each of so many probes lets new objects in. */
    static final int PROBES_ALONE = 4;

    /** Refusals of an object: by then three objects would have begun a pause, which has lines of its own. */
    private static final int TOLD_AFTER = 4;

    private static final Logger LOG = LoggerFactory.getLogger(SystemicPause.class);

    private final String source;
    private final Predicate<T> proof;
    private final Duration limit;
    private final Predicate<String> ending;
    private final LongSupplier nanoTime;
    private final Runnable changed;
    private final Evidence evidence;

    @GuardedBy("this")
    private final HeldObjects<T> held;

    @GuardedBy("this")
    private @Nullable Pause pause;

    @GuardedBy("this")
    private boolean toTell;

    private final SeldomLine heldLine = new SeldomLine(LAST_WAIT);

    /**
     * A pause that has not begun.
     *
     * @param source what is copied, for the log
     * @param proof whether what a look gave shows that the configuration is right
     * @param limit how long an object is held at most before it fails with the answer of S3; zero for no limit
     * @param room for what is held, by this and by others
     * @param ending whether a route is about to end: then nothing of it is held
     * @param changed called when a pause begins, holds more, lets new objects in, or ends; must not block
     */
    public SystemicPause(
            String source,
            Predicate<T> proof,
            Duration limit,
            HoldLimit room,
            Predicate<String> ending,
            LongSupplier nanoTime,
            Runnable changed) {
        this(source, proof, limit, room, ending, nanoTime, changed, Evidence.OWN_FAULT_AFTER);
    }

    private SystemicPause(
            String source,
            Predicate<T> proof,
            Duration limit,
            HoldLimit room,
            Predicate<String> ending,
            LongSupplier nanoTime,
            Runnable changed,
            int ownFaultAfter) {
        this.source = source;
        this.proof = proof;
        this.limit = limit;
        this.held = new HeldObjects<>(room);
        this.ending = ending;
        this.nanoTime = nanoTime;
        this.changed = changed;
        this.evidence = new Evidence(nanoTime, ownFaultAfter);
    }

    /** The same for a run, whose report names each object: one that is refused while others succeed fails at once. */
    public static <T> SystemicPause<T> ofRun(
            String source, Predicate<T> proof, HoldLimit room, Predicate<String> ending, LongSupplier nanoTime) {
        return new SystemicPause<>(
                source, proof, Duration.ZERO, room, ending, nanoTime, () -> {}, Evidence.OWN_FAULT_IN_BULK);
    }

    /**
     * Looks at an object as soon as there is no pause, and again as long as it fails for a configuration fault.
     *
     * @param route from which the event came
     * @param look can be repeated
     */
    public CompletableFuture<T> guard(KeyGate.Place place, String route, Supplier<CompletableFuture<T>> look) {
        Held<T> one = new Held<>(place, route, look);
        Throwable refusal = null;
        boolean tried;
        synchronized (this) {
            Pause current = pause;
            tried = current == null || current.letsIn || isEnding(one);
            if (current != null && !tried && !hold(one, current.why)) {
                refusal = current.why;
            }
        }
        tellChange();
        if (tried) {
            attempt(one, null);
        } else if (refusal != null) {
            one.answer.completeExceptionally(refusal);
        }
        return one.answer;
    }

    /**
     * Begins a look.
     *
     * @param probe the pause that it probes; or null
     */
    private void attempt(Held<T> one, @Nullable Pause probe) {
        long begun = evidence.begin();
        one.begin()
                .handle((done, failure) -> {
                    end(one, probe, begun, done, failure == null ? null : Causes.of(failure));
                    return null;
                })
                .exceptionally(unexpected -> {
                    one.answer.completeExceptionally(unexpected);
                    return null;
                });
    }

    private void end(Held<T> one, @Nullable Pause probe, long begun, @Nullable T done, @Nullable Throwable failure) {
        List<Held<T>> released = List.of();
        Throwable told = failure;
        synchronized (this) {
            if (probe != null) {
                probe.probing--;
            }
            if (failure != null && ErrorClass.of(failure) == ErrorClass.SYSTEMIC) {
                told = refused(one, probe != null, failure);
            } else if (done != null && proof.test(done)) {
                evidence.copied(begun);
                evidence.forget(one.place);
                released = pause != null && begun > pause.tick ? resume(pause) : released;
            }
            resumeIfNobodyProbes();
        }
        if (done != null) {
            one.answer.complete(done);
        } else if (told != null) {
            one.answer.completeExceptionally(told);
        }
        tellChange();
        released.forEach(next -> attempt(next, null));
    }

    /** What a refused object fails with; null if it is held. */
    @GuardedBy("this")
    private @Nullable Throwable refused(Held<T> one, boolean probe, Throwable failure) {
        int times = evidence.refused(one.place);
        boolean atTheEnd = pause == null && evidence.isAtTheEnd() && CallerRefusals.mayBeOfOneObject(failure);
        if (evidence.isOwnFault(one.place) || (atTheEnd && evidence.isTried(one.place))) {
            evidence.forget(one.place);
            return new DeniedObjectException(times, failure);
        } else if (isEnding(one)) {
            return stopped(failure);
        } else if (!hold(one, failure)) {
            return failure;
        }
        one.due = nanoTime.getAsLong() + nanosToWait(times);
        if (pause != null) {
            pause.why = failure;
            if (!CallerRefusals.mayBeOfOneObject(failure)) {
                pause.perhapsOwnSince = nanoTime.getAsLong();
            }
            lets(pause, pause.letsIn && probe);
        } else if (atTheEnd && isConfirmed(failure)) {
            evidence.severalAreRefused();
        } else if (isConfirmed(failure)) {
            pause = new Pause(nanoTime.getAsLong(), FIRST_WAIT, evidence.begin(), failure);
            toTell = true;
            LOG.warn(
                    "Copies from {} pause until one is copied again; {} objects wait: {}",
                    source,
                    held.size(),
                    told(failure));
        } else if (times >= TOLD_AFTER || (times > 1 && evidence.isLastIn())) {
            tellHeld(failure);
        }
        return null;
    }

    /** An object alone may be held for ever, as no pause begins for it. One line a minute says so. */
    @GuardedBy("this")
    private void tellHeld(Throwable failure) {
        if (heldLine.isDue(nanoTime.getAsLong())) {
            LOG.warn(
                    "Refused again and held until it is copied, of {} held objects from {}: {}",
                    held.size(),
                    source,
                    told(failure));
        }
    }

    @GuardedBy("this")
    private boolean isConfirmed(Throwable failure) {
        return CallerRefusals.isOne(failure) || held.count(evidence::isUncontradicted) >= CONFIRMED_BY;
    }

    @GuardedBy("this")
    private void lets(Pause current, boolean in) {
        toTell |= current.letsIn != in;
        current.letsIn = in;
    }

    @GuardedBy("this")
    private boolean hold(Held<T> one, Throwable failure) {
        boolean isHeld = held.hold(one, failure, nanoTime.getAsLong());
        toTell |= isHeld && pause != null;
        return isHeld;
    }

    private void tellChange() {
        boolean tell;
        synchronized (this) {
            tell = toTell;
            toTell = false;
        }
        if (tell) {
            changed.run();
        }
    }

    @GuardedBy("this")
    private List<Held<T>> resume(Pause over) {
        LOG.info("Copies from {} resume after {}", source, Duration.ofMillis(millisSince(over.begun)));
        pause = null;
        toTell = true;
        return held.release(any -> true);
    }

    /** Time has passed: tries what is due. */
    public void tick() {
        List<Held<T>> expired = List.of();
        List<Held<T>> due = List.of();
        Pause probe;
        synchronized (this) {
            long now = nanoTime.getAsLong();
            if (!limit.isZero()) {
                expired = held.release(one -> TimeUnit.NANOSECONDS.toMillis(now - one.since) >= limit.toMillis());
                // the suspended routes are those of what is held
                toTell |= !expired.isEmpty();
                resumeIfNobodyProbes();
            }
            if (pause == null) {
                due = held.release(one -> now - one.due >= 0);
            } else if (isOverAtTheEnd(pause, now)) {
                due = resume(pause);
            } else if (now - pause.nextProbe >= 0 && !held.isEmpty()) {
                due = List.of(next(pause, now));
            }
            probe = pause;
        }
        expired.forEach(one -> one.answer.completeExceptionally(one.failure()));
        tellChange();
        due.forEach(one -> attempt(one, probe));
    }

    @GuardedBy("this")
    private boolean isOverAtTheEnd(Pause current, long now) {
        return now - current.perhapsOwnSince >= LONGEST_AT_THE_END.toNanos()
                && evidence.isAtTheEnd()
                && CallerRefusals.mayBeOfOneObject(current.why);
    }

    @GuardedBy("this")
    private Held<T> next(Pause probed, long now) {
        probed.probing++;
        probed.probes++;
        lets(probed, probed.probes % PROBES_ALONE == 0);
        probed.nextProbe = now + nanosToWait(probed.probes + 1);
        if (probed.letsIn || probed.probes == 1) {
            LOG.warn("Copies from {} still pause, {} objects wait: {}", source, held.size(), told(probed.why));
        }
        return held.releaseFirst();
    }

    private long millisSince(long before) {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - before);
    }

    private static long nanosToWait(int times) {
        return Math.min(FIRST_WAIT.toNanos() << Math.min(times - 1, 10), LAST_WAIT.toNanos());
    }

    private static CopyStoppedException stopped(Throwable failure) {
        return new CopyStoppedException("stopped in a pause: " + told(failure));
    }

    private static String told(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    /** Fails what is held of the routes that end. */
    public void end() {
        List<Held<T>> all;
        synchronized (this) {
            all = held.release(this::isEnding);
            toTell = true;
            resumeIfNobodyProbes();
        }
        all.forEach(one -> one.answer.completeExceptionally(stopped(one.failure())));
        tellChange();
    }

    private boolean isEnding(Held<T> one) {
        return ending.test(one.route);
    }

    /** The next objects will show whether the fault is fixed. */
    @GuardedBy("this")
    private void resumeIfNobodyProbes() {
        if (pause != null && held.isEmpty() && pause.probing == 0) {
            resume(pause);
        }
    }

    /** The routes that must not send for now. */
    public synchronized Set<String> pausedRoutes() {
        return pause == null || pause.letsIn ? Set.of() : routes();
    }

    /** The routes of what is held. */
    public synchronized Set<String> routes() {
        return held.routes();
    }

    public synchronized boolean isPaused() {
        return pause != null;
    }

    /** No new object comes: one that is refused at the end of a run waits for no other to be copied between its attempts. */
    public void lastAreIn() {
        evidence.lastAreIn();
    }

    /** Whether objects are held, and all of them were refused more than once. */
    public synchronized boolean isStuck() {
        return !held.isEmpty() && held.count(evidence::isRefusedAgain) == held.size();
    }

    /** How many objects are held. */
    public synchronized int size() {
        return held.size();
    }
}
