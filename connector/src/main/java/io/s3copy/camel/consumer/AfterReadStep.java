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
package io.s3copy.camel.consumer;

import io.s3copy.engine.s3.ListedObject;
import java.util.concurrent.CompletableFuture;

/** What becomes of an object whose exchange ended well. */
@FunctionalInterface
public interface AfterReadStep {

    /** Nothing. */
    AfterReadStep NONE = object -> CompletableFuture.completedFuture(null);

    /**
     * Does it, if the object still is the one that was listed; otherwise it is left, and sent again.
     *
     * @return done when it is done; fails when S3 does not do it
     */
    CompletableFuture<Void> take(ListedObject object);
}
