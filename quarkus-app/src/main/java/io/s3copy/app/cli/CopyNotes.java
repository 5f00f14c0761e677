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

import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyResult.SourceDeleted;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What somebody should know of a copy that was made. */
public final class CopyNotes {

    /** Nothing is left of the source, or nothing was to be done about it. */
    private static final Set<SourceDeleted> SETTLED =
            EnumSet.of(SourceDeleted.NO, SourceDeleted.MARKER, SourceDeleted.DELETED);

    private CopyNotes() {}

    /** Whether the copy lacks what its source has, or the source of a move still stands. */
    public static boolean hasWarning(CopyResult result) {
        return !lost(result).isEmpty() || isSourceKept(result);
    }

    /** Whether the source of a move still stands. */
    static boolean isSourceKept(CopyResult result) {
        return !SETTLED.contains(result.sourceDeleted());
    }

    /** What the copy lacks. What it may lack, as any copy in parts may, is no news of each. */
    public static List<String> lost(CopyResult result) {
        return result.notCarried().stream()
                .filter(what -> !what.equals(CopyResult.ANNOTATIONS_PERHAPS))
                .toList();
    }

    /** Both, in words. */
    static String text(CopyResult result) {
        String lost = lost(result).isEmpty() ? "" : "not carried: " + String.join(", ", lost(result));
        String kept = isSourceKept(result) ? "source kept: " + why(result.sourceDeleted()) : "";
        return lost + (lost.isEmpty() || kept.isEmpty() ? "" : "; ") + kept;
    }

    private static String why(SourceDeleted what) {
        return switch (what) {
            case CHANGED -> "it has changed since (CHANGED)";
            case UNPROVEN -> "nothing proves that the copy has its content (UNPROVEN)";
            case INCOMPLETE ->
                "the copy lacks something; -o deleteSourceIncomplete=true moves all the same (INCOMPLETE)";
            case UNCHECKED ->
                "the service is not known to delete on a condition; -o deleteSource=version in a bucket with versions, or"
                        + " -o deleteSourceUnchecked=true, moves all the same (UNCHECKED)";
            default -> what.toString();
        };
    }
}
