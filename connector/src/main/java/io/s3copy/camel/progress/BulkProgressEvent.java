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
package io.s3copy.camel.progress;

import io.s3copy.bulk.run.BulkProgress;
import org.apache.camel.Endpoint;

/** How a run on many objects stands, as Camel's event notifiers hear it: each second, and once it has ended. */
public final class BulkProgressEvent extends EndpointEvent {

    private final BulkProgress progress;
    private final boolean last;

    BulkProgressEvent(Endpoint endpoint, BulkProgress progress, boolean last) {
        super(endpoint);
        this.progress = progress;
        this.last = last;
    }

    /** How the run stands. */
    public BulkProgress progress() {
        return progress;
    }

    /** Whether the run has ended. */
    public boolean isLast() {
        return last;
    }

    @Override
    public String toString() {
        return "s3copy " + progress;
    }
}
