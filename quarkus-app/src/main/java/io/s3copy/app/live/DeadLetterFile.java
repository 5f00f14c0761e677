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
package io.s3copy.app.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;

/**
 * Keeps the notifications of a webhook whose objects cannot be copied: a line of JSON each, on the disk before the sender is
 * told that it need not send it again. Once the file is full, the sender keeps them.
 */
public final class DeadLetterFile {

    static final long MOST_BYTES = 64L << 20;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAUSE = "S3CopyError";

    private final Path file;
    private final long most;

    DeadLetterFile(Path file) {
        this(file, MOST_BYTES);
    }

    /** The same with another limit. */
    DeadLetterFile(Path file, long most) {
        this.file = file;
        this.most = most;
    }

    /**
     * Takes one.
     *
     * @throws IOException if it could not be written, or the file is full
     */
    @Handler
    public synchronized void take(Exchange exchange) throws IOException {
        Map<String, String> letter = new LinkedHashMap<>();
        letter.put("time", Instant.now().toString());
        letter.put("cause", exchange.getMessage().getHeader(CAUSE, "", String.class));
        letter.put("payload", exchange.getMessage().getBody(String.class));
        byte[] line = ("\n" + JSON.writeValueAsString(letter) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(file.getParent());
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            if (end + line.length > most) {
                throw new IOException(file + " is full: look at its dead letters, and move it away");
            }
            // a process that was killed, or a disk that was full, may have left a part of a line
            int from = end == 0 || endsALine(channel, end) ? 1 : 0;
            ByteBuffer bytes = ByteBuffer.wrap(line, from, line.length - from);
            try {
                channel.position(end);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        }
    }

    private static boolean endsALine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.position() == 1 && last.get(0) == '\n';
    }
}
