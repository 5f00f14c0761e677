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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What gzip compressed comes back whole, or not at all. */
class GunzipTest {

    @Property(tries = 200)
    void allMembersComeBackHoweverTheyArrive(@ForAll @Size(max = 4) List<byte[]> members, @ForAll int seed)
            throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (byte[] member : members) {
            packed.write(ManifestTexts.gzip(member));
            plain.write(member);
        }
        try (Gunzip gunzip = new Gunzip(new InPieces(packed.toByteArray(), seed))) {
            assertThat(gunzip.readAllBytes()).isEqualTo(plain.toByteArray());
        }
    }

    @Property(tries = 200)
    void whatIsCutShortIsAnError(@ForAll @Size(min = 1, max = 300) byte[] content, @ForAll int at) {
        byte[] packed = ManifestTexts.gzip(content);
        byte[] cut = Arrays.copyOf(packed, 1 + Math.floorMod(at, packed.length - 1));
        assertThatThrownBy(() -> new Gunzip(new ByteArrayInputStream(cut)).readAllBytes())
                .isInstanceOf(ZipException.class);
    }

    @Test
    void whatFollowsTheLastMemberIsAnErrorAndNotTheEnd() {
        byte[] packed = ManifestTexts.gzip("a");
        byte[] followed = Arrays.copyOf(packed, packed.length + 3);
        assertThatThrownBy(() -> new Gunzip(new ByteArrayInputStream(followed)).readAllBytes())
                .isInstanceOf(ZipException.class);
    }

    @Property(tries = 200)
    void aChecksumThatIsAnotherIsAnError(@ForAll @Size(min = 1, max = 300) byte[] content) {
        byte[] packed = ManifestTexts.gzip(content);
        packed[packed.length - 8] ^= 1;
        assertThatThrownBy(() -> new Gunzip(new ByteArrayInputStream(packed)).readAllBytes())
                .isInstanceOf(ZipException.class);
    }

    /** As a network gives them, and says of nothing that it is available. */
    private static final class InPieces extends FilterInputStream {

        private final Random random;

        InPieces(byte[] bytes, int seed) {
            super(new ByteArrayInputStream(bytes));
            this.random = new Random(seed);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return super.read(into, from, Math.min(length, 1 + random.nextInt(40)));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
