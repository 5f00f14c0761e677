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
package io.s3copy.engine;

import io.s3copy.engine.failure.S3CallException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners, and keeps what they throw from the copies. */
record CopyListeners(List<CopyListener> listeners) implements CopyListener {

    private static final Logger LOG = LoggerFactory.getLogger(CopyListener.class);

    CopyListeners {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void started(CopyTask copy) {
        tell(listener -> listener.started(copy));
    }

    @Override
    public void partsBegun(CopyTask copy, int parts, long bytes, int partsThere, long bytesThere) {
        tell(listener -> listener.partsBegun(copy, parts, bytes, partsThere, bytesThere));
    }

    @Override
    public void partDone(CopyTask copy, int number, int parts, long bytes) {
        tell(listener -> listener.partDone(copy, number, parts, bytes));
    }

    @Override
    public void retried(CopyTask copy, S3CallException why, boolean throttled) {
        tell(listener -> listener.retried(copy, why, throttled));
    }

    @Override
    public void uploadAborted(CopyTask copy, String uploadId) {
        tell(listener -> listener.uploadAborted(copy, uploadId));
    }

    @Override
    public void uploadAbandoned(CopyTask copy, @Nullable String uploadId) {
        tell(listener -> listener.uploadAbandoned(copy, uploadId));
    }

    @Override
    public void finished(CopyTask copy, CopyResult result) {
        tell(listener -> listener.finished(copy, result));
    }

    @Override
    public void failed(CopyTask copy, Throwable failure, Duration duration, int requests) {
        tell(listener -> listener.failed(copy, failure, duration, requests));
    }

    private void tell(Consumer<CopyListener> what) {
        for (CopyListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException | Error e) {
                // an Error too: the copy would hang, and its upload stay
                LOG.warn("A listener of copies failed; the copy goes on", e);
            }
        }
    }
}
