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
package io.s3copy.parameter;

import static io.s3copy.parameter.CopyParameter.MULTIPART_UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartsTest {

    @Property(tries = 200)
    void partsInAnyOrderAreSortedByNumber(@ForAll("shuffled") List<Integer> numbers) {
        List<CompletedPart> given = numbers.stream().map(PartsTest::part).toList();
        assertThat(Reading.read(MULTIPART_UPLOAD, given))
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(PartsTest::part)
                        .toList());
    }

    @Provide
    Arbitrary<List<Integer>> shuffled() {
        return Arbitraries.integers()
                .between(1, 200)
                .flatMap(size -> Arbitraries.shuffle(
                        IntStream.rangeClosed(1, size).boxed().toList()));
    }

    private static CompletedPart part(int number) {
        return new CompletedPart(number, "\"" + number + "\"", Map.of());
    }

    @Test
    void resultOfAPartIsAPartWithoutWhatCompleteHasNoPlaceFor() {
        Map<String, Object> result =
                Map.of("PartNumber", "2", "ETag", "\"e\"", "ChecksumCRC32", "AAAAAA==", "LastModified", Instant.EPOCH);
        assertThat(Reading.read(MULTIPART_UPLOAD, List.of(result)))
                .isEqualTo(List.of(new CompletedPart(2, "\"e\"", Map.of("ChecksumCRC32", "AAAAAA=="))));
    }

    @Test
    void dictionaryOfBoto3IsRead() {
        assertThat(Reading.read(MULTIPART_UPLOAD, Map.of("Parts", List.of(part(1)))))
                .isEqualTo(List.of(part(1)));
    }

    @Test
    void laterChangeOfTheListDoesNotChangeTheRequest() {
        Map<String, String> checksums = new HashMap<>();
        CompletedPart part = new CompletedPart(1, "e", checksums);
        checksums.put("ChecksumCRC32", "x");
        assertThat(part.checksums()).isEmpty();
    }

    static Stream<Object> whatIsNoListOfParts() {
        return Stream.of(
                "1",
                List.of(),
                Map.of("Parts", List.of()),
                List.of("part"),
                List.of(Map.of("ETag", "e")),
                List.of(Map.of("PartNumber", 1)),
                List.of(Map.of("PartNumber", 0, "ETag", "e")),
                List.of(part(0)),
                List.of(part(10_001)),
                List.of(part(1), part(1)));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoListOfParts")
    void anythingElseIsRefused(Object given) {
        assertThat(Reading.refusal(MULTIPART_UPLOAD, given)).isNotNull();
    }

    @Test
    void partNeedsAnEtagEvenInJava() {
        assertThatNullPointerException()
                .isThrownBy(() -> new CompletedPart(1, null, Map.of()))
                .withMessage("eTag");
    }
}
