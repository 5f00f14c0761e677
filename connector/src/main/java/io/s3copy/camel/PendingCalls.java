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

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;

/**
 * The calls of an endpoint that wait for their answers: at most {@code maxPending}, and the pool of Camel's on which
 * their routes continue. A place is free again when the pool takes up the answer, so that routes which are slower than
 * S3 hold back their source too.
 */
final class PendingCalls implements AutoCloseable {

    private final Semaphore places;
    private final ExecutorService pool;
    private final ExecutorServiceManager manager;
    private final ThreadLocal<Boolean> onPool = ThreadLocal.withInitial(() -> false);

    private PendingCalls(Semaphore places, ExecutorService pool, ExecutorServiceManager manager) {
        this.places = places;
        this.pool = pool;
        this.manager = manager;
    }

    static PendingCalls open(S3CopyEndpoint endpoint) {
        int maxPending = endpoint.getConfiguration().getMaxPending();
        ExecutorServiceManager manager = endpoint.getCamelContext().getExecutorServiceManager();
        ThreadPoolProfile defaults = manager.getDefaultThreadPoolProfile();
        // the queue holds every pending call and never refuses: Camel's default would then run a route on an event loop
        ThreadPoolProfile profile = new ThreadPoolProfile("s3copy");
        profile.addDefaults(defaults);
        profile.setMaxPoolSize(defaults.getPoolSize());
        profile.setMaxQueueSize(maxPending + defaults.getPoolSize());
        return new PendingCalls(new Semaphore(maxPending), manager.newThreadPool(endpoint, "S3Copy", profile), manager);
    }

    /**
     * Takes a place, and waits for one when none is free. A thread of the pool does not wait: it is the pool that frees
     * places, and a route that comes back to this endpoint would lock itself out.
     *
     * @return whether a place was taken, which {@link #leave} gives back
     */
    boolean enter() throws InterruptedException {
        if (pool.isShutdown()) {
            throw new RejectedExecutionException("the endpoint is stopped: no call is made");
        }
        if (onPool.get()) {
            return places.tryAcquire();
        }
        places.acquire();
        return true;
    }

    /** Continues a route on the pool. Called on a thread of the client's, which must not be kept. */
    void leave(boolean placeTaken, Runnable route) {
        Runnable continued = () -> {
            onPool.set(true);
            free(placeTaken);
            route.run();
        };
        try {
            pool.execute(continued);
        } catch (RejectedExecutionException e) {
            // the pool is gone with its endpoint; the exchange must still learn how its call ended
            free(placeTaken);
            route.run();
        }
    }

    private void free(boolean placeTaken) {
        if (placeTaken) {
            places.release();
        }
    }

    @Override
    public void close() {
        manager.shutdownGraceful(pool);
    }
}
