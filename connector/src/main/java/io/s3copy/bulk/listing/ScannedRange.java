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
package io.s3copy.bulk.listing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.text.Unicode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A range that is being listed: its pages, one after the other, are merged and given on. It can be cut at any moment behind
 * what has been given on.
 *
 * @param <R> what the sink knows it by
 */
final class ScannedRange<R> {

    /** Where too little has been seen to say how much is left. */
    private static final double LEAST_FRACTION = 1e-12;

    private final RangeSink<R> sink;
    private final R handle;
    private final Alphabet alphabet;
    private final boolean ordered;
    private final boolean versions;

    @GuardedBy("this")
    private final List<ScannedSide> sides = new ArrayList<>();

    @GuardedBy("this")
    private KeyRange range;

    /** All keys up to this one have been given on. */
    @GuardedBy("this")
    private @Nullable String through;

    @GuardedBy("this")
    private @Nullable String firstKey;

    @GuardedBy("this")
    private long keys;

    @GuardedBy("this")
    private boolean ended;

    /** Whether somebody is looking where to cut it. */
    @GuardedBy("this")
    private boolean probed;

    /** Whether no place for a cut was found, until more is known. */
    @GuardedBy("this")
    private boolean tight;

    /** How much of the last key seen is to be jumped over at the next cut; 0 to cut in the middle. */
    @GuardedBy("this")
    private int jump;

    /** How far to leap beyond all characters seen, as a power of two. */
    @GuardedBy("this")
    private int leap;

    /** What the last page began with. */
    @GuardedBy("this")
    private @Nullable String pageBegan;

    ScannedRange(RangeSink<R> sink, R handle, KeyRange range, List<PrefixListing> listings, Alphabet alphabet) {
        this.sink = sink;
        this.handle = handle;
        this.alphabet = alphabet;
        this.range = range;
        this.ordered = listings.stream().noneMatch(PrefixListing::isUnordered);
        this.versions = listings.get(0).versions();
        listings.forEach(one -> sides.add(new ScannedSide(one)));
    }

    /** What is asked for next. */
    sealed interface Step {}

    /** A page for each side that needs one. */
    record Pages(List<CompletableFuture<PrefixListing.Page>> asked, List<Integer> of) implements Step {}

    /** The sink takes keys. */
    record Given(CompletableFuture<Void> taken, int keys) implements Step {}

    /** There is nothing left. */
    record Ended() implements Step {}

    /** Goes on by one step. Called by one thread at a time. */
    Step step() {
        Pages pages = ask();
        if (!pages.asked().isEmpty()) {
            return pages;
        }
        List<KeyPair> pairs = new ArrayList<>();
        String upTo;
        boolean last;
        synchronized (this) {
            sides.forEach(side -> side.endAt(range.upTo()));
            merge(pairs);
            last = sides.stream().allMatch(ScannedSide::isExhausted);
            upTo = ordered ? reached(pairs, last) : null;
            through = upTo == null ? through : upTo;
            keys += pairs.size();
            ended = last;
        }
        if (last && pairs.isEmpty()) {
            sink.ended(handle);
            return new Ended();
        }
        return new Given(sink.take(handle, pairs, upTo), pairs.size());
    }

    /** Whether all its keys have been given on: then no cut comes any more. */
    synchronized boolean isEnded() {
        return ended;
    }

    private synchronized Pages ask() {
        List<CompletableFuture<PrefixListing.Page>> asked = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        for (int at = 0; at < sides.size(); at++) {
            sides.get(at).endAt(range.upTo());
            if (sides.get(at).needsPage()) {
                asked.add(sides.get(at).ask(range.after()));
                of.add(at);
            }
        }
        return new Pages(asked, of);
    }

    /** A page has come. */
    synchronized void receive(int side, PrefixListing.Page page) {
        sides.get(side).receive(page);
        tight = false;
        String first = sides.get(side).firstKey();
        String end = page.end();
        // an empty page ends with what was asked for, which is no key
        if (first != null && end != null) {
            alphabet.learn(first);
            alphabet.learn(end);
            pageBegan = side == 0 || pageBegan == null ? first : pageBegan;
            firstKey = firstKey == null || Unicode.compare(first, firstKey) < 0 ? first : firstKey;
        }
    }

    /** By key; and of a key the newest version of one side with the newest of the other, and so on. */
    @GuardedBy("this")
    private void merge(List<KeyPair> pairs) {
        if (sides.size() == 1) {
            ScannedSide only = sides.get(0);
            while (only.hasNext()) {
                pairs.add(new KeyPair(only.take(), null));
            }
            return;
        }
        ScannedSide source = sides.get(0);
        ScannedSide destination = sides.get(1);
        while (!source.needsPage() && !destination.needsPage() && (source.hasNext() || destination.hasNext())) {
            int order = !source.hasNext() ? 1 : !destination.hasNext() ? -1 : ScannedSide.compare(source, destination);
            pairs.add(new KeyPair(order <= 0 ? source.take() : null, order >= 0 ? destination.take() : null));
        }
    }

    /** Up to which key all have been given on, once these are. */
    @GuardedBy("this")
    private @Nullable String reached(List<KeyPair> pairs, boolean last) {
        if (last) {
            return range.upTo() != null ? range.upTo() : furthest();
        } else if (versions) {
            return beforeLast(pairs);
        }
        String least = null;
        for (ScannedSide side : sides) {
            String end = side.needsPage() ? side.reached() : null;
            least = end != null && (least == null || Unicode.compare(end, least) < 0) ? end : least;
        }
        return least;
    }

    @GuardedBy("this")
    private @Nullable String furthest() {
        String furthest = through;
        for (ScannedSide side : sides) {
            String end = side.reached();
            furthest = end != null && (furthest == null || Unicode.compare(end, furthest) > 0) ? end : furthest;
        }
        return furthest;
    }

    /** Of the last key that is given on more versions may follow. */
    @GuardedBy("this")
    private @Nullable String beforeLast(List<KeyPair> pairs) {
        String last = null;
        for (int at = pairs.size() - 1; at >= 0; at--) {
            String key = key(pairs.get(at));
            if (last != null && !last.equals(key)) {
                return key;
            }
            last = key;
        }
        return null;
    }

    @GuardedBy("this")
    private String key(KeyPair pair) {
        ListedObject source = pair.source();
        return source != null
                ? source.key().substring(sides.get(0).prefixLength())
                : Objects.requireNonNull(pair.destination(), "a key that no side has")
                        .key()
                        .substring(sides.get(1).prefixLength());
    }

    /** How many keys are left, by what has been seen of the range; 0 where it cannot or need not be cut. */
    synchronized double left() {
        String lowest = firstKey;
        String now = furthest();
        if (ended || probed || tight || !ordered || lowest == null || now == null || keys == 0) {
            return 0;
        }
        double seen = alphabet.position(lowest, range.upTo(), now);
        double left = seen >= 1 ? 0 : keys * (1 - seen) / Math.max(seen, LEAST_FRACTION);
        // behind the last character seen there may be as much again
        return leaping(now) == null ? left : Math.max(left, (double) keys);
    }

    /** About how many of its keys have not been given on, by the share of it that has been seen; empty where none has. */
    synchronized OptionalDouble unlisted() {
        String now = furthest();
        if (ended) {
            return OptionalDouble.of(0);
        } else if (!ordered || firstKey == null || now == null || keys == 0) {
            return OptionalDouble.empty();
        }
        double seen = alphabet.position(firstKey, range.upTo(), now);
        return seen <= LEAST_FRACTION ? OptionalDouble.empty() : OptionalDouble.of(keys * (1 - seen) / seen);
    }

    /**
     * Where to cut it, or null. From now on nobody else looks.
     *
     * @param hints boundaries that an earlier run has found
     */
    synchronized @Nullable Probe probe(Boundaries hints) {
        String low = furthest();
        if (low == null) {
            return null;
        }
        Probe found = hinted(hints, low);
        found = found == null ? jumping(low) : found;
        found = found == null ? leaping(low) : found;
        if (found == null) {
            String middle = alphabet.middle(low, range.upTo());
            found = middle == null ? null : new Probe(middle, 0, 0);
        }
        tight = found == null;
        probed = found != null;
        return found;
    }

    @GuardedBy("this")
    private @Nullable Probe hinted(Boundaries hints, String low) {
        String hint = hints.middle(low, range.upTo());
        return hint == null ? null : new Probe(hint, 0, 0);
    }

    /** Behind all keys that begin as the last ones do. */
    @GuardedBy("this")
    private @Nullable Probe jumping(String low) {
        for (int length = Math.min(jump, low.length()); length > 0; length--) {
            boolean halved = Character.isHighSurrogate(low.charAt(length - 1));
            String behind = halved ? null : Alphabet.behind(low.substring(0, length));
            if (behind != null && Alphabet.isBetween(low, behind, range.upTo())) {
                return new Probe(behind, length, 0);
            }
        }
        return null;
    }

    @GuardedBy("this")
    private @Nullable Probe leaping(String low) {
        String beyond = range.upTo() == null ? alphabet.beyond(low, leap) : null;
        return beyond == null ? null : new Probe(beyond, 0, leap + 1);
    }

    /**
     * A place for a cut.
     *
     * @param at the last key of what stays
     * @param jump how much of the last key seen it jumps over; otherwise 0
     * @param leap how far to leap next, if there is something; otherwise 0
     */
    record Probe(String at, int jump, int leap) {}

    /** Nobody looks where to cut it any more. */
    synchronized void unprobed() {
        probed = false;
    }

    /**
     * Cuts it.
     *
     * @return the other half, with the pages of the probe; null where it is too late
     */
    synchronized @Nullable ScannedRange<R> cut(
            Probe probe, List<PrefixListing> listings, List<PrefixListing.Page> pages) {
        probed = false;
        String at = probe.at();
        // of versions, more of the last key that was given may come
        String given = versions ? furthest() : through;
        boolean late = ended
                || (given != null && Unicode.compare(given, at) >= 0)
                || (range.upTo() != null && Unicode.compare(at, range.upTo()) >= 0);
        if (late) {
            return null;
        }
        KeyRange behind = range.behind(at);
        ScannedRange<R> other = new ScannedRange<>(sink, sink.cut(handle, at), behind, listings, alphabet);
        range = range.until(at);
        other.preload(pages);
        boolean missed = other.isEmpty();
        if (missed) {
            jump = probe.jump() > 0 ? 0 : Alphabet.common(pageBegan, furthest()).length();
        } else {
            jump = 0;
            other.cutNext(probe.jump() - 1, probe.leap());
        }
        return other;
    }

    private synchronized void cutNext(int jumped, int leapt) {
        jump = Math.max(0, jumped);
        leap = leapt;
    }

    private synchronized void preload(List<PrefixListing.Page> pages) {
        for (int side = 0; side < pages.size(); side++) {
            receive(side, pages.get(side));
            sides.get(side).endAt(range.upTo());
        }
    }

    /** Whether no side has a key in it. */
    synchronized boolean isEmpty() {
        return sides.stream().allMatch(ScannedSide::isExhausted);
    }
}
