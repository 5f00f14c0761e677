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
package io.s3copy.camel.operation;

import io.s3copy.camel.client.ClientChoice;
import io.s3copy.camel.progress.CopyMeters;
import io.s3copy.camel.progress.EventMeters;
import io.s3copy.flow.KeyGate;
import org.apache.camel.CamelContext;

/** What the endpoints of a component share. Safe for use by several threads; nothing of it blocks but what says so. */
public final class Shared {

    private final RequestWindows windows = new RequestWindows();
    private final UploadJournals journals;
    private final LifecycleAdvice lifecycleAdvice = new LifecycleAdvice();
    private final CopyMeters copyMeters = new CopyMeters();
    private final EventMeters eventMeters = new EventMeters();
    private final StoppingContext stopping = new StoppingContext();
    private final KeyGate keyGate = new KeyGate();
    private final ClientChoice clientChoice = new ClientChoice();
    private final Services services = new Services();

    /**
     * Nothing is shared so far.
     *
     * @param owner whose threads they are, for Camel's management of threads
     */
    public Shared(Object owner) {
        this.journals = new UploadJournals(owner);
    }

    /** Begins to listen to the life of a context. */
    public void init(CamelContext camel) {
        camel.addLifecycleStrategy(stopping);
    }

    /** Ends the threads; what is in memory stays, for a component that starts again. */
    public void stop(CamelContext camel) {
        journals.close(camel);
    }

    /** Listens no more. */
    public void shutdown(CamelContext camel) {
        camel.getLifecycleStrategies().remove(stopping);
    }

    /** What is told of the endpoints' clients. */
    public ClientChoice clientChoice() {
        return clientChoice;
    }

    /** What is known of the services that the endpoints copy at. */
    public Services services() {
        return services;
    }

    /** The windows of requests, one for each client and bucket. */
    public RequestWindows windows() {
        return windows;
    }

    /** The journals of uploads. */
    UploadJournals journals() {
        return journals;
    }

    /** What is told about the buckets' rules for incomplete uploads. */
    LifecycleAdvice lifecycleAdvice() {
        return lifecycleAdvice;
    }

    /** Lets events of all endpoints look at a destination key one after the other. */
    KeyGate keyGate() {
        return keyGate;
    }

    /** Tells when the context begins to stop. */
    StoppingContext stopping() {
        return stopping;
    }

    CopyMeters copyMeters() {
        return copyMeters;
    }

    EventMeters eventMeters() {
        return eventMeters;
    }
}
