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
import java.util.concurrent.CompletableFuture;

/**
 * A check of two sides whose listings cannot be merged: first all of the source is looked for at the destination, then all of
 * the destination at the source. Thread-safe.
 */
public final class CheckRun extends PassRun {

    private final RunSetup setup;
    private final RunRequests requests;
    private final WorkSource<?> extras;

    /**
     * A check.
     *
     * @param setup what the pass over the source works with
     * @param extras the pass over the destination
     */
    public CheckRun(RunSetup setup, RunRequests requests, WorkSource<?> extras) {
        super(new BulkRun(setup, requests));
        this.setup = setup;
        this.requests = requests;
        this.extras = extras;
    }

    @Override
    public CompletableFuture<BulkResult> start() {
        BulkRun first = current();
        return first.start().thenCompose(done -> {
            RunSetup second =
                    setup.pass("extras", setup.checkpoint() + "-extras", extras).after(first.left());
            return next(new BulkRun(second, requests)).start();
        });
    }
}
