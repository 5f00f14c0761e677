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
package io.s3copy.app;

import io.s3copy.app.cli.CopyNotes;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.text.Printable;
import java.util.List;

/** The line of an object: what became of it, in the words of its result. */
final class ResultLines {

    private ResultLines() {}

    /** For a copy that was made, would be made, or was skipped. */
    static String of(CopyResult result, SourceObject object, long millis) {
        String way = result.way() == Way.MULTIPART ? "in " + result.parts() + " parts" : "in one call";
        String objects = object.from() + " -> " + Printable.of(result.bucket() + "/" + result.key()) + "  ";
        if (result.way() == Way.SKIPPED) {
            return "skipped  " + objects + Printable.of(String.valueOf(result.skipped()));
        } else if (result.dryRun()) {
            return "would copy  " + objects + bytes(result, object) + " bytes  " + way + notCarried(result);
        }
        return "copied  " + objects + "ETag " + shown(result.eTag()) + "  version " + shown(result.versionId()) + "  "
                + bytes(result, object) + " bytes  " + millis + " ms" + source(result) + notCarried(result)
                + list("not proven", result.unproven());
    }

    /** For a copy that was not made, or of which nobody knows. */
    static String ofFailure(Throwable failure, SourceObject object) {
        String what = ErrorClass.of(failure) == ErrorClass.UNKNOWN ? "UNKNOWN  " : "FAILED  ";
        String reason = String.valueOf(failure.getMessage());
        if (failure instanceof S3CallException s3 && s3.code() != null) {
            reason = s3.status() + " " + s3.code() + ": " + reason;
        }
        return what + object.from() + " -> " + object.to() + "  " + Printable.of(reason);
    }

    /** The size of the object; as it was listed where no call of the copy told it. */
    static long bytes(CopyResult result, SourceObject object) {
        return result.bytes() == null ? object.size() : result.bytes();
    }

    private static String source(CopyResult result) {
        return switch (result.sourceDeleted()) {
            case NO -> "";
            case MARKER -> "  source hidden by a delete marker";
            case DELETED -> "  source deleted";
            case CHANGED -> "  source kept: it has changed since";
            // whatever else keeps it, by the name that the component's page explains
            default -> "  source kept: " + result.sourceDeleted();
        };
    }

    private static String notCarried(CopyResult result) {
        return list("not carried", CopyNotes.lost(result));
    }

    private static String list(String what, List<String> names) {
        return names.isEmpty() ? "" : "  " + what + ": " + Printable.of(String.join(", ", names));
    }

    private static String shown(String value) {
        return value == null ? "-" : Printable.of(value);
    }
}
