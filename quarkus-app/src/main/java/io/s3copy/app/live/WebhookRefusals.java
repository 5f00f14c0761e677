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
package io.s3copy.app.live;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts the requests to a webhook that were not taken, and tells of them at most once a minute: whoever guesses fills no log. */
final class WebhookRefusals {

    private static final long SILENCE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int BAD = 400;

    private final LongSupplier nanoTime;
    private final Consumer<String> log;
    private final Map<Integer, Long> untold = new TreeMap<>();
    private @Nullable Long told;

    WebhookRefusals(LongSupplier nanoTime, Consumer<String> log) {
        this.nanoTime = nanoTime;
        this.log = log;
    }

    /** Takes an answer. */
    synchronized void answered(int status) {
        if (status < BAD) {
            return;
        }
        untold.merge(status, 1L, Long::sum);
        long now = nanoTime.getAsLong();
        if (told == null || now - told >= SILENCE_NANOS) {
            told = now;
            StringBuilder counts = new StringBuilder();
            untold.forEach((code, requests) -> counts.append(counts.isEmpty() ? "" : ", ")
                    .append(requests)
                    .append(" with ")
                    .append(code));
            untold.clear();
            log.accept("requests to its webhook were not taken: " + counts);
        }
    }
}
