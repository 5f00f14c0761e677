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
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopySourceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "bucket/key, bucket, key, -",
                "/bucket/key, bucket, key, -",
                "bucket//key, bucket, /key, -",
                "bucket/key?versionId=v1, bucket, key, v1",
                "bucket/key?versionId=v1?versionId=v2, bucket, key?versionId=v1, v2",
                "bucket/a?versionId=b c, bucket, a?versionId=b c, -",
                "bucket/key?versionid=v1, bucket, key?versionid=v1, -",
                "bucket/a%2Bb, bucket, a%2Bb, -",
                "bucket/../key, bucket, ../key, -",
                "arn:aws:s3:us-east-1:123456789012:accesspoint/ap/object/a/b, arn:aws:s3:us-east-1:123456789012:accesspoint/ap, a/b, -",
                "arn:aws:s3:us-east-1:123456789012:accesspoint/ap/object/a/object/b, arn:aws:s3:us-east-1:123456789012:accesspoint/ap, a/object/b, -",
                "arn:aws:s3:us-east-1:123456789012:accesspoint/object/object/b, arn:aws:s3:us-east-1:123456789012:accesspoint/object, b, -",
                "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op/object/k?versionId=v, arn:aws:s3-outposts:us-west-2:123456789012:outpost/op, k, v"
            })
    void textIsReadAsBoto3ReadsIt(String text, String bucket, String key, String version) {
        assertThat(Reading.read(COPY_SOURCE, text)).isEqualTo(new CopySource(bucket, key, version));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(
            strings = {
                "",
                "/",
                "bucket",
                "bucket/",
                "/bucket",
                "//key",
                "bucket/key?versionId=",
                "arn:aws:s3:us-east-1:123456789012:accesspoint/ap",
                "arn:aws:s3:us-east-1:123456789012:accesspoint/ap/object/",
                "arn:aws:s3:::bucket/key"
            })
    void textWithoutBucketAndKeyIsRefused(String text) {
        assertThat(Reading.refusal(COPY_SOURCE, text)).isNotNull();
    }

    @Test
    void dictionaryWithAnUnknownWordIsRefused() {
        assertThat(Reading.refusal(COPY_SOURCE, Map.of("Bucket", "b", "Key", "k", "Version", "v"))
                        .rule())
                .contains("dictionary of Bucket, Key");
    }

    @Test
    void dictionaryWithoutKeyIsRefused() {
        assertThat(Reading.refusal(COPY_SOURCE, Map.of("Bucket", "b")).rule()).contains("dictionary of Bucket, Key");
    }

    @Test
    void emptyVersionInADictionaryIsRefused() {
        assertThat(Reading.refusal(COPY_SOURCE, Map.of("Bucket", "b", "Key", "k", "VersionId", ""))
                        .rule())
                .isEqualTo("is empty");
    }

    @Test
    void lineBreakInAVersionIsRefused() {
        assertThat(Reading.refusal(COPY_SOURCE, new CopySource("b", "k", "v\r\nx: y")))
                .isNotNull();
    }

    @Test
    void plusSignIsEncodedAsS3ReadsABareOneAsASpace() {
        assertThat(CopySource.of("b", "a+b c").headerValue()).isEqualTo("b/a%2Bb%20c");
    }

    @Test
    void versionIsTheOnlyQuery() {
        assertThat(new CopySource("b", "k?versionId=1", "2").headerValue())
                .isEqualTo("b/k%3FversionId%3D1?versionId=2");
    }

    @Test
    void arnIsWrittenAsAnObjectOfItsAccessPoint() {
        assertThat(CopySource.of("arn:aws:s3:us-east-1:123456789012:accesspoint/ap", "a b")
                        .headerValue())
                .isEqualTo("arn%3Aaws%3As3%3Aus-east-1%3A123456789012%3Aaccesspoint/ap/object/a%20b");
    }

    @Test
    void keyMayHave1024Bytes() {
        assertThat(Reading.read(COPY_SOURCE_KEY, "é".repeat(512))).isEqualTo("é".repeat(512));
    }

    @Test
    void keyMayNotHave1025Bytes() {
        assertThat(Reading.refusal(COPY_SOURCE_KEY, "é".repeat(512) + "a").rule())
                .endsWith("this one 1025");
    }

    @Test
    void halfASurrogatePairIsNoKey() {
        assertThat(Reading.refusal(COPY_SOURCE_KEY, "a\ud83d").rule()).contains("surrogate");
    }

    @Test
    void sourceNeedsABucketEvenInJava() {
        assertThatNullPointerException()
                .isThrownBy(() -> CopySource.of(null, "k"))
                .withMessage("bucket");
    }
}
