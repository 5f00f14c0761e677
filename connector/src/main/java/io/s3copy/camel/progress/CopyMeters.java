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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.engine.CopyListener;
import io.s3copy.engine.request.RequestWindow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The meters of a component's copies, where Micrometer is on the class path and a registry for meters in Camel's. One
 * set of them for each bucket, whatever the number of its endpoints: buckets are few, keys are not.
 */
public final class CopyMeters {

    private static final Logger LOG = LoggerFactory.getLogger(CopyMeters.class);

    /** Measures nothing. */
    public static final Use UNMEASURED = new Use(CopyListener.NONE, () -> {});

    @GuardedBy("this")
    private final Map<String, Bucket> buckets = new HashMap<>();

    /**
     * The measuring of one endpoint.
     *
     * @param copies counts and times its copies
     * @param end ends it, once: the gauges of a bucket go with its last endpoint
     */
    public record Use(CopyListener copies, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }

    /** The endpoints to one bucket, and what its gauges show. */
    static final class Bucket {

        private final List<Measured> endpoints = new CopyOnWriteArrayList<>();
        private final CopyListener copies;
        private final Runnable gauges;

        private Bucket(MicrometerMeters meters) {
            copies = meters;
            gauges = meters.register(this);
        }

        int windowSize() {
            return sumOfWindows(RequestWindow::size);
        }

        int inFlight() {
            return sumOfWindows(RequestWindow::inFlight);
        }

        int pending() {
            return endpoints.stream()
                    .mapToInt(endpoint -> endpoint.pending().getAsInt())
                    .sum();
        }

        private int sumOfWindows(ToIntFunction<RequestWindow> what) {
            return endpoints.stream()
                    .map(Measured::window)
                    .distinct()
                    .mapToInt(what)
                    .sum();
        }
    }

    /** Measures an endpoint from now on. */
    public Use measure(CamelContext camel, Measured endpoint) {
        try {
            return MicrometerMeters.of(camel, endpoint.bucket())
                    .map(meters -> measure(meters, endpoint))
                    .orElse(UNMEASURED);
        } catch (NoClassDefFoundError e) {
            LOG.debug("Copies are not measured: Micrometer is not on the class path", e);
            return UNMEASURED;
        }
    }

    private synchronized Use measure(MicrometerMeters meters, Measured endpoint) {
        Bucket bucket = buckets.computeIfAbsent(endpoint.bucket(), any -> new Bucket(meters));
        bucket.endpoints.add(endpoint);
        return new Use(bucket.copies, () -> end(bucket, endpoint));
    }

    private synchronized void end(Bucket bucket, Measured endpoint) {
        if (bucket.endpoints.remove(endpoint) && bucket.endpoints.isEmpty()) {
            buckets.remove(endpoint.bucket());
            bucket.gauges.run();
        }
    }
}
