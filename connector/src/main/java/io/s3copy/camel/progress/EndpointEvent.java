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

import org.apache.camel.Endpoint;
import org.apache.camel.spi.CamelEvent;

/** What an endpoint tells Camel's event notifiers. */
public abstract class EndpointEvent implements CamelEvent {

    private final Endpoint endpoint;
    private long timestamp;

    EndpointEvent(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Type getType() {
        return Type.Custom;
    }

    /** The endpoint that tells. */
    @Override
    public Endpoint getSource() {
        return endpoint;
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
}
