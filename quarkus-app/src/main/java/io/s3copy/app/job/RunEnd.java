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
package io.s3copy.app.job;

import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.store.RunState;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.BulkRunException;
import io.s3copy.bulk.run.DeletionRefusedException;
import io.s3copy.engine.CopyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run ended as.
 *
 * @param message why; empty where there is nothing to say
 * @param result how far it came; null if nobody knows
 */
public record RunEnd(
        RunState state, String message, @Nullable BulkResult result) {

    private static final String DRY_RUN = "Dry run: nothing was written. The counts are what would be copied";

    /** It came to its end. */
    public static RunEnd of(JobSpec job, BulkResult result) {
        if (result.objects() == 0) {
            return new RunEnd(
                    RunState.WARNINGS,
                    "Nothing was found at " + JobSpec.text(job.source())
                            + (job.options().isEmpty() ? "" : " that the job's filters let through")
                            + ". Look whether the prefix is what keys begin with, letter for letter",
                    result);
        }
        List<String> parts = new ArrayList<>();
        if (result.dryRun()) {
            parts.add(DRY_RUN);
        }
        if (!result.isClean()) {
            parts.add(leftToDo(job, result));
        }
        parts.addAll(archived(result));
        boolean good = result.isClean() && archived(result).isEmpty();
        return new RunEnd(good ? RunState.DONE : RunState.WARNINGS, String.join(". ", parts), result);
    }

    /** Objects that a copy left out, as their sources lie in an archive. They are no failures, and they are not copied. */
    private static List<String> archived(BulkResult result) {
        long waiting = 0;
        long left = 0;
        for (Map.Entry<String, Long> skipped :
                result.counts().of(What.SKIPPED).codes().entrySet()) {
            if (skipped.getKey().equals(CopyResult.ARCHIVED)) {
                left += skipped.getValue();
            } else if (skipped.getKey().startsWith(CopyResult.ARCHIVED)) {
                waiting += skipped.getValue();
            }
        }
        List<String> parts = new ArrayList<>();
        if (waiting > 0) {
            parts.add((result.dryRun() ? waiting + " would wait" : waiting == 1 ? "1 waits" : waiting + " wait")
                    + " for restoration: run the job again once S3 has restored "
                    + (waiting == 1 ? "it" : "them"));
        }
        if (left > 0) {
            parts.add((left == 1 ? "1 is archived, and was" : left + " are archived, and were")
                    + " left out: restore " + (left == 1 ? "it" : "them")
                    + ", or set on-archived=restore, then run the job again");
        }
        return parts;
    }

    private static String leftToDo(JobSpec job, BulkResult result) {
        List<String> parts = new ArrayList<>();
        result.counts().by().forEach((what, count) -> {
            if (what.isLeftToDo() && count.objects() > 0) {
                parts.add(
                        switch (what) {
                            case FAILED -> count.objects() + " failed";
                            case DIFFERS -> count.objects() + " differ";
                            case MISSING -> count.objects() + " missing at the destination";
                            case EXTRA -> count.objects() + " at the destination only";
                            default -> count.objects() + " unprovable";
                        });
            }
        });
        return String.join(", ", parts)
                + (job.kind() == JobKind.CHECK
                        ? ". Copy what is missing or differs, then check again"
                        : ". Mend the cause, then run the job again");
    }

    /**
     * It ended before its end.
     *
     * @param cancelled whether an operator asked for that
     * @param stopping whether the process ends
     */
    public static RunEnd of(Throwable failure, boolean cancelled, boolean stopping) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeletionRefusedException refused) {
                // all was copied
                return new RunEnd(
                        RunState.WARNINGS,
                        "What is missing or differs was copied; " + refused.getMessage(),
                        refused.result());
            }
        }
        BulkRunException run = run(failure);
        BulkResult result = run == null ? null : run.result();
        if (cancelled) {
            return new RunEnd(RunState.CANCELLED, "Cancelled by an operator", result);
        } else if (stopping || (run != null && run.isStopped())) {
            return new RunEnd(RunState.INTERRUPTED, "The process was told to end", result);
        }
        return new RunEnd(RunState.FAILED, reason(failure), result);
    }

    /** It ended while it counted what it would do. Nothing was done. */
    static RunEnd ofPlan(@Nullable Exception failure, boolean cancelled, boolean stopping) {
        if (failure == null || cancelled || stopping) {
            RunState state = cancelled ? RunState.CANCELLED : RunState.INTERRUPTED;
            return new RunEnd(state, cancelled ? "Cancelled by an operator" : "The process was told to end", null);
        }
        return new RunEnd(
                RunState.FAILED,
                "What it would do could not be counted, and nothing was done: " + reason(failure),
                null);
    }

    /** The same, and one thing more to say. */
    RunEnd andThat(String more) {
        return new RunEnd(state, message + ". " + more, result);
    }

    /** The same of a run that was told to pause: an end that came first stands. */
    RunEnd paused() {
        return state == RunState.INTERRUPTED ? new RunEnd(RunState.PAUSED, "", result) : this;
    }

    private static @Nullable BulkRunException run(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BulkRunException run) {
                return run;
            }
        }
        return null;
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
