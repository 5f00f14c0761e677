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
package io.s3copy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.S3CallException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The source of a managed copy, as it was put, to hold the component to its word by, on any server: whatever it says to be
 * proven, carried or deleted is so, and no content is ever lost.
 *
 * @param metadata what the user says of it
 * @param tags empty where the server has none
 */
record Original(
        Bench bench,
        String bucket,
        String key,
        String content,
        Map<String, String> metadata,
        Map<String, String> tags) {

    private static final Set<SourceDeleted> GONE = Set.of(SourceDeleted.DELETED, SourceDeleted.MARKER);

    static Original put(Bench bench, String bucket, String key, String content) {
        bench.put(bucket, key, content, put -> {});
        return new Original(bench, bucket, key, content, Map.of(), Map.of());
    }

    static Original put(Bench bench, String content) {
        return put(bench, bench.source(), bench.newKey(), content);
    }

    /** One with metadata, and with tags where the server has tags. */
    static Original described(TestedServer server, String content) {
        Bench bench = server.bench();
        String key = bench.newKey();
        Map<String, String> metadata = Map.of("colour", "red", "shape", "round");
        bench.put(bench.source(), key, content, put -> put.metadata(metadata).contentType("text/csv"));
        Map<String, String> tags = server.answer(Capability.TAGS).yes() ? Map.of("colour", "red") : Map.of();
        if (!tags.isEmpty()) {
            TagProbes.tag(bench, key);
        }
        return new Original(bench, bench.source(), key, content, metadata, tags);
    }

    /** Holds a copy to its word, whatever came of it. */
    void holds(Call.Outcome outcome, String destination) {
        if (outcome.failure() != null) {
            assertThat(outcome.failure()).isInstanceOfAny(S3CallException.class, CopyFailedException.class);
            stands();
            return;
        }
        CopyResult result = outcome.result();
        if (result.isCopied() && result.verified() != Verified.NONE) {
            assertThat(isCopiedTo(destination))
                    .as("verified=%s", result.verified())
                    .isTrue();
        }
        if (GONE.contains(result.sourceDeleted())) {
            assertThat(bench.keys(bucket, key))
                    .as("sourceDeleted=%s", result.sourceDeleted())
                    .doesNotContain(key);
            assertThat(isCopiedTo(destination))
                    .as("what became of a source that is deleted")
                    .isTrue();
            carried(result, destination);
        } else {
            stands();
        }
    }

    void stands() {
        assertThat(bench.content(bucket, key).equals(content))
                .as("the source stands")
                .isTrue();
    }

    boolean isCopiedTo(String destination) {
        return bench.content(bench.destination(), destination).equals(content);
    }

    /** All that the source has is at the copy, or is said not to be. */
    void carried(CopyResult result, String destination) {
        Map<String, String> copied =
                bench.head(bench.destination(), destination).metadata();
        metadata.forEach((name, value) -> {
            if (!names(result.notCarried(), "Metadata " + name)) {
                assertThat(copied).as("metadata of the copy").containsEntry(name, value);
            }
        });
        boolean untagged = names(result.notCarried(), "Tagging") || names(result.unproven(), "Tagging");
        if (!tags.isEmpty() && !untagged) {
            assertThat(TagProbes.tags(bench, bench.destination(), destination)).isEqualTo(tags);
        }
    }

    /** Whether a list of what is lacking, or not proven, speaks of something. */
    static boolean names(List<String> said, String what) {
        return said.stream().anyMatch(one -> one.startsWith(what));
    }
}
