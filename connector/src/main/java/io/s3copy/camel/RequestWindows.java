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
package io.s3copy.camel;

import io.s3copy.engine.RequestWindow;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** One window of requests for each client and destination bucket, whatever the number of endpoints. */
final class RequestWindows {

    /** How many requests a window begins with; it grows to maxPending while S3 keeps up. */
    private static final int INITIAL = 32;

    private record Destination(int client, String bucket) {}

    private final Map<Destination, RequestWindow> windows = new ConcurrentHashMap<>();

    RequestWindow of(S3AsyncClient client, S3CopyEndpoint endpoint) {
        int max = endpoint.getConfiguration().getMaxPending();
        return windows.computeIfAbsent(
                new Destination(System.identityHashCode(client), endpoint.getBucketNameOrArn()),
                destination -> new RequestWindow(Math.min(INITIAL, max), max));
    }

    void clear() {
        windows.clear();
    }
}
