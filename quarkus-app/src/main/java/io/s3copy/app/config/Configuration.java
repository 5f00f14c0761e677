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

import io.s3copy.parameter.Nearest;
import io.s3copy.text.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the service is to do, checked: stores, jobs, and the folder of its data.
 *
 * @param data an absolute path
 * @param keepRuns how many runs of each job are kept, with their reports
 * @param maxRuns how many runs work at a time, without those of replications; the largest int if there is no limit
 * @param access who may see the page and call the API
 * @param routes routes of the user's own; null if there are none
 * @param database where runs are kept; null for an H2 file in that folder
 */
public record Configuration(
        Map<String, JobSpec> jobs,
        Path data,
        int keepRuns,
        int maxRuns,
        Access access,
        @Nullable DatabaseSpec database,
        @Nullable RoutesSpec routes) {

    private static final int MOST_KEPT = 100_000;
    private static final int MOST_AT_ONCE = 1_000;

    /** Names stand in URLs, in the names of folders and in properties. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /**
     * Checks what was written.
     *
     * @throws SettingsException with one mistake for each thing that is wrong
     */
    public static Configuration of(ServiceSettings settings, Listening listening) {
        List<String> mistakes = new ArrayList<>();
        Map<String, StoreSpec> stores = new TreeMap<>();
        settings.stores().forEach((name, store) -> {
            if (isNamed("s3copy.stores.", name, mistakes)) {
                new StoreReader(name, store, mistakes).read().ifPresent(spec -> stores.put(name, spec));
            }
        });
        Map<String, JobSpec> jobs = new TreeMap<>();
        settings.jobs().forEach((name, job) -> {
            if (isNamed("s3copy.jobs.", name, mistakes)) {
                new JobReader(name, job, stores, settings.stores().keySet(), mistakes)
                        .read()
                        .ifPresent(spec -> {
                            jobs.put(name, spec);
                            spec.parts().forEach(part -> jobs.put(part.name(), part));
                        });
            }
        });
        refuseRivals(jobs, mistakes);
        if (settings.jobs().isEmpty() && settings.routes().isEmpty()) {
            mistakes.add("s3copy.jobs is empty, and the service has nothing to do. Write a job, for example"
                    + " s3copy.jobs.photos.kind=copy with its source, destination and store, or name a folder of your own"
                    + " routes in s3copy.routes");
        }
        RoutesSpec routes = settings.routes()
                .map(folder -> routes(folder, stores, mistakes))
                .orElse(null);
        Path data = folder("s3copy.data", settings.data(), "/var/lib/s3copy", mistakes);
        int keepRuns = WholeNumbers.read(
                "s3copy.keep-runs", settings.keepRuns(), 1, MOST_KEPT, "100, which is the default", mistakes);
        int maxRuns = settings.maxRuns()
                .map(text -> WholeNumbers.read(
                        "s3copy.max-runs", text, 1, MOST_AT_ONCE, "4, or leave it out for no limit", mistakes))
                .orElse(Integer.MAX_VALUE);
        DatabaseSpec database = new DatabaseReader(settings.database(), mistakes).read();
        Access access = new AccessReader(settings, listening, mistakes).read();
        if (!mistakes.isEmpty() || data == null) {
            throw new SettingsException(mistakes);
        }
        return new Configuration(Map.copyOf(jobs), data, keepRuns, maxRuns, access, database, routes);
    }

    /** The component lets one run at a time work on the same places. */
    private static void refuseRivals(Map<String, JobSpec> jobs, List<String> mistakes) {
        Map<String, String> first = new TreeMap<>();
        jobs.values().forEach(job -> {
            String name = job.partOf() == null ? job.name() : job.partOf();
            String other = first.putIfAbsent(job.store().name() + " " + job.where(), name);
            // a replication sees to it that its own parts do not meet
            if (other != null && !other.equals(name)) {
                mistakes.add("s3copy.jobs." + name + " does the same at the same places as s3copy.jobs." + other
                        + ", and their runs would refuse each other. Make one job of them, with the patterns of both, or give"
                        + " them other prefixes");
            }
        });
    }

    /** The path becomes part of a JDBC URL or of a list, where a semicolon begins an option, and a comma the next one. */
    private static @Nullable Path folder(String property, String text, String example, List<String> mistakes) {
        if (text.isBlank()
                || text.contains(";")
                || text.contains(",")
                || !(text.startsWith("./") || Path.of(text).isAbsolute())) {
            mistakes.add(mistake(
                    property,
                    text,
                    "must be a folder: an absolute path, or one that begins with ./, without a semicolon and a comma",
                    "Write for example " + example));
            return null;
        }
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static @Nullable RoutesSpec routes(String text, Map<String, StoreSpec> stores, List<String> mistakes) {
        Path folder = folder("s3copy.routes", text, "/etc/s3copy/routes", mistakes);
        if (folder == null) {
            return null;
        } else if (!Files.isDirectory(folder)) {
            mistakes.add(mistake("s3copy.routes", text, "is no folder", "Make it, or leave the property out"));
            return null;
        }
        return new RoutesSpec(folder, List.copyOf(stores.values()));
    }

    static boolean isNamed(String group, String name, List<String> mistakes) {
        if (NAME.matcher(name).matches()) {
            return true;
        }
        mistakes.add("the name '" + Printable.of(name) + "' in " + group + Printable.of(name)
                + " must be small letters, digits and hyphens, 63 at most. Write for example " + group
                + (group.contains("users") ? "anna" : "photos"));
        return false;
    }

    /** The text of a mistake: property, value, rule, fix. */
    static String mistake(String property, String value, String rule, String fix) {
        return property + "=" + Printable.of(value) + ": " + rule + ". " + fix;
    }

    /** What is near to a wrong word, as the end of a sentence; nothing where nothing is. */
    static String didYouMean(String wrong, Iterable<String> known) {
        List<String> words = new ArrayList<>();
        known.forEach(words::add);
        Optional<String> nearest = Nearest.to(wrong, words);
        return nearest.map(word -> "Did you mean " + word + "? ").orElse("");
    }
}
