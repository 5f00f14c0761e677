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
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers in memory which states of objects were sent. At the end of each pass it forgets those that the pass has not
 * seen: deleted and replaced objects. So it holds at most what the bucket holds, and never more than its limit. States
 * beyond the limit are not remembered, so their objects are sent again in each pass; the log warns once.
 *
 * <p>A cache that forgets the oldest would not do: each pass comes by in the same order, and would find what it needs
 * forgotten just before.
 */
public final class SeenObjects extends ServiceSupport implements IdempotentRepository {

    private static final Logger LOG = LoggerFactory.getLogger(SeenObjects.class);

    private final int most;

    /** The pass that has seen each state last. */
    @GuardedBy("this")
    private final Map<String, Long> seen = new HashMap<>();

    @GuardedBy("this")
    private long pass;

    @GuardedBy("this")
    private boolean warned;

    /**
     * Remembers nothing yet.
     *
     * @param most how many states at most
     */
    public SeenObjects(int most) {
        this.most = most;
    }

    @Override
    public synchronized boolean add(String state) {
        if (seen.replace(state, pass) != null) {
            return false;
        } else if (seen.size() < most) {
            seen.put(state, pass);
        } else if (!warned) {
            warned = true;
            LOG.warn(
                    "The bucket has more objects than the {} that are remembered: the others are sent again by each pass."
                            + " Set rememberedObjects or an idempotentRepository",
                    most);
        }
        return true;
    }

    @Override
    public synchronized boolean contains(String state) {
        return seen.containsKey(state);
    }

    @Override
    public synchronized boolean remove(String state) {
        return seen.remove(state) != null;
    }

    @Override
    public boolean confirm(String state) {
        return true;
    }

    @Override
    public synchronized void clear() {
        seen.clear();
    }

    /** A pass has seen all objects: forgets the states that it has not seen. */
    public synchronized void passEnded() {
        long current = pass;
        seen.values().removeIf(last -> last < current);
        pass++;
    }

    /** How many states are remembered. */
    public synchronized int size() {
        return seen.size();
    }
}
