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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.manifest.ManifestFormat;
import io.s3copy.bulk.manifest.ManifestOptions;
import io.s3copy.bulk.manifest.ManifestReader;
import io.s3copy.bulk.manifest.Manifests;
import io.s3copy.bulk.run.ManifestWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadShareTest {

    private static final int LINES = 100_000;

    private static final byte[] KEYS = IntStream.range(0, LINES)
            .mapToObj(number -> "folder/object-" + number + "\n")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);

    private final ReadShare share = new ReadShare();

    private ManifestWork.Opener opener(long size) {
        return share.of(() -> Manifests.open(
                share.counted(new ByteArrayInputStream(KEYS), size),
                ManifestOptions.of("keys", ManifestFormat.KEYS).bucket("in"),
                (bucket, key) -> {
                    throw new AssertionError("keys are read from the stream");
                }));
    }

    @Test
    void halfOfAManifestIsAHalf() throws IOException {
        ManifestWork.Opener manifest = opener(KEYS.length);
        assertThat(manifest.share()).isNull();
        try (ManifestReader reader = manifest.open()) {
            for (int line = 0; line < LINES / 2; line++) {
                assertThat(reader.next()).isNotNull();
            }
            assertThat(manifest.share()).isBetween(0.45, 0.55);
            while (reader.next() != null) {
                // to the end
            }
        }
        assertThat(manifest.share()).isEqualTo(1);
    }

    @Test
    void ofAnUnknownSizeThereIsNoShare() throws IOException {
        ManifestWork.Opener manifest = opener(-1);
        try (ManifestReader reader = manifest.open()) {
            assertThat(reader.next()).isNotNull();
            assertThat(manifest.share()).isNull();
        }
    }

    @Test
    void entriesOfAListAreCounted() {
        ManifestWork.Opener manifest = share.of(() -> null);
        share.entries(3, 4);
        assertThat(manifest.share()).isEqualTo(0.75);
    }
}
