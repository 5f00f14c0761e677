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

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketKindTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "inbox, GENERAL_PURPOSE",
        "name--x-s3-alias, GENERAL_PURPOSE",
        "fast--use1-az4--x-s3, DIRECTORY",
        "ap--use1-az4--xa-s3, DIRECTORY",
        "arn:aws:s3express:us-east-1:123456789012:accesspoint/ap--use1-az4--xa-s3, DIRECTORY",
        "arn:aws:s3:eu-west-1:123456789012:accesspoint/ap, ACCESS_POINT",
        "arn:aws:s3:eu-west-1:123456789012:accesspoint:ap, ACCESS_POINT",
        "arn:aws-us-gov:s3-object-lambda:us-gov-west-1:123456789012:accesspoint/ap, ACCESS_POINT",
        "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap, MULTI_REGION_ACCESS_POINT",
        "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1/accesspoint/ap, OUTPOSTS"
    })
    void kindShowsInTheForm(String bucket, BucketKind kind) {
        assertThat(BucketKind.of(bucket)).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a.b-c", "Upper_Case", "x", "arn:aws:s3::123456789012:accesspoint/x.mrap"})
    void namesOfOtherServersArePlausibleToo(String bucket) {
        assertThat(BucketKind.isPlausible(bucket)).isTrue();
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(
            strings = {"", ".", "..", "a/b", "a b", "a?b", "a#b", "a%2Fb", "ä", "a\nb", "arn:aws:s3:::bucket", "arn:"})
    void nothingThatChangesAUrlIsABucket(String bucket) {
        assertThat(BucketKind.isPlausible(bucket)).isFalse();
    }
}
