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

import io.s3copy.bulk.BulkRequests;
import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyTask;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what a run asks of S3, and hears of its copies. Thread-safe. */
public final class RunRequests implements CopyListener, Requests.Retried {

    /** All requests of copies, of whatever call: one for most objects. */
    public static final String COPIES = "copy";

    private final Map<String, LongAdder> byCall = new ConcurrentHashMap<>();
    private final AtomicLong retries = new AtomicLong();
    private final AtomicLong throttles = new AtomicLong();
    private final CopiesInParts inParts = new CopiesInParts();
    private final RunHeat heat = new RunHeat(System::nanoTime);
    private final @Nullable RequestWindow window;

    private final RunListener listener;

    /** Counts, and tells nobody. */
    public RunRequests() {
        this(RunListener.NONE);
    }

    /**
     * Counts.
     *
     * @param listener hears of each request
     */
    public RunRequests(RunListener listener) {
        this(listener, null);
    }

    /**
     * The same.
     *
     * @param window of the requests that copy; null where none is to be told of
     */
    public RunRequests(RunListener listener, @Nullable RequestWindow window) {
        this.window = window;
        this.listener = new GuardedListener(listener);
    }

    /** So many requests of a call were made. */
    public void made(String call, long number) {
        byCall.computeIfAbsent(call, first -> new LongAdder()).add(number);
        listener.made(call, number);
    }

    @Override
    public void retried(CopyTask copy, S3CallException why, boolean throttled) {
        again(why, throttled);
        if (throttled) {
            heat.throttled(copy.source().key());
        }
    }

    @Override
    public void again(S3CallException why, boolean throttled) {
        retries.incrementAndGet();
        if (throttled) {
            throttles.incrementAndGet();
        }
    }

    @Override
    public void partsBegun(CopyTask copy, int parts, long bytes, int partsThere, long bytesThere) {
        inParts.begun(copy, parts, bytes, partsThere, bytesThere);
    }

    @Override
    public void partDone(CopyTask copy, int number, int parts, long bytes) {
        inParts.partDone(copy, bytes);
    }

    @Override
    public void finished(CopyTask copy, CopyResult result) {
        inParts.ended(copy);
        heat.ended(copy.source().key(), result.requests(), result.duration());
        made(COPIES, result.requests());
    }

    @Override
    public void failed(CopyTask copy, Throwable failure, Duration duration, int requests) {
        inParts.ended(copy);
        heat.ended(copy.source().key(), requests, duration);
        made(COPIES, requests);
    }

    /** What is under way now. */
    RunLoad load() {
        return new RunLoad(
                inParts.size(),
                inParts.largest(RunLoad.MOST_COPIES),
                heat.seconds(),
                heat.ranges(),
                window == null ? null : window.state());
    }

    /** How busy it is by its keys. */
    RunHeat heat() {
        return heat;
    }

    /** What was counted so far. */
    public BulkRequests counted() {
        Map<String, Long> counted = new HashMap<>();
        byCall.forEach((call, number) -> counted.put(call, number.sum()));
        return new BulkRequests(counted, retries.get(), throttles.get());
    }
}
