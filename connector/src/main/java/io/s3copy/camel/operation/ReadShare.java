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
package io.s3copy.camel.operation;

import io.s3copy.bulk.manifest.ManifestReader;
import io.s3copy.bulk.run.ManifestWork;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** How much of a manifest has been read. One thread reads, any may ask. */
final class ReadShare {

    private volatile long size = -1;
    private volatile long read;

    /** Opens a manifest, of which this tells the share that has been read. */
    ManifestWork.Opener of(ManifestWork.Opener opener) {
        return new ManifestWork.Opener() {
            @Override
            public ManifestReader open() throws IOException {
                return opener.open();
            }

            @Override
            public @Nullable Double share() {
                long all = size;
                return all <= 0 ? null : (Double) Math.min(1.0, (double) read / all);
            }
        };
    }

    /** Counts what is read of a stream of so many bytes; negative where nobody knows how many. */
    InputStream counted(InputStream stream, long bytes) {
        size = bytes;
        return new Counted(stream);
    }

    /** So many of so many entries have been read. */
    void entries(long number, long all) {
        size = all;
        read = number;
    }

    private final class Counted extends FilterInputStream {

        private long count;

        private Counted(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            add(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int number = super.read(into, offset, length);
            add(Math.max(0, number));
            return number;
        }

        @Override
        public long skip(long number) throws IOException {
            long skipped = super.skip(number);
            add(skipped);
            return skipped;
        }

        private void add(long number) {
            count += number;
            read = count;
        }
    }
}
