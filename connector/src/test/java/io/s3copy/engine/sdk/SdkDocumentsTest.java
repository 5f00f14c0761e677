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

import static io.s3copy.testkit.S3Operation.GET_OBJECT;
import static io.s3copy.testkit.S3Operation.PUT_OBJECT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.s3.DocumentCalls.Condition;
import io.s3copy.engine.s3.DocumentCalls.Document;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Documents are read whole or not at all, and written in a way that any server takes. */
@Tag("sdk")
class SdkDocumentsTest {

    private static final String TEXT = "a manifest of keys\n".repeat(5000);

    @AutoClose
    private final RecordingS3 s3 = RecordingS3.start();

    /** As users build one: with the checksums that the SDK adds by itself. */
    @AutoClose
    private final S3AsyncClient client = S3AsyncClient.builder()
            .endpointOverride(s3.endpoint())
            .region(Region.of(s3.region()))
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .forcePathStyle(true)
            .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();

    private final S3Calls calls = CallsUnderTest.on(client);

    private static ObjectQuery document() {
        return ObjectQuery.ofDestination(
                CopyRequest.builder().destination("in", "jobs/check point").build());
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static S3CallException failure(CompletableFuture<?> call) {
        try {
            await(call);
        } catch (CompletionException e) {
            return (S3CallException) Causes.of(e);
        }
        throw new AssertionError("it was believed");
    }

    private static Response whole() {
        return Response.empty(200).withHeader("ETag", "\"e\"").withBody(TEXT);
    }

    private Document opened(Response answer) {
        s3.answer(GET_OBJECT, get -> answer);
        return await(calls.getObject(document()));
    }

    @Test
    void readsAnObjectToItsEnd() throws IOException {
        Document document = opened(whole());
        assertThat(document.length()).isEqualTo(TEXT.length());
        assertThat(document.eTag()).isEqualTo("\"e\"");
        try (InputStream content = document.content()) {
            assertThat(new String(content.readAllBytes(), UTF_8)).isEqualTo(TEXT);
            assertThat(content.read()).isEqualTo(-1);
        }
    }

    @Test
    void readsByteByByteAndSkips() throws IOException {
        try (InputStream content = opened(whole()).content()) {
            assertThat(content.read()).isEqualTo('a');
            assertThat(content.skip(TEXT.length() - 2L)).isEqualTo(TEXT.length() - 2L);
            assertThat(content.read()).isEqualTo('\n');
            assertThat(content.skip(1)).isZero();
            assertThat(content.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20_000, 94_999})
    void aBodyThatIsCutShortIsNoShorterDocument(int bytes) throws IOException {
        Document document = opened(whole().truncatedAfter(bytes));
        try (InputStream content = document.content()) {
            assertThatThrownBy(content::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anUnreadRestIsHungUpOn() throws IOException {
        Document document = opened(Response.content(200, 1L << 40).withHeader("ETag", "\"e\""));
        assertThat(document.length()).isEqualTo(1L << 40);
        try (InputStream content = document.content()) {
            assertThat(content.readNBytes(1000)).hasSize(1000);
        }
        Awaitility.await().until(() -> s3.inFlight() == 0);
    }

    @Test
    void anEmptyObjectIsRead() throws IOException {
        try (InputStream content =
                opened(Response.empty(200).withHeader("ETag", "\"e\"")).content()) {
            assertThat(content.readAllBytes()).isEmpty();
        }
    }

    @Test
    void aReadHasTheConditionAndAsksForWhatItChecks() throws IOException {
        s3.answer(GET_OBJECT, get -> whole());
        await(calls.getObject(document().onCondition("\"e\""))).content().close();
        RecordedRequest sent = s3.only(GET_OBJECT);
        assertThat(sent.header("If-Match")).contains("\"e\"");
        assertThat(sent.header("x-amz-checksum-mode")).contains("ENABLED");
        s3.reset();
        s3.answer(GET_OBJECT, get -> whole());
        await(calls.getObject(document().withoutChecksums())).content().close();
        assertThat(s3.only(GET_OBJECT).header("x-amz-checksum-mode")).isEmpty();
    }

    @Test
    void aWrongChecksumIsNoDocument() throws IOException {
        Document document = opened(whole().withHeader("x-amz-checksum-crc32", "AAAAAA==")
                .withHeader("x-amz-checksum-type", "FULL_OBJECT"));
        try (InputStream content = document.content()) {
            assertThatThrownBy(content::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPageIsNoDocument() {
        s3.answer(GET_OBJECT, get -> Response.notS3(200, "text/html", "<html/>"));
        assertThat(failure(calls.getObject(document()))).hasMessageContaining("ETag");
    }

    @Test
    void aRefusalHasS3sCode() {
        s3.answer(GET_OBJECT, get -> Response.error(404, "NoSuchKey", "none"));
        assertThat(S3CallException.isMissing(failure(calls.getObject(document()))))
                .isTrue();
        s3.answer(PUT_OBJECT, put -> Response.error(412, "PreconditionFailed", "another was faster"));
        assertThat(S3CallException.isUnmet(failure(calls.putObject(document(), new byte[1], "text/csv", null))))
                .isTrue();
    }

    @Test
    void writesWhatAnyServerTakes() {
        assertThat(await(calls.putObject(document(), TEXT.getBytes(UTF_8), "text/csv", null)))
                .isEqualTo(RecordingS3.ETAG);
        RecordedRequest sent = s3.only(PUT_OBJECT);
        assertThat(sent.key()).isEqualTo("jobs/check point");
        assertThat(sent.bodyText()).isEqualTo(TEXT);
        assertThat(sent.header("Content-Type")).contains("text/csv");
        assertThat(sent.header("Content-MD5")).contains("ACFeYVqF+3+mzv6/nLUK1Q==");
        assertThat(sent.header("x-amz-trailer")).isEmpty();
        assertThat(sent.header("Content-Encoding")).isEmpty();
        assertThat(sent.header("x-amz-checksum-crc32")).isEmpty();
        assertThat(sent.header("If-Match")).isEmpty();
        assertThat(sent.header("If-None-Match")).isEmpty();
    }

    @Test
    void aWriteIsOnConditionOfWhatStandsThere() {
        await(calls.putObject(document(), new byte[0], "text/csv", Condition.NOTHING));
        assertThat(s3.only(PUT_OBJECT).header("If-None-Match")).contains("*");
        assertThat(s3.only(PUT_OBJECT).header("If-Match")).isEmpty();
        s3.reset();
        await(calls.putObject(document(), new byte[0], "text/csv", new Condition("\"e\"")));
        assertThat(s3.only(PUT_OBJECT).header("If-Match")).contains("\"e\"");
        assertThat(s3.only(PUT_OBJECT).header("If-None-Match")).isEmpty();
    }

    @Test
    void anAnswerThatNamesNoETagProvesNoWrite() {
        s3.answer(PUT_OBJECT, put -> Response.empty(200));
        assertThat(failure(calls.putObject(document(), new byte[1], "text/csv", null)))
                .hasMessageContaining("ETag");
    }
}
