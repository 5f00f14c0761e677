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

import static io.s3copy.parameter.CopyParameter.COPY_SOURCE;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_BUCKET;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_KEY;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_VERSION_ID;
import static io.s3copy.parameter.CopyParameter.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Keys are bytes to us: whatever S3 can store is named exactly, in every form that a source has. */
class CopySourcePropertiesTest {

    @Property(tries = 500)
    void fieldsReachTheWireAsTheyAre(
            @ForAll("buckets") String bucket, @ForAll("keys") String key, @ForAll("versions") String version) {
        CopySource source = CopyRequest.builder()
                .set(COPY_SOURCE_BUCKET, bucket)
                .set(COPY_SOURCE_KEY, key)
                .set(COPY_SOURCE_VERSION_ID, version)
                .build()
                .source()
                .orElseThrow();
        assertThat(decoded(source.headerValue())).isEqualTo(bucket + separator(bucket) + key + "?versionId=" + version);
    }

    @Property(tries = 500)
    void fieldsAndDictionaryAreOneSource(
            @ForAll("buckets") String bucket, @ForAll("keys") String key, @ForAll("versions") String version) {
        CopySource fields = CopyRequest.builder()
                .set(COPY_SOURCE_BUCKET, bucket)
                .set(COPY_SOURCE_KEY, key)
                .set(COPY_SOURCE_VERSION_ID, version)
                .build()
                .source()
                .orElseThrow();
        Object dictionary = Reading.read(COPY_SOURCE, Map.of("Bucket", bucket, "Key", key, "VersionId", version));
        assertThat(dictionary).isEqualTo(fields);
    }

    @Property(tries = 500)
    void aSourceWithAVersionReadsBackFromItsText(
            @ForAll("buckets") String bucket, @ForAll("keys") String key, @ForAll("versions") String version) {
        CopySource source = new CopySource(bucket, key, version);
        assertThat(Reading.read(COPY_SOURCE, source.toString())).isEqualTo(source);
    }

    @Property(tries = 500)
    void aSourceWithoutAVersionReadsBackFromItsText(@ForAll("buckets") String bucket, @ForAll("keys") String key) {
        // such a key goes by fields, or with its version
        Assume.that(!key.matches("(?s).*\\?versionId=\\S*"));
        CopySource source = CopySource.of(bucket, key);
        assertThat(Reading.read(COPY_SOURCE, source.toString())).isEqualTo(source);
    }

    @Property(tries = 500)
    void theHeaderIsAsciiWithoutSpacesOrPlusSigns(@ForAll("buckets") String bucket, @ForAll("keys") String key) {
        assertThat(CopySource.of(bucket, key).headerValue()).matches("[A-Za-z0-9._~/%-]+");
    }

    @Property(tries = 200)
    void aSlashStaysASlash(@ForAll("keys") String key) {
        assertThat(CopySource.of("b", key)
                        .headerValue()
                        .chars()
                        .filter(c -> c == '/')
                        .count())
                .isEqualTo(key.chars().filter(c -> c == '/').count() + 1);
    }

    @Property(tries = 500)
    void aDestinationKeyIsKeptByTheCharacter(@ForAll("keys") String key) {
        assertThat(Reading.read(KEY, key)).isEqualTo(key);
    }

    @Property(tries = 200)
    void aKeyInUtf8BytesIsTheSameKey(@ForAll("keys") String key) {
        assertThat(Reading.read(KEY, key.getBytes(StandardCharsets.UTF_8))).isEqualTo(key);
    }

    private static String separator(String bucket) {
        return bucket.startsWith("arn:") ? "/object/" : "/";
    }

    /** By the SDK's decoder, which leaves a plus sign alone, as it knows nothing of forms. */
    private static String decoded(String header) {
        return SdkHttpUtils.urlDecode(header);
    }

    @Provide
    Arbitrary<String> buckets() {
        return Arbitraries.of(
                "inbox",
                "my.bucket-1",
                "Upper_Case",
                "fast--use1-az4--x-s3",
                "arn:aws:s3:eu-west-1:123456789012:accesspoint/reports",
                "arn:aws:s3:eu-west-1:123456789012:accesspoint/object",
                "arn:aws-cn:s3-outposts:cn-north-1:123456789012:outpost/op-1/accesspoint/reports");
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.oneOf(
                Arbitraries.of("null", "3/L4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY+MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo"),
                Arbitraries.strings()
                        .withChars("abcXYZ019._-+/=%&")
                        .ofMinLength(1)
                        .ofMaxLength(60));
    }

    @Provide
    Arbitrary<String> keys() {
        Arbitrary<String> anyUnicode = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(250)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        Arbitrary<String> awkward = Arbitraries.of(
                        "a",
                        "/",
                        "//",
                        "..",
                        "../",
                        "./",
                        "+",
                        " ",
                        "%",
                        "%2B",
                        "%zz",
                        "?",
                        "#",
                        "&",
                        "=",
                        "\n",
                        "😀",
                        "é",
                        "?versionId=",
                        "?versionId=1",
                        "/object/",
                        "arn:",
                        "\u0000",
                        "\u2028",
                        "*",
                        "\"",
                        "'")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
        return Arbitraries.oneOf(anyUnicode, awkward, Arbitraries.just("k".repeat(1024)))
                .filter(key -> key.getBytes(StandardCharsets.UTF_8).length <= 1024);
    }
}
