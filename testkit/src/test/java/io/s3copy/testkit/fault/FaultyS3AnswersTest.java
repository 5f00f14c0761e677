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
package io.s3copy.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.testkit.S3Operation;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The form of answers: S3's own, other servers', and those of what is no S3 at all. */
class FaultyS3AnswersTest {

    private static final String BELL = "bell\u0007.bin";

    private final FaultyS3 s3 = FaultyS3.start().bucket("in", true).bucket("out", true);
    private final Wire wire = new Wire(s3);
    private final S3AsyncClient client = s3.newClient();

    @BeforeEach
    void put() {
        s3.put("in", "key", 6L << 20);
    }

    @AfterEach
    void close() {
        client.close();
        s3.close();
    }

    @Test
    void everyAnswerHasARequestId() {
        assertThat(List.of(
                        wire.copy(),
                        wire.head("/in/key"),
                        wire.head("/in/none"),
                        wire.head("/none"),
                        wire.send("GET", "/in/none"),
                        wire.send("DELETE", "/in/none"),
                        wire.send("GET", "/in/key?nothing")))
                .allSatisfy(answer ->
                        assertThat(Wire.header(answer, "x-amz-request-id")).isNotBlank());
    }

    @Test
    void aServerMaySendNoRequestIdToHead() {
        s3.with(Quirk.HEAD_WITHOUT_REQUEST_ID);
        HttpResponse<String> missing = wire.head("/in/none");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(Wire.header(missing, "x-amz-request-id")).isNull();
        assertThat(Wire.header(wire.send("GET", "/in/none"), "x-amz-request-id"))
                .isNotBlank();
    }

    @Test
    void aServerMayNotSayTheLengthToHead() {
        assertThat(Wire.header(wire.head("/in/key"), "Content-Length")).isEqualTo("6291456");
        s3.with(Quirk.HEAD_WITHOUT_LENGTH);
        HttpResponse<String> head = wire.head("/in/key");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(Wire.header(head, "Content-Length")).isNull();
        assertThat(Wire.header(head, "ETag")).isNotBlank();
        assertThat(client.headObject(ask -> ask.bucket("in").key("key")).join().contentLength())
                .isNull();
    }

    @Test
    void aServerMaySendAKeptConnectionABodyBehindTheAnswerToHead() throws Exception {
        s3.with(Quirk.STRAY_BYTES_AFTER_HEAD);
        try (RawConnection connection = new RawConnection(s3.endpoint())) {
            connection.send("HEAD /in/none HTTP/1.1\r\nHost: stub\r\n\r\n");
            String answer = connection.readUntil("</Error>");
            assertThat(answer).startsWith("HTTP/1.1 404").contains("\r\n\r\n<?xml");
            connection.send("HEAD /in/key HTTP/1.1\r\nHost: stub\r\n\r\n");
            assertThat(connection.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");
        }
        assertThat(wire.head("/in/key").statusCode()).isEqualTo(200);
    }

    @Test
    void theSdkTakesABodyBehindTheAnswerToHeadForAnotherAnswer() {
        s3.with(Quirk.STRAY_BYTES_AFTER_HEAD);
        assertThatThrownBy(() ->
                        client.headObject(ask -> ask.bucket("in").key("none")).join())
                .cause()
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        failure -> assertThat(failure.statusCode()).isEqualTo(999));
    }

    @Test
    void aKeyWithAControlCharacterIsSentAsXmlHasNoCharacterFor() {
        s3.put("in", BELL, 7);
        String upload = wire.send("POST", "/out/bell%07.bin?uploads").body();
        assertThat(upload).contains("<Key>bell&#x7;.bin</Key>");
        assertThat(wire.send("GET", "/out?uploads").body()).contains("<Key>bell&#x7;.bin</Key>");
        assertThat(wire.send("GET", "/in?list-type=2").body()).contains("<Key>bell&#x7;.bin</Key>");
        String id = s3.openUploads().get(0);
        assertThat(wire.send("GET", "/out/bell%07.bin?uploadId=" + id).body()).contains("<Key>bell&#x7;.bin</Key>");
        assertThatThrownBy(() -> client.listObjectsV2(list -> list.bucket("in")).join())
                .isNotNull();
    }

    @Test
    void aListingThatIsAskedForEncodedKeysCanBeRead() {
        s3.put("in", BELL, 7);
        s3.put("in", "dir/a b+c", 7);
        ListObjectsV2Response listing = client.listObjectsV2(
                        list -> list.bucket("in").encodingType("url"))
                .join();
        assertThat(listing.encodingTypeAsString()).isEqualTo("url");
        assertThat(listing.contents()).extracting(S3Object::key).containsExactly(BELL, "dir/a b+c", "key");
        assertThat(wire.send("GET", "/in?list-type=2&encoding-type=url").body())
                .contains("<Key>bell%07.bin</Key>", "<Key>dir/a+b%2Bc</Key>");
        client.createMultipartUpload(create -> create.bucket("out").key("a b")).join();
        assertThat(wire.send("GET", "/out?uploads&encoding-type=url").body())
                .contains("<EncodingType>url</EncodingType>", "<Key>a+b</Key>");
        String page = wire.send("GET", "/in?list-type=2&max-keys=1").body();
        assertThat(page).doesNotContain("<NextContinuationToken>bell");
    }

    @Test
    void aServerMayWriteTheDateOfACopyAsHttpDoes() {
        assertThat(wire.copy().body()).containsPattern("<LastModified>\\d{4}-");
        s3.with(Quirk.DATE_RFC1123_IN_XML);
        assertThat(List.of(wire.copy(), wire.part(wire.begin())))
                .allSatisfy(result -> assertThat(result.body())
                        .containsPattern("<LastModified>\\w{3}, \\d+ \\w{3} \\d{4} [\\d:]+ GMT</LastModified>"));
    }

    @Test
    void aServerMayBeginWithABlank() {
        s3.with(Quirk.BLANK_BEFORE_XML);
        String upload = wire.begin();
        HttpResponse<String> part = wire.part(upload);
        assertThat(List.of(wire.copy(), part, wire.complete(upload, List.of(part))))
                .allSatisfy(result -> assertThat(result.body()).startsWith(" <?xml"));
    }

    @Test
    void aServerMaySendETagsWithoutQuotesAndNone() {
        assertThat(wire.copy().body()).containsPattern("<ETag>&quot;\\w{32}&quot;</ETag>");
        s3.with(Quirk.UNQUOTED_ETAG, Quirk.EMPTY_ETAG_ON_COMPLETE);
        assertThat(List.of(wire.copy(), wire.part(wire.begin())))
                .allSatisfy(result -> assertThat(result.body()).containsPattern("<ETag>\\w{32}</ETag>"));
        assertThat(wire.inParts().body()).contains("<ETag></ETag>");
        assertThat(Wire.header(wire.head("/out/key"), "ETag")).endsWith("-1\"");
    }

    private static List<Boolean> namesVersions(HttpResponse<?>... results) {
        return List.of(results).stream()
                .map(result -> result.headers().map().keySet().stream().anyMatch(name -> name.endsWith("version-id")))
                .toList();
    }

    @Test
    void aServerMayNameNoVersionInResults() {
        assertThat(namesVersions(wire.copy(), wire.part(wire.begin()), wire.inParts()))
                .containsOnly(true);
        s3.with(Quirk.NO_VERSION_IN_RESULTS);
        assertThat(namesVersions(wire.copy(), wire.part(wire.begin()), wire.inParts()))
                .containsOnly(false);
        assertThat(Wire.header(wire.head("/out/key"), "x-amz-version-id")).isNotBlank();
    }

    private String initiatorOf(String upload, S3AsyncClient asking) {
        String ofParts = asking.listParts(list -> list.bucket("out").key("key").uploadId(upload))
                .join()
                .initiator()
                .id();
        assertThat(asking.listMultipartUploads(list -> list.bucket("out"))
                        .join()
                        .uploads())
                .extracting(listed -> listed.initiator().id())
                .containsExactly(ofParts);
        return ofParts;
    }

    @Test
    void aServerMayNameWhoeverAsksAsTheInitiator() {
        String upload = wire.begin();
        try (S3AsyncClient other = s3.newClient(AwsBasicCredentials.create("somebody", "secret"))) {
            assertThat(initiatorOf(upload, other)).endsWith("user/stub");
            s3.with(Quirk.INITIATOR_IS_WHO_ASKS);
            assertThat(initiatorOf(upload, other)).endsWith("user/somebody");
            assertThat(initiatorOf(upload, client)).endsWith("user/stub");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PROXY_404_TEXT, 404, 404 page not found",
        "PROXY_404_HTML, 404, <html>",
        "PROXY_404_JSON, 404, {",
        "PROXY_404_EMPTY, 404, ''",
        "REDIRECT_302, 302, <html>",
        "REDIRECT_308, 308, <html>",
        "PROXY_AUTHENTICATION_407, 407, <html>",
        "MISDIRECTED_421, 421, Misdirected",
        "REQUEST_TIMEOUT_408, 408, <html>",
        "TOO_EARLY_425, 425, Too Early"
    })
    void whatStandsBeforeS3AnswersInItsOwnWords(Fault fault, int status, String body) {
        s3.plan(FaultPlan.NONE.share(1, fault));
        for (HttpResponse<String> answer : List.of(wire.copy(), wire.head("/in/key"))) {
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).doesNotContain("<Error>", "<?xml");
            assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("x-amz-"));
            assertThat(Wire.header(answer, "Server")).isNotEqualTo("AmazonS3");
        }
        assertThat(wire.copy().body()).startsWith(body);
        assertThat(s3.writes("out", "key")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "KMS_INVALID_STATE, KMS.KMSInvalidStateException",
        "KMS_THROTTLING, KMS.ThrottlingException",
        "ILLEGAL_LOCATION, IllegalLocationConstraintException"
    })
    void s3SpeaksForItsKeysAndItsPlaces(Fault fault, String code) {
        s3.plan(FaultPlan.NONE.first(S3Operation.COPY_OBJECT, fault));
        HttpResponse<String> refused = wire.copy();
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("<Code>" + code + "</Code>");
        assertThat(wire.copy().statusCode()).isEqualTo(200);
    }

    @Test
    void aHeadMayBeRefusedWithoutAReason() {
        s3.plan(FaultPlan.NONE.share(1, Fault.HEAD_400_EMPTY));
        HttpResponse<String> head = wire.head("/in/key");
        assertThat(head.statusCode()).isEqualTo(400);
        assertThat(Wire.header(head, "x-amz-request-id")).isNotBlank();
        assertThat(wire.copy().statusCode()).isEqualTo(200);
    }
}
