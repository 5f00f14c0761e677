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

import io.s3copy.app.cli.Patterns.Filter;
import io.s3copy.app.config.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which of many objects, how fast, and what is written down. */
final class ManyOptions {

    @ArgGroup(exclusive = true, multiplicity = "0..*")
    private List<FilterArgument> filters = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "PLACE",
            description = "Folder of a report: a local one, or s3://bucket/prefix/.")
    @Nullable
    String report;

    @Option(
            names = "--checkpoint",
            paramLabel = "PLACE",
            description =
                    "Keep what is done there, and go on from what was done: s3://bucket/prefix/, or a local folder.")
    @Nullable
    String checkpoint;

    @Option(names = "--resume", description = "Go on where the same command was stopped, from the local checkpoint.")
    boolean resume;

    @Option(
            names = "--wait",
            description = "Wait until somebody mends a fault that every object meets, rather than fail.")
    boolean patient;

    @Option(names = "--raw", description = "Take * and ? in keys as they are.")
    boolean raw;

    @Option(names = "--requests-per-second", paramLabel = "N", description = "Requests a second at most, about.")
    private @Nullable String requestsPerSecond;

    @Option(
            names = "--max-failures",
            paramLabel = "N",
            description = "End after so many failed objects, or a share: 5%%.")
    private @Nullable String maxFailures;

    /** One filter. The order of all is that of the command line. */
    static final class FilterArgument {
        @Option(names = "--include", paramLabel = "PATTERN", description = "Only keys of such a pattern.")
        private @Nullable String include;

        @Option(names = "--exclude", paramLabel = "PATTERN", description = "No keys of such a pattern.")
        private @Nullable String exclude;
    }

    /**
     * Refuses what only many objects have.
     *
     * @throws SettingsException if something of that was given
     */
    void refuseOfOne() {
        String given = !filters.isEmpty()
                ? "--include and --exclude"
                : report != null ? "--report" : checkpoint != null ? "--checkpoint" : resume ? "--resume" : null;
        if (given != null) {
            throw new SettingsException(
                    given + ": is of many objects, and the source names one. Add --recursive, or leave it out");
        }
    }

    /** Adds the filters of a scope, and the limits, by the component's names. */
    void addTo(Map<String, String> options, Scope scope) {
        List<Filter> written = filters.stream()
                .map(one -> new Filter(one.include, one.exclude))
                .toList();
        Patterns.options(scope.strip(), scope.pattern(), written).forEach((name, value) -> {
            if (!value.isEmpty()) {
                options.put(name, value);
            }
        });
        ComponentOptions.put(options, "requestsPerSecond", requestsPerSecond);
        ComponentOptions.put(options, "maxFailures", maxFailures);
    }
}
