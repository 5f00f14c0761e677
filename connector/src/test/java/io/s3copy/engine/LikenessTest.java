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

import static io.s3copy.engine.Likeness.OTHER;
import static io.s3copy.engine.Likeness.SAME;
import static io.s3copy.engine.Likeness.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.s3.ObjectHead;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two objects are the same, or others, only where something says so that cannot lie; else it is not decided. */
class LikenessTest {

    private static final String MD5 = "\"9b2cf535f27731c974343645a3985328\"";
    private static final String OTHER_MD5 = "\"00000000000000000000000000000001\"";
    private static final String OF_PARTS = "\"9b2cf535f27731c974343645a3985328-3\"";

    private record Told(
            @Nullable Long length,
            @Nullable String eTag,
            Map<String, String> sums,
            @Nullable String type,
            String encryption) {

        static Told eTag(@Nullable String eTag) {
            return new Told(9L, eTag, Map.of(), null, "AES256");
        }

        Told length(@Nullable Long other) {
            return new Told(other, eTag, sums, type, encryption);
        }

        Told sum(String name, String sum, @Nullable String ofType) {
            return new Told(length, eTag, Map.of(name, sum), ofType, encryption);
        }

        Told encrypted(String other) {
            return new Told(length, eTag, sums, type, other);
        }

        Likeness and(Told other) {
            return and(other, true);
        }

        Likeness and(Told other, boolean eTagsTell) {
            Likeness likeness = Likeness.of(head(), other.head(), eTagsTell);
            assertThat(Likeness.of(other.head(), head(), eTagsTell))
                    .as("the other way round")
                    .isEqualTo(likeness);
            return likeness;
        }

        private ObjectHead head() {
            return ObjectHead.builder()
                    .length(length)
                    .eTag(eTag)
                    .lastModified(Instant.EPOCH)
                    .checksums(sums)
                    .checksumType(type)
                    .encryption(encryption)
                    .build();
        }
    }

    private static Told summed(String eTag, String sum) {
        return Told.eTag(eTag).sum("ChecksumCRC32", sum, "FULL_OBJECT");
    }

    @Test
    void anotherSizeIsAnotherObjectAndAnUnknownOneTellsNothing() {
        assertThat(Told.eTag(MD5).and(Told.eTag(MD5).length(8L))).isEqualTo(OTHER);
        assertThat(Told.eTag(MD5).and(Told.eTag(MD5).length(null))).isEqualTo(UNDECIDED);
    }

    @Test
    void digestsOfTheContentTell() {
        assertThat(Told.eTag(MD5).and(Told.eTag(MD5.replace("\"", "")))).isEqualTo(SAME);
        assertThat(Told.eTag(MD5).and(Told.eTag(OTHER_MD5))).isEqualTo(OTHER);
        assertThat(Told.eTag(MD5).and(Told.eTag(MD5), false))
                .as("in directory buckets ETags are no digests")
                .isEqualTo(UNDECIDED);
    }

    @Test
    void whatIsNoDigestOfTheContentTellsNothing() {
        assertThat(Told.eTag(MD5).and(Told.eTag(OTHER_MD5).encrypted("aws:kms")))
                .isEqualTo(UNDECIDED);
        assertThat(Told.eTag(MD5).and(Told.eTag(OTHER_MD5).encrypted(ObjectHead.CUSTOMER_KEY)))
                .isEqualTo(UNDECIDED);
        assertThat(Told.eTag(MD5).and(Told.eTag(OF_PARTS))).isEqualTo(UNDECIDED);
        assertThat(Told.eTag(null).and(Told.eTag(null))).isEqualTo(UNDECIDED);
        assertThat(Told.eTag("").and(Told.eTag(MD5))).isEqualTo(UNDECIDED);
    }

    @Test
    void theSamePartsAreTheSameObjectAndOthersMayBe() {
        assertThat(Told.eTag(OF_PARTS).and(Told.eTag(OF_PARTS))).isEqualTo(SAME);
        assertThat(Told.eTag(OF_PARTS).and(Told.eTag(OF_PARTS).encrypted("aws:kms")))
                .isEqualTo(UNDECIDED);
        assertThat(Told.eTag(OF_PARTS).and(Told.eTag(OF_PARTS.replace("-3", "-4"))))
                .isEqualTo(UNDECIDED);
    }

    @Test
    void aChecksumOfTheWholeOutweighsTheETag() {
        assertThat(summed(MD5, "AAAAAA==").and(summed(OTHER_MD5, "AAAAAA=="))).isEqualTo(SAME);
        assertThat(summed(MD5, "AAAAAA==").and(summed(MD5, "BBBBBB=="))).isEqualTo(OTHER);
        assertThat(summed(MD5, "AAAAAA==").and(summed(OTHER_MD5, "AAAAAA=="), false))
                .isEqualTo(SAME);
    }

    @Test
    void checksumsOfPartsTellOnlyWhereTheyAreEqual() {
        Told one = Told.eTag(OF_PARTS).sum("ChecksumCRC32", "AAAAAA==-3", "COMPOSITE");
        Told other = Told.eTag("\"x-2\"").sum("ChecksumCRC32", "BBBBBB==-2", "COMPOSITE");
        assertThat(one.and(Told.eTag("\"x-3\"").sum("ChecksumCRC32", "AAAAAA==-3", "COMPOSITE")))
                .isEqualTo(SAME);
        assertThat(one.and(other)).isEqualTo(UNDECIDED);
    }

    @Test
    void checksumsOfTwoKindsAreNotCompared() {
        Told sha = Told.eTag("\"x\"").sum("ChecksumSHA1", "AAAAAA==", "FULL_OBJECT");
        assertThat(summed("\"x\"", "AAAAAA==").and(sha)).isEqualTo(UNDECIDED);
        assertThat(summed("\"x\"", "AAAAAA==").and(Told.eTag("\"x\"").sum("ChecksumCRC32", "AAAAAA==", "COMPOSITE")))
                .isEqualTo(UNDECIDED);
    }
}
