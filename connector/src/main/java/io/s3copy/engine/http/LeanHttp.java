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
package io.s3copy.engine.http;

import io.s3copy.engine.answer.AnswerXml;
import io.s3copy.engine.answer.S3Answers;
import io.s3copy.parameter.S3CopyException;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends signed requests by Vert.x's HTTP client, whose pool, TLS, proxies and timeouts it uses. Answers are read on its event
 * loops, so that what reads them must not block.
 */
public final class LeanHttp implements AutoCloseable {

    private static final Set<HttpMethod> TAKE_A_BODY = Set.of(HttpMethod.PUT, HttpMethod.POST);
    private static final int FIRST_FINAL = 200;
    private static final int CONNECT_MILLIS = 10_000;

    /** Shorter than servers keep a connection: one that they close just then would lose a request. */
    private static final int IDLE_SECONDS = 5;

    /** S3 sends 2 KB of metadata, beside its own. */
    private static final int HEADERS = 65_536;

    /** By then the root of an answer has been named. */
    private static final int BEGINNING = 1024;

    /** No page of 1,000 keys, with all that is said of each, is as long. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private static final int SHOWN = 60;
    private static final int MOST_CONNECTIONS = 65_536;
    private static final long SHORT_SILENCE = 60_000;

    /**
     * How requests are sent.
     *
     * @param connections how many at most, for each host
     * @param silence after how many milliseconds without a byte a connection is given up, and how long a call waits for one
     * @param timeout for a whole call in milliseconds; 0 for none
     * @param trustAll whether any certificate is trusted
     * @param proxyHost the HTTP proxy, or null
     * @param proxyPort of the proxy
     */
    public record Settings(
            int connections,
            long silence,
            long timeout,
            boolean trustAll,
            @Nullable String proxyHost,
            int proxyPort) {}

    private final Vertx vertx;
    private final HttpClient client;
    private final Settings settings;
    private final Runnable whenClosed;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A client on event loops that others may share.
     *
     * @param whenClosed runs after the client is closed
     */
    public LeanHttp(Vertx vertx, Settings settings, Runnable whenClosed) {
        this.vertx = vertx;
        this.settings = settings;
        this.whenClosed = whenClosed;
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(true)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setPipelining(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadIdleTimeout(connectionSilence(settings.silence()))
                .setWriteIdleTimeout(0)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true)
                .setMaxHeaderSize(HEADERS)
                .setMaxWaitQueueSize(-1)
                .setTrustAll(settings.trustAll())
                .setVerifyHost(!settings.trustAll());
        if (OpenSSLEngineOptions.isAvailable()) {
            options.setSslEngineOptions(new OpenSSLEngineOptions());
        }
        if (settings.proxyHost() != null) {
            options.setProxyOptions(new ProxyOptions()
                    .setType(ProxyType.HTTP)
                    .setHost(settings.proxyHost())
                    .setPort(settings.proxyPort()));
        }
        // Vert.x makes a place for each connection at once
        int most = Math.min(settings.connections(), MOST_CONNECTIONS);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(most));
    }

    /**
     * The clock of a connection also runs while it waits in the pool. Where that matters each request has a clock of its own,
     * which costs a timer each.
     */
    private static int connectionSilence(long silence) {
        return silence < SHORT_SILENCE ? 0 : Math.toIntExact(Math.min(silence + SHORT_SILENCE, Integer.MAX_VALUE));
    }

    /** That of a call which begins now. */
    Deadline deadline() {
        return Deadline.in(settings.timeout());
    }

    /**
     * Sends a request once.
     *
     * @param deadline of the call
     * @param root what the name of the root of an answer must contain that is no refusal; null where it may be anything
     * @param read reads the answer, on an event loop; what it throws fails the call
     */
    <T> CompletableFuture<T> send(
            Address address,
            HttpCall call,
            Signer.Signed signed,
            Deadline deadline,
            @Nullable String root,
            Function<RawAnswer, T> read) {
        Sent<T> sent = new Sent<>(root, read);
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setSsl(address.tls())
                .setHost(address.connectHost())
                .setPort(address.port())
                .setURI(signed.uri())
                .setConnectTimeout(settings.silence());
        if (settings.silence() < SHORT_SILENCE) {
            options.setIdleTimeout(settings.silence());
        }
        try {
            if (deadline.isSet()) {
                sent.endAt(deadline);
            }
            client.request(options).onComplete(made -> {
                if (made.failed()) {
                    sent.fail(new NotSentException(made.cause()));
                    return;
                }
                try {
                    sent.begin(made.result(), signed, call.body());
                } catch (Throwable e) {
                    // nobody else would hear of it on an event loop
                    sent.fail(e instanceof NotSentException ? e : new NotSentException(e));
                    sent.hangUp(made.result());
                }
            });
        } catch (RuntimeException e) {
            // closed, or its event loops are
            sent.fail(new NotSentException(e));
        }
        return sent;
    }

    /** One request on its way: the future of what is read from its answer. */
    private final class Sent<T> extends CompletableFuture<T> {

        private final @Nullable String root;
        private final Function<RawAnswer, T> read;
        private volatile @Nullable HttpClientRequest request;
        private @Nullable Buffer body;
        private boolean accepted;
        private volatile long timer = -1;

        private Sent(@Nullable String root, Function<RawAnswer, T> read) {
            this.root = root;
            this.read = read;
        }

        private void endAt(Deadline deadline) {
            timer = vertx.setTimer(deadline.left(), fired -> {
                String words = "no answer within " + deadline.millis() + " ms";
                HttpClientRequest one = request;
                fail(one == null ? new NotSentException(words) : new LostAnswerException(words));
                if (one != null) {
                    hangUp(one);
                }
            });
        }

        private void begin(HttpClientRequest one, Signer.Signed signed, byte[] bytes) {
            request = one;
            if (isDone()) {
                // its time was over before there was a connection
                hangUp(one);
                return;
            }
            MultiMap headers = one.headers();
            for (int at = 0; at < signed.names().length; at++) {
                add(headers, signed.names()[at], signed.values()[at]);
            }
            if (bytes.length == 0 && TAKE_A_BODY.contains(one.getMethod())) {
                // Vert.x says nothing of a body that is not there, and some servers insist on a length
                headers.add("content-length", "0");
            }
            headers.add("user-agent", "s3copy");
            one.response().onComplete(answer -> {
                if (answer.succeeded()) {
                    answered(answer.result());
                } else {
                    fail(new LostAnswerException(answer.cause()));
                }
            });
            // a failure to send fails the answer, too
            if (bytes.length == 0) {
                one.end();
            } else {
                one.end(Buffer.buffer(bytes));
            }
        }

        /** Vert.x would show the value, which may be secret. */
        private void add(MultiMap headers, String name, String value) {
            try {
                headers.add(name, value);
            } catch (IllegalArgumentException e) {
                throw new NotSentException("the header " + name + " holds what no header can carry", true);
            }
        }

        private void answered(HttpClientResponse answer) {
            int status = answer.statusCode();
            if (status < FIRST_FINAL) {
                // Vert.x takes 102, say, as the answer: the real one would be taken as that to the next request
                fail(new LostAnswerException("an interim answer of status " + status));
                hangUp(answer.request());
                return;
            }
            accepted = root == null || status >= 300;
            answer.exceptionHandler(failure -> fail(new LostAnswerException(failure)));
            answer.handler(piece -> guarded(status, () -> {
                if (isDone()) {
                    return;
                }
                body = body == null ? piece : body.appendBuffer(piece);
                boolean right = accepted || accepts(body, body.length() >= BEGINNING);
                if (!right || body.length() > LONGEST) {
                    cutOff(answer, body);
                }
            }));
            answer.endHandler(end -> guarded(status, () -> {
                Buffer all = body;
                if (isDone()) {
                    return;
                } else if (!accepted && (all == null || !accepts(all, true))) {
                    cutOff(answer, all == null ? Buffer.buffer() : all);
                    return;
                }
                byte[] bytes = all == null ? new byte[0] : all.getBytes();
                succeed(read.apply(new RawAnswer(status, answer.headers(), bytes)));
            }));
        }

        /** What is thrown on an event loop is told to nobody, and the call would never end. */
        private void guarded(int status, Runnable step) {
            try {
                step.run();
            } catch (S3CopyException e) {
                fail(e);
            } catch (Throwable e) {
                fail(new UnreadAnswerException(status, e));
            }
        }

        /**
         * Whether it may be what was asked for.
         *
         * @param told whether enough came to tell
         */
        private boolean accepts(Buffer all, boolean told) {
            byte[] beginning = all.getBytes(0, Math.min(all.length(), BEGINNING));
            String name = AnswerXml.root(beginning, beginning.length).orElse(null);
            accepted = name != null && (name.contains(String.valueOf(root)) || name.equals("error"));
            return accepted || (name == null && !told && AnswerXml.mayBegin(beginning));
        }

        private void cutOff(HttpClientResponse answer, Buffer all) {
            String beginning = new String(all.getBytes(0, Math.min(all.length(), SHOWN)), StandardCharsets.ISO_8859_1);
            RawAnswer head = new RawAnswer(answer.statusCode(), answer.headers(), new byte[0]);
            fail(new CutOffException(answer.statusCode(), S3Answers.isOfS3(head), beginning));
            hangUp(answer.request());
        }

        private void hangUp(HttpClientRequest one) {
            one.reset();
        }

        private void succeed(T value) {
            cancelTimer();
            complete(value);
        }

        private void fail(Throwable failure) {
            cancelTimer();
            completeExceptionally(failure);
        }

        private void cancelTimer() {
            if (timer >= 0) {
                vertx.cancelTimer(timer);
            }
        }
    }

    /** Once: Camel stops an endpoint again whose start has failed. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            client.close();
            whenClosed.run();
        }
    }
}
