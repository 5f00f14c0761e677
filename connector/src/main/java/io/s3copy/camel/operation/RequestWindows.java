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
import io.s3copy.engine.request.RequestWindow;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * One window of requests for each client and destination bucket, shared by all endpoints. It is removed with the last
 * endpoint that uses it.
 */
public final class RequestWindows {

    /** The initial size of a window; it grows up to maxPending while S3 does not throttle. */
    private static final int INITIAL = 32;

    @GuardedBy("this")
    private final Map<Destination, Shared> windows = new HashMap<>();

    /** Clients are compared by identity: two equal ones may be clients of different services. */
    private record Destination(S3AsyncClient client, String bucket) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Destination that && client == that.client && bucket.equals(that.bucket);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(client) + bucket.hashCode();
        }
    }

    private static final class Shared {

        private final RequestWindow window;
        private int users;

        private Shared(int max) {
            this.window = new RequestWindow(Math.min(INITIAL, max), max);
        }
    }

    /** The use of a window by one endpoint, until it is closed. */
    public final class Use implements AutoCloseable {

        private final Destination destination;
        private final Shared shared;
        private boolean closed;

        private Use(Destination destination, Shared shared) {
            this.destination = destination;
            this.shared = shared;
        }

        public RequestWindow window() {
            return shared.window;
        }

        @Override
        public void close() {
            synchronized (RequestWindows.this) {
                if (!closed && --shared.users == 0) {
                    windows.remove(destination);
                }
                closed = true;
            }
        }
    }

    /**
     * Uses the window of a client and a bucket.
     *
     * @param max how many requests may be in flight; the first user of a window decides
     */
    public synchronized Use use(S3AsyncClient client, String bucket, int max) {
        Destination destination = new Destination(client, bucket);
        Shared shared = windows.computeIfAbsent(destination, any -> new Shared(max));
        shared.users++;
        return new Use(destination, shared);
    }

    /** How many windows there are. */
    public synchronized int size() {
        return windows.size();
    }
}
