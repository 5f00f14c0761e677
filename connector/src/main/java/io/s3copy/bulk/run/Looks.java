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

import io.s3copy.bulk.check.ToldAttributes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectHead;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what was listed.
 *
 * @param source at the source
 * @param destination at the destination
 */
public record Looks(Side source, Side destination) {

    /** Looks at one side. Never blocks and never throws. */
    public interface Side {

        /** What HEAD tells. */
        CompletableFuture<ObjectHead> head(ListedObject object);

        /** The same of what may be gone; null only where S3 says in its own words that it is not there. */
        default CompletableFuture<@Nullable ObjectHead> headIfThere(ListedObject object) {
            return head(object)
                    .<@Nullable ObjectHead>thenApply(head -> head)
                    .exceptionallyCompose(failure -> S3CallException.isMissing(failure)
                            ? CompletableFuture.completedFuture(null)
                            : CompletableFuture.failedFuture(failure));
        }

        /** The tags. */
        CompletableFuture<Map<String, String>> tags(ListedObject object);

        /** What GetObjectAttributes tells, or why it tells nothing. */
        CompletableFuture<ToldAttributes> attributes(ListedObject object);

        /** Whether HEAD is known to tell the checksums that there are. */
        boolean headsTellChecksums();
    }
}
