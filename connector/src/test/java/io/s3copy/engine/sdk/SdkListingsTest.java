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
package io.s3copy.engine.sdk;

import static io.s3copy.testkit.S3Operation.LIST_OBJECTS_V2;
import static io.s3copy.testkit.S3Operation.LIST_OBJECT_VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** What a listing asks and reads; what is no whole page of S3's own is no page, and never an empty one. */
@Tag("sdk")
class SdkListingsTest {

    private static final String NAME = "<Name>in</Name>";
    private static final String LAST = "<IsTruncated>false</IsTruncated>";
    private static final String MORE = "<IsTruncated>true</IsTruncated>";
    private static final String ENCODED = "<EncodingType>url</EncodingType>";
    private static final String DATE = "<LastModified>2026-04-01T10:00:00.000Z</LastModified>";
    private static final ListQuery ALL = ListQuery.of("in", "");

    @AutoClose
    private final RecordingS3 s3 = RecordingS3.start();

    @AutoClose
    private final S3AsyncClient client = s3.newClient();

    private final S3Calls calls = CallsUnderTest.on(client);

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private ObjectPage objects(String content) {
        s3.answer(LIST_OBJECTS_V2, list -> Response.xml(200, "<ListBucketResult>" + content + "</ListBucketResult>"));
        return await(calls.listObjects(ALL));
    }

    private ObjectPage versions(String content) {
        s3.answer(
                LIST_OBJECT_VERSIONS,
                list -> Response.xml(200, "<ListVersionsResult>" + content + "</ListVersionsResult>"));
        return await(calls.listVersions(ALL));
    }

    private static String object(String key) {
        return "<Contents><Key>" + key + "</Key>" + DATE + "<ETag>\"e\"</ETag><Size>5</Size></Contents>";
    }

    private static String version(String element, String key, String id) {
        return "<" + element + "><Key>" + key + "</Key><VersionId>" + id + "</VersionId><IsLatest>false</IsLatest>"
                + DATE + "</" + element + ">";
    }

    private static S3CallException failure(CompletableFuture<?> call) {
        try {
            await(call);
        } catch (CompletionException e) {
            return (S3CallException) Causes.of(e);
        }
        throw new AssertionError("it was believed");
    }

    private String asked(Function<ListQuery, CompletableFuture<ObjectPage>> list, ListQuery query, String parameter) {
        s3.reset();
        await(list.apply(query));
        return s3.requests().get(0).queryParameter(parameter).orElse(null);
    }

    @Test
    void asksForWhatTheQuerySays() {
        ListQuery query = ListQuery.of("in", "a b/")
                .after("a b/+%\u0007\uD83D\uDE00\n")
                .maxKeys(7)
                .paidBy("requester", "123456789012");
        await(calls.listObjects(query));
        RecordedRequest sent = s3.only(LIST_OBJECTS_V2);
        assertThat(sent.queryParameter("encoding-type")).contains("url");
        assertThat(sent.queryParameter("prefix")).contains("a b/");
        assertThat(sent.queryParameter("start-after")).contains("a b/+%\u0007\uD83D\uDE00\n");
        assertThat(sent.queryParameter("max-keys")).contains("7");
        assertThat(sent.queryParameter("continuation-token")).isEmpty();
        assertThat(sent.header("x-amz-request-payer")).contains("requester");
        assertThat(sent.header("x-amz-expected-bucket-owner")).contains("123456789012");
    }

    @Test
    void aTokenSaysAloneWhereAPageBegins() {
        ListQuery next = ALL.next("behind", "token+/=");
        assertThat(asked(calls::listObjects, next, "continuation-token")).isEqualTo("token+/=");
        assertThat(asked(calls::listObjects, next, "start-after")).isNull();
    }

    @Test
    void aMarkerOfAVersionGoesWithThatOfItsKey() {
        ListQuery next = ALL.next("be hind", "v1");
        assertThat(asked(calls::listVersions, next, "key-marker")).isEqualTo("be hind");
        assertThat(asked(calls::listVersions, next, "version-id-marker")).isEqualTo("v1");
        assertThat(asked(calls::listVersions, next, "encoding-type")).isEqualTo("url");
    }

    @Test
    void halfAPairIsNotSentAsAQuestionMark() {
        for (ListQuery query : List.of(ALL.after("a\uD83D"), ListQuery.of("in", "\uDE00"))) {
            assertThat(failure(calls.listObjects(query)).answer()).isEqualTo(Answer.NOT_MADE);
            assertThat(failure(calls.listVersions(query)).answer()).isEqualTo(Answer.NOT_MADE);
        }
        assertThat(s3.requests()).isEmpty();
    }

    @Test
    void readsWhatAPageSaysOfItsObjects() {
        ObjectPage page = objects(NAME + MORE + "<NextContinuationToken>t</NextContinuationToken><KeyCount>2</KeyCount>"
                + "<Contents><Key>a</Key>" + DATE
                + "<ETag>\"e\"</ETag><Size>5</Size><StorageClass>GLACIER</StorageClass>"
                + "<ChecksumAlgorithm>CRC32</ChecksumAlgorithm><ChecksumType>COMPOSITE</ChecksumType></Contents>"
                + "<Contents><Key>b</Key></Contents>");
        assertThat(page)
                .isEqualTo(new ObjectPage(
                        List.of(
                                new ListedObject(
                                        "a",
                                        5,
                                        "\"e\"",
                                        Instant.parse("2026-04-01T10:00:00Z"),
                                        "GLACIER",
                                        List.of("CRC32"),
                                        "COMPOSITE",
                                        null),
                                ListedObject.of("b", -1, null, null)),
                        null,
                        "t",
                        true));
    }

    @Test
    void anEmptyPageIsEmptyBecauseItSaysSo() {
        assertThat(objects(NAME + LAST)).isEqualTo(ObjectPage.last(List.of()));
        assertThat(objects(NAME + MORE + "<NextContinuationToken>t</NextContinuationToken>"))
                .isEqualTo(new ObjectPage(List.of(), null, "t", true));
        assertThat(versions(NAME + LAST)).isEqualTo(ObjectPage.last(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bell%07|bell\u0007",
                "a+b%2Bc%20d|a b+c d",
                "%2525|%25",
                "line%0D%0A%09|line\r\n\t",
                "%F0%9F%98%80%EE%80%80|\uD83D\uDE00\uE000",
                "a//b/../%26lt%3B&amp;|a//b/../&lt;&"
            })
    void anEncodedKeyIsDecodedOnce(String both) {
        String[] key = both.split("\\|", 2);
        String encoded = NAME + LAST + ENCODED;
        assertThat(objects(encoded + object(key[0])).objects().get(0).key()).isEqualTo(key[1]);
        List<ListedObject> listed = versions(
                        encoded + version("Version", key[0], "v2") + version("DeleteMarker", key[0], "v1"))
                .objects();
        assertThat(listed).extracting(ListedObject::key).containsExactly(key[1], key[1]);
    }

    @Test
    void theKeyOfAServerThatDoesNotEncodeStaysAsItIs() {
        assertThat(objects(NAME + LAST + object("a%2Bb+c")).objects().get(0).key())
                .isEqualTo("a%2Bb+c");
        assertThat(versions(NAME + LAST + version("Version", "a%2Bb+c", "v"))
                        .objects()
                        .get(0)
                        .key())
                .isEqualTo("a%2Bb+c");
    }

    @Test
    void theMarkersOfVersionsAreDecodedWithTheirKeys() {
        String page =
                NAME + MORE + "<NextKeyMarker>a%2Bb+c</NextKeyMarker><NextVersionIdMarker>v%2B</NextVersionIdMarker>";
        assertThat(versions(page + ENCODED)).isEqualTo(new ObjectPage(List.of(), "a+b c", "v%2B", true));
        assertThat(versions(page)).isEqualTo(new ObjectPage(List.of(), "a%2Bb+c", "v%2B", true));
    }

    /** All of one second, so that nothing but their places in the answer tells which is newer. */
    @Test
    void versionsAndDeleteMarkersStayInTheOrderOfTheServer() {
        List<ListedObject> listed = versions(NAME
                        + LAST
                        + version("DeleteMarker", "a", "4")
                        + version("Version", "a", "3")
                        + version("Version", "a", "2")
                        + version("DeleteMarker", "a", "1")
                        + version("Version", "b", "5"))
                .objects();
        assertThat(listed)
                .extracting(one -> one.key() + one.version().id() + (one.isDeleteMarker() ? " marker" : ""))
                .containsExactly("a4 marker", "a3", "a2", "a1 marker", "b5");
    }

    /** As S3Mock names it. */
    @Test
    void theRootOfAListingOfVersionsMayBeThatOfObjects() {
        s3.answer(
                LIST_OBJECT_VERSIONS,
                list -> Response.xml(
                        200,
                        "<ListBucketResult>" + NAME + LAST + version("Version", "a", "v") + "</ListBucketResult>"));
        assertThat(await(calls.listVersions(ALL)).objects()).hasSize(1);
    }

    @Test
    void aVersionSaysWhichItIs() {
        ObjectPage page = versions(NAME + LAST
                + "<Version><Key>a</Key><VersionId>null</VersionId><IsLatest>true</IsLatest>" + DATE
                + "<ETag>\"e\"</ETag><Size>5</Size><StorageClass>STANDARD</StorageClass></Version>");
        assertThat(page.objects())
                .containsExactly(new ListedObject(
                        "a",
                        5,
                        "\"e\"",
                        Instant.parse("2026-04-01T10:00:00Z"),
                        "STANDARD",
                        List.of(),
                        null,
                        new ListedObject.Version("null", true, false)));
    }

    static Stream<Response> noPages() {
        String whole = "<ListBucketResult>" + NAME + LAST + object("a") + object("b") + "</ListBucketResult>";
        return Stream.of(
                Response.empty(200),
                Response.xml(200, ""),
                Response.xml(200, "<?xml version=\"1.0\"?>"),
                Response.xml(200, whole.substring(0, whole.length() / 2)),
                Response.xml(200, whole).truncatedAfter(whole.length() / 2),
                Response.connectionCut(),
                Response.notS3(200, "text/html", "<html><body>Welcome</body></html>"),
                Response.notS3(200, "application/json", "{}"),
                Response.xml(200, "<ListBucketResult/>"),
                Response.xml(200, "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"),
                Response.xml(
                        200,
                        "<ListMultipartUploadsResult><Bucket>in</Bucket>" + LAST + "</ListMultipartUploadsResult>"),
                Response.xml(200, "<ListBucketResult>" + NAME + "</ListBucketResult>"),
                Response.xml(200, "<ListBucketResult>" + NAME + "<IsTruncated/></ListBucketResult>"),
                Response.content(200, 3_000_000));
    }

    @ParameterizedTest
    @MethodSource("noPages")
    void whatIsNoWholePageIsAFailureOfAPassingKind(Response answer) {
        s3.answer(LIST_OBJECTS_V2, list -> answer);
        s3.answer(LIST_OBJECT_VERSIONS, list -> answer);
        assertThat(failure(calls.listObjects(ALL)).answer()).isIn(Answer.UNREADABLE, Answer.NONE, Answer.ANOTHER);
        assertThat(failure(calls.listVersions(ALL)).answer()).isIn(Answer.UNREADABLE, Answer.NONE, Answer.ANOTHER);
    }

    /** Its keys would not be seen, and the page would seem empty. */
    @Test
    void aListingOfAnotherKindIsNone() {
        s3.answer(
                LIST_OBJECT_VERSIONS,
                list -> Response.xml(200, "<ListBucketResult>" + NAME + LAST + object("a") + "</ListBucketResult>"));
        s3.answer(
                LIST_OBJECTS_V2,
                list -> Response.xml(
                        200,
                        "<ListVersionsResult>" + NAME + LAST + version("Version", "a", "v") + "</ListVersionsResult>"));
        assertThat(failure(calls.listVersions(ALL)).answer()).isEqualTo(Answer.UNREADABLE);
        assertThat(failure(calls.listObjects(ALL)).answer()).isEqualTo(Answer.ANOTHER);
    }

    @Test
    void aPageBeforeAnotherSaysWhereThatBegins() {
        for (String token : List.of("", "<NextContinuationToken/>", "<NextMarker>a</NextMarker>")) {
            assertThatThrownBy(() -> objects(NAME + MORE + token + object("a")))
                    .as(token)
                    .hasCauseInstanceOf(S3CallException.class)
                    .hasMessageContaining("NextContinuationToken");
        }
        assertThatThrownBy(() -> versions(NAME + MORE + "<NextVersionIdMarker>v</NextVersionIdMarker>"))
                .hasMessageContaining("NextKeyMarker");
        assertThatThrownBy(() -> versions(NAME + MORE + "<NextKeyMarker>a</NextKeyMarker>"))
                .hasMessageContaining("NextVersionIdMarker");
    }

    @Test
    void aPageThatContradictsItselfOrTheQuestionIsNone() {
        assertThatThrownBy(() -> objects(NAME + LAST + "<KeyCount>2</KeyCount>" + object("a")))
                .hasMessageContaining("2 keys");
        assertThatThrownBy(() -> objects(NAME + LAST + "<Contents><Size>1</Size></Contents>"))
                .hasMessageContaining("Key");
        assertThatThrownBy(() -> objects(NAME + LAST + ENCODED + object("100%")))
                .hasCauseInstanceOf(S3CallException.class);
        s3.answer(
                LIST_OBJECTS_V2,
                list -> Response.xml(200, "<ListBucketResult>" + NAME + LAST + object("b/1") + "</ListBucketResult>"));
        assertThat(failure(calls.listObjects(ListQuery.of("in", "a/"))).answer())
                .isEqualTo(Answer.UNREADABLE);
        assertThatThrownBy(() -> versions(NAME + LAST + "<Version><Key>a</Key><IsLatest>true</IsLatest></Version>"))
                .hasMessageContaining("VersionId");
        assertThatThrownBy(() -> versions(NAME + LAST + "<Version><Key>a</Key><VersionId>v</VersionId></Version>"))
                .hasMessageContaining("IsLatest");
    }

    /** The SDK decodes both to the same three signs, and the objects of these keys would not be found. */
    @ParameterizedTest
    @ValueSource(strings = {"a%ED%A0%BD", "a%ED%A0%BE"})
    void aKeyThatIsNoTextIsNotMadeAnother(String key) {
        assertThatThrownBy(() -> objects(NAME + LAST + ENCODED + object(key)))
                .hasCauseInstanceOf(S3CallException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> versions(NAME + LAST + ENCODED + version("Version", key, "v")))
                .hasMessageContaining("UTF-8");
        assertThat(objects(NAME + LAST + object(key)).objects().get(0).key()).isEqualTo(key);
    }

    @Test
    void aRefusalHasS3sCode() {
        s3.answer(LIST_OBJECTS_V2, list -> Response.error(404, "NoSuchBucket", "none"));
        S3CallException missing = failure(calls.listObjects(ALL));
        assertThat(missing.code()).isEqualTo("NoSuchBucket");
        assertThat(missing.errorClass()).isEqualTo(ErrorClass.SYSTEMIC);
        s3.answer(LIST_OBJECT_VERSIONS, list -> Response.error(503, "SlowDown", "slow"));
        assertThat(failure(calls.listVersions(ALL)).errorClass()).isEqualTo(ErrorClass.TRANSIENT);
        s3.answer(LIST_OBJECTS_V2, list -> Response.errorAfterOk("InternalError", "late"));
        assertThat(failure(calls.listObjects(ALL)).errorClass()).isEqualTo(ErrorClass.TRANSIENT);
    }
}
