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
package io.s3copy.bulk.sync;

import static io.s3copy.bulk.sync.Verdict.Answer.DIFFERS;
import static io.s3copy.bulk.sync.Verdict.Answer.NEEDS_HEADS;
import static io.s3copy.bulk.sync.Verdict.Answer.SAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.s3copy.bulk.sync.Verdict.Answer;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectHead;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a sync copies, and what it leaves alone. */
class ComparisonTest {

    private static final String A = "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"";
    private static final String B = "\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"";
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private static ListedObject object(long size, @Nullable String eTag, @Nullable Instant written) {
        return ListedObject.of("k", size, eTag, written);
    }

    private static @Nullable String eTag(@Nullable String name) {
        return name == null
                ? null
                : switch (name) {
                    case "A" -> A;
                    case "B" -> B;
                    case "nothing" -> "\"d41d8cd98f00b204e9800998ecf8427e\"";
                    default -> name;
                };
    }

    @ParameterizedTest
    @EnumSource(CompareBy.class)
    void anotherSizeDiffersWhateverIsCompared(CompareBy by) {
        Comparison comparison = new Comparison(by, ETagMeaning.UNKNOWN);
        assertThat(comparison.compare(object(1, A, THEN), object(2, A, THEN.plusSeconds(9))))
                .isEqualTo(new Verdict(DIFFERS, "size"));
        assertThat(comparison.compare(head(1L, A, null, THEN), head(2L, A, null, THEN.plusSeconds(9))))
                .isEqualTo(new Verdict(DIFFERS, "size"));
    }

    @ParameterizedTest
    @EnumSource(CompareBy.class)
    void aSizeThatIsNotKnownIsNeverEqual(CompareBy by) {
        Comparison comparison = new Comparison(by, ETagMeaning.CONTENT);
        assertThat(comparison
                        .compare(object(-1, A, THEN), object(-1, A, THEN.plusSeconds(9)))
                        .answer())
                .isEqualTo(NEEDS_HEADS);
        assertThat(comparison
                        .compare(head(null, A, null, THEN), head(null, A, null, THEN.plusSeconds(9)))
                        .answer())
                .isEqualTo(DIFFERS);
    }

    @ParameterizedTest
    @CsvSource({
        // equal ETags, of contents or of parts
        "A, A, CONTENT, -5, SAME, etag",
        "A, A, UNKNOWN, -5, SAME, etag",
        "A, A, NOTHING, -5, SAME, etag",
        "x-3, x-3, UNKNOWN, -5, SAME, etag",
        // digests of contents
        "A, B, CONTENT, 5, DIFFERS, etag",
        "A, B, UNKNOWN, 5, NEEDS_HEADS, etag",
        "A, B, NOTHING, 5, SAME, time",
        // parts tell nothing, so the time does
        "x-3, y-3, CONTENT, 5, SAME, time",
        "x-3, y-4, CONTENT, -5, DIFFERS, time",
        "x-3, A, CONTENT, 5, SAME, time",
        "A, x-3, CONTENT, 0, DIFFERS, time",
        // servers that tell no ETag, or the same for all
        ", , CONTENT, 5, SAME, time",
        "A, , CONTENT, -5, DIFFERS, time",
        "nothing, nothing, NOTHING, -5, DIFFERS, time",
    })
    void autoTakesETagsWhereTheyTellAndElseTheTime(
            String source, String destination, ETagMeaning meaning, long newerBy, Answer answer, String by) {
        assertThat(new Comparison(CompareBy.AUTO, meaning)
                        .compare(
                                object(7, eTag(source), THEN), object(7, eTag(destination), THEN.plusSeconds(newerBy))))
                .isEqualTo(new Verdict(answer, by));
    }

    @Test
    void withoutATimeOnlyHeadsCanTell() {
        assertThat(new Comparison(CompareBy.AUTO, ETagMeaning.CONTENT)
                        .compare(object(7, "x-2", null), object(7, A, THEN)))
                .isEqualTo(new Verdict(NEEDS_HEADS, "time"));
    }

    @ParameterizedTest
    @CsvSource({
        "A, A, SAME",
        "A, B, DIFFERS",
        "x-2, x-2, SAME",
        "x-2, A, DIFFERS",
        ", A, NEEDS_HEADS",
        "A, , NEEDS_HEADS"
    })
    void etagTakesThemAsTheyAre(String source, String destination, Answer answer) {
        assertThat(new Comparison(CompareBy.ETAG, ETagMeaning.UNKNOWN)
                        .compare(object(7, eTag(source), THEN), object(7, eTag(destination), THEN)))
                .isEqualTo(new Verdict(answer, "etag"));
    }

    @ParameterizedTest
    @CsvSource({"1, SAME", "0, DIFFERS", "-1, DIFFERS"})
    void aCopyOfTheSameSecondMayBeOfTheStateBefore(long newerBy, Answer answer) {
        assertThat(new Comparison(CompareBy.TIME, ETagMeaning.UNKNOWN)
                        .compare(object(7, A, THEN), object(7, B, THEN.plusSeconds(newerBy))))
                .isEqualTo(new Verdict(answer, "time"));
    }

    @Test
    void checksumsAreOnlyInHeads() {
        Comparison comparison = new Comparison(CompareBy.CHECKSUM, ETagMeaning.UNKNOWN);
        assertThat(comparison.compare(object(7, A, THEN), object(7, A, THEN)))
                .isEqualTo(new Verdict(NEEDS_HEADS, "checksum"));
        assertThat(comparison.compare(summed("x"), summed("x"))).isEqualTo(new Verdict(SAME, "checksum"));
        assertThat(comparison.compare(summed("x"), summed("y"))).isEqualTo(new Verdict(DIFFERS, "checksum"));
        assertThat(comparison.compare(head(7L, A, null, THEN), head(7L, A, null, THEN)))
                .as("nothing proves it")
                .isEqualTo(new Verdict(DIFFERS, "unproven"));
    }

    @Test
    void headsTellOfWhichEncryptionAnETagIs() {
        Comparison comparison = new Comparison(CompareBy.AUTO, ETagMeaning.UNKNOWN);
        assertThat(comparison.compare(head(7L, A, "AES256", THEN), head(7L, B, "AES256", THEN.plusSeconds(5))))
                .isEqualTo(new Verdict(DIFFERS, "etag"));
        assertThat(comparison.compare(head(7L, A, "AES256", THEN), head(7L, B, "aws:kms", THEN.plusSeconds(5))))
                .isEqualTo(new Verdict(SAME, "time"));
        assertThat(comparison.compare(head(7L, A, "AES256", THEN), head(7L, B, "aws:kms", THEN)))
                .isEqualTo(new Verdict(DIFFERS, "time"));
        assertThat(comparison.compare(head(7L, A, null, null), head(7L, "x-2", null, THEN)))
                .isEqualTo(new Verdict(DIFFERS, "unproven"));
    }

    @Property(tries = 2000)
    void sameIsSaidOnlyWithEqualSizesAndAnEqualETagOrANewerCopy(
            @ForAll("objects") ListedObject source,
            @ForAll("objects") ListedObject destination,
            @ForAll ETagMeaning meaning) {
        Verdict verdict = new Comparison(CompareBy.AUTO, meaning).compare(source, destination);
        if (verdict.answer() == SAME) {
            assertThat(source.size()).isEqualTo(destination.size()).isNotNegative();
            boolean newer = source.lastModified() != null
                    && destination.lastModified() != null
                    && destination.lastModified().isAfter(source.lastModified());
            assertThat(newer || ETags.equal(source.eTag(), destination.eTag())).isTrue();
            assertThat(verdict.isProof()).isEqualTo(verdict.by().equals("etag"));
        }
    }

    @Property(tries = 1000)
    void headsAlwaysDecide(
            @ForAll("objects") ListedObject source,
            @ForAll("objects") ListedObject destination,
            @ForAll CompareBy by,
            @ForAll ETagMeaning meaning) {
        assertThat(new Comparison(by, meaning)
                        .compare(asHead(source), asHead(destination))
                        .answer())
                .isNotEqualTo(NEEDS_HEADS);
    }

    @Provide
    Arbitrary<ListedObject> objects() {
        return Combinators.combine(
                        Arbitraries.of(-1L, 0L, 7L, 8L),
                        Arbitraries.of(A, B, "x-2", "y-2", "y-3", "\"d41d8cd98f00b204e9800998ecf8427e\"")
                                .injectNull(0.1),
                        Arbitraries.of(THEN, THEN.plusSeconds(1), THEN.plusSeconds(2))
                                .injectNull(0.1))
                .as(ComparisonTest::object);
    }

    @Test
    void whatIsComparedIsReadByItsName() {
        assertThat(CompareBy.of(" ETag ")).isEqualTo(CompareBy.ETAG);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompareBy.of("hash"))
                .withMessageContaining("checksum");
    }

    private static ObjectHead asHead(ListedObject object) {
        return head(object.size() < 0 ? null : object.size(), object.eTag(), null, object.lastModified());
    }

    private static ObjectHead head(
            @Nullable Long size, @Nullable String eTag, @Nullable String encryption, @Nullable Instant written) {
        return ObjectHead.builder()
                .length(size)
                .eTag(eTag)
                .encryption(encryption)
                .lastModified(written)
                .build();
    }

    private static ObjectHead summed(String sum) {
        return ObjectHead.builder()
                .length(7L)
                .eTag(Objects.equals(sum, "x") ? A : B)
                .checksums(Map.of("ChecksumCRC64NVME", sum))
                .checksumType("FULL_OBJECT")
                .build();
    }
}
