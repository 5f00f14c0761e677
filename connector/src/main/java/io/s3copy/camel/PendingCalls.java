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

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of an endpoint that wait for their answers: at most {@code maxPending}, and the pool of Camel's on which
 * their routes continue. A place is free again when the pool takes up the answer, so that routes which are slower than
 * S3 hold back their source too.
 */
final class PendingCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PendingCalls.class);

    private static final AtomicLong OPENED = new AtomicLong();

    /** The rank of the endpoint whose pool a thread belongs to; 0 for any other thread. */
    private static final ThreadLocal<Long> RANK_OF_THREAD = ThreadLocal.withInitial(() -> 0L);

    private final long rank;
    private final Semaphore places;
    private final ExecutorService pool;
    private final ExecutorServiceManager manager;
    /** What fails each call in flight. */
    private final Set<Runnable> abandonments = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    private PendingCalls(long rank, Semaphore places, ExecutorService pool, ExecutorServiceManager manager) {
        this.rank = rank;
        this.places = places;
        this.pool = pool;
        this.manager = manager;
    }

    /** Ranks endpoints by their age: those of a route are made in its order. */
    static long nextRank() {
        return OPENED.incrementAndGet();
    }

    static PendingCalls open(S3CopyEndpoint endpoint, long rank) {
        ExecutorServiceManager manager = endpoint.getCamelContext().getExecutorServiceManager();
        ThreadPoolProfile defaults = manager.getDefaultThreadPoolProfile();
        ThreadPoolProfile profile = new ThreadPoolProfile("s3copy");
        profile.addDefaults(defaults);
        profile.setMaxPoolSize(defaults.getPoolSize());
        // What pends bounds the queue. Camel's default policy would run a route on an event loop when the queue is
        // full, and drop it without a word when the pool is shut down.
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return new PendingCalls(
                rank,
                new Semaphore(endpoint.getConfiguration().getMaxPending()),
                manager.newThreadPool(endpoint, "S3Copy", profile),
                manager);
    }

    /**
     * Takes a place, and waits for one when none is free. Threads of our pools free places, so they wait for places of
     * younger endpoints only: routes that go back to this endpoint, or round in a circle of them, would else lock
     * themselves out. Where such a thread may not wait, it goes on without a place.
     *
     * @return whether a place was taken, which {@link #whenAnswered} gives back
     * @throws RejectedExecutionException when the endpoint is stopped, be it while the caller waits
     */
    boolean enter() throws InterruptedException {
        refuseWhenClosed();
        if (RANK_OF_THREAD.get() >= rank) {
            return places.tryAcquire();
        }
        places.acquire();
        if (closed) {
            // wakes the next who waits
            places.release();
            refuseWhenClosed();
        }
        return true;
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new RejectedExecutionException("the endpoint is stopped: no call is made");
        }
    }

    /**
     * Continues a route on the pool when the answer is there, or when the endpoint is closed before: a client that is
     * closed answers no more.
     *
     * @param placeTaken what {@link #enter} said
     */
    <T> void whenAnswered(CompletableFuture<T> answer, boolean placeTaken, BiConsumer<T, Throwable> route) {
        Runnable abandonment = () -> answer.completeExceptionally(new RejectedExecutionException(
                "the endpoint was stopped before S3 answered: whether S3 did it is unknown"));
        abandonments.add(abandonment);
        // handle, not whenComplete: a call that failed is the exchange's to tell, and no fault of the route
        answer.handle((result, failure) -> {
                    abandonments.remove(abandonment);
                    leave(placeTaken, () -> route.accept(result, failure));
                    return null;
                })
                .exceptionally(unexpected -> {
                    LOG.error("A route could not continue after its call", unexpected);
                    return null;
                });
        if (closed) {
            abandonment.run();
        }
    }

    /** Called on a thread of the client's, which must not be kept. */
    private void leave(boolean placeTaken, Runnable route) {
        Runnable continued = () -> {
            RANK_OF_THREAD.set(rank);
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

    /** Lets go, with an error, who waits for a place or an answer, and ends the pool once it has taken that up. */
    @Override
    public void close() {
        closed = true;
        places.release();
        abandonments.forEach(Runnable::run);
        manager.shutdownGraceful(pool);
    }
}
