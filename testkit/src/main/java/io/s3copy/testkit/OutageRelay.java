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
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a server that goes away and comes back, at the same port: while it is away, open connections are cut, and new
 * ones end at once.
 */
public final class OutageRelay implements AutoCloseable {

    private static final int BACKLOG = 256;

    private final SocketRelay relay;
    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong turnedAway = new AtomicLong();
    private volatile boolean away;

    private OutageRelay(SocketRelay relay, URI server) {
        this.relay = relay;
        this.server = server;
    }

    /**
     * Starts one on a free port of 127.0.0.1. The server is there.
     *
     * @param server on 127.0.0.1, too, by plain HTTP
     */
    public static OutageRelay start(URI server) {
        try {
            SocketRelay sockets =
                    new SocketRelay("outage-relay", new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            OutageRelay relay = new OutageRelay(sockets, server);
            sockets.start(relay::accepted);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accepted(Socket client) throws IOException {
        open.add(client);
        try {
            if (away) {
                turnedAway.incrementAndGet();
                client.close();
                return;
            }
            relay.connect(client, new Socket(InetAddress.getLoopbackAddress(), server.getPort()));
        } finally {
            open.remove(client);
        }
    }

    /** Where clients find the server. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + relay.port());
    }

    /** The server goes away. */
    public void begin() {
        away = true;
        open.forEach(OutageRelay::cut);
    }

    /** It is back. */
    public void end() {
        away = false;
    }

    /** How many connections found nobody so far. */
    public long turnedAway() {
        return turnedAway.get();
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone already
        }
    }

    @Override
    public void close() {
        relay.close();
    }
}
