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
package io.s3copy.bulk.manifest;

import static io.s3copy.bulk.manifest.ManifestTexts.options;
import static io.s3copy.bulk.manifest.ManifestTexts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.s3copy.engine.s3.ListedObject;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The CSV of S3 Batch Operations, and the reports in its layout. */
class CsvManifestTest {

    private static final ManifestOptions CSV = options(ManifestFormat.CSV);
    private static final String NOISE = "ab,\"\n\r%2+\u001f\u008b{}";
    private static final ManifestOptions REPORT = options(ManifestFormat.REPORT);

    @Test
    void objectsAreNamedByBucketAndEncodedKey() {
        assertThat(read(CSV, "one,a%2Bb+c%20d.txt\r\ntwo,\"x,y\"\n"))
                .containsExactly(ManifestEntry.of("one", "a+b c d.txt", null), ManifestEntry.of("two", "x,y", null));
    }

    @Test
    void versionsAreTheThirdColumnAndMayBeEmpty() {
        assertThat(read(CSV, "one,a,v1\none,b,\none,c,null"))
                .containsExactly(
                        ManifestEntry.of("one", "a", "v1"),
                        ManifestEntry.of("one", "b", null),
                        ManifestEntry.of("one", "c", "null"));
    }

    @Test
    void theFirstLineMayNameTheColumns() {
        assertThat(
                        read(
                                CSV,
                                "\ufeffBucket,Key,Size,Team,ETag,LastModifiedDate,StorageClass\none,a,5,x,abc,2026-01-02T03:04:05.000Z,GLACIER"))
                .containsExactly(new ManifestEntry(
                        "one", "a", null, 5, "abc", Instant.parse("2026-01-02T03:04:05Z"), "GLACIER", null, null));
    }

    @Property(tries = 300)
    void everyKeyComesBack(
            @ForAll @Size(max = 20) List<@StringLength(min = 1, max = 40) String> keys, @ForAll boolean gzip) {
        List<String> wanted =
                keys.stream().map(key -> key.replaceAll("\\p{Cs}", "?")).toList();
        StringBuilder text = new StringBuilder();
        wanted.forEach(key -> text.append("one,")
                .append(URLEncoder.encode(key, StandardCharsets.UTF_8))
                .append('\n'));
        byte[] bytes =
                gzip ? ManifestTexts.gzip(text.toString()) : text.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(read(CSV, bytes)).extracting(ManifestEntry::key).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one,a\\none| line 2: the row has 1 columns, and must have 2",
                "one,a\\none,b,v| line 2: the row has 3 columns, and must have 2",
                "one,a\\none,b%2| line 2: the key 'b%2' is not URL-encoded",
                "one,a\\none,b c| line 2: the key 'b c' is not URL-encoded",
                "one,größe| line 1: the key 'größe' is not URL-encoded",
                "one,%ED%A0%80| line 1: the key '%ED%A0%80' is not URL-encoded",
                "one,a\\none,| line 2: no key is named",
                "one,a\\n,b| line 2: no bucket is named",
                "o/ne,a| line 1: 'o/ne' is no bucket",
                "s3://one/a,b| line 1: 's3://one/a' is no bucket",
                "one,a,v 1| line 1: the version id 'v 1' is none",
                "one,a\\none,\"b\"c| line 2: the quotes of the row do not close",
                "one,a\\none,\"b\\none,c| line 3: the quotes of the row do not close",
                "one,a\\rone,b| line 1: a carriage return stands inside the line",
                "Bucket,Key,Key\\none,a,b| line 1: the column 'Key' is named twice",
                "Bucket,Key,Size\\none,a,-5| line 2: '-5' is no size",
                "Bucket,Key,IsLatest\\none,a,yes| line 2: 'yes' is neither true nor false",
                "Bucket,Key,LastModifiedDate\\none,a,today| line 2: 'today' is no date",
                "Bucket,Key,VersionId,IsLatest\\none,a,v,false| line 2: the key 'a' is named by a version that is not current",
                "Bucket,Key,VersionId,IsDeleteMarker\\none,a,v,true| line 2: the key 'a' is named by a delete marker",
            })
    void whatCannotBeReadNamesLineRuleAndFix(String text, String message) {
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> read(CSV, text.replace("\\n", "\n").replace("\\r", "\r")))
                .withMessageContaining("the manifest, " + message)
                .matches(e -> !e.fix().isEmpty());
    }

    @Test
    void aKeyLongerThanS3AllowsIsRefused() {
        assertThat(read(CSV, "one," + "k".repeat(1024))).hasSize(1);
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> read(CSV, "one," + "%C3%B6".repeat(513)))
                .withMessageContaining("longer than 1,024 bytes");
    }

    @Test
    void aLineHasABound() {
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> read(CSV, "one,a\none," + "k".repeat(70_000)))
                .withMessageContaining("line 2: the line is longer than 64 KiB");
    }

    @Test
    void aQuoteThatIsNotClosedDoesNotTakeTheRestOfTheManifest() {
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> read(CSV.plainKeys(true), "one,\"a\n" + "one,b\n".repeat(20_000)))
                .withMessageContaining("a row is longer than 64 KiB");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xff, 0xc3, 0xed})
    void bytesThatAreNoUtf8AreNotAnotherKey(int one) {
        byte[] bytes = "one,a\none,b".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) one;
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> read(CSV.plainKeys(true), bytes))
                .withMessageContaining("line 2: the text is not UTF-8");
    }

    @Test
    void utf16IsNamed() {
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> read(CSV, "one,a".getBytes(StandardCharsets.UTF_16)))
                .withMessageContaining("UTF-16");
    }

    @Test
    void plainKeysAreTakenAsTheyAre() {
        assertThat(read(CSV.plainKeys(true), "one,a+b%20c ö\none,\"say \"\"x\"\"\""))
                .extracting(ManifestEntry::key)
                .containsExactly("a+b%20c ö", "say \"x\"");
    }

    @Test
    void allVersionsAreGivenWithWhatTheyAre() {
        String text =
                "Bucket,Key,VersionId,IsLatest,IsDeleteMarker,Size\none,a,v3,true,true,\none,a,v2,false,false,7\n";
        assertThat(read(CSV.versions(ManifestOptions.Versions.ALL), text))
                .extracting(
                        ManifestEntry::versionId,
                        ManifestEntry::latest,
                        ManifestEntry::deleteMarker,
                        ManifestEntry::size)
                .containsExactly(Tuple.tuple("v3", true, true, -1L), Tuple.tuple("v2", false, false, 7L));
    }

    @Test
    void ofAReportTheFailedAreTaken() throws IOException {
        String text = "one,a,,succeeded,,200,ok\none,b%20c,,failed,NoSuchKey,404,\"gone, it says\"\n";
        assertThat(read(REPORT, text)).containsExactly(ManifestEntry.of("one", "b c", null));
        assertThat(read(REPORT.statuses(Set.of("succeeded", "failed")), text)).hasSize(2);
        try (ManifestReader reader = Manifests.open(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), REPORT, ManifestTexts.NO_DOCUMENTS)) {
            assertThat(reader.next()).isNotNull();
            assertThat(reader.line()).isEqualTo(2);
            assertThat(reader.passedOver()).isEqualTo(1);
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aStatusThatNobodyWritesIsNoReport() {
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> read(REPORT, "one,a,,maybe,,200,ok"))
                .withMessageContaining("'maybe' is no status");
        assertThat(ManifestOptions.statuses("Missing, differs")).containsExactlyInAnyOrder("missing", "differs");
    }

    @Property(tries = 1000)
    void noNoiseBreaksTheReader(@ForAll @IntRange(max = 200) int length, @ForAll long seed) {
        byte[] noise = new byte[length];
        Random random = new Random(seed);
        for (int i = 0; i < length; i++) {
            noise[i] = (byte) NOISE.charAt(random.nextInt(NOISE.length()));
        }
        for (ManifestFormat format : ManifestFormat.values()) {
            try {
                read(options(format).bucket("one"), noise);
            } catch (UnreadableManifestException e) {
                assertThat(e).hasMessageStartingWith("the manifest");
            }
        }
    }

    @Test
    void aLineThatGzipBlowsUpIsNotHeld() {
        byte[] packed = ManifestTexts.gzip(new byte[50 << 20]);
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> read(CSV, packed))
                .withMessageContaining("line 1: the line is longer than 64 KiB");
    }

    @Test
    void aManifestThatIsCutOffByTheNetworkIsNoShorterManifest() throws IOException {
        byte[] begun = "one,a\none,b".getBytes(StandardCharsets.UTF_8);
        InputStream cut = new FilterInputStream(new ByteArrayInputStream(begun)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int count = super.read(into, from, length);
                if (count < 0) {
                    throw new IOException("connection reset");
                }
                return count;
            }
        };
        try (ManifestReader reader = Manifests.open(cut, CSV, ManifestTexts.NO_DOCUMENTS)) {
            assertThat(reader.next()).isEqualTo(ManifestEntry.of("one", "a", null));
            assertThatIOException().isThrownBy(reader::next).withMessage("connection reset");
            assertThatIOException().isThrownBy(reader::next).withMessage("the manifest could not be read on");
        }
    }

    @Test
    void anEntrySaysWhatAListingWould() {
        assertThat(ManifestEntry.of("one", "a", null).listed()).isEqualTo(ListedObject.of("a", -1, null, null));
        assertThat(new ManifestEntry("one", "a", "v", 5, null, null, null, false, null)
                        .listed()
                        .version())
                .isEqualTo(new ListedObject.Version("v", false, false));
    }

    @Test
    void behindWhatCannotBeReadNothingIsRead() throws IOException {
        byte[] text = "one,a\none\none,c\n".getBytes(StandardCharsets.UTF_8);
        try (ManifestReader reader = Manifests.open(new ByteArrayInputStream(text), CSV, ManifestTexts.NO_DOCUMENTS)) {
            assertThat(reader.next()).isEqualTo(ManifestEntry.of("one", "a", null));
            assertThatExceptionOfType(UnreadableManifestException.class).isThrownBy(reader::next);
            assertThatExceptionOfType(UnreadableManifestException.class).isThrownBy(reader::next);
        }
    }

    @Test
    void aClosedReaderIsNotAtTheEnd() throws IOException {
        ManifestReader reader = Manifests.open(
                new ByteArrayInputStream("one,a\n".getBytes(StandardCharsets.UTF_8)), CSV, ManifestTexts.NO_DOCUMENTS);
        reader.close();
        assertThatIOException().isThrownBy(reader::next);
    }
}
