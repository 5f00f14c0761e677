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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An HTTP server that records every request as sent and answers as S3 would, or as the test says. It holds no thread
 * for an answer in waiting, so thousands may be in flight, and checks no signature.
 *
 * <p>An answer is, in this order: the next one queued for the operation, the next one queued for any operation, the
 * operation's function, the default. Answers by function may block; they run on a thread of their own.
 */
public final class RecordingS3 implements S3Server {

    /** The ETag of every object that the default answers speak of. */
    public static final String ETAG = "\"9b2cf535f27731c974343645a3985328\"";

    /** The size in bytes of every object that the default answers speak of. */
    public static final long CONTENT_LENGTH = 1024;

    static final String REGION = "us-east-1";

    private static final int BACKLOG = 4096;

    private final AsynchronousChannelGroup group;
    private final AsynchronousServerSocketChannel listener;
    private final URI endpoint;
    private final Answers answers = new Answers();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final InFlightGauge inFlight = new InFlightGauge();
    private final Set<RecordingConnection> connections = ConcurrentHashMap.newKeySet();
    private TlsFront tls;

    private RecordingS3() throws IOException {
        group = AsynchronousChannelGroup.withCachedThreadPool(
                Executors.newCachedThreadPool(new DaemonThreads("recording-s3")), 2);
        listener = AsynchronousServerSocketChannel.open(group)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        endpoint = URI.create("http://127.0.0.1:" + ((InetSocketAddress) listener.getLocalAddress()).getPort());
    }

    public static RecordingS3 start() {
        try {
            RecordingS3 server = new RecordingS3();
            server.accept();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The recording stub did not start", e);
        }
    }

    /** Answers every request of the operation with what the function says, until replaced. */
    public RecordingS3 answer(S3Operation operation, Function<RecordedRequest, Response> answer) {
        answers.always(operation, answer);
        return this;
    }

    /** Queues answers for the next requests, whatever their operation: one answer for each request. */
    public RecordingS3 next(Response... responses) {
        answers.once(Arrays.asList(responses));
        return this;
    }

    /** Queues answers for the next requests of one operation. */
    public RecordingS3 next(S3Operation operation, Response... responses) {
        answers.once(operation, Arrays.asList(responses));
        return this;
    }

    /** All requests so far, in order of arrival. */
    public List<RecordedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    public List<RecordedRequest> requests(S3Operation operation) {
        return requests().stream()
                .filter(request -> request.operation() == operation)
                .toList();
    }

    /** The operations so far, in order of arrival: what a test of call order compares. */
    public List<S3Operation> operations() {
        return requests().stream().map(RecordedRequest::operation).toList();
    }

    /** The only request of that operation; fails when there was none or more than one. */
    public RecordedRequest only(S3Operation operation) {
        List<RecordedRequest> found = requests(operation);
        if (found.size() != 1) {
            throw new AssertionError("Expected one " + operation + " among " + requests());
        }
        return found.get(0);
    }

    /** Requests that have arrived whole and whose answer has not been written. */
    public int inFlight() {
        return inFlight.now();
    }

    /** The highest number of requests that were in flight at once. */
    public int mostInFlight() {
        return inFlight.most();
    }

    /** Requests whose client hung up before the answer. */
    public int abandoned() {
        return inFlight.abandoned();
    }

    /** Forgets requests, the high-water mark, queued answers and answer functions; keeps connections and uploads. */
    public void reset() {
        synchronized (requests) {
            requests.clear();
        }
        answers.reset();
        inFlight.reset();
    }

    @Override
    public String name() {
        return "recording stub";
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    /** A TLS front before the same recorder; started at the first call. Its certificate is self-signed. */
    @Override
    public synchronized Optional<URI> httpsEndpoint() {
        if (tls == null) {
            tls = TlsFront.before(endpoint);
        }
        return Optional.of(tls.endpoint());
    }

    @Override
    public String accessKey() {
        return "recording-access";
    }

    @Override
    public String secretKey() {
        return "recording-secret";
    }

    @Override
    public String region() {
        return REGION;
    }

    @Override
    public synchronized void close() {
        if (tls != null) {
            tls.close();
        }
        try {
            listener.close();
            connections.forEach(RecordingConnection::close);
            group.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Response received(RecordedRequest request) {
        synchronized (requests) {
            requests.add(request);
        }
        inFlight.arrived();
        try {
            return answers.choose(request);
        } catch (RuntimeException | AssertionError e) {
            // A test's own function failed: say so where the test will see it, and do not let the client wait.
            return Response.error(500, "StubAnswerFailed", request + ": " + e);
        }
    }

    void answered() {
        inFlight.left();
    }

    void unheard() {
        inFlight.abandon();
    }

    void closed(RecordingConnection connection) {
        connections.remove(connection);
    }

    private void accept() {
        listener.accept(null, new CompletionHandler<AsynchronousSocketChannel, Void>() {
            @Override
            public void completed(AsynchronousSocketChannel channel, Void none) {
                accept();
                RecordingConnection connection = new RecordingConnection(channel, RecordingS3.this);
                connections.add(connection);
                connection.read();
            }

            @Override
            public void failed(Throwable cause, Void none) {
                // The listener was closed.
            }
        });
    }

    @Override
    public String toString() {
        return name();
    }
}
