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
package io.s3copy.app.page;

import java.util.List;

/**
 * A counter on the page of a job.
 *
 * @param counts what it shows: an outcome, or listed
 * @param label above it
 * @param tone how it looks once it is not zero: plain, good, warn or bad
 */
public record Tile(String counts, String label, String tone) {

    private static final Tile LISTED = new Tile("listed", "Listed", "plain");
    private static final Tile COPIED = new Tile("copied", "Copied", "good");
    private static final Tile SKIPPED = new Tile("skipped", "Skipped", "plain");
    private static final Tile DELETED = new Tile("deleted", "Deleted", "plain");
    private static final Tile FAILED = new Tile("failed", "Failed", "bad");

    /** The counters of a kind of job, in the order in which objects meet them. */
    static List<Tile> of(String kind) {
        return switch (kind) {
            case "check" ->
                List.of(
                        LISTED,
                        new Tile("same", "Same", "good"),
                        new Tile("differs", "Different", "warn"),
                        new Tile("missing", "Missing", "warn"),
                        new Tile("extra", "Extra", "warn"),
                        new Tile("unprovable", "Unprovable", "warn"),
                        FAILED);
            case "cleanup" ->
                List.of(
                        new Tile("aborted", "Aborted", "good"),
                        new Tile("kept", "Left alone", "plain"),
                        new Tile("undecided", "Undecided", "warn"),
                        FAILED);
            case "sync" -> List.of(LISTED, new Tile("same", "Same", "good"), COPIED, SKIPPED, DELETED, FAILED);
            case "replicate" -> List.of(COPIED, SKIPPED, DELETED, FAILED);
            default -> List.of(LISTED, COPIED, SKIPPED, FAILED);
        };
    }
}
