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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.client.ServiceName;
import io.s3copy.camel.journal.StateRepositoryJournal;
import io.s3copy.engine.journal.InMemoryJournal;
import io.s3copy.engine.journal.Journaling;
import io.s3copy.engine.journal.UploadJournal;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;

/** The journals of uploads that endpoints share: one in memory, one for each repository. One thread runs all calls. */
final class UploadJournals {

    private final UploadJournal inMemory = new InMemoryJournal();

    @GuardedBy("this")
    private final IdentityHashMap<StateRepository<String, String>, UploadJournal> durable = new IdentityHashMap<>();

    private final String holder = UUID.randomUUID().toString();
    private final Object owner;

    @GuardedBy("this")
    private @Nullable ExecutorService executor;

    UploadJournals(Object owner) {
        this.owner = owner;
    }

    /** How an endpoint remembers its uploads. */
    synchronized Journaling of(OperationSetup setup) throws Exception {
        CamelContext camel = setup.camel();
        if (executor == null) {
            executor = camel.getExecutorServiceManager().newSingleThreadExecutor(owner, "S3CopyJournal");
        }
        S3CopyConfiguration configuration = setup.configuration();
        return new Journaling(
                journal(camel, configuration.getJournal()),
                executor,
                Duration.ofMillis(configuration.getJournalLease()),
                holder,
                ServiceName.of(setup.clients().destinationClient()));
    }

    @GuardedBy("this")
    private UploadJournal journal(CamelContext camel, @Nullable StateRepository<String, String> repository)
            throws Exception {
        if (repository == null) {
            return inMemory;
        }
        if (!camel.hasService(repository)) {
            // this also starts it: Camel does not start beans that are services by itself
            camel.addService(repository, true, true);
        }
        return durable.computeIfAbsent(repository, StateRepositoryJournal::new);
    }

    /** Ends the thread. In-memory entries stay. */
    synchronized void close(CamelContext camel) {
        if (executor != null) {
            camel.getExecutorServiceManager().shutdownGraceful(executor);
            executor = null;
        }
        durable.clear();
    }
}
