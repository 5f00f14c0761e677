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

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.engine.CopyResult;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is printed of one object, and of all: for people in the words of aws cli, for programs as the fields of a JSON object. */
final class Lines {

    private static final String DRY_RUN = "(dryrun) ";

    private final String verb;
    private final boolean dryRun;

    /**
     * Lines of a command.
     *
     * @param verb what it does with an object: copy, move
     */
    Lines(String verb, boolean dryRun) {
        this.verb = verb;
        this.dryRun = dryRun;
    }

    /** Of a copy that was made, or would be. */
    String of(CopyResult result, String from) {
        return (dryRun ? DRY_RUN : "") + verb + ": " + from + " to " + S3Uri.text(result.bucket(), result.key());
    }

    Map<String, Object> fields(CopyResult result, String from) {
        boolean skipped = result.way() == CopyResult.Way.SKIPPED;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", skipped ? "skipped" : "copied");
        fields.put("source", from);
        fields.put("destination", S3Uri.text(result.bucket(), result.key()));
        put(fields, "code", result.skipped());
        put(fields, "bytes", result.bytes());
        put(fields, "eTag", result.eTag());
        put(fields, "versionId", result.versionId());
        put(fields, "notes", CopyNotes.hasWarning(result) ? CopyNotes.text(result) : null);
        fields.put("sourceDeleted", result.sourceDeleted().name());
        fields.put("parts", result.parts());
        fields.put("requests", result.requests());
        fields.put("millis", result.duration().toMillis());
        fields.put("dryRun", dryRun);
        return fields;
    }

    /** Of an object of many. */
    String of(BulkOutcome outcome) {
        String from = from(outcome);
        String to = to(outcome);
        return switch (outcome.what()) {
            case COPIED -> (dryRun ? DRY_RUN : "") + verb + ": " + from + " to " + to;
            case DELETED -> (dryRun ? DRY_RUN : "") + "delete: " + from;
            case FAILED -> verb + " failed: " + from + " to " + to + " " + reason(outcome);
            case DIFFERS -> "differs: " + from + " " + to + " " + reason(outcome);
            case MISSING -> "missing: " + to + " (copy of " + from + ")";
            case EXTRA -> "extra: " + from;
            case UNPROVABLE -> "unprovable: " + from + " " + to + " " + reason(outcome);
            case SKIPPED -> "skipped: " + from + " " + reason(outcome);
            case SAME -> "same: " + from + " " + to;
        };
    }

    private static String from(BulkOutcome outcome) {
        return S3Uri.text(outcome.bucket(), outcome.key());
    }

    private static String to(BulkOutcome outcome) {
        return S3Uri.text(outcome.destinationBucket(), outcome.destinationKey());
    }

    private static String reason(BulkOutcome outcome) {
        String code = outcome.code() == null ? "" : outcome.code();
        return (outcome.status() == 0 ? "" : outcome.status() + " ")
                + code
                + (code.isEmpty() || outcome.message().isEmpty() ? "" : ": ")
                + outcome.message();
    }

    Map<String, Object> fields(BulkOutcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", outcome.what().name().toLowerCase(Locale.ROOT));
        boolean oneSided = outcome.what() == What.DELETED || outcome.what() == What.EXTRA;
        if (!oneSided) {
            fields.put("source", from(outcome));
        }
        if (oneSided) {
            fields.put("destination", from(outcome));
        } else if (!outcome.destinationKey().isEmpty()) {
            fields.put("destination", to(outcome));
        }
        put(fields, "versionId", outcome.versionId());
        put(fields, "code", outcome.code());
        put(fields, "status", outcome.status() == 0 ? null : outcome.status());
        put(fields, "message", outcome.message().isEmpty() ? null : outcome.message());
        put(fields, "bytes", outcome.bytes() < 0 ? null : outcome.bytes());
        fields.put("dryRun", dryRun);
        return fields;
    }

    /** Of a copy that somebody should know something of. */
    Map<String, Object> warning(String from, String notes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "warning");
        fields.put("source", from);
        fields.put("message", notes);
        return fields;
    }

    /** What all came to. */
    static Map<String, Object> summary(String command, BulkResult result, CliExit exit) {
        Map<String, Object> outcomes = new LinkedHashMap<>();
        result.counts()
                .by()
                .forEach((what, count) -> outcomes.put(what.name().toLowerCase(Locale.ROOT), count.objects()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "summary");
        fields.put("command", command);
        fields.put("outcomes", outcomes);
        fields.put("bytes", result.counts().bytes(What.COPIED));
        fields.put("requests", result.requests().requests());
        fields.put("millis", result.duration().toMillis());
        fields.put("finished", result.finished());
        fields.put("dryRun", result.dryRun());
        put(fields, "report", result.report() == null ? null : result.report().toString());
        fields.put("exitCode", exit.code());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
