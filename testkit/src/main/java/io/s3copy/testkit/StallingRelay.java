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
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a server, and passes on only so much of what clients send: what comes after that gets no answer. So a test
 * finds a client in the middle of its work, however fast both are.
 */
public final class StallingRelay implements AutoCloseable {

    private static final int BACKLOG = 256;

    private final SocketRelay relay;
    private final AtomicLong left;
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private StallingRelay(SocketRelay relay, long bytes) {
        this.relay = relay;
        this.left = new AtomicLong(bytes);
    }

    /**
     * Starts one on a free port of 127.0.0.1.
     *
     * @param server on 127.0.0.1, too, by plain HTTP
     * @param bytes that clients may send
     */
    public static StallingRelay start(URI server, long bytes) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            SocketRelay sockets = new SocketRelay("stalling-relay", new ServerSocket(0, BACKLOG, loopback));
            StallingRelay relay = new StallingRelay(sockets, bytes);
            sockets.start(client -> sockets.connect(client, new Socket(loopback, server.getPort()), relay::pass));
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + relay.port());
    }

    /** Whether it passes on nothing any more. */
    public boolean isStalled() {
        return stalled.getCount() == 0;
    }

    /** Passes on all again, and what has waited. */
    public void release() {
        left.set(Long.MAX_VALUE);
        released.countDown();
    }

    private void pass(int bytes) throws IOException {
        if (left.addAndGet(-bytes) >= 0) {
            return;
        }
        stalled.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The relay is closed");
        }
    }

    @Override
    public void close() {
        relay.close();
    }
}
