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
package io.s3copy.app;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of a bucket as S3 lists them, a page ahead of their reader and no further: the memory that it takes does
 * not depend on the number of objects. Read by one thread at a time. A page that fails in passing is asked for again;
 * the listing ends early when it is stopped, or when a page fails for good.
 */
final class Listing implements Iterator<S3Object> {

    private static final Logger LOG = Logger.getLogger(Listing.class);

    /** 0.2 s, then twice as long each time: 51 s in all. */
    private static final int ATTEMPTS = 9;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    /** The page after the one with this token; null for the first. */
    private final Function<String, CompletableFuture<ListObjectsV2Response>> pages;

    private final Consumer<Throwable> onFailure;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private CompletableFuture<ListObjectsV2Response> ahead;
    private String token;
    private Iterator<S3Object> page = List.<S3Object>of().iterator();
    private boolean ended;
    private S3Object next;

    Listing(Function<String, CompletableFuture<ListObjectsV2Response>> pages, Consumer<Throwable> onFailure) {
        this.pages = pages;
        this.onFailure = onFailure;
        this.ahead = ask();
    }

    /** No further object is given out, but for the one that {@link #hasNext} has promised. */
    void stop() {
        stopped.complete(null);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended && !stopped.isDone()) {
            if (page.hasNext()) {
                next = page.next();
            } else if (ahead == null) {
                ended = true;
            } else {
                turnPage();
            }
        }
        // what was promised is given: Camel's splitter ends without those in flight when a promise is not kept
        return next != null;
    }

    @Override
    public S3Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        S3Object given = next;
        next = null;
        return given;
    }

    private void turnPage() {
        try {
            ListObjectsV2Response response = answered();
            if (response == null) {
                return;
            }
            page = response.contents().iterator();
            ahead = null;
            if (Boolean.TRUE.equals(response.isTruncated())) {
                goOn(response.nextContinuationToken());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        }
    }

    /** A service that says there is more without saying where, or where it has been, would be listed for ever. */
    private void goOn(String following) {
        if (following == null || following.isEmpty() || following.equals(token)) {
            ahead = CompletableFuture.failedFuture(new IllegalStateException(
                    "the service says that there are more objects, and does not say after which token they come"));
        } else {
            token = following;
            ahead = ask();
        }
    }

    /** The page ahead; null when the listing ended instead. */
    private ListObjectsV2Response answered() throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                CompletableFuture.anyOf(ahead, stopped).get();
                return stopped.isDone() ? null : ahead.join();
            } catch (ExecutionException | CompletionException e) {
                Fault fault = Fault.of(e.getCause());
                if (attempt == ATTEMPTS || !fault.isPassing()) {
                    fail(e.getCause());
                    return null;
                }
                LOG.warnf("The listing failed in passing, and is asked again in %s: %s", pause, fault.cause());
            }
            if (stopsWithin(pause)) {
                return null;
            }
            pause = pause.multipliedBy(2);
            ahead = ask();
        }
    }

    private boolean stopsWithin(Duration pause) throws InterruptedException {
        try {
            stopped.get(pause.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<ListObjectsV2Response> ask() {
        try {
            return pages.apply(token);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void fail(Throwable failure) {
        ended = true;
        ahead = null;
        onFailure.accept(failure);
    }
}
