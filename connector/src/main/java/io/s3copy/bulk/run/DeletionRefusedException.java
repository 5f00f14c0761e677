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
package io.s3copy.bulk.run;

import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.sync.DeleteGuard.Decision;
import io.s3copy.engine.failure.Classified;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.parameter.S3CopyException;
import org.jspecify.annotations.Nullable;

/** A sync that copied all there was to copy, and deleted nothing: what it was to delete is more than it may. */
public final class DeletionRefusedException extends S3CopyException implements Classified {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable BulkResult result;

    DeletionRefusedException(@Nullable BulkResult result, Decision decision, Surplus counts) {
        super(
                "nothing was deleted: " + counts.extras() + " of " + counts.destinations()
                        + " objects are at the destination only, and " + why(decision, counts),
                null);
        this.result = result;
    }

    private static String why(Decision decision, Surplus counts) {
        return switch (decision) {
            case SOURCE_EMPTY ->
                counts.listed() == 0
                        ? "the source is empty, which is likelier a mistake than a wish. Empty the destination by other means"
                        : "the filters leave out all " + counts.listed()
                                + " objects of the source, which is likelier a mistake than a wish. Mend the filters, or"
                                + " empty the destination by other means";
            case LIMIT_REACHED ->
                "maxDelete allows fewer. Look with dryRun=true, and set maxDelete to " + counts.extras() + " or more";
            default -> "it was not asked for";
        };
    }

    /** What was copied; null where it was copied by an earlier attempt. */
    public @Nullable BulkResult result() {
        return result;
    }

    @Override
    public ErrorClass errorClass() {
        return ErrorClass.SYSTEMIC;
    }
}
