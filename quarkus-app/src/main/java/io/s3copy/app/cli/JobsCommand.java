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

import com.fasterxml.jackson.databind.JsonNode;
import io.s3copy.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an operator does with the jobs of a running service. Each is a call of its API. */
@Command(
        name = "jobs",
        synopsisSubcommandLabel = "COMMAND",
        description = "List, start, watch and stop the jobs of a running service.")
final class JobsCommand {

    private static final long MILLIS_BETWEEN_LOOKS = 500;
    private static final Set<String> ENDED = Set.of("done", "warnings", "failed", "cancelled");
    private static final Set<String> RESTING = Set.of("waiting", "paused");
    private static final String WAIT = "Wait for its end, which is the exit code.";

    private final CliContext context;

    JobsCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "list", description = "All jobs, each with its newest run.")
    int list(@Mixin ApiOptions service) throws Exception {
        JsonNode jobs = service.api(context.config()).get(ServiceApi.path("jobs"));
        if (service.json()) {
            print(jobs);
            return CliExit.DONE.code();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("JOB", "KIND", "SOURCE", "DESTINATION", "RUN", "STATE"));
        for (JsonNode job : jobs) {
            JsonNode run = job.path("run");
            rows.add(List.of(
                    job.path("name").asText(),
                    job.path("kind").asText(),
                    job.path("source").asText(),
                    job.path("destination").asText(),
                    run.isObject() ? run.path("id").asText() : "-",
                    run.isObject() ? run.path("state").asText() : "never ran"));
        }
        table(rows);
        return CliExit.DONE.code();
    }

    @Command(name = "show", description = "One job.")
    int show(@Parameters(paramLabel = "JOB") String job, @Mixin ApiOptions service) throws Exception {
        JsonNode found = service.api(context.config()).get(ServiceApi.path("jobs", job));
        if (service.json()) {
            print(found);
            return CliExit.DONE.code();
        }
        say(found.path("name").asText() + ": " + found.path("kind").asText() + " "
                + found.path("source").asText() + " to "
                + found.path("destination").asText() + " at "
                + found.path("service").asText());
        found.path("options")
                .properties()
                .forEach(option ->
                        say("  " + option.getKey() + "=" + option.getValue().asText()));
        if (found.path("cron").isTextual()) {
            say("  cron " + found.path("cron").asText() + ", next "
                    + found.path("next").asText("-"));
        }
        if (found.path("run").isObject()) {
            say("  " + line(found.path("run")));
        }
        return CliExit.DONE.code();
    }

    @Command(name = "runs", description = "Runs of a job, the newest first.")
    int runs(
            @Parameters(paramLabel = "JOB") String job,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "At most so many, 1 to 100. Default: 20.")
                    int limit,
            @Mixin ApiOptions service)
            throws Exception {
        JsonNode runs = service.api(context.config()).get(ServiceApi.path("jobs", job, "runs") + "?limit=" + limit);
        if (service.json()) {
            print(runs);
        } else {
            runs.path("runs").forEach(run -> say(line(run)));
        }
        return CliExit.DONE.code();
    }

    @Command(name = "history", description = "What the kept runs of a job did with one object, the newest first.")
    int history(
            @Parameters(paramLabel = "JOB") String job,
            @Parameters(paramLabel = "KEY", description = "At the source or at the destination.") String key,
            @Mixin ApiOptions service)
            throws Exception {
        JsonNode found = service.api(context.config())
                .get(ServiceApi.path("jobs", job, "history") + "?key="
                        + URLEncoder.encode(key, StandardCharsets.UTF_8));
        if (service.json()) {
            print(found);
            return CliExit.DONE.code();
        }
        for (JsonNode entry : found.path("entries")) {
            JsonNode row = entry.path("row");
            say("run " + entry.path("run").asText() + " of " + entry.path("job").asText() + ", "
                    + entry.path("started").asText() + ": "
                    + Stream.of("outcome", "code", "message")
                            .map(name -> row.path(name).asText(""))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(", ")));
        }
        say(found.path("searched").asInt() + " runs were looked at"
                + (found.path("whole").asBoolean()
                        ? ""
                        : "; their reports name only what needs a look, so one that is not here may have copied it"));
        return CliExit.DONE.code();
    }

    @Command(name = "start", description = "Begin a run; with --wait, also wait for its end.")
    int start(
            @Parameters(paramLabel = "JOB") String job,
            @Option(names = "--wait", description = WAIT) boolean wait,
            @Mixin ApiOptions service)
            throws Exception {
        ServiceApi api = service.api(context.config());
        return begun(api, api.post(ServiceApi.path("jobs", job, "runs")), wait, service);
    }

    @Command(name = "resume", description = "Let a failed or cancelled run go on where it ended.")
    int resume(
            @Parameters(paramLabel = "RUN") long run,
            @Option(names = "--wait", description = WAIT) boolean wait,
            @Mixin ApiOptions service)
            throws Exception {
        ServiceApi api = service.api(context.config());
        return begun(api, api.post(ServiceApi.path("runs", run, "resume")), wait, service);
    }

    @Command(name = "cancel", description = "Let a run come to a stop; it can be resumed.")
    int cancel(@Parameters(paramLabel = "RUN") long run, @Mixin ApiOptions service) throws Exception {
        ServiceApi api = service.api(context.config());
        return begun(api, api.post(ServiceApi.path("runs", run, "cancel")), false, service);
    }

    @Command(name = "confirm", description = "Say yes to what a run would do that waits for it.")
    int confirm(
            @Parameters(paramLabel = "RUN") long run,
            @Option(names = "--wait", description = WAIT) boolean wait,
            @Mixin ApiOptions service)
            throws Exception {
        ServiceApi api = service.api(context.config());
        return begun(api, api.post(ServiceApi.path("runs", run, "confirm")), wait, service);
    }

    @Command(name = "pause", description = "Let a run rest until it is resumed, or until a time.")
    int pause(
            @Parameters(paramLabel = "RUN") long run,
            @Option(
                            names = "--until",
                            paramLabel = "TIME",
                            description = "When it goes on by itself, such as 2026-12-01T06:00:00Z.")
                    @Nullable
                    String until,
            @Mixin ApiOptions service)
            throws Exception {
        ServiceApi api = service.api(context.config());
        return begun(
                api,
                api.post(ServiceApi.path("runs", run, "pause"), Collections.singletonMap("until", until)),
                false,
                service);
    }

    @Command(name = "priority", description = "Change which of the runs that wait for their turn goes first.")
    int priority(
            @Parameters(paramLabel = "RUN") long run,
            @Parameters(paramLabel = "N", description = "0 to 9; the highest goes first.") int priority,
            @Mixin ApiOptions service)
            throws Exception {
        ServiceApi api = service.api(context.config());
        return begun(
                api,
                api.post(ServiceApi.path("runs", run, "priority"), Map.of("value", String.valueOf(priority))),
                false,
                service);
    }

    @Command(name = "limit", description = "Change how fast a run works, until it ends.")
    int limit(
            @Parameters(paramLabel = "RUN") long run,
            @Option(
                            names = "--max-pending",
                            paramLabel = "N",
                            description = "Objects at once, at most what the job says.")
                    @Nullable
                    Integer maxPending,
            @Option(names = "--requests-per-second", paramLabel = "N", description = "0 for no limit.") @Nullable
                    Long requests,
            @Option(names = "--bytes-per-second", paramLabel = "SIZE", description = "Such as 50M; 0 for no limit.")
                    @Nullable
                    String bytes,
            @Mixin ApiOptions service)
            throws Exception {
        ServiceApi api = service.api(context.config());
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put("max-pending", maxPending == null ? null : maxPending.toString());
        limits.put("requests-per-second", requests == null ? null : requests.toString());
        limits.put("bytes-per-second", bytes);
        return begun(api, api.post(ServiceApi.path("runs", run, "limits"), limits), false, service);
    }

    @Command(name = "retry", description = "Begin a run over what failed, is missing or differs in another.")
    int retry(
            @Parameters(paramLabel = "RUN") long run,
            @Option(
                            names = "--code",
                            paramLabel = "CODE",
                            description = "Only what has that code, such as AccessDenied.")
                    @Nullable
                    String code,
            @Option(names = "--wait", description = WAIT) boolean wait,
            @Mixin ApiOptions service)
            throws Exception {
        ServiceApi api = service.api(context.config());
        return begun(
                api,
                api.post(ServiceApi.path("runs", run, "retry"), Collections.singletonMap("code", code)),
                wait,
                service);
    }

    @Command(name = "cut-over", description = "Let a replication come to its proven end.")
    int cutOver(
            @Parameters(paramLabel = "RUN") long run,
            @Option(names = "--wait", description = WAIT) boolean wait,
            @Mixin ApiOptions service)
            throws Exception {
        ServiceApi api = service.api(context.config());
        return begun(api, api.post(ServiceApi.path("runs", run, "cut-over")), wait, service);
    }

    @Command(name = "follow", description = "Let a replication follow events again that was to be cut over.")
    int follow(@Parameters(paramLabel = "RUN") long run, @Mixin ApiOptions service) throws Exception {
        ServiceApi api = service.api(context.config());
        return begun(api, api.post(ServiceApi.path("runs", run, "follow")), false, service);
    }

    @Command(name = "report", description = "The files of a run's report; with --to, download them.")
    int report(
            @Parameters(paramLabel = "RUN") long run,
            @Option(names = "--to", paramLabel = "FOLDER", description = "Download all files there.") @Nullable Path to,
            @Mixin ApiOptions service)
            throws Exception {
        ServiceApi api = service.api(context.config());
        JsonNode files = api.get(ServiceApi.path("runs", run, "report"));
        if (service.json()) {
            print(files);
        }
        for (JsonNode file : files) {
            String name = file.path("name").asText();
            if (!service.json()) {
                say(name + "  " + file.path("bytes").asLong() + " bytes");
            }
            if (to != null) {
                download(api, run, name, to);
            }
        }
        return CliExit.DONE.code();
    }

    private static void download(ServiceApi api, long run, String name, Path to) throws Exception {
        Path file = to.resolve(name).normalize();
        if (!file.startsWith(to.normalize())) {
            throw new IOException("the service named a file outside of " + to + ": " + name);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String path = ServiceApi.path("runs", run, "report") + "/" + ServiceApi.file(name);
        try (InputStream bytes = api.download(path)) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private int begun(ServiceApi api, JsonNode run, boolean wait, ApiOptions service) throws Exception {
        JsonNode now = run;
        // one that waits for a yes, or rests, would wait for whoever waits for it
        while (wait
                && !RESTING.contains(now.path("state").asText())
                && !ENDED.contains(now.path("state").asText())) {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
            now = api.get(ServiceApi.path("runs", run.path("id").asLong()));
        }
        if (service.json()) {
            print(now);
        } else {
            say(line(now));
        }
        return switch (wait ? now.path("state").asText() : "") {
            case "warnings", "waiting", "paused" -> CliExit.WARNINGS.code();
            case "failed", "cancelled" -> CliExit.FAILED.code();
            default -> CliExit.DONE.code();
        };
    }

    private static String line(JsonNode run) {
        String message = run.path("message").asText("");
        return "run " + run.path("id").asText() + " of " + run.path("job").asText() + ": "
                + run.path("state").asText() + ", "
                + run.path("objects").asLong() + " objects, "
                + ProgressText.size(run.path("bytes").asLong()) + " copied, "
                + ProgressText.time(run.path("millis").asLong() / 1000)
                + (message.isEmpty() ? "" : ". " + message);
    }

    private void table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        rows.forEach(row -> {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i));
                line.append(
                        " ".repeat(i == columns - 1 ? 0 : widths[i] - row.get(i).length() + 2));
            }
            say(line.toString());
        });
    }

    private void say(String line) {
        context.out().println(Printable.of(line));
    }

    private void print(JsonNode json) {
        PrintStream out = context.out();
        out.println(json);
    }
}
