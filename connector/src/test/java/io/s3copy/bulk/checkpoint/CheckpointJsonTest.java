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
package io.s3copy.bulk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkCounts.Count;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.listing.KeyRange;
import io.s3copy.text.Unicode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CheckpointJsonTest {

    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.678Z");

    private static Checkpoint checkpoint(List<KeyRange> ranges, List<String> texts) {
        String text = String.join("", texts);
        return new Checkpoint(
                new JobIdentity(Map.of("prefix", text, text, "x")),
                "run-1",
                3,
                new ReportParts(
                        "run-20260102T030405Z-00ff",
                        7,
                        2,
                        "ff00",
                        List.of(new ReportPart("results/failed-000007.csv", "failed", 12, 345, "00ff"))),
                ranges,
                List.of(new Span<>(null, 5L), new Span<>(9L, null)),
                new BulkCounts(Map.of(
                        What.COPIED, new Count(Long.MAX_VALUE, 1L << 60, Map.of()),
                        What.FAILED, new Count(2, 0, Map.of(text, 2L)))),
                new BulkRequests(Map.of("CopyObject", 11L), 2, 1),
                texts,
                STARTED,
                STARTED.plusNanos(1),
                false);
    }

    @Provide
    Arbitrary<String> anyTexts() {
        // control characters, quotes, those beyond U+FFFF, and halves of pairs
        return Arbitraries.strings().all().ofMaxLength(20);
    }

    @Property(tries = 500)
    void whatIsWrittenIsRead(@ForAll("anyTexts") String one, @ForAll("anyTexts") String other) {
        KeyRange range = Unicode.compare(one, other) <= 0 ? new KeyRange(one, other) : new KeyRange(other, one);
        Checkpoint checkpoint = checkpoint(List.of(new KeyRange(null, one), range, KeyRange.ALL), List.of(one, other));

        assertThat(CheckpointJson.read(CheckpointJson.write(checkpoint))).isEqualTo(checkpoint);
    }

    @Property(tries = 200)
    void itIsOneLineOfAscii(@ForAll("anyTexts") String one) {
        assertThat(CheckpointJson.write(checkpoint(List.of(), List.of(one)))).matches("[ -~]*");
    }

    @Example
    void aLaterSchemaIsRefused() {
        String later = CheckpointJson.write(checkpoint(List.of(), List.of()))
                .replaceFirst("\"schema\":\\d+", "\"schema\":" + (CheckpointJson.SCHEMA + 1));

        assertThatThrownBy(() -> CheckpointJson.read(later))
                .isInstanceOf(CheckpointFormatException.class)
                .hasMessageContaining("Go on with the release that wrote it");
    }

    @Example
    void whatTheSameSchemaAddsIsIgnored() {
        Checkpoint checkpoint = checkpoint(List.of(KeyRange.ALL), List.of());
        String more = CheckpointJson.write(checkpoint).replaceFirst("\\{", "{\"new\":[1],");

        assertThat(CheckpointJson.read(more)).isEqualTo(checkpoint);
    }

    /** Byte for byte as the release before wrote it. */
    private static final String BEFORE = "{\"schema\":1,\"job\":{\"prefix\":\"a/\"},\"run\":\"run-1\",\"attempt\":3,"
            + "\"folder\":\"run-20260102T030405Z-00ff\",\"parts\":7,\"reports\":[{\"name\":\"results/failed-000001.csv\","
            + "\"contents\":\"failed\",\"rows\":12,\"size\":345,\"md5\":\"00ff\"}],\"ranges\":[{\"after\":\"b\",\"upTo\":null}],"
            + "\"lines\":[],\"counts\":{\"FAILED\":{\"objects\":2,\"bytes\":0,\"codes\":{\"NoSuchKey\":2}}},"
            + "\"requests\":{\"byCall\":{\"CopyObject\":11},\"retries\":2,\"throttles\":1},\"boundaries\":[\"c\"],"
            + "\"started\":\"2026-01-02T03:04:05.678Z\",\"updated\":\"2026-01-02T03:04:05.678Z\",\"finished\":false}";

    @Example
    void aCheckpointOfTheReleaseBeforeIsReadWhoseReportHasNoIndex() {
        assertThat(CheckpointJson.read(BEFORE))
                .isEqualTo(new Checkpoint(
                        new JobIdentity(Map.of("prefix", "a/")),
                        "run-1",
                        3,
                        new ReportParts(
                                "run-20260102T030405Z-00ff",
                                7,
                                0,
                                "",
                                List.of(new ReportPart("results/failed-000001.csv", "failed", 12, 345, "00ff"))),
                        List.of(new KeyRange("b", null)),
                        List.of(),
                        new BulkCounts(Map.of(What.FAILED, new Count(2, 0, Map.of("NoSuchKey", 2L)))),
                        new BulkRequests(Map.of("CopyObject", 11L), 2, 1),
                        List.of("c"),
                        STARTED,
                        STARTED,
                        false));
    }

    @Example
    void aCheckpointOfABuildThatKnewNoFoldersIsRead() {
        assertThat(CheckpointJson.read(BEFORE.replaceFirst("\"folder\":\"[^\"]*\",", ""))
                        .report()
                        .folder())
                .isEmpty();
    }

    @Example
    void aCheckpointThatLacksItsIndexIsRefused() {
        String text = CheckpointJson.write(checkpoint(List.of(KeyRange.ALL), List.of()));

        assertThatThrownBy(() -> CheckpointJson.read(text.replaceFirst("\"indexes\":2,", "")))
                .isInstanceOf(CheckpointFormatException.class);
    }

    @Property(tries = 300)
    void whatIsNoCheckpointIsRefused(@ForAll("anyTexts") String text) {
        assertThatThrownBy(() -> CheckpointJson.read(text)).isInstanceOf(CheckpointFormatException.class);
    }

    @Property(tries = 200)
    void aCheckpointThatIsCutShortIsRefused(@ForAll int at) {
        String text = CheckpointJson.write(checkpoint(List.of(KeyRange.ALL), List.of("a")));
        String cut = text.substring(0, Math.floorMod(at, text.length()));

        assertThatThrownBy(() -> CheckpointJson.read(cut)).isInstanceOf(CheckpointFormatException.class);
    }

    @Example
    void aCheckpointWithoutItsRangesIsRefused() {
        String text = CheckpointJson.write(checkpoint(List.of(KeyRange.ALL), List.of("a")));

        assertThatThrownBy(() -> CheckpointJson.read(text.replace("\"ranges\"", "\"others\"")))
                .isInstanceOf(CheckpointFormatException.class);
    }

    @Example
    void ofManyBoundariesSomeAreKeptThatAreSpreadEvenly() {
        List<String> many = IntStream.range(0, 4 * Checkpoint.MAX_BOUNDARIES)
                .mapToObj(Integer::toString)
                .toList();

        assertThat(checkpoint(List.of(), many).boundaries())
                .hasSize(Checkpoint.MAX_BOUNDARIES)
                .startsWith("0", "4", "8")
                .endsWith(Integer.toString(4 * Checkpoint.MAX_BOUNDARIES - 4));
    }
}
