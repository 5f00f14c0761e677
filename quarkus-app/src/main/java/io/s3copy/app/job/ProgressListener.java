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
package io.s3copy.app.job;

import io.s3copy.bulk.run.BulkProgress;
import io.s3copy.camel.progress.BulkProgressEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Hears from the component how runs stand, and tells each to the one whose endpoint it is. */
final class ProgressListener extends EventNotifierSupport {

    private final Map<Endpoint, Consumer<BulkProgress>> watched = new ConcurrentHashMap<>();

    ProgressListener() {
        setIgnoreCamelContextEvents(true);
        setIgnoreExchangeEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
    }

    void watch(Endpoint endpoint, Consumer<BulkProgress> run) {
        watched.put(endpoint, run);
    }

    void forget(Endpoint endpoint) {
        watched.remove(endpoint);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof BulkProgressEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof BulkProgressEvent progress) {
            Consumer<BulkProgress> run = watched.get(progress.getSource());
            if (run != null) {
                run.accept(progress.progress());
            }
        }
    }
}
