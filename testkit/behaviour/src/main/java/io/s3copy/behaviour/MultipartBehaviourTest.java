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
package io.s3copy.behaviour;

import static io.s3copy.behaviour.Capability.COMPLETE_ETAG;
import static io.s3copy.behaviour.Capability.COMPLETE_IF_MATCH;
import static io.s3copy.behaviour.Capability.CREATE_METADATA;
import static io.s3copy.behaviour.Capability.LIST_PARTS;
import static io.s3copy.behaviour.Capability.LIST_PARTS_PAGES;
import static io.s3copy.behaviour.Capability.PARTS;
import static io.s3copy.behaviour.Capability.PARTS_SSE_C;
import static io.s3copy.behaviour.Capability.PART_SOURCE_CONDITION;
import static io.s3copy.camel.S3CopyOperation.completeMultipartUpload;
import static io.s3copy.camel.S3CopyOperation.listParts;
import static io.s3copy.parameter.CopyParameter.CONTENT_TYPE;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_IF_MATCH;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_KEY;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.IF_MATCH;
import static io.s3copy.parameter.CopyParameter.MAX_PARTS;
import static io.s3copy.parameter.CopyParameter.METADATA;
import static io.s3copy.parameter.CopyParameter.MULTIPART_UPLOAD;
import static io.s3copy.parameter.CopyParameter.PART_NUMBER_MARKER;
import static io.s3copy.parameter.CopyParameter.RESULT_ETAG;
import static io.s3copy.parameter.CopyParameter.RESULT_IS_TRUNCATED;
import static io.s3copy.parameter.CopyParameter.RESULT_NEXT_PART_NUMBER_MARKER;
import static io.s3copy.parameter.CopyParameter.RESULT_PARTS;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

/** Copies in parts, by the raw operations. */
class MultipartBehaviourTest extends PartsBehaviour {

    @Test
    @Needs({PARTS, COMPLETE_ETAG})
    void namesTheETagOfAnObjectOfThreeParts() {
        begin();
        List<Map<String, Object>> parts = List.of(
                part(1, FIRST),
                part(2, "bytes=" + PART + "-" + (2 * PART - 1)),
                part(3, "bytes=" + 2 * PART + "-" + (Bench.LARGE - 1)));
        assertThat(complete(parts).result(RESULT_ETAG)).contains("-3");
        assertThat(bench().bytes(bench().destination(), key())).isEqualTo(bench().largeContent());
    }

    /** What came first is no matter: the numbers order the parts. */
    @Test
    @Needs(PARTS)
    void completesPartsThatWereCopiedInAnyOrder() {
        begin();
        Map<String, Object> second = part(2, "bytes=0-99");
        complete(List.of(second, part(1, FIRST))).succeeds();
        byte[] copied = bench().bytes(bench().destination(), key());
        assertThat(copied).hasSize(PART + 100).startsWith(Arrays.copyOf(bench().largeContent(), PART));
    }

    @Test
    @Needs(PARTS)
    void copiesAWholeSourceWithoutARange() {
        begin();
        String eTag = partCall(1).result(RESULT_ETAG);
        complete(List.of(Map.of("PartNumber", 1, "ETag", eTag))).succeeds();
        assertThat(bench().bytes(bench().destination(), key())).isEqualTo(bench().largeContent());
    }

    @Test
    @Needs({PARTS, CREATE_METADATA})
    void takesMetadataWhenTheUploadBegins() {
        begin(create().with(METADATA, Map.of("colour", "red")).with(CONTENT_TYPE, "text/csv"));
        complete(List.of(part(1, FIRST))).succeeds();
        assertThat(bench().head(bench().destination(), key()).metadata()).isEqualTo(Map.of("colour", "red"));
        assertThat(bench().head(bench().destination(), key()).contentType()).isEqualTo("text/csv");
    }

    @Test
    @Needs({PARTS, PART_SOURCE_CONDITION})
    void copiesAPartOfTheSourceThatIfMatchNames() {
        begin();
        String eTag = bench().head(bench().source(), bench().large()).eTag();
        assertThat(partCall(1).with(COPY_SOURCE_IF_MATCH, eTag).result(RESULT_ETAG))
                .isNotEmpty();
    }

    @Test
    @Needs({PARTS, LIST_PARTS})
    void listsThePartsThatWereCopied() {
        begin();
        Map<String, Object> first = part(1, "bytes=0-99");
        Map<String, Object> seventh = part(7, "bytes=100-199");
        assertThat(parts(ofUpload(listParts).succeeds()))
                .containsExactly(Map.entry(1, bare(first.get("ETag"))), Map.entry(7, bare(seventh.get("ETag"))));
    }

    @Test
    @Needs({PARTS, LIST_PARTS})
    void completesWithThePartsOfAListing() {
        begin();
        part(1, FIRST);
        Object listed = ofUpload(listParts).succeeds().getHeader(RESULT_PARTS.header());
        ofUpload(completeMultipartUpload).with(MULTIPART_UPLOAD, listed).succeeds();
        assertThat(bench().head(bench().destination(), key()).contentLength()).isEqualTo(PART);
    }

    @Test
    @Needs({PARTS, LIST_PARTS_PAGES})
    void listsPartsInPages() {
        begin();
        part(1, "bytes=0-99");
        part(2, "bytes=100-199");
        Message page = ofUpload(listParts).with(MAX_PARTS, 1).succeeds();
        assertThat(parts(page)).extracting(Map.Entry::getKey).containsExactly(1);
        assertThat(page.getHeader(RESULT_IS_TRUNCATED.header())).isEqualTo(true);
        Object next = page.getHeader(RESULT_NEXT_PART_NUMBER_MARKER.header());
        assertThat(parts(ofUpload(listParts).with(PART_NUMBER_MARKER, next).succeeds()))
                .extracting(Map.Entry::getKey)
                .containsExactly(2);
    }

    @Test
    @Needs({PARTS, COMPLETE_IF_MATCH})
    void overwritesTheObjectThatIfMatchNamesWhenCompleting() {
        begin();
        String eTag =
                bench().put(bench().destination(), key(), "there", put -> {}).eTag();
        complete(List.of(part(1, FIRST))).with(IF_MATCH, eTag).succeeds();
        assertThat(bench().head(bench().destination(), key()).contentLength()).isEqualTo(PART);
    }

    @Test
    @Needs({PARTS, PARTS_SSE_C})
    void copiesPartsBetweenCustomerKeys() {
        CustomerKeyPair before = CustomerKeyPair.random();
        CustomerKeyPair after = CustomerKeyPair.random();
        begin(create().with(SSE_CUSTOMER_KEY, after.key()));
        String eTag = partCall(1)
                .with(COPY_SOURCE_KEY, bench().encrypted("secret", before))
                .with(COPY_SOURCE_SSE_CUSTOMER_KEY, before.key())
                .with(SSE_CUSTOMER_KEY, after.key())
                .result(RESULT_ETAG);
        complete(List.of(Map.of("PartNumber", 1, "ETag", eTag))).succeeds();
        assertThat(bench().content(bench().destination(), key(), after)).isEqualTo("secret");
    }
}
