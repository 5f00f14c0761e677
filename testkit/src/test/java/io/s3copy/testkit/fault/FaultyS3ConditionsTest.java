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

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conditions by S3's rules, and servers that do not heed them. */
class FaultyS3ConditionsTest {

    private static final String OTHER = "\"00000000000000000000000000000000\"";
    private static final String PIN = "x-amz-copy-source-if-match";

    private final FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out");
    private final Wire wire = new Wire(s3);
    private final StoredObject source = s3.put("in", "key", 6L << 20);

    @AfterEach
    void close() {
        s3.close();
    }

    private int copyPinned(String eTag) {
        return wire.copy(PIN, eTag).statusCode();
    }

    private int partPinned(String eTag) {
        return wire.part(wire.begin(), PIN, eTag).statusCode();
    }

    @Test
    void copiesAndPartsWithAPinThatDoesNotMatchAre412() {
        assertThat(List.of(copyPinned(OTHER), partPinned(OTHER))).containsExactly(412, 412);
        assertThat(List.of(copyPinned(source.eTag()), partPinned(source.eTag())))
                .containsExactly(200, 200);
    }

    @Test
    void aServerMayIgnoreConditionsOnTheSource() {
        s3.with(Quirk.IGNORES_SOURCE_CONDITIONS);
        assertThat(List.of(copyPinned(OTHER), partPinned(OTHER))).containsExactly(200, 200);
    }

    @Test
    void aServerMayIgnoreConditionsOnTheSourceOfPartsAlone() {
        s3.with(Quirk.IGNORES_PART_SOURCE_CONDITIONS);
        assertThat(List.of(copyPinned(OTHER), partPinned(OTHER))).containsExactly(412, 200);
    }

    @Test
    void aServerMayNeverMatchAnObjectMadeOfParts() {
        StoredObject segmented =
                s3.put("in", "key", 12L << 20, object -> object.inPartsOf(List.of(6L << 20, 6L << 20)));
        assertThat(List.of(copyPinned(segmented.eTag()), partPinned(segmented.eTag())))
                .containsExactly(200, 200);
        s3.with(Quirk.SEGMENTED_SOURCE_NEVER_MATCHES);
        assertThat(List.of(copyPinned(segmented.eTag()), partPinned(segmented.eTag())))
                .containsExactly(412, 412);
        assertThat(wire.head("/in/key", "If-Match", segmented.eTag()).statusCode())
                .isEqualTo(412);
        assertThat(wire.copy().statusCode()).isEqualTo(200);
    }

    @Test
    void aConditionOnTheDestinationIsCheckedByCopyObjectAndByComplete() {
        assertThat(wire.copy("If-Match", OTHER).statusCode()).isEqualTo(404);
        assertThat(wire.copy("If-Match", OTHER).body()).contains("<Code>NoSuchKey</Code>");
        assertThat(wire.inParts("If-Match", OTHER).statusCode()).isEqualTo(404);
        assertThat(wire.copy("If-None-Match", "*").statusCode()).isEqualTo(200);
        assertThat(wire.copy("If-None-Match", "*").statusCode()).isEqualTo(412);
        assertThat(wire.copy("If-Match", OTHER).statusCode()).isEqualTo(412);
        assertThat(wire.inParts("If-None-Match", "*").statusCode()).isEqualTo(412);
        assertThat(wire.inParts("If-Match", OTHER).statusCode()).isEqualTo(412);
        assertThat(s3.writes("out", "key")).hasSize(1);
        assertThat(wire.inParts("If-Match", source.eTag()).statusCode()).isEqualTo(200);
    }

    @Test
    void aServerMayOverwriteWhateverTheConditionSays() {
        s3.with(Quirk.IGNORES_DESTINATION_CONDITIONS).put("out", "key", 1);
        assertThat(wire.copy("If-None-Match", "*").statusCode()).isEqualTo(200);
        assertThat(wire.inParts("If-Match", OTHER).statusCode()).isEqualTo(200);
        assertThat(s3.writes("out", "key")).hasSize(3);
    }

    @Test
    void aServerMayHeedConditionsOnTheDestinationOfCompleteAlone() {
        s3.with(Quirk.IGNORES_DESTINATION_CONDITIONS_ON_COPY).put("out", "key", 1);
        assertThat(wire.copy("If-None-Match", "*").statusCode()).isEqualTo(200);
        assertThat(wire.inParts("If-None-Match", "*").statusCode()).isEqualTo(412);
    }

    private int deleteMatching(String eTag) {
        return wire.send("DELETE", "/in/key", "If-Match", eTag).statusCode();
    }

    @Test
    void deleteHeedsIfMatchWhateverWritesDo() {
        s3.with(Quirk.IGNORES_DESTINATION_CONDITIONS);
        assertThat(deleteMatching(OTHER)).isEqualTo(412);
        assertThat(s3.object("in", "key")).isPresent();
        assertThat(deleteMatching(source.eTag())).isEqualTo(204);
        assertThat(deleteMatching(source.eTag())).isEqualTo(404);
    }

    @Test
    void aVersionIsDeletedByItsIdAlone() {
        s3.bucket("kept", true);
        StoredObject old = s3.put("kept", "key", 1);
        StoredObject now = s3.put("kept", "key", 2);
        String target = "/kept/key?versionId=";
        assertThat(wire.send("DELETE", target + "none").statusCode()).isEqualTo(204);
        assertThat(s3.object("kept", "key")).contains(now);
        wire.send("DELETE", target + now.versionId());
        assertThat(s3.object("kept", "key")).contains(old);
        wire.send("DELETE", "/kept/key");
        assertThat(s3.object("kept", "key")).isEmpty();
        assertThat(wire.send("DELETE", "/none/key").body()).contains("<Code>NoSuchBucket</Code>");
    }

    @Test
    void aServerMayDeleteWhateverIsThere() {
        s3.with(Quirk.IGNORES_DELETE_CONDITIONS);
        assertThat(deleteMatching(OTHER)).isEqualTo(204);
        assertThat(s3.object("in", "key")).isEmpty();
        assertThat(wire.copy("If-Match", OTHER).statusCode()).isEqualTo(404);
    }
}
