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
package io.s3copy.bulk.run;

import io.s3copy.parameter.InvalidParameterException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of a day in which a run works.
 *
 * @param from the first moment
 * @param to the first moment that is none any more; before {@code from} where the window spans midnight
 * @param zone whose hours they are
 */
public record TimeWindow(LocalTime from, LocalTime to, ZoneId zone) {

    /**
     * Reads {@code 22:00-06:00}, or {@code 22:00-06:00 Europe/Berlin}; without a zone it is that of the machine.
     *
     * @throws InvalidParameterException if it is none
     */
    public static TimeWindow parse(String option, String text) {
        String[] parts = text.strip().split("\\s+", 2);
        String[] times = parts[0].split("-", 2);
        try {
            if (times.length == 2) {
                ZoneId zone = parts.length == 2 ? ZoneId.of(parts[1]) : ZoneId.systemDefault();
                TimeWindow window = new TimeWindow(LocalTime.parse(times[0]), LocalTime.parse(times[1]), zone);
                if (!window.from().equals(window.to())) {
                    return window;
                }
            }
        } catch (DateTimeException e) {
            // said below, in the words of the option
        }
        throw new InvalidParameterException(
                option, text, "is no window of time", "Write for example 22:00-06:00, or 22:00-06:00 Europe/Berlin");
    }

    /** How long it is until work may go on; zero where it may. */
    Duration untilOpen(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        LocalTime time = here.toLocalTime();
        boolean open = from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
        if (open) {
            return Duration.ZERO;
        }
        ZonedDateTime opens = here.with(from);
        return Duration.between(here, opens.isAfter(here) ? opens : opens.plusDays(1));
    }
}
