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
package io.s3copy.app.config;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.s3copy.camel.S3Place;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one job, and says what is wrong with it. */
final class JobReader {

    private static final List<String> KINDS =
            Arrays.stream(JobKind.values()).map(JobKind::text).toList();

    /** Wider than AWS's rule: other services allow capitals and underscores, and AWS did once. */
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9._]{1,254}");

    private static final String DEFAULT_PRIORITY = "5";

    private final String prefix;
    private final String name;
    private final ServiceSettings.Job job;
    private final Map<String, StoreSpec> stores;
    private final Set<String> storeNames;
    private final List<String> mistakes;
    private final int before;

    /**
     * Reads a job.
     *
     * @param stores those that nothing is wrong with
     * @param storeNames of all stores
     */
    JobReader(
            String name,
            ServiceSettings.Job job,
            Map<String, StoreSpec> stores,
            Set<String> storeNames,
            List<String> mistakes) {
        this.prefix = "s3copy.jobs." + name + ".";
        this.name = name;
        this.job = job;
        this.stores = stores;
        this.storeNames = storeNames;
        this.mistakes = mistakes;
        this.before = mistakes.size();
    }

    /** The job; nothing if something is wrong with it. */
    Optional<JobSpec> read() {
        JobKind kind = kind();
        S3Place destination = place("destination", job.destination());
        S3Place source = kind == JobKind.CLEANUP ? destination : place("source", job.source());
        StoreSpec store = store("store", job.store());
        StoreSpec ofSource = job.sourceStore().isEmpty() ? store : store("source-store", job.sourceStore());
        boolean atStart = Switches.read(prefix + "at-start", job.atStart(), mistakes);
        String cron = cron();
        int priority = priority(kind);
        Map<String, String> options = kind == null ? Map.of() : options(kind);
        ReplicationReader live = new ReplicationReader(prefix, name, job.events(), job.replicate(), mistakes);
        Optional<ReplicationSpec> replication = Optional.empty();
        if (kind == JobKind.REPLICATE) {
            replication = live.read();
            refuseCron();
        } else if (kind != null) {
            live.refuse(kind);
        }
        if (kind == JobKind.CLEANUP) {
            refuseOfCleanup("source", job.source());
            refuseOfCleanup("source-store", job.sourceStore());
            refuseOfCleanup("include", job.include());
            refuseOfCleanup("exclude", job.exclude());
        }
        Optional<ConfirmSpec> confirm =
                kind == null ? Optional.empty() : new ConfirmReader(prefix, job, mistakes).read(kind, options);
        if (store != null && ofSource != null) {
            StorePair.refusal(prefix + "source-store", ofSource, store).ifPresent(mistakes::add);
        }
        if (source != null && destination != null && kind != JobKind.CLEANUP) {
            refuseOverlap(source, destination);
        }
        if (kind == null || source == null || destination == null || store == null || ofSource == null) {
            return Optional.empty();
        }
        return mistakes.size() > before
                ? Optional.empty()
                : Optional.of(new JobSpec(
                        name,
                        kind,
                        source,
                        destination,
                        store,
                        StorePair.otherRegion(ofSource, store),
                        options,
                        cron,
                        atStart,
                        priority,
                        replication.orElse(null),
                        confirm.orElse(null),
                        null));
    }

    private @Nullable JobKind kind() {
        String text = required("kind", job.kind(), JobKind.listed());
        if (text == null) {
            return null;
        }
        for (JobKind kind : JobKind.values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        mistakes.add(Configuration.mistake(
                prefix + "kind",
                text,
                "must be " + JobKind.listed(),
                Configuration.didYouMean(text, KINDS) + "Write one of them"));
        return null;
    }

    private @Nullable S3Place place(String property, Optional<String> value) {
        String text = required(property, value, "a place such as s3://bucket/prefix/");
        if (text == null) {
            return null;
        }
        String rest = S3Place.isOne(text) ? text.substring("s3://".length()) : "";
        int slash = rest.indexOf('/');
        S3Place place =
                slash < 0 ? new S3Place(rest, "") : new S3Place(rest.substring(0, slash), rest.substring(slash + 1));
        if (!BUCKET.matcher(place.bucket()).matches()) {
            mistakes.add(Configuration.mistake(
                    prefix + property,
                    text,
                    "must be a bucket and a prefix in it",
                    "Write s3://bucket/ for all of a bucket, or s3://bucket/prefix/"));
            return null;
        }
        if (!place.key().isEmpty() && !place.key().endsWith("/")) {
            mistakes.add(Configuration.mistake(
                    prefix + property,
                    text,
                    "must end with a slash, because a prefix without one also begins other keys (" + place.key()
                            + "-old)",
                    "Write " + text + "/, and choose among the keys under it with " + prefix + "include"));
            return null;
        }
        return place;
    }

    private @Nullable StoreSpec store(String property, Optional<String> value) {
        if (storeNames.isEmpty()) {
            mistakes.add(prefix + property + " names no store, and there is none. Write one, for example"
                    + " s3copy.stores.eu.region=eu-west-1");
            return null;
        }
        if (value.isEmpty() && storeNames.size() > 1) {
            mistakes.add(prefix + property + " is missing, and there are several stores: "
                    + String.join(", ", storeNames) + ". Name one of them");
            return null;
        }
        String wanted = value.orElseGet(() -> storeNames.iterator().next());
        if (!storeNames.contains(wanted)) {
            mistakes.add(Configuration.mistake(
                    prefix + property,
                    wanted,
                    "is no store; there are: " + String.join(", ", storeNames),
                    Configuration.didYouMean(wanted, storeNames) + "Name one of them, or write s3copy.stores."
                            + wanted));
        }
        // one with mistakes of its own is told of already
        return stores.get(wanted);
    }

    private void refuseOverlap(S3Place source, S3Place destination) {
        boolean inside =
                destination.key().startsWith(source.key()) || source.key().startsWith(destination.key());
        if (source.bucket().equals(destination.bucket()) && inside) {
            mistakes.add(Configuration.mistake(
                    prefix + "destination",
                    JobSpec.text(destination),
                    "overlaps with the source " + JobSpec.text(source) + ": copies would lie among what is copied",
                    "Choose another bucket, or prefixes that lie apart"));
        }
    }

    private void refuseOfCleanup(String property, Optional<String> value) {
        value.ifPresent(text -> mistakes.add(Configuration.mistake(
                prefix + property,
                text,
                "is not read by a job of kind cleanup, which aborts the old uploads under its destination",
                "Leave it out")));
    }

    private void refuseCron() {
        job.cron()
                .ifPresent(text -> mistakes.add(Configuration.mistake(
                        prefix + "cron",
                        text,
                        "is not read by a job of kind replicate, which runs until it is cut over",
                        "Set at-start=true, or start it; replicate.reconcile says when both sides are compared")));
    }

    private int priority(@Nullable JobKind kind) {
        if (kind == JobKind.REPLICATE && !job.priority().equals(DEFAULT_PRIORITY)) {
            mistakes.add(Configuration.mistake(
                    prefix + "priority",
                    job.priority(),
                    "is not read by a job of kind replicate, which waits for no turn",
                    "Leave it out"));
        }
        return WholeNumbers.read(
                prefix + "priority",
                job.priority(),
                0,
                JobSpec.HIGHEST_PRIORITY,
                DEFAULT_PRIORITY + ", which is the default; the highest goes first",
                mistakes);
    }

    private @Nullable String cron() {
        return cron(prefix + "cron", job.cron().orElse(null), mistakes);
    }

    /** Checks a cron expression, and returns it. */
    static @Nullable String cron(String property, @Nullable String text, List<String> mistakes) {
        if (text != null) {
            try {
                Cron cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                        .parse(text)
                        .validate();
                if (ExecutionTime.forCron(cron)
                        .nextExecution(ZonedDateTime.now(ZoneId.systemDefault()))
                        .isEmpty()) {
                    mistakes.add(Configuration.mistake(
                            property,
                            text,
                            "never comes: no month has such a day",
                            "Write for example 30 2 * * * for half past two at night"));
                }
            } catch (IllegalArgumentException e) {
                mistakes.add(Configuration.mistake(
                        property,
                        text,
                        "must be minute, hour, day of the month, month and day of the week",
                        "Write for example 30 2 * * * for half past two at night"));
            }
        }
        return text;
    }

    private Map<String, String> options(JobKind kind) {
        Map<String, String> options = new TreeMap<>();
        job.include().ifPresent(patterns -> options.put("include", patterns));
        job.exclude().ifPresent(patterns -> options.put("exclude", patterns));
        job.options().forEach((written, value) -> {
            String property = prefix + "options." + written;
            Optional<String> option = JobOptions.named(kind, written);
            if (option.isEmpty()) {
                List<String> known = JobOptions.all(kind).stream()
                        .map(JobOptions::dashed)
                        .sorted()
                        .toList();
                mistakes.add(Configuration.mistake(
                        property,
                        value,
                        "is no option of a job of kind " + kind.text(),
                        Configuration.didYouMean(written, known) + "There are: " + String.join(", ", known)));
            } else if (options.putIfAbsent(option.get(), value) != null) {
                mistakes.add(Configuration.mistake(
                        property, value, "is set twice, in another way of writing", "Leave one of them out"));
            }
        });
        return options;
    }

    private @Nullable String required(String property, Optional<String> value, String what) {
        if (value.isEmpty()) {
            mistakes.add(prefix + property + " is missing. Set it to " + what);
        }
        return value.orElse(null);
    }
}
