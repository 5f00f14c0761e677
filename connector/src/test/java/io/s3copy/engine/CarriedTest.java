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
package io.s3copy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an upload must carry of its source, as CreateMultipartUpload knows of none. */
class CarriedTest {

    private static CopyRequest.Builder request() {
        return CopyRequest.builder().source("in", "key").destination("out", "key");
    }

    private static ObjectHead.Builder source() {
        return ObjectHead.builder().length(100L);
    }

    private static Carried carried(CopyRequest.Builder request, ObjectHead.Builder source, Map<String, String> tags) {
        return Carried.of(request.build(), source.build(), Optional.of(tags), List.of(), ServiceTraits.ofAws());
    }

    private static Carried carried(CopyRequest.Builder request, ObjectHead.Builder source) {
        return carried(request, source, Map.of());
    }

    private static ObjectHead.Builder described() {
        return source().metadata(Map.of("a", "1")).systemMetadata(Map.of("Content-Type", "text/plain"));
    }

    @Test
    void theUploadHasTheMetadataOfTheSource() {
        CopyRequest create = carried(request(), described()).create();
        assertThat(create.get(CopyParameter.METADATA)).isEqualTo(Map.of("a", "1"));
        assertThat(create.text(CopyParameter.CONTENT_TYPE)).isEqualTo("text/plain");
    }

    @Test
    void replacedMetadataIsNotThatOfTheSource() {
        CopyRequest create = carried(request().set(CopyParameter.METADATA_DIRECTIVE, "REPLACE"), described())
                .create();
        assertThat(create.has(CopyParameter.METADATA)).isFalse();
        assertThat(create.has(CopyParameter.CONTENT_TYPE)).isFalse();
    }

    @Test
    void metadataThatHeadCannotShowIsToldAsNotCarried() {
        assertThat(carried(request(), source().missingMeta(2)).notCarried())
                .containsExactly("Metadata (2 entries that the REST API cannot show)");
    }

    @Test
    void tagsThatFitTheHeaderTravelWithTheUpload() {
        Carried carried = carried(request(), source(), Map.of("team", "blue"));
        assertThat(carried.create().text(CopyParameter.TAGGING)).isEqualTo("team=blue");
        assertThat(carried.tagsToPut()).isEmpty();
    }

    @Test
    void tagsThatAreTooLongForTheHeaderArePutAfterTheCopy() {
        Map<String, String> tags = new TreeMap<>();
        for (int number = 0; number < 10; number++) {
            tags.put("tag" + number, "v".repeat(250));
        }
        Carried carried = carried(request(), source(), tags);
        assertThat(carried.create().has(CopyParameter.TAGGING)).isFalse();
        assertThat(carried.tagsToPut()).isEqualTo(tags);
    }

    @Test
    void tagsThatMayNotBeReadAreToldAsNotCarried() {
        Carried carried =
                Carried.of(request().build(), source().build(), Optional.empty(), List.of(), ServiceTraits.ofAws());
        assertThat(carried.notCarried()).containsExactly("Tagging");
    }

    @Test
    void theUploadComputesTheChecksumThatTheSourceHas() {
        CopyRequest create = carried(
                        request(),
                        source().checksums(Map.of("ChecksumCRC32", "AAAAAA==")).checksumType("FULL_OBJECT"))
                .create();
        assertThat(create.text(CopyParameter.CHECKSUM_ALGORITHM)).isEqualTo("CRC32");
        assertThat(create.text(CopyParameter.CHECKSUM_TYPE)).isEqualTo("FULL_OBJECT");
    }

    @Test
    void noUploadComputesADigestOfTheWholeThatIsNoCrc() {
        CopyRequest create = carried(
                        request(),
                        source().checksums(Map.of("ChecksumSHA256", "AAAAAA==")).checksumType("FULL_OBJECT"))
                .create();
        assertThat(create.text(CopyParameter.CHECKSUM_ALGORITHM)).isEqualTo("SHA256");
        assertThat(create.has(CopyParameter.CHECKSUM_TYPE)).isFalse();
    }

    @Test
    void annotationsThatWereAskedForAreToldAsNotCarried() {
        assertThat(carried(request().set(CopyParameter.ANNOTATION_DIRECTIVE, "COPY"), source())
                        .notCarried())
                .containsExactly("Annotations");
    }
}
