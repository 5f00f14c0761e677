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
package io.s3copy.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Headers, calls and sizes that servers refuse or drop. */
class FaultyS3RefusalsTest {

    private final FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out");
    private final Wire wire = new Wire(s3);

    @BeforeEach
    void put() {
        s3.put("in", "key", 6L << 20);
    }

    @AfterEach
    void close() {
        s3.close();
    }

    private static void assertRefused(HttpResponse<String> answer, String header) {
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body())
                .contains("<Code>NotImplemented</Code>")
                .contains("A header you provided implies functionality that is not implemented")
                .contains("<Header>" + header + "</Header>");
    }

    @Test
    void aServerMayRefuseToBeAskedForChecksums() {
        s3.with(Quirk.REFUSES_CHECKSUM_MODE);
        assertThat(wire.head("/in/key", "x-amz-checksum-mode", "ENABLED").statusCode())
                .isEqualTo(400);
        assertThat(wire.head("/in/key").statusCode()).isEqualTo(200);
    }

    @Test
    void aServerMayRefuseHeadersOfComplete() {
        s3.with(Quirk.REFUSES_MP_OBJECT_SIZE, Quirk.REFUSES_CHECKSUM_ON_COMPLETE);
        assertRefused(wire.inParts("x-amz-mp-object-size", "6291456"), "x-amz-mp-object-size");
        assertRefused(wire.inParts("x-amz-checksum-type", "FULL_OBJECT"), "x-amz-checksum-type");
        assertThat(wire.inParts().statusCode()).isEqualTo(200);
    }

    @Test
    void aServerMayRefuseAChecksumAtCreate() {
        s3.with(Quirk.REFUSES_CHECKSUM_AT_CREATE);
        assertRefused(wire.create("x-amz-checksum-algorithm", "CRC64NVME"), "x-amz-checksum-algorithm");
        assertThat(wire.create().statusCode()).isEqualTo(200);
    }

    @Test
    void aServerMayRefuseEncryptionAndRedirects() {
        s3.with(Quirk.REFUSES_ENCRYPTION, Quirk.REFUSES_REDIRECT);
        assertRefused(wire.copy("x-amz-server-side-encryption", "AES256"), "x-amz-server-side-encryption");
        assertRefused(wire.create("x-amz-website-redirect-location", "/a"), "x-amz-website-redirect-location");
        assertThat(wire.copy().statusCode()).isEqualTo(200);
    }

    @Test
    void aServerMayRefuseWhatItDoesNotKnowAndNotSayWhat() {
        s3.with(Quirk.REFUSES_UNKNOWN_HEADERS);
        HttpResponse<String> refused = wire.inParts("x-amz-mp-object-size", "6291456");
        assertThat(refused.statusCode()).isEqualTo(501);
        assertThat(refused.body()).doesNotContain("x-amz-mp-object-size");
        assertThat(wire.copy("x-amz-expected-bucket-owner", "111111111111").statusCode())
                .isEqualTo(501);
        assertThat(wire.copy("x-amz-meta-a", "b", "x-amz-storage-class", "STANDARD_IA")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aServerMayHaveNoUploadPartCopy() {
        s3.with(Quirk.NO_UPLOAD_PART_COPY);
        assertThat(wire.part(wire.begin()).statusCode()).isEqualTo(501);
        assertThat(wire.copy().statusCode()).isEqualTo(200);
    }

    @Test
    void aServerMayCopyNoMoreThanFiveDecimalGigabytes() {
        s3.put("in", "key", 5_000_000_001L);
        assertThat(wire.copy().statusCode()).isEqualTo(200);
        s3.with(Quirk.LIMIT_5_GB_DECIMAL);
        HttpResponse<String> refused = wire.copy();
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("<Code>EntityTooLarge</Code>");
        s3.put("in", "key", 5_000_000_000L);
        assertThat(wire.copy().statusCode()).isEqualTo(200);
    }

    @Test
    void theLimitOfACopyCanBeSet() {
        s3.copyLimit((6L << 20) - 1);
        assertThat(wire.copy().body()).contains("<Code>EntityTooLarge</Code>");
        s3.copyLimit(6L << 20);
        assertThat(wire.copy().statusCode()).isEqualTo(200);
    }

    @Test
    void aServerMayHaveNoTags() {
        s3.with(Quirk.NO_TAGGING);
        assertThat(wire.send("GET", "/in/key?tagging").statusCode()).isEqualTo(501);
        assertThat(wire.send("PUT", "/in/key?tagging").statusCode()).isEqualTo(501);
        assertRefused(wire.create("x-amz-tagging", "a=b"), "x-amz-tagging");
        assertThat(wire.copy().statusCode()).isEqualTo(200);
    }

    @Test
    void aServerMayAnswer404ToNoTags() {
        s3.with(Quirk.NO_SUCH_TAG_SET);
        HttpResponse<String> none = wire.send("GET", "/in/key?tagging");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("<Code>NoSuchTagSet</Code>");
        s3.putAgain("in", "key", object -> object.withTags(Map.of("a", "b")));
        assertThat(wire.send("GET", "/in/key?tagging").body()).contains("<Key>a</Key>");
        assertThat(wire.send("GET", "/in/none?tagging").body()).contains("<Code>NoSuchKey</Code>");
    }

    @Test
    void aServerMayDropTheTagsOfAnUpload() {
        String heeded = wire.begin("x-amz-tagging", "a=b");
        wire.complete(heeded, List.of(wire.part(heeded)));
        assertThat(s3.object("out", "key").orElseThrow().tags()).containsEntry("a", "b");
        s3.with(Quirk.IGNORES_TAGGING_AT_CREATE);
        String dropped = wire.begin("x-amz-tagging", "a=b");
        wire.complete(dropped, List.of(wire.part(dropped)));
        assertThat(Wire.header(wire.head("/out/key"), "x-amz-tagging-count")).isNull();
        wire.copy("x-amz-tagging-directive", "REPLACE", "x-amz-tagging", "a=b");
        assertThat(Wire.header(wire.head("/out/key"), "x-amz-tagging-count")).isEqualTo("1");
    }

    @Test
    void aServerMayCopyTheTagsOfTheSourceWhateverIsAsked() {
        s3.putAgain("in", "key", object -> object.withTags(Map.of("old", "tag")));
        s3.with(Quirk.IGNORES_TAGGING_DIRECTIVE);
        wire.copy("x-amz-tagging-directive", "REPLACE", "x-amz-tagging", "new=tag");
        assertThat(s3.object("out", "key").orElseThrow().tags()).isEqualTo(Map.of("old", "tag"));
    }

    @Test
    void aServerMayDropLockRedirectAndAcl() {
        String[] asked = {
            "x-amz-object-lock-mode", "GOVERNANCE",
            "x-amz-object-lock-retain-until-date", "2030-01-01T00:00:00Z",
            "x-amz-object-lock-legal-hold", "ON",
            "x-amz-website-redirect-location", "/elsewhere",
            "x-amz-acl", "public-read"
        };
        wire.copy(asked);
        HttpResponse<String> kept = wire.head("/out/key");
        assertThat(Wire.header(kept, "x-amz-object-lock-legal-hold")).isEqualTo("ON");
        assertThat(Wire.header(kept, "x-amz-website-redirect-location")).isEqualTo("/elsewhere");
        assertThat(wire.send("GET", "/out/key?acl").body()).contains("AllUsers");
        s3.with(Quirk.IGNORES_OBJECT_LOCK, Quirk.IGNORES_REDIRECT, Quirk.IGNORES_ACL);
        wire.copy(asked);
        assertThat(wire.head("/out/key").headers().map().keySet())
                .noneMatch(name -> name.startsWith("x-amz-object-lock") || name.startsWith("x-amz-website"));
        assertThat(wire.send("GET", "/out/key?acl").body()).doesNotContain("AllUsers");
    }
}
