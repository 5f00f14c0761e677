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

import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyTask;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.jspecify.annotations.Nullable;

/** Tells Camel's event notifiers of copies. Without one, not even an event is made. */
public final class ProgressNotifier implements CopyListener {

    private final Endpoint endpoint;

    /**
     * Events of an endpoint's copies.
     *
     * @param endpoint their source
     */
    public ProgressNotifier(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void started(CopyTask copy) {
        tell(() -> new CopyProgressEvent.Started(endpoint, copy));
    }

    @Override
    public void partDone(CopyTask copy, int number, int parts, long bytes) {
        tell(() -> new CopyProgressEvent.PartDone(endpoint, copy, number, parts, bytes));
    }

    @Override
    public void uploadAbandoned(CopyTask copy, @Nullable String uploadId) {
        tell(() -> new CopyProgressEvent.UploadAbandoned(endpoint, copy, uploadId));
    }

    @Override
    public void finished(CopyTask copy, CopyResult result) {
        tell(() -> new CopyProgressEvent.Finished(endpoint, copy, result));
    }

    @Override
    public void failed(CopyTask copy, Throwable failure, Duration duration, int requests) {
        tell(() -> new CopyProgressEvent.Failed(endpoint, copy, failure));
    }

    private void tell(Supplier<CopyProgressEvent> what) {
        Notifiers.tell(endpoint, what);
    }
}
