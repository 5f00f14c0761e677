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

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A forward HTTP proxy that records what clients ask it: CONNECT (the SDK's Netty client tunnels HTTP too) and requests
 * for an absolute URI (the SDK's blocking clients, for HTTP). It reaches servers on loopback only, and asks for no
 * password; what a client sends unasked is recorded.
 */
public final class RecordingProxy implements AutoCloseable {

    private static final int BACKLOG = 256;

    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final SocketRelay relay;

    private RecordingProxy(SocketRelay relay) {
        this.relay = relay;
    }

    public static RecordingProxy start() {
        try {
            RecordingProxy proxy = new RecordingProxy(
                    new SocketRelay("recording-proxy", new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())));
            proxy.relay.start(proxy::serve);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return relay.port();
    }

    /**
     * The heads of the requests made to the proxy, without bodies. Of a CONNECT, the path is the host and port; of an
     * absolute URI, the URI.
     */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The value of Proxy-Authorization in the first request that has one. */
    public Optional<String> proxyAuthorization() {
        return requests.stream()
                .flatMap(request -> request.header("Proxy-Authorization").stream())
                .findFirst();
    }

    @Override
    public void close() {
        relay.close();
    }

    private void serve(Socket client) throws IOException {
        String head = readHead(client.getInputStream());
        RequestReader reader = new RequestReader();
        // Without its Content-Length the head is a whole request, and the body stays in the socket to be pumped.
        reader.append(
                ByteBuffer.wrap(latin1(head.replaceAll("(?i)\r\n(content-length|transfer-encoding):[^\r]*", ""))));
        RecordedRequest request = reader.next().orElseThrow(EOFException::new);
        requests.add(request);
        boolean tunnel = request.method().equals("CONNECT");
        URI target = URI.create(tunnel ? "tunnel://" + request.rawPath() : request.rawPath());
        InetAddress address = InetAddress.getByName(target.getHost());
        if (!address.isLoopbackAddress()) {
            answer(client, "403 Loopback Only");
            client.close();
            return;
        }
        Socket server = new Socket(address, target.getPort());
        if (tunnel) {
            answer(client, "200 Connection established");
        } else {
            server.getOutputStream().write(latin1(asOriginServerExpects(head, target)));
        }
        relay.connect(client, server);
    }

    /**
     * One request for each connection, so that every one comes by here and is recorded. The path is passed on as sent:
     * the signature covers it.
     */
    private static String asOriginServerExpects(String head, URI target) {
        String origin = target.getScheme() + "://" + target.getRawAuthority();
        return head.replaceFirst(" " + Pattern.quote(origin), " ")
                .replaceAll("(?i)\r\n((proxy-)?connection|proxy-authorization):[^\r]*", "")
                .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
    }

    private static void answer(Socket client, String statusLine) throws IOException {
        client.getOutputStream().write(latin1("HTTP/1.1 " + statusLine + "\r\n\r\n"));
    }

    /** Byte by byte, since what follows the head belongs to the server. */
    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The client left before the end of its request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
