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

import io.s3copy.app.cli.ServiceOptions.Where;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.camel.S3Place;
import io.s3copy.engine.cleanup.CleanupReport;
import io.s3copy.engine.cleanup.CleanupReport.Found;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Aborts uploads that nobody goes on with. */
@Command(name = "cleanup", description = "Abort old incomplete uploads, whose parts go on costing.")
final class CleanupCommand extends S3Command {

    @Parameters(index = "0", paramLabel = "DST", description = "s3://bucket/, or s3://bucket/prefix/")
    private @Nullable S3Uri destination;

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            description = "How old they are at least: 12h, 7d. Default: 7d.")
    private @Nullable String olderThan;

    @Option(names = "--initiator", paramLabel = "WHO", description = "own (default): those of our credentials; or any.")
    private @Nullable String initiator;

    @Option(
            names = {"--dryrun", "--dry-run"},
            description = "Abort nothing, and say what would be aborted.")
    private boolean dryRun;

    CleanupCommand(CliContext context) {
        super(context);
    }

    @Override
    CliExit run(Output output) throws Exception {
        S3Place place = Objects.requireNonNull(destination).place();
        Map<String, String> options = new TreeMap<>();
        ComponentOptions.put(options, "olderThan", olderThan);
        ComponentOptions.put(options, "initiator", initiator);
        Where where = where();
        try (Session session = Session.open(context().config())) {
            S3CopyEndpoint endpoint = session.endpoint(where.store(), place.bucket(), options(options));
            S3CopyConfiguration own = endpoint.getConfiguration();
            own.setOperation(S3CopyOperation.cleanup);
            own.setPrefix(place.key().isEmpty() ? null : place.key());
            own.setDryRun(dryRun);
            CleanupReport report = Session.run(endpoint, CleanupReport.class);
            report.uploads().forEach(upload -> tell(upload, place.bucket(), output));
            boolean undecided =
                    report.uploads().stream().anyMatch(upload -> upload.what() == CleanupReport.What.UNDECIDED);
            CliExit exit = report.failed() > 0 ? CliExit.FAILED : undecided ? CliExit.WARNINGS : CliExit.DONE;
            output.summary(
                    report.aborted() + " uploads aborted, " + report.kept() + " left alone, " + report.failed()
                            + " failed",
                    summary(report, exit));
            return exit;
        }
    }

    private void tell(Found upload, String bucket, Output output) {
        String place = S3Uri.text(bucket, upload.key());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "upload");
        fields.put("destination", place);
        fields.put("uploadId", upload.uploadId());
        fields.put("outcome", upload.what().name().toLowerCase(Locale.ROOT));
        fields.put("message", upload.why());
        String line = switch (upload.what()) {
                    case ABORTED -> "abort: ";
                    case WOULD_BE_ABORTED -> "(dryrun) abort: ";
                    case FAILED -> "abort failed: ";
                    case UNDECIDED -> "undecided: ";
                    default -> "kept: ";
                }
                + place + " upload " + upload.uploadId() + " " + upload.why();
        if (upload.what() == CleanupReport.What.FAILED || upload.what() == CleanupReport.What.UNDECIDED) {
            output.wrong(line, fields);
        } else {
            output.done(line, fields);
        }
    }

    private static Map<String, Object> summary(CleanupReport report, CliExit exit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "summary");
        fields.put("command", "cleanup");
        fields.put("aborted", report.aborted());
        fields.put("kept", report.kept());
        fields.put("failed", report.failed());
        fields.put("dryRun", report.dryRun());
        fields.put("exitCode", exit.code());
        return fields;
    }
}
