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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of versions and delete markers in the XML of their listing. */
class VersionOrderTest {

    private static VersionOrder of(String xml) {
        return VersionOrder.of(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyTheElementsThemselvesCount() {
        VersionOrder order = of("<?xml version=\"1.0\"?><!-- c --><ListVersionsResult xmlns=\"x\"><VersionIdMarker/>"
                + "<Version><VersionId>v</VersionId><Key>&lt;Version&gt;Version DeleteMarker</Key></Version>"
                + "<s3:DeleteMarker ><Key/></s3:DeleteMarker><Version/>\n<DeleteMarker\n/></ListVersionsResult>");
        assertThat(order.isOf(2, 2)).isTrue();
        assertThat(order.<String>merge(List.of("v1", "v2"), List.of("m1", "m2")))
                .containsExactly("v1", "m1", "v2", "m2");
    }

    @Test
    void itIsOnlyThatOfAsManyAsItHas() {
        VersionOrder order = of("<R><Version/><DeleteMarker/></R>");
        assertThat(order.isOf(1, 1)).isTrue();
        assertThat(order.isOf(2, 0)).isFalse();
        assertThat(order.isOf(0, 1)).isFalse();
    }

    @Test
    void aListingOfObjectsHasNone() {
        assertThat(of("<ListBucketResult><Contents><Key>a</Key></Contents></ListBucketResult>")
                        .isOf(0, 0))
                .isFalse();
        assertThat(of("<ListBucketResult><Version/></ListBucketResult>").isOf(1, 0))
                .isTrue();
    }

    @Test
    void anEndThatIsCutShortIsNoElement() {
        assertThat(of("<R><Version/><Delete").isOf(1, 0)).isTrue();
        assertThat(of("").isOf(0, 0)).isTrue();
    }
}
