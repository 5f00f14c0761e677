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
package io.s3copy.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds answers until so many requests have arrived, and none from then on. So a test sees that a client makes as many
 * requests at once, however slow the machine is; of a client that makes fewer, none is answered.
 */
public final class InFlightGate {

    private final int expected;
    private final AtomicInteger arrived = new AtomicInteger();
    private final CompletableFuture<Void> open = new CompletableFuture<>();

    public InFlightGate(int expected) {
        this.expected = expected;
    }

    /** The answer to one more request. */
    public Response hold(Response answer) {
        if (arrived.incrementAndGet() >= expected) {
            open.complete(null);
        }
        return answer.heldUntil(open);
    }
}
