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
package io.s3copy.bulk.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text that others made: gzipped or not, UTF-8 with or without a byte order mark, ended by LF or CRLF. A line
 * is bounded, and so is the memory. Bytes that are not UTF-8 are an error: a replaced character would be another key.
 */
final class Lines implements Closeable {

    /** The longest line, in bytes. A key of 1,024 bytes is six times as long in JSON at most. */
    static final int MAX_LENGTH = 64 << 10;

    private final String document;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[1 << 10];
    private int at;
    private int end;
    private long number;

    /**
     * Lines.
     *
     * @param document what errors call the text
     */
    Lines(String document, InputStream content) throws IOException {
        this.document = document;
        this.in = uncompressed(content);
    }

    private static InputStream uncompressed(InputStream content) throws IOException {
        PushbackInputStream in = new PushbackInputStream(content, 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == Gunzip.MAGIC_1 && (magic[1] & 0xff) == Gunzip.MAGIC_2;
        return gzip ? new Gunzip(in) : in;
    }

    /** The next line without its end, or null behind the last. */
    @Nullable
    String next() throws IOException {
        int length = 0;
        boolean ended = false;
        number++;
        while (!ended && more()) {
            int newline = at;
            while (newline < end && buffer[newline] != '\n') {
                newline++;
            }
            length = append(length, newline - at);
            ended = newline < end;
            at = ended ? newline + 1 : newline;
        }
        if (!ended && length == 0) {
            number--;
            return null;
        }
        int start = number == 1 ? byteOrderMark(length) : 0;
        int stop = length > start && line[length - 1] == '\r' ? length - 1 : length;
        return text(start, stop);
    }

    /** Which line was read last, from 1 on. */
    long number() {
        return number;
    }

    private int append(int length, int count) {
        if (length + count > MAX_LENGTH) {
            throw unreadable("the line is longer than 64 KiB", "Write one object on each line", null);
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
        }
        System.arraycopy(buffer, at, line, length, count);
        return length + count;
    }

    private int byteOrderMark(int length) {
        int first = length > 1 ? (line[0] & 0xff) << 8 | (line[1] & 0xff) : 0;
        if (first == 0xfeff || first == 0xfffe) {
            throw unreadable("the text is UTF-16", "Save it as UTF-8", null);
        }
        return first == 0xefbb && length > 2 && (line[2] & 0xff) == 0xbf ? 3 : 0;
    }

    private String text(int start, int stop) {
        String text = new String(line, start, stop - start, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) { // it was there, or stands for what is none
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, start, stop - start));
            } catch (CharacterCodingException e) {
                throw unreadable("the text is not UTF-8", "Save it as UTF-8", e);
            }
        }
        return text;
    }

    private boolean more() throws IOException {
        while (at == end) {
            int count;
            try {
                count = in.read(buffer, 0, buffer.length);
            } catch (ZipException e) {
                throw unreadable(String.valueOf(e.getMessage()), "Make the manifest again, or fetch it again", e);
            }
            if (count < 0) {
                return false;
            }
            at = 0;
            end = count;
        }
        return true;
    }

    private UnreadableManifestException unreadable(String rule, String fix, @Nullable Throwable cause) {
        return new UnreadableManifestException(document, number, rule, fix, cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
