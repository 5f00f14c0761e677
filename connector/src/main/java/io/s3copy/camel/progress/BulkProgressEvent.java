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
import org.apache.camel.spi.CamelEvent;

/** How a run on many objects stands, as Camel's event notifiers hear it: each second, and once it has ended. */
public final class BulkProgressEvent implements CamelEvent {

    private final Endpoint endpoint;
    private final BulkProgress progress;
    private final boolean last;
    private long timestamp;

    BulkProgressEvent(Endpoint endpoint, BulkProgress progress, boolean last) {
        this.endpoint = endpoint;
        this.progress = progress;
        this.last = last;
    }

    @Override
    public Type getType() {
        return Type.Custom;
    }

    /** The endpoint of the run. */
    @Override
    public Endpoint getSource() {
        return endpoint;
    }

    /** How the run stands. */
    public BulkProgress progress() {
        return progress;
    }

    /** Whether the run has ended. */
    public boolean isLast() {
        return last;
    }

    /** Milliseconds since 1970, where Camel's event factory has timestamps enabled; else 0. */
    @Override
    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }

    @Override
    public String toString() {
        return "s3copy " + progress;
    }
}
