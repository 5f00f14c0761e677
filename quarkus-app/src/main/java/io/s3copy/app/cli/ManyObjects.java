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
import io.s3copy.app.config.SettingsException;
import io.s3copy.app.job.StoreComponents;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.BulkRunException;
import io.s3copy.bulk.run.DeletionRefusedException;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.camel.S3Place;
import io.s3copy.engine.CopyResult;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does something with all objects under a prefix, and says what it came to. */
final class ManyObjects {

    private final CliContext context;
    private final Output output;
    private final String command;
    private final S3CopyOperation operation;
    private final ManyOptions many;

    ManyObjects(CliContext context, Output output, String command, S3CopyOperation operation, ManyOptions many) {
        this.context = context;
        this.output = output;
        this.command = command;
        this.operation = operation;
        this.many = many;
    }

    /**
     * Does it.
     *
     * @param verb what is done with one object, in the words of aws cli
     */
    CliExit run(String verb, Scope scope, Where where, Map<String, String> options, boolean dryRun) throws Exception {
        boolean local = !dryRun && (many.checkpoint == null || !S3Place.isOne(many.checkpoint));
        if (many.resume && !local) {
            throw new SettingsException("--resume: "
                    + (dryRun
                            ? "a dry run begins anew. Leave one of them out"
                            : "a checkpoint in S3 is gone on with anyway. Leave it out"));
        }
        // closed last: Camel writes its file until then
        try (@Nullable LocalCheckpoint checkpoint = local ? checkpoint(scope, where) : null;
                Session session = Session.open(context.config())) {
            S3CopyEndpoint endpoint =
                    session.endpoint(where.store(), scope.destination().bucket(), options);
            S3CopyConfiguration own = endpoint.getConfiguration();
            StoreComponents.place(own, operation, scope.source(), scope.destination(), where.sourceRegion());
            own.setStripPrefix(scope.strip().isEmpty() ? null : scope.strip());
            own.setDryRun(dryRun);
            own.setReport(report());
            if (checkpoint != null) {
                own.setCheckpointRepository(checkpoint.repository());
            } else if (!dryRun) {
                own.setCheckpoint(many.checkpoint);
            }
            return watched(session, endpoint, new Lines(verb, dryRun), checkpoint);
        }
    }

    private CliExit watched(Session session, S3CopyEndpoint endpoint, Lines lines, @Nullable LocalCheckpoint checkpoint)
            throws Exception {
        RunWatch watch = new RunWatch(output, lines, many.patient ? () -> {} : () -> stop(endpoint));
        watch.start();
        session.camel().getManagementStrategy().addEventNotifier(watch);
        if (operation.copies()) {
            endpoint.getConfiguration().setCopyListener(watch);
        }
        try (Interruption interruption = new Interruption(endpoint::stop)) {
            try {
                BulkResult result = Session.run(endpoint, BulkResult.class);
                if (checkpoint != null) {
                    checkpoint.forget();
                }
                CliExit exit = exit(result, watch.warnings());
                output.summary(result.toString(), Lines.summary(command, result, exit));
                return exit;
            } catch (DeletionRefusedException e) {
                output.say("s3copy: " + command + " failed: " + e.getMessage());
                output.say(
                        "--max-delete is what may be deleted: a number, or a share of the objects at the destination ("
                                + SyncCommand.MAX_DELETE
                                + " unless you set it). Look with --dryrun what would be deleted");
                return CliExit.FAILED;
            } catch (BulkRunException e) {
                return stopped(e, watch, interruption, checkpoint);
            }
        }
    }

    private static void stop(S3CopyEndpoint endpoint) {
        // what tells it is a thread of the run itself
        Thread stop = new Thread(endpoint::stop, "s3copy-held");
        stop.setDaemon(true);
        stop.start();
    }

    private LocalCheckpoint checkpoint(Scope scope, Where where) {
        Path home = many.checkpoint == null ? LocalCheckpoint.home() : Path.of(many.checkpoint);
        String what = String.join(
                "\n",
                command,
                where.store().service(),
                S3Uri.text(scope.source()),
                scope.strip(),
                String.valueOf(scope.pattern()),
                S3Uri.text(scope.destination()));
        boolean resume = many.resume || many.checkpoint != null;
        LocalCheckpoint opened = LocalCheckpoint.open(home, what, resume);
        if (many.resume && !opened.isThere()) {
            output.say("Nothing to resume: " + opened.folder() + " has no checkpoint. The run begins at its start");
        }
        return opened;
    }

    private @Nullable String report() {
        String place = many.report;
        return place == null || S3Place.isOne(place)
                ? place
                : "file:" + Path.of(place).toAbsolutePath().normalize();
    }

    /** What a run that came to its end means. */
    private CliExit exit(BulkResult result, long warnings) {
        if (result.counts().objects(What.FAILED) > 0
                || result.counts().objects(What.DIFFERS) > 0
                || result.counts().objects(What.MISSING) > 0
                || result.counts().objects(What.EXTRA) > 0) {
            return CliExit.FAILED;
        } else if (result.objects() == 0) {
            output.say("Nothing was found. Look whether the source is what keys begin with, letter for letter");
            return CliExit.WARNINGS;
        }
        long archived = result.counts().of(What.SKIPPED).codes().entrySet().stream()
                .filter(code -> code.getKey().startsWith(CopyResult.ARCHIVED))
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (archived > 0) {
            output.say(
                    archived + " archived objects were left out, or wait for their restoration: run the command again"
                            + " once S3 has restored them");
        }
        boolean doubtful = warnings > 0 || archived > 0 || result.counts().objects(What.UNPROVABLE) > 0;
        return doubtful ? CliExit.WARNINGS : CliExit.DONE;
    }

    private CliExit stopped(
            BulkRunException failure, RunWatch watch, Interruption interruption, @Nullable LocalCheckpoint checkpoint) {
        if (watch.wasHeld() && !many.patient && !interruption.isAsked()) {
            output.say(
                    "Stopped: every object met the same fault. Mend it and run the command again; with --wait, the run"
                            + " waits until somebody has");
        } else {
            Throwable cause = failure.getCause();
            output.say(
                    interruption.isAsked() || cause == null
                            ? "Stopped before its end"
                            : "s3copy: " + command + " failed: " + cause.getMessage());
        }
        BulkResult result = failure.result();
        if (result != null && result.resumable() && checkpoint != null) {
            output.say("What is done is written down in " + checkpoint.folder()
                    + (many.checkpoint == null
                            ? ". --resume goes on from there"
                            : ". The same command goes on from there"));
        } else if (result != null && result.resumable() && many.checkpoint != null) {
            output.say("What is done is written down in " + many.checkpoint + ". The same command goes on from there");
        }
        if (result != null) {
            // where the checkpoint is was said
            String line = result.toString().replaceFirst("; checkpoint .*", "");
            output.summary(line, Lines.summary(command, result, CliExit.FAILED));
        }
        return CliExit.FAILED;
    }
}
