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
package io.s3copy.bulk.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkCounts.Count;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.listing.KeyRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A checkpoint as one line of JSON, in ASCII: keys have any characters, and a store may write any charset. */
public final class CheckpointJson {

    /** The version of what this release writes. A later one is refused; the one before is read. */
    public static final int SCHEMA = 2;

    private static final int OLDEST = SCHEMA - 1;

    private static final String FOLDER = "folder";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            // what a release adds without changing what is there
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private CheckpointJson() {}

    /** As it is stored: texts and numbers only. */
    private record Kept(
            int schema,
            Map<String, String> job,
            String run,
            int attempt,
            String folder,
            int parts,
            int indexes,
            String indexDigest,
            List<ReportPart> reports,
            List<Stretch<String>> ranges,
            List<Stretch<Long>> lines,
            Map<What, Counted> counts,
            Asked requests,
            List<String> boundaries,
            String started,
            String updated,
            boolean finished) {}

    private record Counted(long objects, long bytes, Map<String, Long> codes) {}

    private record Asked(Map<String, Long> byCall, long retries, long throttles) {}

    private record Stretch<P>(@Nullable P after, @Nullable P upTo) {}

    /** Writes a checkpoint. */
    public static String write(Checkpoint checkpoint) {
        Map<What, Counted> counts = new LinkedHashMap<>();
        checkpoint
                .counts()
                .by()
                .forEach((what, count) -> counts.put(what, new Counted(count.objects(), count.bytes(), count.codes())));
        BulkRequests requests = checkpoint.requests();
        ReportParts report = checkpoint.report();
        Kept kept = new Kept(
                SCHEMA,
                checkpoint.job().options(),
                checkpoint.run(),
                checkpoint.attempt(),
                report.folder(),
                report.parts(),
                report.indexes(),
                report.digest(),
                report.open(),
                checkpoint.ranges().stream()
                        .map(range -> new Stretch<>(range.after(), range.upTo()))
                        .toList(),
                checkpoint.lines().stream()
                        .map(span -> new Stretch<>(span.after(), span.upTo()))
                        .toList(),
                counts,
                new Asked(requests.byCall(), requests.retries(), requests.throttles()),
                checkpoint.boundaries(),
                checkpoint.started().toString(),
                checkpoint.updated().toString(),
                checkpoint.finished());
        try {
            return JSON.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers can be written", e);
        }
    }

    /**
     * Reads a checkpoint.
     *
     * @throws CheckpointFormatException if it is none, or of a release that this one does not read
     */
    public static Checkpoint read(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            int schema = tree.path("schema").asInt(0);
            if (schema > SCHEMA) {
                throw new CheckpointFormatException(
                        "The checkpoint has schema " + schema + ", and this release reads up to " + SCHEMA
                                + ". Go on with the release that wrote it",
                        null);
            } else if (schema < OLDEST) {
                throw new CheckpointFormatException("This is no checkpoint, or one that is too old", null);
            }
            if (schema == OLDEST && tree instanceof ObjectNode object) {
                upgrade(object);
            }
            return checkpoint(JSON.treeToValue(tree, Kept.class));
        } catch (JsonProcessingException | RuntimeException e) {
            if (e instanceof CheckpointFormatException known) {
                throw known;
            }
            throw new CheckpointFormatException("The checkpoint cannot be read", e);
        }
    }

    /** The schema before named all files of its report itself, and builds before it knew no folders. */
    private static void upgrade(ObjectNode before) {
        before.put("indexes", 0);
        before.put("indexDigest", "");
        if (!before.has(FOLDER)) {
            // its report lies where the reports of all runs do
            before.put(FOLDER, "");
        }
    }

    private static Checkpoint checkpoint(Kept kept) throws DateTimeException {
        Map<What, Count> counts = new LinkedHashMap<>();
        kept.counts()
                .forEach((what, count) -> counts.put(what, new Count(count.objects(), count.bytes(), count.codes())));
        Asked asked = kept.requests();
        return new Checkpoint(
                new JobIdentity(kept.job()),
                kept.run(),
                kept.attempt(),
                new ReportParts(kept.folder(), kept.parts(), kept.indexes(), kept.indexDigest(), kept.reports()),
                kept.ranges().stream()
                        .map(range -> new KeyRange(range.after(), range.upTo()))
                        .toList(),
                kept.lines().stream()
                        .map(span -> new Span<>(span.after(), span.upTo()))
                        .toList(),
                new BulkCounts(counts),
                new BulkRequests(asked.byCall(), asked.retries(), asked.throttles()),
                kept.boundaries(),
                Instant.parse(kept.started()),
                Instant.parse(kept.updated()),
                kept.finished());
    }
}
