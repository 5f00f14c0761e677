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
package io.s3copy.routes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** A request of HTTP/1.1 byte by byte, whose answer is read while the body is still sent. */
final class Wire implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;
    private final CompletableFuture<Integer> status;

    Wire(int port, String... head) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        send("POST /s3-events HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", head) + "\r\n\r\n");
        status = CompletableFuture.supplyAsync(this::readStatus);
    }

    private int readStatus() {
        try {
            String line = lines.readLine();
            while (line != null && !line.startsWith("HTTP/1.1 ")) {
                line = lines.readLine();
            }
            return line == null ? -1 : Integer.parseInt(line.substring(9, 12));
        } catch (IOException e) {
            return -1;
        }
    }

    void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    /** Sends so many bytes in chunks, or less where the server closes the connection; says how many. */
    long sendChunks(long bytes) {
        byte[] chunk = ("10000\r\n" + "x".repeat(1 << 16) + "\r\n").getBytes(US_ASCII);
        long sent = 0;
        try {
            OutputStream out = socket.getOutputStream();
            while (sent < bytes) {
                out.write(chunk);
                sent += 1 << 16;
            }
            out.write("0\r\n\r\n".getBytes(US_ASCII));
            out.flush();
        } catch (IOException e) { // closed
            return sent;
        }
        return sent;
    }

    /** The status of the answer; -1 where there is none. */
    int status() {
        return status.join();
    }

    /** The status of the answer after that. */
    int nextStatus() {
        status.join();
        return readStatus();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
