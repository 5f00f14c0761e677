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
package io.s3copy.camel.event;

import io.s3copy.camel.EventMode;
import io.s3copy.camel.PropagateDeletes;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.event.DecoderOptions;
import io.s3copy.event.DeletePropagation;
import io.s3copy.event.EventDecoder;
import io.s3copy.event.EventFormat;
import io.s3copy.event.EventSelection;
import io.s3copy.event.EventType;
import io.s3copy.event.KeyEncoding;
import io.s3copy.event.LoopGuard;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Sizes;
import io.s3copy.text.Glob;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint does with events.
 *
 * @param decoder reads notifications
 * @param selection says which events are applied
 * @param guard recognises the events of our own copies
 * @param dryRun whether nothing is deleted
 */
public record EventOptions(EventDecoder decoder, EventSelection selection, LoopGuard guard, boolean dryRun) {

    /** Parameters of one object, which events set for each. */
    private static final List<CopyParameter> OF_ONE_OBJECT = List.of(
            CopyParameter.KEY,
            CopyParameter.IF_MATCH,
            CopyParameter.COPY_SOURCE_IF_MATCH,
            CopyParameter.COPY_SOURCE_IF_NONE_MATCH,
            CopyParameter.COPY_SOURCE,
            CopyParameter.COPY_SOURCE_BUCKET,
            CopyParameter.COPY_SOURCE_KEY,
            CopyParameter.COPY_SOURCE_VERSION_ID);

    /**
     * The options of an endpoint.
     *
     * @param said what the endpoint says of each copy
     * @throws InvalidParameterException when an option cannot be read, two contradict each other, or copies would be
     *     events of their own source
     */
    public static EventOptions read(S3CopyConfiguration configuration, CopyRequest said) {
        OF_ONE_OBJECT.stream().filter(said::has).findFirst().ifPresent(row -> {
            throw said.invalid(
                    row,
                    "speaks of one object, where bodyAs=events copies many",
                    "Leave it out. Keys come from keyPrefix, or keyExpression");
        });
        refuseContradictions(configuration);
        Destination destination = new Destination(configuration, said.required(CopyParameter.BUCKET));
        LoopGuard guard = new LoopGuard(
                configuration.isAllowLoops() ? List.of() : destination.places(),
                list(configuration.getIgnoredPrincipals()).toList());
        refuseLoops(configuration, guard);
        return new EventOptions(decoder(configuration), selection(configuration), guard, configuration.isDryRun());
    }

    private static void refuseContradictions(S3CopyConfiguration configuration) {
        PropagateDeletes deletes = configuration.getPropagateDeletes();
        if (deletes != PropagateDeletes.none && configuration.getDeleteSource() != DeleteSource.never) {
            throw new InvalidParameterException(
                    "option propagateDeletes",
                    deletes,
                    "would delete each moved object at its destination, because deleteSource deletes it at its source",
                    "Leave one of them out");
        } else if (deletes == PropagateDeletes.versions && configuration.getEventMode() == EventMode.history) {
            throw new InvalidParameterException(
                    "option propagateDeletes",
                    deletes,
                    "has no meaning with eventMode=history: the versions of the destination have other ids",
                    "Use propagateDeletes=current, or eventMode=state");
        }
    }

    private static void refuseLoops(S3CopyConfiguration configuration, LoopGuard guard) {
        String prefix = Objects.requireNonNullElse(configuration.getEventPrefix(), "");
        list(configuration.getAllowedSourceBuckets())
                .map(bucket -> new LoopGuard.Place(bucket, prefix))
                .forEach(source -> guard.loopWith(source).ifPresent(destination -> {
                    throw new InvalidParameterException(
                            "option allowedSourceBuckets",
                            source,
                            "overlaps " + destination + ", where copies go: each would be an event, and copied again",
                            "Choose eventPrefix and keyPrefix so that they do not overlap, or set allowLoops=true where"
                                    + " eventTypes, eventExclude or ignoredPrincipals leave such events out");
                }));
    }

    private static EventDecoder decoder(S3CopyConfiguration configuration) {
        String format = configuration.getEventFormat();
        String keys = configuration.getEventKeys();
        return new EventDecoder(DecoderOptions.DEFAULT
                .withFormat(read("eventFormat", format, () -> EventFormat.of(format)))
                .withKeys(read("eventKeys", keys, () -> KeyEncoding.of(keys))));
    }

    private static EventSelection selection(S3CopyConfiguration configuration) {
        long min = size("eventMinSize", configuration.getEventMinSize(), 0);
        long max = size("eventMaxSize", configuration.getEventMaxSize(), Long.MAX_VALUE);
        Set<EventType> types = list(configuration.getEventTypes())
                .map(name -> read("eventTypes", name, () -> EventType.named(name)))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        DeletePropagation deletes = DeletePropagation.valueOf(
                configuration.getPropagateDeletes().name().toUpperCase(Locale.ROOT));
        EventSelection.Builder builder = EventSelection.builder()
                .types(types)
                .propagateDeletes(deletes)
                .prefix(Objects.requireNonNullElse(configuration.getEventPrefix(), ""))
                .suffix(Objects.requireNonNullElse(configuration.getEventSuffix(), ""))
                .include(globs("eventInclude", configuration.getEventInclude()))
                .exclude(globs("eventExclude", configuration.getEventExclude()))
                .sizes(min, max);
        return read("eventTypes", configuration.getEventTypes(), () -> {
            if (types.isEmpty()) {
                throw new IllegalArgumentException("names no type of event");
            }
            return builder.build();
        });
    }

    private static List<Glob> globs(String option, @Nullable String patterns) {
        return list(patterns)
                .map(pattern -> read(option, pattern, () -> Glob.of(pattern)))
                .toList();
    }

    private static long size(String option, @Nullable String text, long none) {
        return text == null ? none : Sizes.parse("option " + option, text);
    }

    private static <T> T read(String option, @Nullable String text, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("option " + option, text, String.valueOf(e.getMessage()), "Correct it");
        }
    }

    private static Stream<String> list(@Nullable String text) {
        return text == null
                ? Stream.of()
                : Arrays.stream(text.split(",")).map(String::strip).filter(one -> !one.isEmpty());
    }

    /** Where copies go, as far as that is known before the first. */
    private record Destination(S3CopyConfiguration configuration, String bucket) {

        List<LoopGuard.Place> places() {
            String prefix = prefix();
            return Stream.concat(Stream.of(bucket), list(configuration.getAllowedBuckets()))
                    .map(one -> new LoopGuard.Place(one, prefix))
                    .toList();
        }

        private String prefix() {
            String expression = configuration.getKeyExpression();
            if (expression != null) {
                return expression.split("[$\\\\]", 2)[0];
            }
            String strip = Objects.requireNonNullElse(configuration.getStripPrefix(), "");
            String selected = Objects.requireNonNullElse(configuration.getEventPrefix(), "");
            String kept = selected.startsWith(strip) ? selected.substring(strip.length()) : "";
            return Objects.requireNonNullElse(configuration.getKeyPrefix(), "") + kept;
        }
    }
}
