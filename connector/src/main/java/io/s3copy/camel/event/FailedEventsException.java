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

import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.parameter.S3CopyException;
import io.s3copy.text.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some events of a notification failed. The cause is the worst of their failures, so that a route that handles failures of
 * copies by their type handles this one, too. The body is unchanged. A redelivery applies only what failed.
 */
public final class FailedEventsException extends S3CopyException {

    private static final long serialVersionUID = 1L;

    /** From the class that a route dead-letters to the class that stops it. */
    private static final List<ErrorClass> WORSE =
            List.of(ErrorClass.OBJECT, ErrorClass.TRANSIENT, ErrorClass.UNKNOWN, ErrorClass.SYSTEMIC);

    /** How many failures the message names besides the worst. */
    private static final int TOLD = 9;

    private final transient EventResults results;
    private final ErrorClass errorClass;

    FailedEventsException(EventResults results) {
        this(results, worst(results));
    }

    private FailedEventsException(EventResults results, Throwable worst) {
        super(
                Printable.of(results.failed().size() + " of " + results.all().size() + " events failed ("
                        + ErrorClass.of(worst) + "): " + worst.getMessage() + others(results, worst)),
                worst);
        this.results = results;
        this.errorClass = ErrorClass.of(worst);
    }

    private static Throwable worst(EventResults results) {
        return results.failed().stream()
                .map(EventResult::failure)
                .max(Comparator.comparing(failure -> WORSE.indexOf(ErrorClass.of(failure))))
                .orElseThrow();
    }

    /** The log has one line for an exchange, so it must name all failures. Events may share a failure. */
    private static String others(EventResults results, Throwable worst) {
        List<Throwable> others = results.failed().stream()
                .map(EventResult::failure)
                .filter(failure -> failure != worst)
                .distinct()
                .toList();
        String told =
                others.stream().limit(TOLD).map(one -> "; " + one.getMessage()).collect(Collectors.joining());
        return others.size() > TOLD ? told + "; and " + (others.size() - TOLD) + " more" : told;
    }

    /** What came of each event. */
    public EventResults results() {
        return results;
    }

    /** What did not fail. */
    public List<EventResult> succeeded() {
        return results.succeeded();
    }

    /** What failed. */
    public List<EventResult> failed() {
        return results.failed();
    }

    /** Whose fault the worst failure is. */
    public ErrorClass errorClass() {
        return errorClass;
    }
}
