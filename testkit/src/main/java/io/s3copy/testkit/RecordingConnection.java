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
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;

/**
 * One client connection of a {@link StubServer}. It keeps a read pending even while an answer is held, which is how it
 * notices clients that give up.
 */
final class RecordingConnection {

    private static final byte[] FILLER = new byte[64 * 1024];

    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    private final AsynchronousSocketChannel channel;
    private final StubServer server;
    private final RequestReader reader = new RequestReader();
    private final ByteBuffer received = ByteBuffer.allocate(32 * 1024);
    /** From the arrival of a request until its answer is written. */
    private boolean answering;
    /** From the arrival of a request until the last bytes of its answer are about to be written. */
    private boolean inFlight;

    private boolean closed;

    RecordingConnection(AsynchronousSocketChannel channel, StubServer server) {
        this.channel = channel;
        this.server = server;
    }

    void read() {
        received.clear();
        channel.read(received, null, new CompletionHandler<Integer, Void>() {
            @Override
            public void completed(Integer count, Void none) {
                if (count < 0) {
                    close();
                } else {
                    take();
                    read();
                    answerNext();
                }
            }

            @Override
            public void failed(Throwable cause, Void none) {
                close();
            }
        });
    }

    private synchronized void take() {
        reader.append(received.flip());
    }

    private void answerNext() {
        RecordedRequest request;
        synchronized (this) {
            if (answering || closed) {
                return;
            }
            request = reader.next().orElse(null);
            if (request == null) {
                if (reader.wantsContinue()) {
                    write(ByteBuffer.wrap(CONTINUE.getBytes(StandardCharsets.US_ASCII)), () -> {});
                }
                return;
            }
            answering = true;
            inFlight = true;
        }
        Response response = server.exchanges().received(request);
        whenEnded(response.delivery().held(), () -> deliver(response, request));
    }

    private void deliver(Response response, RecordedRequest request) {
        if (response.delivery().cut()) {
            countOut();
            close();
            return;
        }
        ResponseBytes bytes = ResponseBytes.of(response, request);
        write(
                bytes.early(),
                () -> whenEnded(response.delivery().bodyHeld(), () -> {
                    // Counted out before the last byte leaves: a client that sends its next request on reading this
                    // answer must
                    // not appear to have had both in flight.
                    if (countOut()) {
                        write(bytes.rest(), () -> fill(bytes.filler(), () -> answered(bytes.closesConnection())));
                    }
                }));
    }

    /** Sends bytes that mean nothing, a block at a time, until the client has them all or hangs up. */
    private void fill(long left, Runnable then) {
        if (left == 0) {
            then.run();
            return;
        }
        int count = (int) Math.min(left, FILLER.length);
        server.filled(count);
        write(ByteBuffer.wrap(FILLER, 0, count), () -> fill(left - count, then));
    }

    private void answered(boolean closes) {
        if (closes) {
            close();
            return;
        }
        synchronized (this) {
            answering = false;
        }
        answerNext();
    }

    /** False when the client had already gone. */
    private synchronized boolean countOut() {
        if (!inFlight) {
            return false;
        }
        inFlight = false;
        server.exchanges().answered();
        return true;
    }

    private void write(ByteBuffer bytes, Runnable then) {
        if (!bytes.hasRemaining()) {
            then.run();
            return;
        }
        channel.write(bytes, null, new CompletionHandler<Integer, Void>() {
            @Override
            public void completed(Integer count, Void none) {
                write(bytes, then);
            }

            @Override
            public void failed(Throwable cause, Void none) {
                close();
            }
        });
    }

    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (inFlight) {
                inFlight = false;
                server.exchanges().unheard();
            }
        }
        try {
            channel.close();
        } catch (IOException e) {
            // The socket is gone either way.
        }
        server.closed(this);
    }

    private static void whenEnded(CompletionStage<?> stage, Runnable then) {
        var unused = stage.handle((result, failure) -> {
            then.run();
            return null;
        });
    }
}
