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
package io.s3copy.camel.route;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The body of a request that Vert.x has begun to receive, and that is paused. The only class that needs Vert.x. */
final class VertxBody {

    private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);

    private static final boolean PRESENT = isPresent();

    /** In bytes: how much of an unwanted body is read, so that its sender can read the answer. */
    private static final long DISCARDED = 16L << 20;

    private VertxBody() {}

    private static boolean isPresent() {
        try {
            Class.forName("io.vertx.core.http.HttpServerRequest", false, VertxBody.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    static boolean isOne(Object body) {
        return PRESENT && body instanceof HttpServerRequest;
    }

    /** Reads a body, on another thread than the event loop. Never keeps more than {@code maxBytes}. */
    static byte[] read(Object body, int maxBytes, Duration within) {
        HttpServerRequest request = (HttpServerRequest) body;
        if (isDeclaredLonger(request, maxBytes)) {
            discard(request);
            throw RequestBody.tooLong(maxBytes);
        }
        Reading reading = new Reading(request, maxBytes);
        try {
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                // the sender waits for it before it sends the body
                request.response().writeContinue();
            }
            request.exceptionHandler(reading::fail);
            request.endHandler(end -> reading.end());
            request.handler(reading::take);
            request.resume();
            return reading.done.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            discardFurther(request);
            Thread.currentThread().interrupt();
            throw new RefusedRequestException(503, "the server stops");
        } catch (TimeoutException e) {
            discardFurther(request);
            throw RequestBody.late(within);
        } catch (ExecutionException e) {
            discardFurther(request);
            if (e.getCause() instanceof RefusedRequestException refused) {
                throw refused;
            }
            throw new RefusedRequestException(400, "the body broke off: " + e.getCause());
        } catch (IllegalStateException e) { // its end has come
            if (hasNoBody(request)) {
                return new byte[0];
            }
            LOG.error("The body of a request was read before the webhook could read it, so that its notification is"
                    + " refused with 503: a body handler of the server's, or another route or filter at its path, may have"
                    + " taken it. Exclude the webhook's path there");
            throw new RefusedRequestException(503, "something else took the body");
        }
    }

    private static boolean hasNoBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null
                ? request.getHeader("Transfer-Encoding") == null
                : length.strip().equals("0");
    }

    private static boolean isDeclaredLonger(HttpServerRequest request, int maxBytes) {
        String length = request.getHeader("Content-Length");
        try {
            return length != null && Long.parseLong(length.strip()) > maxBytes;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static void discardFurther(HttpServerRequest request) {
        request.pause();
        discard(request);
    }

    /**
     * Reads what still comes, and keeps nothing of it, so that the sender can read the answer and send its next request;
     * cuts off a sender that sends for too long.
     */
    static void discard(Object body) {
        HttpServerRequest request = (HttpServerRequest) body;
        // not before: the sender could find its connection closed before the answer
        request.response().endHandler(sent -> {
            try {
                long[] seen = {0};
                request.exceptionHandler(broken -> {});
                request.endHandler(end -> {});
                request.handler(buffer -> {
                    seen[0] += buffer.length();
                    if (seen[0] > DISCARDED) {
                        cutOff(request);
                    }
                });
                request.resume();
            } catch (IllegalStateException e) { // nothing is left
                return;
            }
        });
    }

    private static void cutOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            // the connection has other streams
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    /** What has come so far. On the event loop of the connection alone. */
    private static final class Reading {

        private final HttpServerRequest request;
        private final int maxBytes;
        private final Buffer bytes = Buffer.buffer();
        private final CompletableFuture<byte[]> done = new CompletableFuture<>();

        Reading(HttpServerRequest request, int maxBytes) {
            this.request = request;
            this.maxBytes = maxBytes;
        }

        void take(Buffer some) {
            if (done.isDone()) {
                return;
            } else if (bytes.length() + some.length() > maxBytes) {
                request.pause();
                done.completeExceptionally(RequestBody.tooLong(maxBytes));
            } else {
                bytes.appendBuffer(some);
            }
        }

        void end() {
            done.complete(bytes.getBytes());
        }

        void fail(Throwable broken) {
            done.completeExceptionally(broken);
        }
    }
}
