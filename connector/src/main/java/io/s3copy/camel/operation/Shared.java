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

import io.s3copy.bulk.checkpoint.CheckpointStore;
import io.s3copy.bulk.checkpoint.MemoryCheckpoints;
import io.s3copy.camel.client.ClientChoice;
import io.s3copy.flow.KeyGate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/** What the endpoints of a component share. Thread-safe. No method blocks, unless it says so. */
public final class Shared {

    private final RequestWindows windows = new RequestWindows();
    private final UploadJournals journals;
    private final LifecycleAdvice lifecycleAdvice = new LifecycleAdvice();
    private final StoppingContext stopping = new StoppingContext();
    private final StoppingRoutes stoppingRoutes = new StoppingRoutes();
    private final KeyGate keyGate = new KeyGate();
    private final ClientChoice clientChoice = new ClientChoice();
    private final Services services = new Services();
    private final CheckpointStore checkpoints = new MemoryCheckpoints();
    private final Set<String> runningJobs = ConcurrentHashMap.newKeySet();

    /**
     * The shared objects of a component.
     *
     * @param owner the owner of threads, for Camel's management of them
     */
    public Shared(Object owner) {
        this.journals = new UploadJournals(owner);
    }

    /** Starts to listen to the lifecycle of a context. */
    public void init(CamelContext camel) {
        camel.addLifecycleStrategy(stopping);
    }

    /** Ends the threads. In-memory entries stay, for a component that starts again. */
    public void stop(CamelContext camel) {
        journals.close(camel);
    }

    /** Stops listening. */
    public void shutdown(CamelContext camel) {
        camel.getLifecycleStrategies().remove(stopping);
    }

    /** Chooses and logs the clients of endpoints. */
    public ClientChoice clientChoice() {
        return clientChoice;
    }

    /** The checkpoints of runs that have no other place. */
    CheckpointStore checkpoints() {
        return checkpoints;
    }

    /** The jobs on many objects that run now, by the names of their checkpoints. */
    Set<String> runningJobs() {
        return runningJobs;
    }

    /** What is known of each S3 service. */
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

    /** Warns of buckets without a rule for incomplete uploads. */
    LifecycleAdvice lifecycleAdvice() {
        return lifecycleAdvice;
    }

    /** Runs one look at a destination key at a time, for the events of all endpoints. */
    KeyGate keyGate() {
        return keyGate;
    }

    /** Calls back when the context begins to stop. */
    StoppingContext stopping() {
        return stopping;
    }

    /** Calls back when a route begins to stop. */
    StoppingRoutes stoppingRoutes() {
        return stoppingRoutes;
    }
}
