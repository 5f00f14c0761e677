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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys come from whoever may write to a bucket or a queue: they are values, whatever they look like. */
class HostileValuesTest {

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
    }

    private RecordedRequest copyOf(String key) {
        Exchange copy =
                stub.send(null, Map.of("CamelS3CopyCopySourceBucket", "inbox", "CamelS3CopyCopySourceKey", key));
        assertThat(copy.getException()).isNull();
        return stub.onlyCopy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in/${sys.user.home}",
                "in/${bean:boom}",
                "in/$simple{exchangeId}",
                "in/{{secret}}",
                "in/RAW(x)",
                "in/#bean:s3",
                "in/a&storageClass=GLACIER",
                "in/a?versionId=x",
                "in/%s%n%d",
                "in/a\r\nx-amz-acl: public-read",
                "in/../../other/key",
                "in/ leading and trailing ",
                "in/\"quotes\" 'and' `ticks`",
                "in/é😀"
            })
    void keyIsAValueUnderPrefixes(String key) throws Exception {
        stub.camel().getPropertiesComponent().addOverrideProperty("secret", "leaked");
        stub.route("s3copy:archive?stripPrefix=in/&keyPrefix=out/");
        RecordedRequest request = copyOf(key);
        assertThat(request.key()).isEqualTo("out/" + key.substring("in/".length()));
        assertThat(request.bucket()).isEqualTo("archive");
        assertThat(request.headers().contains("x-amz-acl")).isFalse();
        assertThat(request.headers().contains("x-amz-storage-class")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${sys.user.home}",
                "${header.CamelS3CopyCopySourceBucket}",
                "$simple{exchangeId}",
                "{{secret}}",
                "a&storageClass=GLACIER",
                "a\nb",
                "%s%n"
            })
    void keyIsAValueInAnExpression(String key) throws Exception {
        stub.camel().getPropertiesComponent().addOverrideProperty("secret", "leaked");
        stub.route("s3copy:archive?keyExpression=RAW(day/${header.CamelS3CopyCopySourceKey}!)");
        assertThat(copyOf(key).key()).isEqualTo("day/" + key + "!");
    }

    @Test
    void keyOptionIsLiteral() throws Exception {
        stub.route("s3copy:archive?key=RAW(${header.CamelS3CopyCopySourceKey})");
        assertThat(copyOf("a").key()).isEqualTo("${header.CamelS3CopyCopySourceKey}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nx-amz-acl: public-read", "a\nb", "\u0000"})
    void lineBreakInAHeaderValueIsRefused(String value) throws Exception {
        stub.route("s3copy:archive?metadataDirective=REPLACE");
        Exchange copy = stub.copy(Map.of("CamelS3CopyCacheControl", value));
        assertThat(copy.getException()).hasMessageContaining("header CamelS3CopyCacheControl");
        assertThat(copy.getException().getMessage()).doesNotContain("\n", "\r", "\u0000");
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void keyThatDoesNotBeginWithTheStrippedPrefixFails() throws Exception {
        stub.route("s3copy:archive?stripPrefix=in/");
        Exchange copy =
                stub.send(null, Map.of("CamelS3CopyCopySourceBucket", "inbox", "CamelS3CopyCopySourceKey", "x\ny"));
        assertThat(copy.getException())
                .hasMessageStartingWith(
                        "header CamelS3CopyCopySourceKey = 'x?y': does not start with stripPrefix 'in/'");
    }

    @Test
    void expressionThatGivesNothingFails() throws Exception {
        stub.route("s3copy:archive?keyExpression=RAW(${header.none})");
        Exchange copy =
                stub.send(null, Map.of("CamelS3CopyCopySourceBucket", "inbox", "CamelS3CopyCopySourceKey", "a"));
        assertThat(copy.getException()).hasMessageContaining("header CamelS3CopyKey");
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void expressionThatCannotBeEvaluatedFailsTheExchange() throws Exception {
        stub.route("s3copy:archive?keyExpression=RAW(${body.noSuchMethod})");
        Exchange copy =
                stub.send("text", Map.of("CamelS3CopyCopySourceBucket", "inbox", "CamelS3CopyCopySourceKey", "a"));
        assertThat(copy.getException()).isNotNull();
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void expressionThatIsNoneFailsTheStart() {
        assertThatThrownBy(() -> stub.route("s3copy:archive?keyExpression=RAW(${noSuchFunction)"))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("option keyExpression = '${noSuchFunction'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u2028", "\u2029", "\u0085", "\u200b"})
    void nothingInARefusalOfS3ForgesALineOfALog(String mark) throws Exception {
        stub.s3()
                .answer(
                        S3Operation.COPY_OBJECT,
                        request -> Response.error(400, "Bad" + mark + "Code", "no" + mark + "line"));
        stub.route("s3copy:archive");
        Exception refusal = stub.copy(Map.of("CamelS3CopyCopySource", "inbox/a" + mark + "b"))
                .getException();
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        S3CallException.class, call -> assertThat(call.code()).isEqualTo("Bad?Code"))
                .hasMessageContaining("of inbox/a?b to archive/a?b failed: 400 Bad?Code: no?line");
        assertThat(refusal.getMessage()).doesNotContain(mark);
    }
}
