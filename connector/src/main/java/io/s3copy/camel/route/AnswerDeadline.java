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

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.camel.Exchange;

/**
 * The time by which a request is answered. All its steps share it.
 *
 * @param at by {@code nanoTime}
 */
record AnswerDeadline(LongSupplier nanoTime, long at) {

    private static final String PROPERTY = "s3copy-answer-by";

    /** The time of a request begins. */
    static void begin(Exchange exchange, LongSupplier nanoTime, Duration within) {
        exchange.setProperty(PROPERTY, new AnswerDeadline(nanoTime, nanoTime.getAsLong() + within.toNanos()));
    }

    /** How much is left of a request's time: zero when it is over, {@code all} when it has not begun. */
    static Duration left(Exchange exchange, Duration all) {
        AnswerDeadline deadline = exchange.getProperty(PROPERTY, AnswerDeadline.class);
        return deadline == null ? all : deadline.left();
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, at - nanoTime.getAsLong()));
    }
}
