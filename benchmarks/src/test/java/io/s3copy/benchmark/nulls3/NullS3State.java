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
package io.s3copy.benchmark.nulls3;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** What the null S3 was told, and what it counted; used by its one event loop only. */
final class NullS3State {

    private final Map<Operation, Long> requests = new EnumMap<>(Operation.class);
    private Orders orders = Orders.delay(Duration.ZERO);
    private int unanswered;
    private int peak;

    void order(Orders told) {
        orders = told;
        requests.clear();
        peak = unanswered;
    }

    Orders orders() {
        return orders;
    }

    Duration delayOf(Operation operation) {
        return operation == Operation.UploadPartCopy ? orders.partDelay() : orders.delay();
    }

    void received(Operation operation) {
        requests.merge(operation, 1L, Long::sum);
        unanswered++;
        peak = Math.max(peak, unanswered);
    }

    void answered() {
        unanswered--;
    }

    Counts counts() {
        return new Counts(new EnumMap<>(requests), peak);
    }
}
