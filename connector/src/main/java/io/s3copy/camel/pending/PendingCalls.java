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
package io.s3copy.camel.pending;

import io.s3copy.engine.failure.CopyStoppedException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of an endpoint that wait for their answers, at most {@code maxPending}, and the pool of Camel's on which
 * their routes continue. A place is free again when the pool starts the route, so a route that is slower than S3 holds
 * back its source, too.
 *
 * <p>A thread of such a pool may not always wait for a place (see {@link #enter}). Then its call queues without a thread,
 * only for other answers. Meanwhile it takes a place from the endpoint that the thread came from, which holds back the
 * source.
 */
public final class PendingCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PendingCalls.class);

    private static final AtomicLong OPENED = new AtomicLong();

    /** More than the number of callers that may ever wait for a place. */
    private static final int ALL = 1 << 20;

    /** The endpoint whose pool a thread belongs to; null for any other thread. */
    private static final ThreadLocal<@Nullable PendingCalls> OF_THREAD = new ThreadLocal<>();

    private final long rank;
    private final Places places;
    private final CallGate gate;
    private final ExecutorService pool;
    private final ExecutorServiceManager manager;
    /** Run to fail each call in flight. */
    private final Set<Runnable> abandonments = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /** Places that can also be taken if none is free. Then as many more must be given back before one is free. */
    private static final class Places extends Semaphore {

        private static final long serialVersionUID = 1L;

        private Places(int number) {
            super(number);
        }

        private void borrow() {
            reducePermits(1);
        }
    }

    /**
     * What a call occupies.
     *
     * @param taken where it has a place until its route continues; or null
     * @param borrowed where it has a place until S3 answers, so that no thread is needed to give it back; or null
     */
    public record Place(@Nullable Semaphore taken, @Nullable Semaphore borrowed) {

        private void answered() {
            release(borrowed);
        }

        private void continued() {
            release(taken);
        }

        private static void release(@Nullable Semaphore places) {
            if (places != null) {
                places.release();
            }
        }
    }

    private PendingCalls(long rank, int maxPending, ExecutorService pool, ExecutorServiceManager manager) {
        this.rank = rank;
        this.places = new Places(maxPending);
        this.gate = new CallGate(maxPending);
        this.pool = pool;
        this.manager = manager;
    }

    /** A rank for an endpoint, by its age. Camel creates the endpoints of a route in the order of the route. */
    public static long nextRank() {
        return OPENED.incrementAndGet();
    }

    /**
     * The pending calls of an endpoint.
     *
     * @param endpoint the owner of the pool
     * @param most how many may wait at once
     * @param rank of the endpoint, from {@link #nextRank}
     */
    public static PendingCalls open(Endpoint endpoint, int most, long rank) {
        ExecutorServiceManager manager = endpoint.getCamelContext().getExecutorServiceManager();
        ThreadPoolProfile defaults = manager.getDefaultThreadPoolProfile();
        ThreadPoolProfile profile = new ThreadPoolProfile("s3copy");
        profile.addDefaults(defaults);
        profile.setMaxPoolSize(defaults.getPoolSize());
        // maxPending bounds the queue. With a full queue, Camel's default policy would run a route on an event loop;
        // with a pool that is shut down, it would drop the route silently.
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return new PendingCalls(rank, most, manager.newThreadPool(endpoint, "S3Copy", profile), manager);
    }

    /**
     * Takes a place. Blocks while none is free. Threads of our pools free places, so they wait only for places of younger
     * endpoints. Otherwise a route that comes back to this endpoint, or a circle of routes, would deadlock. If such a
     * thread may not wait, it borrows a place of its own endpoint.
     *
     * @return the place, which {@link #call} gives back
     * @throws CopyStoppedException if the endpoint is stopped, even while the caller waits
     */
    public Place enter() throws InterruptedException {
        refuseWhenClosed();
        PendingCalls own = OF_THREAD.get();
        if (own != null && own.rank >= rank) {
            if (places.tryAcquire()) {
                return new Place(places, null);
            }
            own.places.borrow();
            return new Place(null, own.places);
        }
        places.acquire();
        if (closed) {
            // wakes the next waiting caller
            places.release();
            refuseWhenClosed();
        }
        return new Place(places, null);
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new CopyStoppedException("the endpoint is stopped: no call is made");
        }
    }

    /**
     * Makes a call. Continues the route on the pool when the answer arrives, or when the endpoint is closed: a closed
     * client never answers. Does not block.
     *
     * @param place from {@link #enter}
     * @param route called once, whatever happens
     */
    public <T> void call(
            Place place, Supplier<CompletableFuture<T>> call, BiConsumer<@Nullable T, @Nullable Throwable> route) {
        CompletableFuture<T> answer = gate.pass(call);
        Runnable abandonment = () -> answer.completeExceptionally(new RejectedExecutionException(
                "the endpoint was stopped before S3 answered: whether S3 did it is unknown"));
        abandonments.add(abandonment);
        // handle, not whenComplete: the exchange reports a failed call; it is not a fault of the route
        answer.handle((result, failure) -> {
                    abandonments.remove(abandonment);
                    place.answered();
                    leave(place, () -> route.accept(result, failure));
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

    /** How many calls wait for their answers. */
    public int size() {
        return abandonments.size();
    }

    /** Runs on a thread of the client, so it must not block. */
    private void leave(Place place, Runnable route) {
        Runnable continued = () -> {
            OF_THREAD.set(this);
            place.continued();
            route.run();
        };
        try {
            pool.execute(continued);
        } catch (RejectedExecutionException e) {
            // the pool was shut down with its endpoint; the exchange must still learn how its call ended
            place.continued();
            route.run();
        }
    }

    /** Fails all waiting callers and calls, then shuts the pool down. */
    @Override
    public void close() {
        closed = true;
        // borrowed places come back only when other endpoints have their answers
        places.release(ALL);
        abandonments.forEach(Runnable::run);
        manager.shutdownGraceful(pool);
    }
}
