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
package io.s3copy.camel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.camel.mirror.Samples;
import io.s3copy.camel.mirror.ScriptedResults;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.Response;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.util.VersionInfo;

/** Every member of every response, as header of the message. */
@Tag("sdk")
class EveryResultTest {

    private static final String RESULT = "CamelS3CopyResult";

    /** What Camel's SDK does not read from the XML: no header can say it. */
    private static final Set<CopyParameter> UNREAD_BY_CAMELS_SDK = EnumSet.of(
            CopyParameter.RESULT_CHECKSUM_SHA512,
            CopyParameter.RESULT_CHECKSUM_MD5,
            CopyParameter.RESULT_CHECKSUM_XXHASH64,
            CopyParameter.RESULT_CHECKSUM_XXHASH3,
            CopyParameter.RESULT_CHECKSUM_XXHASH128);

    @RegisterExtension
    static final WireCamel CAMEL = new WireCamel();

    static Stream<Arguments> everyMember() {
        return Arrays.stream(S3Call.values())
                .flatMap(call -> ScriptedResults.members(call).stream().map(row -> Arguments.of(call, row)));
    }

    static List<CopyParameter> resultRows() {
        return CopyParameter.resultRows();
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void allMembersOfTheResponseAreHeadersInTheirTypes(S3Call call) {
        List<CopyParameter> members = ScriptedResults.members(call);

        Message message = answered(call, ScriptedResults.response(call, members), Map.of());

        Map<String, Object> expected = new TreeMap<>();
        members.stream().filter(EveryResultTest::isRead).forEach(row -> expected.put(row.header(), value(row)));
        assertThat(results(message)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyMember")
    void whatTheResponseLeavesOutIsNoHeader(S3Call call, CopyParameter left) {
        List<CopyParameter> members = ScriptedResults.members(call).stream()
                .filter(row -> row != left || isProof(row))
                .toList();

        Message message = answered(call, ScriptedResults.response(call, members), Map.of());

        assertThat(results(message).keySet())
                .containsExactlyInAnyOrderElementsOf(members.stream()
                        .filter(EveryResultTest::isRead)
                        .map(CopyParameter::header)
                        .toList());
    }

    @Test
    void everyResultIsAMemberOfSomeResponse() {
        Set<CopyParameter> members = EnumSet.noneOf(CopyParameter.class);
        Arrays.stream(S3Call.values()).forEach(call -> members.addAll(ScriptedResults.members(call)));

        assertThat(members).containsExactlyInAnyOrderElementsOf(CopyParameter.resultRows());
    }

    /** With the test of all members: the header is of the type that the catalogue names. */
    @ParameterizedTest
    @MethodSource("resultRows")
    void theTypeIsTheOneOfTheCatalogue(CopyParameter row) throws Exception {
        try (InputStream json = getClass().getResourceAsStream("/META-INF/io/s3copy/camel/s3copy.json")) {
            String type = new ObjectMapper()
                    .readTree(json)
                    .get("headers")
                    .get(row.header())
                    .get("javaType")
                    .asText();

            assertThat(value(row)).isInstanceOf(Class.forName(type.contains(".") ? type : "java.lang." + type));
        }
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void resultsOfAnEarlierCallAreGone(S3Call call) {
        Map<String, Object> stale = new HashMap<>();
        CopyParameter.resultRows().forEach(row -> stale.put(row.header(), "stale"));

        Message message = answered(call, ScriptedResults.response(call, least(call)), stale);

        assertThat(results(message).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        least(call).stream().map(CopyParameter::header).toList());
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void theBodyIsTheResponseOfS3(S3Call call) {
        Message message = answered(call, ScriptedResults.response(call, least(call)), Map.of());

        assertThat(message.getBody().getClass().getSimpleName()).isEqualTo(call.api() + "Response");
    }

    @Test
    void anExpirationThatIsNoDateStaysTheTextItIs() {
        Response ofDirectoryBucket =
                Response.copyObjectResult("\"etag\"").withHeader("x-amz-expiration", "NotImplemented");

        Message message = answered(S3Call.COPY_OBJECT, ofDirectoryBucket, Map.of());

        assertThat(message.getHeader("CamelS3CopyResultExpiration")).isEqualTo("NotImplemented");
    }

    /** Without these there was no copy, and no message; what is left of them is another test's. */
    private static boolean isProof(CopyParameter row) {
        return row == CopyParameter.RESULT_ETAG || row == CopyParameter.RESULT_UPLOAD_ID;
    }

    private static List<CopyParameter> least(S3Call call) {
        return switch (call) {
            case COPY_OBJECT, UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD -> List.of(CopyParameter.RESULT_ETAG);
            case CREATE_MULTIPART_UPLOAD -> List.of(CopyParameter.RESULT_UPLOAD_ID);
            case ABORT_MULTIPART_UPLOAD, LIST_PARTS -> List.of();
        };
    }

    private static boolean isRead(CopyParameter row) {
        return !UNREAD_BY_CAMELS_SDK.contains(row) || !sdkVersion().equals("2.41.28");
    }

    private static String sdkVersion() {
        try {
            return (String) VersionInfo.class.getField("SDK_VERSION").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(CopyParameter row) {
        return row == CopyParameter.RESULT_PARTS
                ? List.of(ScriptedResults.part(EveryResultTest::isRead))
                : ScriptedResults.value(row);
    }

    private static Map<String, Object> results(Message message) {
        Map<String, Object> results = new TreeMap<>(message.getHeaders());
        results.keySet().removeIf(name -> !name.startsWith(RESULT));
        return results;
    }

    private static Message answered(S3Call call, Response response, Map<String, Object> stale) {
        CAMEL.server().next(response);
        Map<String, Object> headers = new HashMap<>(stale);
        headers.putAll(WireCamel.headers(Samples.required(call)));
        Exchange exchange = CAMEL.send(WireCamel.uri(call), headers, null);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage();
    }
}
