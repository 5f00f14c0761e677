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

import io.quarkus.runtime.configuration.DurationConverter;
import io.s3copy.app.config.ReplicationSpec.From;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a job of kind replicate does beside its copies, and says what is wrong with it. */
final class ReplicationReader {

    private static final List<String> OF_ANY = List.of("event-keys", "event-types", "propagate-deletes", "log-copies");

    private static final Map<From, List<String>> REQUIRED =
            Map.of(From.SQS, List.of("queue", "dead-letter-queue"), From.KAFKA, List.of("topic", "dead-letter-topic"));

    private static final Map<From, List<String>> OPTIONAL = Map.of(
            From.SQS, List.of("consumers", "wait", "visibility", "event-mode"),
            From.WEBHOOK, List.of("max-body", "answer-within", "at-once"),
            From.KAFKA,
                    List.of(
                            "brokers",
                            "group",
                            "consumers",
                            "batch",
                            "parallel",
                            "session-timeout",
                            "max-poll-interval",
                            "event-mode"));

    private static final List<String> OF_QUEUE = List.of("region", "endpoint");

    private static final List<String> FROMS = List.of("sqs", "kafka", "webhook");

    private static final List<String> NAMES =
            List.of("backfill", "reconcile", "lag-horizon", "quiet", "cut-over-within");

    private static final String NIGHTLY = "30 3 * * *";
    private static final String NEVER = "never";
    private static final Duration LAG_HORIZON = Duration.ofMinutes(15);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Duration WITHIN = Duration.ofHours(1);

    /** Names of parts are longer, and names stand in the database. */
    private static final int LONGEST_NAME = 50;

    private final String prefix;
    private final String name;
    private final Map<String, String> events;
    private final Map<String, String> replicate;
    private final List<String> mistakes;
    private final int before;

    /**
     * Reads the groups events and replicate of a job.
     *
     * @param prefix of the job's properties
     * @param name of the job
     */
    ReplicationReader(
            String prefix,
            String name,
            Map<String, String> events,
            Map<String, String> replicate,
            List<String> mistakes) {
        this.prefix = prefix;
        this.name = name;
        this.events = new TreeMap<>(events);
        this.replicate = new TreeMap<>(replicate);
        this.mistakes = mistakes;
        this.before = mistakes.size();
    }

    /** Says that a job of another kind has none of this. */
    void refuse(JobKind kind) {
        events.forEach((name, value) -> notRead("events." + name, value, kind));
        replicate.forEach((name, value) -> notRead("replicate." + name, value, kind));
    }

    private void notRead(String name, String value, JobKind kind) {
        mistakes.add(Configuration.mistake(
                prefix + name,
                value,
                "is not read by a job of kind " + kind.text(),
                "Write " + prefix + "kind=replicate, or leave it out"));
    }

    /** What was read; nothing if something is wrong with it. */
    Optional<ReplicationSpec> read() {
        replicate.forEach((name, value) -> {
            if (!NAMES.contains(name) && !HookReader.NAMES.contains(name)) {
                List<String> all = new ArrayList<>(NAMES);
                all.addAll(HookReader.NAMES);
                unknown("replicate." + name, name, value, all);
            }
        });
        From from = from();
        Map<String, String> properties = from == null ? Map.of() : properties(from);
        Path secretFile = from == From.WEBHOOK ? new WebhookReader(prefix, events, mistakes).read() : null;
        boolean notifies = from != null && new NotifyReader(prefix, events, mistakes).read(from);
        boolean backfill = Switches.read(
                prefix + "replicate.backfill", Optional.of(replicate.getOrDefault("backfill", "true")), mistakes);
        String reconcile = replicate.getOrDefault("reconcile", NIGHTLY);
        if (!reconcile.equals(NEVER)) {
            JobReader.cron(prefix + "replicate.reconcile", reconcile, mistakes);
        }
        if (name.length() > LONGEST_NAME) {
            mistakes.add(prefix + "kind=replicate: the name of such a job has at most " + LONGEST_NAME
                    + " characters. Give it a shorter one");
        }
        Duration lagHorizon = duration("lag-horizon", LAG_HORIZON);
        Duration quiet = duration("quiet", QUIET);
        Duration within = duration("cut-over-within", WITHIN);
        HookSpec hook = new HookReader(prefix, replicate, mistakes).read();
        if (from == null || mistakes.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new ReplicationSpec(
                from,
                properties,
                secretFile,
                notifies,
                events.getOrDefault("notify-arn", ""),
                events.get("region"),
                events.get("endpoint"),
                backfill,
                reconcile.equals(NEVER) ? null : reconcile,
                lagHorizon,
                quiet,
                within,
                hook));
    }

    private @Nullable From from() {
        String text = events.get("from");
        if (text == null) {
            mistakes.add(
                    prefix + "events.from is missing. Set it to sqs, kafka or webhook: where S3's notifications go");
            return null;
        }
        for (From from : From.values()) {
            if (from.name().toLowerCase(Locale.ROOT).equals(text)) {
                return from;
            }
        }
        mistakes.add(Configuration.mistake(
                prefix + "events.from",
                text,
                "must be sqs, kafka or webhook",
                Configuration.didYouMean(text, FROMS) + "Write one of them"));
        return null;
    }

    private Map<String, String> properties(From from) {
        List<String> known = known(from);
        List<String> all = new ArrayList<>(known);
        all.addAll(ofJob(from));
        Map<String, String> properties = new TreeMap<>();
        events.forEach((name, value) -> {
            if (known.contains(name)) {
                properties.put(name, value);
            } else if (!all.contains(name)) {
                unknown("events." + name, name, value, all);
            }
        });
        for (String name : REQUIRED.getOrDefault(from, List.of())) {
            if (!properties.containsKey(name)) {
                mistakes.add(
                        prefix + "events." + name + " is missing, and events.from=" + events.get("from") + " needs it");
            }
        }
        return properties;
    }

    /** What no route reads. */
    private static List<String> ofJob(From from) {
        List<String> names = new ArrayList<>(List.of("from", "notify", "notify-arn"));
        names.addAll(
                switch (from) {
                    case SQS -> OF_QUEUE;
                    case KAFKA -> List.of();
                    case WEBHOOK -> List.of(WebhookReader.FILE);
                });
        return names;
    }

    /** The properties of a route that a job may set; the others it sets itself. */
    static List<String> known(From from) {
        List<String> known = new ArrayList<>(REQUIRED.getOrDefault(from, List.of()));
        known.addAll(OPTIONAL.getOrDefault(from, List.of()));
        known.addAll(OF_ANY);
        return known;
    }

    private void unknown(String property, String name, String value, List<String> known) {
        mistakes.add(Configuration.mistake(
                prefix + property,
                value,
                "is no property of a job of kind replicate",
                Configuration.didYouMean(name, known) + "There are: " + String.join(", ", known)));
    }

    private Duration duration(String name, Duration otherwise) {
        String text = replicate.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            Duration duration = DurationConverter.parseDuration(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        mistakes.add(Configuration.mistake(
                prefix + "replicate." + name, text, "must be a length of time", "Write for example 15m, 90s or 2h"));
        return otherwise;
    }
}
