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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** The HTTP side of a stub: listens on loopback, and holds no thread for an answer in waiting. */
public final class StubServer implements AutoCloseable {

    private static final int BACKLOG = 4096;

    /** What a stub is told of its requests, from any of its threads. */
    public interface Exchanges {

        /** A request has arrived whole. May block; a failure is for the stub to turn into an answer. */
        Response received(RecordedRequest request);

        /** The last bytes of an answer are about to be sent. */
        default void answered() {}

        /** A client hung up before its answer. */
        default void unheard() {}
    }

    private final AsynchronousChannelGroup group;
    private final AsynchronousServerSocketChannel listener;
    private final URI endpoint;
    private final Exchanges exchanges;
    private final LongAdder contentSent = new LongAdder();
    private final Set<RecordingConnection> connections = ConcurrentHashMap.newKeySet();

    private StubServer(String name, Exchanges exchanges) throws IOException {
        this.exchanges = exchanges;
        group = AsynchronousChannelGroup.withCachedThreadPool(
                Executors.newCachedThreadPool(new DaemonThreads(name)), 2);
        listener = AsynchronousServerSocketChannel.open(group)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        endpoint = URI.create("http://127.0.0.1:" + ((InetSocketAddress) listener.getLocalAddress()).getPort());
    }

    /** Listens on a port that the system chooses; the name is that of its threads. */
    public static StubServer start(String name, Exchanges exchanges) {
        try {
            StubServer server = new StubServer(name, exchanges);
            server.accept();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The stub " + name + " did not start", e);
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    /** How many bytes of {@link Response#content} have been sent so far, or are about to be. */
    public long contentSent() {
        return contentSent.sum();
    }

    void filled(int bytes) {
        contentSent.add(bytes);
    }

    Exchanges exchanges() {
        return exchanges;
    }

    void closed(RecordingConnection connection) {
        connections.remove(connection);
    }

    private void accept() {
        listener.accept(null, new CompletionHandler<AsynchronousSocketChannel, Void>() {
            @Override
            public void completed(AsynchronousSocketChannel channel, Void none) {
                accept();
                RecordingConnection connection = new RecordingConnection(channel, StubServer.this);
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
    public void close() {
        try {
            listener.close();
            connections.forEach(RecordingConnection::close);
            group.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
