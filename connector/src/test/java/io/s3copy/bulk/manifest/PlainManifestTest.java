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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of keys, and JSON lines. */
class PlainManifestTest {

    private static final ManifestOptions KEYS = options(ManifestFormat.KEYS).bucket("one");
    private static final ManifestOptions JSON = options(ManifestFormat.JSON_LINES);

    @Test
    void aLineIsAKeyAsItIs() {
        assertThat(read(KEYS, "\ufeffa+b%20c\r\n\n  blank \n\"q\",x"))
                .extracting(ManifestEntry::key)
                .containsExactly("a+b%20c", "  blank ", "\"q\",x");
    }

    @Test
    void aListOfKeysNeedsABucket() {
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> read(options(ManifestFormat.KEYS), "a"))
                .withMessageContaining("line 1: no bucket is named");
    }

    @Test
    void anObjectTellsWhatItKnows() {
        assertThat(read(JSON, """
                        {"bucket":"one","key":"a b","versionId":"v","size":5,"eTag":"\\"x\\"","lastModified":"2026-01-02T03:04:05Z","storageClass":"GLACIER","latest":true,"deleteMarker":false,"more":[1]}

                        {"key":"b","bucket":"two","versionId":null}"""))
                .containsExactly(
                        new ManifestEntry(
                                "one",
                                "a b",
                                "v",
                                5,
                                "\"x\"",
                                Instant.parse("2026-01-02T03:04:05Z"),
                                "GLACIER",
                                true,
                                false),
                        ManifestEntry.of("two", "b", null));
    }

    @Property(tries = 300)
    void everyKeyComesBackFromJson(@ForAll @Size(max = 20) List<@StringLength(min = 1, max = 40) String> keys)
            throws JsonProcessingException {
        List<String> wanted =
                keys.stream().map(key -> key.replaceAll("\\p{Cs}", "?")).toList();
        StringBuilder text = new StringBuilder();
        ObjectMapper mapper = new ObjectMapper();
        for (String key : wanted) {
            text.append(mapper.writeValueAsString(Map.of("bucket", "one", "key", key)))
                    .append('\n');
        }
        assertThat(read(JSON, text.toString())).extracting(ManifestEntry::key).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"bucket\":\"one\",\"key\":\"a\"} {}| line 1: the line is no JSON object",
                "{\"bucket\":\"one\",\"key\":\"a\",\"key\":\"b\"}| line 1: the line is no JSON object, or names a member twice",
                "[1]| line 1: the line is JSON, but no object",
                "{\"bucket\":\"one\"}| line 1: no key is named",
                "{\"key\":\"a\"}| line 1: no bucket is named",
                "{\"bucket\":\"one\",\"key\":7}| line 1: the member key is no text",
                "{\"bucket\":\"one\",\"key\":\"\\ud800\"}| line 1: the key '?' holds half a surrogate pair",
                "{\"bucket\":\"one\",\"key\":\"a\",\"size\":\"5\"}| line 1: the member size is no size",
                "{\"bucket\":\"one\",\"key\":\"a\",\"size\":1.5}| line 1: the member size is no size",
                "{\"bucket\":\"one\",\"key\":\"a\",\"latest\":1}| line 1: the member latest is neither true nor false",
                "{\"bucket\":\"one\",\"key\":\"a\",\"latest\":false}| line 1: the key 'a' is named by a version that is not current",
            })
    void whatIsNoEntryIsRefused(String text, String message) {
        assertThatExceptionOfType(UnreadableManifestException.class)
                .isThrownBy(() -> read(JSON, text))
                .withMessageContaining("the manifest, " + message);
    }

    @Test
    void ofAReportInJsonLinesTheFailedAreTaken() {
        assertThat(read(JSON, """
                        {"bucket":"one","key":"a","outcome":"copied","status":200}
                        {"bucket":"one","key":"b","outcome":"failed","status":404}
                        """)).containsExactly(ManifestEntry.of("one", "b", null));
    }

    @Test
    void formatsAreReadByTheirNames() {
        for (ManifestFormat format : ManifestFormat.values()) {
            assertThat(ManifestFormat.of(format.toString().toUpperCase(Locale.ROOT)))
                    .isEqualTo(format);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ManifestFormat.of("parquet"))
                .withMessageContaining("json-lines");
    }
}
