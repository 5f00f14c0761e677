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
package io.s3copy.camel.operation;

import io.s3copy.camel.BodyAs;
import io.s3copy.camel.EventMode;
import io.s3copy.camel.OnSystemic;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.InvalidParameterException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Refuses options about events that nothing would read. */
public final class IgnoredEventOptions {

    private static final S3CopyConfiguration UNSAID = new S3CopyConfiguration();

    private static final Reader EVENTS = new Reader("bodyAs=events", one -> one.getBodyAs() == BodyAs.events);
    private static final Reader HISTORY =
            new Reader("eventMode=history", one -> one.getEventMode() == EventMode.history);
    private static final Reader PAUSE = new Reader("onSystemic=pause", one -> one.getOnSystemic() == OnSystemic.pause);

    /** All of them. Where bodyAs is not events, that is what is told. */
    static final List<Option> OPTIONS = List.of(
            new Option("eventFormat", S3CopyConfiguration::getEventFormat, EVENTS),
            new Option("eventKeys", S3CopyConfiguration::getEventKeys, EVENTS),
            new Option("eventTypes", S3CopyConfiguration::getEventTypes, EVENTS),
            new Option("eventPrefix", S3CopyConfiguration::getEventPrefix, EVENTS),
            new Option("eventSuffix", S3CopyConfiguration::getEventSuffix, EVENTS),
            new Option("eventInclude", S3CopyConfiguration::getEventInclude, EVENTS),
            new Option("eventExclude", S3CopyConfiguration::getEventExclude, EVENTS),
            new Option("eventMinSize", S3CopyConfiguration::getEventMinSize, EVENTS),
            new Option("eventMaxSize", S3CopyConfiguration::getEventMaxSize, EVENTS),
            new Option("eventMode", S3CopyConfiguration::getEventMode, EVENTS),
            new Option("propagateDeletes", S3CopyConfiguration::getPropagateDeletes, EVENTS),
            new Option("allowLoops", S3CopyConfiguration::isAllowLoops, EVENTS),
            new Option("ignoredPrincipals", S3CopyConfiguration::getIgnoredPrincipals, EVENTS),
            new Option("onSystemic", S3CopyConfiguration::getOnSystemic, EVENTS),
            new Option("pauseTimeout", S3CopyConfiguration::getPauseTimeout, PAUSE),
            new Option("idempotentRepository", S3CopyConfiguration::getIdempotentRepository, HISTORY),
            new Option("stateRepository", S3CopyConfiguration::getStateRepository, HISTORY),
            new Option("eventExpiry", S3CopyConfiguration::getEventExpiry, HISTORY));

    private IgnoredEventOptions() {}

    /** What reads an option. */
    private record Reader(String setting, Predicate<S3CopyConfiguration> reads) {}

    /** An option about events. */
    record Option(String name, Function<S3CopyConfiguration, Object> value, Reader reader) {

        /** A default of the component is for those endpoints that read it. */
        private boolean isSaid(S3CopyConfiguration configuration, S3CopyConfiguration defaults) {
            Object said = value.apply(configuration);
            return !Objects.equals(said, value.apply(UNSAID)) && !Objects.equals(said, value.apply(defaults));
        }
    }

    /**
     * Refuses what an endpoint says and does not read.
     *
     * @param defaults of the component
     * @throws InvalidParameterException when it says so
     */
    public static void refuse(S3CopyConfiguration configuration, S3CopyConfiguration defaults) {
        for (Option option : OPTIONS) {
            Reader reader = EVENTS.reads.test(configuration) ? option.reader : EVENTS;
            if (option.isSaid(configuration, defaults) && !reader.reads.test(configuration)) {
                throw new InvalidParameterException(
                        "option " + option.name,
                        option.value.apply(configuration),
                        "is ignored without " + reader.setting,
                        "Add " + reader.setting + ", or leave it out");
            }
        }
    }
}
