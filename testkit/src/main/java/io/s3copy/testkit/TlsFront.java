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
import java.net.Socket;
import java.net.URI;

/** Ends TLS on loopback and hands the plain bytes on to a server there, unread. */
final class TlsFront implements AutoCloseable {

    private static final int BACKLOG = 256;

    private final SocketRelay relay;

    private TlsFront(SocketRelay relay) {
        this.relay = relay;
    }

    static TlsFront before(URI server) {
        try {
            SocketRelay relay = new SocketRelay(
                    "tls-front",
                    SelfSignedCertificate.sslContext()
                            .getServerSocketFactory()
                            .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            relay.start(client -> relay.connect(client, new Socket(server.getHost(), server.getPort())));
            return new TlsFront(relay);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return URI.create("https://127.0.0.1:" + relay.port());
    }

    @Override
    public void close() {
        relay.close();
    }
}
