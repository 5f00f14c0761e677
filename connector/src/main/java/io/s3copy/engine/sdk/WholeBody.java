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
package io.s3copy.engine.sdk;

import java.io.FilterInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;

/** A body that ends with what was announced, or fails: it never just ends earlier. Failures are those of streams. */
final class WholeBody extends FilterInputStream {

    private final ResponseInputStream<?> body;
    private final @Nullable Long length;
    private long count;
    private boolean ended;

    /**
     * A body.
     *
     * @param length in bytes, as announced; null where nothing was
     */
    WholeBody(ResponseInputStream<?> body, @Nullable Long length) {
        super(body);
        this.body = body;
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int read;
        try {
            read = super.read(bytes, from, most);
        } catch (RuntimeException e) {
            throw new IOException("the object could not be read to its end: " + e.getMessage(), e);
        }
        if (read > 0) {
            count += read;
        } else if (read < 0) {
            if (length != null && count != length) {
                throw new IOException("the object ended after " + count + " of " + length + " bytes");
            }
            ended = true;
        }
        return read;
    }

    /** By reading: what is skipped counts. */
    @Override
    public long skip(long most) throws IOException {
        byte[] skipped = new byte[(int) Math.max(0, Math.min(most, 8192))];
        long sum = 0;
        while (sum < most) {
            int read = read(skipped, 0, (int) Math.min(skipped.length, most - sum));
            if (read < 0) {
                break;
            }
            sum += read;
        }
        return sum;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Hangs up if it was not read to its end: the rest of a large object is not worth a connection. */
    @Override
    public void close() throws IOException {
        if (ended || (length != null && count == length)) {
            super.close();
        } else {
            body.abort();
        }
    }
}
