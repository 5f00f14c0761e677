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

import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.app.cli.Permissions.At;
import io.s3copy.app.cli.Permissions.Job;
import io.s3copy.app.config.SettingsException;
import io.s3copy.camel.S3Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a job must be allowed. Asks nothing. */
@Command(name = "policy", description = "Print the least IAM policy of a command with these options. Nothing is asked.")
final class PolicyCommand implements Callable<Integer> {

    private static final List<String> COMMANDS = List.of("cp", "mv", "sync", "check", "cleanup", "replicate");
    private static final String REPLICATE = "replicate";
    private static final String ANY_KEY = "*";

    @Parameters(arity = "1..2", paramLabel = "SRC DST", description = "As of the command; for cleanup DST alone.")
    private List<S3Uri> places = new ArrayList<>();

    @Option(
            names = "--for",
            paramLabel = "COMMAND",
            defaultValue = "cp",
            description = "cp (default), mv, sync, check, cleanup, or replicate for such a job of the service.")
    private String command = "cp";

    @Option(names = "--recursive", description = "All objects under SRC.")
    private boolean recursive;

    @Option(names = "--delete", description = "Of sync.")
    private boolean delete;

    @Option(names = "--notify", description = "Of a job of kind replicate: events.notify=true.")
    private boolean notify;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Region, for the partitions of China and GovCloud.")
    private @Nullable String region;

    @Option(
            names = "--source-kms-key",
            paramLabel = "ARN",
            description = "KMS key that sources are encrypted with. Default: none is.")
    private @Nullable String sourceKey;

    @Option(
            names = "--key-policy",
            paramLabel = "PRINCIPAL",
            description =
                    "Print the statements for the policies of the KMS keys instead, for this ARN of a role or user.")
    private @Nullable String principal;

    @Mixin
    private CopyOptions copies = new CopyOptions();

    @Mixin
    private ManyOptions many = new ManyOptions();

    @Mixin
    private ComponentOptions componentOptions = new ComponentOptions();

    private final CliContext context;

    PolicyCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (!COMMANDS.contains(command)) {
            throw new SettingsException(
                    "--for=" + command + ": must be one of " + String.join(", ", COMMANDS) + ". Write one of them");
        } else if (places.size() != (command.equals("cleanup") ? 1 : 2)) {
            throw new SettingsException("--for=" + command + " has "
                    + (command.equals("cleanup") ? "DST alone. Write one place" : "SRC and DST. Write both"));
        }
        if (notify && !command.equals(REPLICATE)) {
            throw new SettingsException(
                    "--notify: is not read with --for=" + command + ". Write --for=replicate, or leave it out");
        }
        Scope scope = scope();
        Job job = new Job(command, scope.many(), options(scope));
        PolicyDocument document = new PolicyDocument(
                PolicyDocument.partition(region), scope.many(), Permissions.of(job), where(scope, job), keys(job));
        context.out()
                .println(new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(principal == null ? document.identity() : document.ofKeys(principal)));
        return CliExit.DONE.code();
    }

    private Scope scope() {
        S3Uri last = places.get(places.size() - 1);
        boolean ofMany = command.equals("sync") || command.equals("check") || command.equals(REPLICATE);
        return command.equals("cleanup")
                ? new Scope(true, last.place(), "", null, last.place())
                : Scope.of(places.get(0), last, recursive || ofMany, many.raw);
    }

    private Map<String, String> options(Scope scope) {
        Map<String, String> options = new TreeMap<>();
        copies.addTo(options);
        many.addTo(options, scope);
        if (delete) {
            options.put("delete", "true");
        }
        if (notify) {
            options.put("notify", "true");
        }
        componentOptions.addTo(options);
        if (command.equals("mv")) {
            options.putIfAbsent("deleteSource", "marker");
        }
        putPlace(options, "report", many.report);
        putPlace(options, "checkpoint", many.checkpoint);
        return options;
    }

    /** What is local needs no permission. */
    private static void putPlace(Map<String, String> options, String name, @Nullable String place) {
        if (place != null && S3Place.isOne(place)) {
            options.put(name, place);
        }
    }

    private static Map<At, S3Place> where(Scope scope, Job job) {
        Map<At, S3Place> where = new TreeMap<>();
        where.put(At.SOURCE, scope.source());
        where.put(At.BUCKETS_SOURCE, scope.source());
        where.put(At.NOTIFICATIONS, scope.source());
        where.put(At.DESTINATION, scope.destination());
        where.put(At.BUCKETS_DESTINATION, scope.destination());
        place(where, At.REPORT, job, "report");
        place(where, At.CHECKPOINT, job, "checkpoint");
        place(where, At.CHECKPOINT_BUCKET, job, "checkpoint");
        place(where, At.DELETE_TO, job, "deleteTo");
        return where;
    }

    private static void place(Map<At, S3Place> where, At at, Job job, String option) {
        String place = job.options().get(option);
        if (place != null) {
            where.put(at, S3Place.parse(option, place).folder());
        }
    }

    private Map<At, String> keys(Job job) {
        Map<At, String> keys = new TreeMap<>();
        if (sourceKey != null) {
            keys.put(At.KEY_OF_SOURCE, sourceKey);
        }
        String key = job.options().get("ssekmsKeyId");
        // an alias or an id is no resource of a policy
        keys.put(At.KEY_OF_COPY, key != null && key.startsWith("arn:") && key.contains(":key/") ? key : ANY_KEY);
        return keys;
    }
}
