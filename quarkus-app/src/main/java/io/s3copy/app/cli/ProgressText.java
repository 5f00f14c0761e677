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
package io.s3copy.app.cli;

import io.s3copy.app.job.RunProgress;
import java.time.Duration;
import java.util.Locale;

/** One line that says how far a run is: objects, bytes, rate, and the time that is left. */
final class ProgressText {

    private static final double UNIT = 1024;
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final int WIDTH = 20;
    private static final int ALL = 100;

    private ProgressText() {}

    static String of(RunProgress now) {
        StringBuilder text = new StringBuilder();
        Integer percent = now.percent();
        if (percent != null) {
            text.append(bar(percent)).append(' ');
        }
        text.append(now.phase()).append(": ").append(now.objects()).append(" objects");
        if (now.objects("failed") > 0) {
            text.append(", ").append(now.objects("failed")).append(" failed");
        }
        text.append(", ").append(size(now.bytesCopied()));
        text.append(String.format(
                Locale.ROOT, ", %.0f/s, %s/s", now.objectsPerSecond(), size((long) now.bytesPerSecond())));
        Long left = now.secondsLeft();
        if (now.paused()) {
            text.append(", waiting: every object meets the same fault");
        } else if (left != null) {
            text.append(", ").append(time(left)).append(" left");
        }
        return text.toString();
    }

    /** A share, as a bar and a number. */
    static String bar(int percent) {
        int filled = WIDTH * Math.min(percent, ALL) / ALL;
        return "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + percent + "%";
    }

    /** So many bytes, in a unit that people read. */
    static String size(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= UNIT && unit < UNITS.length - 1) {
            size /= UNIT;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }

    /** So many seconds, as hours, minutes and seconds. */
    static String time(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
