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
package io.s3copy.camel.consumer;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The keys whose exchanges have not ended. */
public final class InFlight {

    /** How often a waiting thread looks whether it shall wait any longer. */
    private static final long LOOKS_EVERY_MILLIS = 200;

    private final int most;

    @GuardedBy("this")
    private final Set<String> keys = new HashSet<>();

    /**
     * None is in flight.
     *
     * @param most how many may be at once
     */
    public InFlight(int most) {
        this.most = most;
    }

    /** Whether an exchange of the key has not ended. */
    public synchronized boolean has(String key) {
        return keys.contains(key);
    }

    /**
     * An exchange begins. Blocks while there are too many.
     *
     * @param waits whether to wait any longer
     * @return whether it may begin: not if it was not to wait
     */
    public synchronized boolean enter(String key, BooleanSupplier waits) throws InterruptedException {
        while (keys.size() >= most) {
            if (!waits.getAsBoolean()) {
                return false;
            }
            wait(LOOKS_EVERY_MILLIS);
        }
        return keys.add(key);
    }

    /** An exchange has ended. */
    public synchronized void leave(String key) {
        keys.remove(key);
        notifyAll();
    }

    /**
     * Blocks until all have ended.
     *
     * @param waits whether to wait any longer
     */
    public synchronized void awaitNone(BooleanSupplier waits) throws InterruptedException {
        while (!keys.isEmpty() && waits.getAsBoolean()) {
            wait(LOOKS_EVERY_MILLIS);
        }
    }

    /** How many exchanges have not ended. */
    public synchronized int size() {
        return keys.size();
    }
}
