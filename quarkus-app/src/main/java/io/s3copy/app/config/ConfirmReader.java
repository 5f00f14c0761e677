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

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads before what the runs of a job wait for a yes. */
final class ConfirmReader {

    private static final String ABOVE = "confirm-above";
    private static final String DELETES = "confirm-deletes";

    private final String prefix;
    private final ServiceSettings.Job job;
    private final List<String> mistakes;

    ConfirmReader(String prefix, ServiceSettings.Job job, List<String> mistakes) {
        this.prefix = prefix;
        this.job = job;
        this.mistakes = mistakes;
    }

    /** What was written; nothing where nothing waits. */
    Optional<ConfirmSpec> read(JobKind kind, Map<String, String> options) {
        boolean deletes = Switches.read(prefix + DELETES, job.confirmDeletes(), mistakes);
        if (job.confirmAbove().isEmpty() && !deletes) {
            return Optional.empty();
        }
        if (kind != JobKind.COPY && kind != JobKind.SYNC) {
            mistakes.add(prefix + (deletes ? DELETES : ABOVE) + " is not read by a job of kind " + kind.text()
                    + ", which "
                    + switch (kind) {
                        case CHECK -> "changes nothing";
                        case CLEANUP -> "touches no object";
                        default -> "runs until its cut-over";
                    }
                    + ". Leave it out");
        } else if ("true".equalsIgnoreCase(options.get("dryRun"))) {
            mistakes.add(prefix + (deletes ? DELETES : ABOVE)
                    + " is set, and so is dry-run=true, with which nothing is written. Leave one of them out");
        } else if (deletes && !"true".equalsIgnoreCase(options.get("delete"))) {
            mistakes.add(prefix + DELETES
                    + "=true: the job deletes nothing without options.delete=true. Set that, or leave" + " it out");
        }
        Long above = job.confirmAbove().map(this::number).orElse(null);
        return Optional.of(new ConfirmSpec(above, deletes));
    }

    private Long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        mistakes.add(Configuration.mistake(
                prefix + ABOVE,
                text,
                "must be a whole number of objects, 0 or more",
                "Write for example 100000; with 0, each run that copies anything waits for a yes"));
        return 0L;
    }
}
