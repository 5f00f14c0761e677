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

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What gzip compressed, in one member or in several. The JDK's GZIPInputStream ends silently at a member whose header is
 * damaged, and at one that has not arrived yet; here only the end of the input is the end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class Gunzip extends InputStream {

    static final int MAGIC_1 = 0x1f;
    static final int MAGIC_2 = 0x8b;

    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] one = new byte[1];
    private int at;
    private int end;
    private boolean inMember;
    private boolean ended;

    Gunzip(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember) {
                begin();
                continue;
            }
            int count = inflate(into, from, length);
            if (count > 0) {
                crc.update(into, from, count);
                return count;
            } else if (inflater.finished()) {
                finish();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("gzip data that needs a dictionary");
            } else {
                fill();
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int from, int length) throws ZipException {
        try {
            return inflater.inflate(into, from, length);
        } catch (DataFormatException e) {
            ZipException damaged = new ZipException("the gzip data is damaged");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private void fill() throws IOException {
        if (!more()) {
            throw new ZipException("the gzip data ends before it is complete");
        }
        inflater.setInput(buffer, at, end - at);
        at = end;
    }

    /** The header of a member, or the end. */
    private void begin() throws IOException {
        if (!more()) {
            ended = true;
            return;
        }
        if (next() != MAGIC_1 || next() != MAGIC_2 || next() != DEFLATE) {
            throw new ZipException("what follows is no gzip data");
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            int low = next();
            skip(low | next() << 8);
        }
        skipText(flags & NAME);
        skipText(flags & COMMENT);
        skip((flags & HEADER_CRC) == 0 ? 0 : 2);
        inflater.reset();
        crc.reset();
        inMember = true;
    }

    private void finish() throws IOException {
        at = end - inflater.getRemaining();
        long sum = number();
        long size = number();
        if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw new ZipException("the gzip data has another checksum or size than it says");
        }
        inMember = false;
    }

    private long number() throws IOException {
        long number = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            number |= (long) next() << shift;
        }
        return number;
    }

    private void skipText(int flag) throws IOException {
        int last = flag;
        while (last != 0) {
            last = next();
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private int next() throws IOException {
        if (!more()) {
            throw new ZipException("the gzip data ends before it is complete");
        }
        return buffer[at++] & 0xff;
    }

    private boolean more() throws IOException {
        while (at == end) {
            int count = in.read(buffer, 0, buffer.length);
            if (count < 0) {
                return false;
            }
            at = 0;
            end = count;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        ended = true;
        in.close();
    }
}
