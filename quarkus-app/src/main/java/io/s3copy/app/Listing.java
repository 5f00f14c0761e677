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

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of a bucket as S3 lists them, a page ahead of their reader and no further: the memory that it takes does
 * not depend on the number of objects. Read by one thread at a time; ends early when stopped or when a page fails.
 */
final class Listing implements Iterator<S3Object>, Subscriber<ListObjectsV2Response> {

    private static final int PAGES_AHEAD = 2;

    /** What S3 sent: a page, the end (no page), or a failure. */
    private record Arrival(List<S3Object> page, Throwable failure) {}

    private static final Arrival END = new Arrival(null, null);

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Consumer<Throwable> onFailure;
    private volatile Subscription subscription;
    private volatile boolean stopped;
    private Iterator<S3Object> page = List.<S3Object>of().iterator();
    private boolean ended;
    private S3Object next;

    Listing(Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
    }

    /** No further object is given out. */
    void stop() {
        stopped = true;
        arrivals.add(END);
        Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended && !stopped) {
            if (page.hasNext()) {
                next = page.next();
            } else {
                turnPage();
            }
        }
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
            Arrival arrival = arrivals.take();
            if (arrival.page() == null) {
                ended = true;
                if (arrival.failure() != null) {
                    onFailure.accept(arrival.failure());
                }
                return;
            }
            page = arrival.page().iterator();
            subscription.request(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
            onFailure.accept(e);
        }
    }

    @Override
    public void onSubscribe(Subscription pages) {
        subscription = pages;
        pages.request(PAGES_AHEAD);
    }

    @Override
    public void onNext(ListObjectsV2Response response) {
        arrivals.add(new Arrival(response.contents(), null));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Arrival(null, failure));
    }

    @Override
    public void onComplete() {
        arrivals.add(END);
    }
}
