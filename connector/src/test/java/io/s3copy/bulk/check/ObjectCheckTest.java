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
package io.s3copy.bulk.check;

import static io.s3copy.bulk.BulkOutcome.What.DIFFERS;
import static io.s3copy.bulk.BulkOutcome.What.SAME;
import static io.s3copy.bulk.BulkOutcome.What.UNPROVABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.sync.ETagMeaning;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ListedObject.Version;
import io.s3copy.engine.s3.ObjectAttributes;
import io.s3copy.engine.s3.ObjectHead;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** What a check says of two objects. */
class ObjectCheckTest {

    private static final String A = "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"";
    private static final String B = "\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"";

    private static CheckSide listed(long size, @Nullable String eTag) {
        return CheckSide.of(ListedObject.of("k", size, eTag, null));
    }

    private static CheckSide asked(ObjectHead.Builder head) {
        ObjectHead built = head.build();
        long size = built.length() == null ? -1 : built.length();
        return new CheckSide(ListedObject.of("k", size, built.eTag(), null), built, null);
    }

    private static ObjectHead.Builder head(@Nullable Long size, String eTag) {
        return ObjectHead.builder().length(size).eTag(eTag);
    }

    private static ObjectHead.Builder summed(String eTag, String sum) {
        return head(7L, eTag).checksums(Map.of("ChecksumSHA256", sum)).checksumType("FULL_OBJECT");
    }

    private static CheckResult check(String levels, CheckSide source, CheckSide destination) {
        return new ObjectCheck(CheckLevel.parse(levels), ETagMeaning.UNKNOWN).decide(source, destination);
    }

    private static void assertResult(CheckResult result, What what, @Nullable String code) {
        assertThat(result.what()).isEqualTo(what);
        assertThat(result.code()).isEqualTo(code);
    }

    @Test
    void sizesAreComparedAlways() {
        assertResult(check("size", listed(1, A), listed(1, B)), SAME, null);
        assertResult(check("size", listed(1, A), listed(2, A)), DIFFERS, "size");
        assertResult(check("size", listed(-1, A), listed(1, A)), UNPROVABLE, "size");
        assertResult(check("tags", listed(1, A), listed(2, A)), DIFFERS, "size");
    }

    @ParameterizedTest
    @CsvSource({
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, UNKNOWN, SAME",
        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, CONTENT, DIFFERS",
        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, UNKNOWN, UNPROVABLE",
        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-2, CONTENT, UNPROVABLE",
        ", CONTENT, UNPROVABLE",
    })
    void aListingTellsWhatItsETagsTell(String eTag, ETagMeaning meaning, What what) {
        CheckResult result = new ObjectCheck(Set.of(CheckLevel.LISTING), meaning).decide(listed(7, A), listed(7, eTag));
        assertResult(result, what, what == SAME ? null : "etag");
    }

    @Test
    void checksumsProveBothWays() {
        assertResult(check("checksum", asked(summed(A, "x")), asked(summed("y-2", "x"))), SAME, null);
        assertResult(check("checksum", asked(summed(A, "x")), asked(summed(A, "y"))), DIFFERS, "checksum");
        assertResult(check("checksum", asked(head(7L, A)), asked(head(7L, B))), DIFFERS, "etag");
        assertResult(
                check("checksum", asked(head(7L, A)), asked(head(7L, B).encryption("aws:kms"))),
                UNPROVABLE,
                "checksum");
        assertResult(check("checksum", asked(head(7L, A)), asked(head(7L, "x-2"))), UNPROVABLE, "checksum");
        assertResult(check("checksum", listed(7, A), listed(7, A)), UNPROVABLE, "head");
    }

    private static CheckSide composite(String sum, ToldAttributes told) {
        ObjectHead.Builder head = head(7L, sum + "-2")
                .checksums(Map.of("ChecksumSHA256", sum + "-2"))
                .checksumType("COMPOSITE");
        return asked(head).with(told);
    }

    private static ToldAttributes told(String type, String sum, Long... sizes) {
        return ToldAttributes.of(
                new ObjectAttributes(null, Map.of("ChecksumSHA256", sum), type, List.of(sizes), false));
    }

    @Test
    void checksumsOfPartsTellWhereThePartsAreOfOneLayout() {
        ToldAttributes one = told("COMPOSITE", "x", 5L, 2L);
        assertResult(
                check("checksum", composite("x", one), composite("y", told("COMPOSITE", "y", 5L, 2L))),
                DIFFERS,
                "checksum");
        CheckResult otherParts = check("checksum", composite("x", one), composite("y", told("COMPOSITE", "y", 4L, 3L)));
        assertResult(otherParts, UNPROVABLE, "checksum");
        assertThat(otherParts.message()).contains("parts of other sizes");
        assertResult(
                check("checksum", composite("x", one), composite("y", told("COMPOSITE", "y"))), UNPROVABLE, "checksum");
        assertResult(
                check("checksum", composite("x", one), composite("y", told("FULL_OBJECT", "y", 5L, 2L))),
                UNPROVABLE,
                "checksum");
    }

    @Test
    void checksumsThatHeadKeptBackTell() {
        CheckSide source = asked(head(7L, "x-2")).with(told("FULL_OBJECT", "x"));
        assertResult(check("checksum", source, asked(head(7L, A)).with(told("FULL_OBJECT", "x"))), SAME, null);
        assertResult(check("checksum", source, asked(head(7L, A)).with(told("FULL_OBJECT", "y"))), DIFFERS, "checksum");
        CheckResult refused =
                check("checksum", source, asked(head(7L, A)).with(ToldAttributes.refused("it was refused")));
        assertResult(refused, UNPROVABLE, "checksum");
        assertThat(refused.message()).endsWith("; it was refused");
    }

    @Test
    void attributesOfAnotherStateAreNotJudged() {
        ObjectAttributes later = new ObjectAttributes("y-2", Map.of(), null, List.of(), false);
        assertResult(
                check("checksum", asked(head(7L, "\"x-2\"")).with(ToldAttributes.of(later)), asked(head(7L, A))),
                UNPROVABLE,
                "changed");
    }

    @Test
    void attributesAreAskedForWhereTheyMayTellMore() {
        ObjectCheck check = new ObjectCheck(CheckLevel.parse("checksum"), ETagMeaning.UNKNOWN);
        CheckSide parts = asked(head(7L, "x-2"));
        CheckSide plain = asked(head(7L, A));
        assertThat(check.needsAttributes(parts, plain, false)).isTrue();
        assertThat(check.needsAttributes(parts, plain, true))
                .as("HEAD tells all, and told none")
                .isFalse();
        assertThat(check.needsAttributes(plain, plain, false))
                .as("their ETags are equal")
                .isFalse();
        CheckSide x = composite("x", ToldAttributes.of(ObjectAttributes.NONE));
        CheckSide y = composite("y", ToldAttributes.of(ObjectAttributes.NONE));
        assertThat(check.needsAttributes(x, y, true)).as("of as many parts").isTrue();
        CheckSide ofThree =
                asked(head(7L, "e-3").checksums(Map.of("ChecksumSHA256", "y-3")).checksumType("COMPOSITE"));
        assertThat(check.needsAttributes(x, ofThree, true)).isFalse();
        ObjectCheck byListing = new ObjectCheck(CheckLevel.parse("listing,metadata"), ETagMeaning.UNKNOWN);
        assertThat(byListing.needsAttributes(x, y, false)).isFalse();
    }

    @Test
    void metadataDiffersByNames() {
        CheckSide source = asked(
                head(7L, A).metadata(Map.of("Team", "x", "b", "1")).systemMetadata(Map.of("Content-Type", "a/b")));
        assertResult(
                check(
                        "metadata",
                        source,
                        asked(head(7L, A)
                                .metadata(Map.of("team", "x", "b", "1"))
                                .systemMetadata(Map.of("Content-Type", "a/b")))),
                SAME,
                null);
        CheckResult result =
                check("checksum,metadata", source, asked(head(7L, A).metadata(Map.of("team", "secret", "c", "2"))));
        assertResult(result, DIFFERS, "metadata");
        assertThat(result.message())
                .contains("'team'", "'b'", "'c'", "'Content-Type'")
                .doesNotContain("secret");
        assertResult(check("metadata", asked(head(7L, A).missingMeta(1)), asked(head(7L, A))), UNPROVABLE, "metadata");
    }

    @Test
    void tagsDifferOrCannotBeRead() {
        ListedObject object = ListedObject.of("k", 7, A, null);
        CheckSide one = new CheckSide(object, null, Map.of("a", "1"));
        assertResult(check("tags", one, new CheckSide(object, null, Map.of("a", "1"))), SAME, null);
        assertResult(check("tags", one, new CheckSide(object, null, Map.of("a", "2"))), DIFFERS, "tags");
        assertResult(check("tags", one, CheckSide.of(object)), UNPROVABLE, "tags");
    }

    @Test
    void aDeleteMarkerIsTheSameAsAnotherAndAsNoObject() {
        CheckSide marker = CheckSide.of(
                new ListedObject("k", -1, null, null, null, List.of(), null, new Version("v2", true, true)));
        assertResult(check("checksum,metadata,tags,versions", marker, marker), SAME, null);
        assertResult(check("versions", marker, listed(7, A)), DIFFERS, "delete-marker");
        assertResult(check("checksum,versions", listed(7, A), marker), DIFFERS, "delete-marker");
        ObjectCheck deep = new ObjectCheck(CheckLevel.parse("checksum,versions"), ETagMeaning.UNKNOWN);
        assertThat(deep.isDecidedByListing(marker.listed(), listed(7, A).listed()))
                .isTrue();
    }

    @Test
    void allThatDiffersIsNamedAndWinsOverWhatCannotBeTold() {
        CheckSide one =
                new CheckSide(ListedObject.of("k", 7, A, null), head(7L, A).build(), Map.of("a", "1"));
        CheckSide other = new CheckSide(
                ListedObject.of("k", 8, B, null),
                head(8L, B).metadata(Map.of("m", "1")).build(),
                null);
        assertResult(check("checksum,metadata,tags", one, other), DIFFERS, "size+metadata");
    }

    @Test
    void anObjectThatIsWrittenMeanwhileIsNotJudged() {
        CheckSide changed =
                new CheckSide(ListedObject.of("k", 7, A, null), head(7L, B).build(), null);
        assertResult(check("checksum", changed, asked(head(7L, B))), UNPROVABLE, "changed");
    }

    @Test
    void levelsSayWhatTheyNeed() {
        ObjectCheck deep = new ObjectCheck(CheckLevel.parse("Checksum, tags"), ETagMeaning.UNKNOWN);
        assertThat(deep.needsHeads() && deep.needsTags()).isTrue();
        ObjectCheck flat = new ObjectCheck(CheckLevel.parse("listing"), ETagMeaning.UNKNOWN);
        assertThat(flat.needsHeads() || flat.needsTags()).isFalse();
        assertThat(flat.isDecidedByListing(listed(1, A).listed(), listed(2, A).listed()))
                .isTrue();
        assertThat(flat.isDecidedByListing(listed(-1, A).listed(), listed(2, A).listed()))
                .isFalse();
        assertThat(CheckLevel.parse("versions")).containsExactly(CheckLevel.LISTING, CheckLevel.VERSIONS);
        assertThat(CheckLevel.parse("versions,size")).containsExactly(CheckLevel.SIZE, CheckLevel.VERSIONS);
        assertThatIllegalArgumentException().isThrownBy(() -> CheckLevel.parse("size,deep"));
        assertThatIllegalArgumentException().isThrownBy(() -> CheckLevel.parse(""));
    }

    @Property(tries = 2000)
    void whichSideIsCalledSourceDoesNotMatter(
            @ForAll("sides") CheckSide one,
            @ForAll("sides") CheckSide other,
            @ForAll Set<CheckLevel> levels,
            @ForAll ETagMeaning meaning) {
        if (!levels.isEmpty()) {
            ObjectCheck check = new ObjectCheck(levels, meaning);
            CheckResult there = check.decide(one, other);
            CheckResult back = check.decide(other, one);
            assertThat(there.what()).isEqualTo(back.what());
            assertThat(there.code()).isEqualTo(back.code());
        }
    }

    @Property(tries = 2000)
    void theSameIsSaidOnlyOfKnownAndEqualSizes(@ForAll("sides") CheckSide one, @ForAll("sides") CheckSide other) {
        CheckResult result = check("checksum,metadata,tags", one, other);
        if (result.what() == SAME) {
            assertThat(one.size()).isEqualTo(other.size()).isNotNegative();
            assertThat(one.head().metadata()).isEqualTo(other.head().metadata());
            assertThat(one.tags()).isEqualTo(other.tags());
        }
    }

    @Provide
    Arbitrary<CheckSide> sides() {
        Arbitrary<String> eTags = Arbitraries.of(A, B, "x-2", "y-2");
        Arbitrary<Map<String, String>> maps = Arbitraries.of(Map.of(), Map.of("a", "1"), Map.of("a", "2"));
        Arbitrary<ObjectHead> heads = Combinators.combine(
                        Arbitraries.of(7L, 8L).injectNull(0.1),
                        eTags,
                        maps,
                        Arbitraries.of("x", "y").injectNull(0.5),
                        Arbitraries.of("AES256", "aws:kms").injectNull(0.5))
                .as((size, eTag, metadata, sum, encryption) -> head(size, eTag)
                        .metadata(metadata)
                        .encryption(encryption)
                        .checksums(sum == null ? Map.of() : Map.of("ChecksumSHA256", sum))
                        .checksumType(sum == null ? null : "FULL_OBJECT")
                        .build());
        return Combinators.combine(Arbitraries.of(-1L, 7L, 8L), heads.injectNull(0.1), maps.injectNull(0.1))
                .as((size, head, tags) ->
                        new CheckSide(ListedObject.of("k", size, head == null ? A : head.eTag(), null), head, tags));
    }
}
