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

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Accepts connections and pumps bytes between sockets, two threads for each pair: enough for the few connections of a
 * TLS or proxy test.
 */
final class SocketRelay implements AutoCloseable {

    /** What to do with an accepted connection; runs on a thread of its own. */
    interface Handler {
        void accepted(Socket client) throws IOException;
    }

    /** Called before bytes of a client are passed on, which wait until it returns. */
    interface Passing {
        void passes(int bytes) throws IOException;
    }

    private static final int CHUNK = 8192;

    private final ServerSocket listener;
    private final ExecutorService threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    SocketRelay(String name, ServerSocket listener) {
        this.listener = listener;
        this.threads = Executors.newCachedThreadPool(new DaemonThreads(name));
    }

    int port() {
        return listener.getLocalPort();
    }

    void start(Handler handler) {
        threads.execute(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket client = listener.accept();
                    open.add(client);
                    threads.execute(() -> handle(client, handler));
                } catch (IOException e) {
                    // Closed, or a client that left before it was accepted: the loop's condition tells which.
                }
            }
        });
    }

    /** Pumps both ways until both sides have ended. */
    void connect(Socket client, Socket server) {
        connect(client, server, bytes -> {});
    }

    /** The same, and asks before it passes on what the client sends. */
    void connect(Socket client, Socket server, Passing passing) {
        open.add(server);
        threads.execute(() -> pump(server, client, bytes -> {}));
        pump(client, server, passing);
    }

    private void handle(Socket client, Handler handler) {
        try {
            handler.accepted(client);
        } catch (IOException e) {
            end(client);
        }
    }

    private void pump(Socket from, Socket to, Passing passing) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int read = from.getInputStream().read(chunk);
                    read >= 0;
                    read = from.getInputStream().read(chunk)) {
                passing.passes(read);
                to.getOutputStream().write(chunk, 0, read);
            }
        } catch (IOException e) {
            // One side cut the connection; the other must see it.
        }
        // Neither HTTP client nor server here half-closes, so one end is the end of both.
        end(from);
        end(to);
    }

    private void end(Socket socket) {
        open.remove(socket);
        closeQuietly(socket);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(SocketRelay::closeQuietly);
        threads.shutdownNow();
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Gone already.
        }
    }
}
