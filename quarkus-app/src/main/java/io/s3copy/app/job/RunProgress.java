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
package io.s3copy.app.job;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.BulkProgress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come.
 *
 * @param phase what it does now: copy or check
 * @param listed how many keys this attempt has listed
 * @param left about how many keys are left to list; null where nothing tells
 * @param atWork how many objects are worked on now
 * @param paused whether it waits for a fault to be mended that every object would meet
 * @param outcomes how many objects came to what, earlier attempts included
 * @param requests what this attempt asked of S3; the whole run, once it has ended
 * @param retries how many of them repeated another
 * @param throttles how many times S3 asked for fewer
 * @param objectsPerSecond over the last seconds
 * @param bytesPerSecond the same of copied bytes
 * @param secondsLeft at that rate; null where nobody can say
 * @param percent of the objects; null where nobody can say
 * @param live how a replication stands; null for other kinds
 * @param plan what a run that is to be confirmed would do; null where nobody asked, or it is not counted yet
 */
public record RunProgress(
        String phase,
        long listed,
        @Nullable Long left,
        long atWork,
        boolean paused,
        Map<String, Outcome> outcomes,
        long requests,
        long retries,
        long throttles,
        double objectsPerSecond,
        double bytesPerSecond,
        @Nullable Long secondsLeft,
        @Nullable Integer percent,
        @Nullable LiveProgress live,
        @Nullable Plan plan) {

    /** Nothing yet. */
    public static final RunProgress NONE =
            new RunProgress("", 0, null, 0, false, Map.of(), 0, 0, 0, 0, 0, null, null, null, null);

    private static final int ALL = 100;

    /** What is left is known as far as the listing has come: beyond this many times that, it is a guess. */
    private static final long FAR = 3;

    /**
     * The objects with one outcome.
     *
     * @param codes how many have each code: S3's error codes, reasons of skips, what differs
     */
    public record Outcome(long objects, long bytes, Map<String, Long> codes) {}

    /** Of a run that is under way. */
    public static RunProgress of(BulkProgress now, Rate rate) {
        long done = now.counts().objects();
        Long left = now.left() == null || now.left() > FAR * now.listed() ? null : now.left();
        long rest = left == null ? 0 : left + now.atWork();
        double perSecond = rate.objectsPerSecond();
        return new RunProgress(
                now.phase(),
                now.listed(),
                left,
                now.atWork(),
                now.paused(),
                outcomes(now.counts()),
                now.requests().requests(),
                now.requests().retries(),
                now.requests().throttles(),
                perSecond,
                rate.bytesPerSecond(),
                left == null || perSecond <= 0 || now.paused() ? null : Math.round(rest / perSecond),
                left == null || done + rest == 0 ? null : (int) (ALL * done / (done + rest)),
                null,
                null);
    }

    /** Of a run that is being planned. What a dry run counts was not done. */
    static RunProgress planning(BulkProgress now) {
        return new RunProgress(
                "plan",
                now.listed(),
                null,
                now.atWork(),
                now.paused(),
                Map.of(),
                now.requests().requests(),
                now.requests().retries(),
                now.requests().throttles(),
                0,
                0,
                null,
                null,
                null,
                null);
    }

    /** Of a run that counts only once it is through. */
    static RunProgress of(Map<String, Outcome> outcomes) {
        return new RunProgress("", 0, 0L, 0, false, outcomes, 0, 0, 0, 0, 0, null, ALL, null, null);
    }

    /** The same with a plan. */
    RunProgress with(@Nullable Plan other) {
        return new RunProgress(
                phase,
                listed,
                left,
                atWork,
                paused,
                outcomes,
                requests,
                retries,
                throttles,
                objectsPerSecond,
                bytesPerSecond,
                secondsLeft,
                percent,
                live,
                other);
    }

    /** Of a replication, which lists nothing itself. */
    static RunProgress live(LiveProgress now, Map<String, Outcome> outcomes, Rate rate, long nanos) {
        RunProgress counted =
                new RunProgress(now.phase(), 0, null, 0, now.held(), outcomes, 0, 0, 0, 0, 0, null, null, now, null);
        rate.at(nanos, counted.objects(), counted.bytesCopied());
        return new RunProgress(
                counted.phase,
                0,
                null,
                0,
                counted.paused,
                counted.outcomes,
                0,
                0,
                0,
                rate.objectsPerSecond(),
                rate.bytesPerSecond(),
                null,
                null,
                now,
                null);
    }

    /** Of a run that has ended, or was stopped. */
    RunProgress ended(BulkResult result) {
        BulkRequests all = result.requests();
        return new RunProgress(
                phase,
                listed,
                result.finished() ? Long.valueOf(0) : left,
                0,
                false,
                outcomes(result.counts()),
                all.requests(),
                all.retries(),
                all.throttles(),
                result.objectsPerSecond(),
                BulkResult.perSecond(result.counts().bytes(What.COPIED), result.duration()),
                null,
                result.finished() ? Integer.valueOf(ALL) : percent,
                live,
                plan);
    }

    /** The same of a run that nobody works on. */
    RunProgress atRest() {
        return new RunProgress(
                phase, listed, left, 0, false, outcomes, requests, retries, throttles, 0, 0, null, percent, live, plan);
    }

    private static Map<String, Outcome> outcomes(BulkCounts counts) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        counts.by().forEach((what, count) -> {
            outcomes.put(text(what), new Outcome(count.objects(), count.bytes(), count.codes()));
        });
        return outcomes;
    }

    private static String text(What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    /** How many objects have one outcome. */
    public long objects(String outcome) {
        Outcome counted = outcomes.get(outcome);
        return counted == null ? 0 : counted.objects();
    }

    /** How many objects have any outcome. */
    public long objects() {
        return outcomes.values().stream().mapToLong(Outcome::objects).sum();
    }

    /** How many bytes were copied. */
    public long bytesCopied() {
        Outcome copied = outcomes.get(text(What.COPIED));
        return copied == null ? 0 : copied.bytes();
    }
}
