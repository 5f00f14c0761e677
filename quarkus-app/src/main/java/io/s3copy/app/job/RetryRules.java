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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.job.RefusedException.Reason;
import io.s3copy.app.store.Retry;
import io.s3copy.text.Printable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is tried again of a run that left something to do. */
final class RetryRules {

    /** What a copy mends. */
    private static final Set<String> TAKEN = Set.of("failed", "missing", "differs");

    private static final ObjectMapper JSON = new ObjectMapper();

    private RetryRules() {}

    /** The outcomes that a manifest's reader is to take. */
    static String statuses() {
        return "failed,missing,differs";
    }

    /**
     * Whether a run can be tried again.
     *
     * @param code only what has that code; null for all
     * @throws RefusedException if it cannot
     */
    static void check(RunStatus run, JobSpec job, @Nullable String code) {
        String name = "Run " + run.row().id();
        if (!run.row().state().isEnded()) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    name + " is " + run.row().state().text() + ": only what an ended run left to do is tried again");
        } else if (job.kind() != JobKind.COPY && job.kind() != JobKind.SYNC) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    name + " is of kind " + job.kind().text() + ": only those of kinds copy and sync are tried again");
        } else if (!job.where().equals(run.row().place())) {
            throw new RefusedException(Reason.CONFLICT, LastProcess.changed(job, run.row()));
        } else if (left(run.progress(), code) == 0) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    name + " left nothing to copy" + (code == null ? "" : " with the code " + Printable.of(code)));
        }
    }

    private static long left(RunProgress progress, @Nullable String code) {
        return progress.outcomes().entrySet().stream()
                .filter(outcome -> TAKEN.contains(outcome.getKey()))
                .mapToLong(outcome -> code == null
                        ? outcome.getValue().objects()
                        : outcome.getValue().codes().getOrDefault(code, 0L))
                .sum();
    }

    /**
     * Writes the manifest of what is tried again, unless an attempt before this one did. Names no versions, so that the objects
     * of now are copied, unless the job copies those of a time.
     *
     * @param failed the report of the run that left it to do
     * @throws IOException if the report has nothing of it any more
     */
    static void write(RunReport failed, Retry retry, boolean versions, Path manifest) throws IOException {
        if (Files.exists(manifest)) {
            return;
        }
        Path folder = Objects.requireNonNull(manifest.getParent());
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".retry", ".part");
        AtomicLong written = new AtomicLong();
        try {
            try (BufferedWriter lines = Files.newBufferedWriter(part)) {
                failed.eachLeftToDo(0, row -> {
                    if (isTaken(row, retry)) {
                        lines.write(JSON.writeValueAsString(entry(row, versions)));
                        lines.write('\n');
                        written.incrementAndGet();
                    }
                    return true;
                });
            }
            if (written.get() == 0) {
                throw new IOException("The report of run " + retry.of()
                        + " names nothing that could be tried again: it is gone, or the job's report-scope is none. Begin a"
                        + " new run");
            }
            Files.move(part, manifest, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static boolean isTaken(JsonNode row, Retry retry) {
        return TAKEN.contains(row.path("outcome").asText())
                && (retry.code() == null || retry.code().equals(row.path("code").asText()));
    }

    private static ObjectNode entry(JsonNode row, boolean versions) {
        ObjectNode entry = JSON.createObjectNode();
        for (String member : new String[] {"bucket", "key", "outcome", "size"}) {
            if (row.hasNonNull(member)) {
                entry.set(member, row.get(member));
            }
        }
        if (versions && row.hasNonNull("versionId")) {
            entry.set("versionId", row.get("versionId"));
        }
        return entry;
    }
}
