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
package io.s3copy.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class RecordingS3Test {

    private final RecordingS3 server = RecordingS3.start();
    private final S3AsyncClient s3 = server.newClient();

    @AfterEach
    void stop() {
        s3.close();
        server.close();
    }

    @Test
    void recordsACopyAsSent() {
        assertThat(copy().join().copyObjectResult().eTag()).isEqualTo(RecordingS3.ETAG);

        RecordedRequest request = server.only(S3Operation.COPY_OBJECT);
        assertThat(request.header("X-AMZ-Copy-Source")).contains("from/a%2Bb%20%C3%A4");
        assertThat(request.headers().names()).contains("x-amz-copy-source");
        assertThat(request.rawPath()).isEqualTo("/to//lead/c%2B");
        assertThat(request.bucket()).isEqualTo("to");
        assertThat(request.key()).isEqualTo("/lead/c+");
    }

    @Test
    void neitherNormalisesNamesNorJoinsRepeatedHeaders() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.endpoint().getPort())) {
            String text = """
                    PUT /b/a/../k?tagging&x=%20 HTTP/1.1
                    host: b
                    x-AMZ-meta-A: 1
                    X-Amz-Meta-a: 2
                    transfer-encoding: chunked
                    connection: close

                    3
                    abc
                    0

                    """.replace("\n", "\r\n");
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200 OK\r\n");
        }
        RecordedRequest request = server.only(S3Operation.PUT_OBJECT_TAGGING);
        assertThat(request.rawPath()).isEqualTo("/b/a/../k");
        assertThat(request.rawQuery()).isEqualTo("tagging&x=%20");
        assertThat(request.headers().names()).contains("x-AMZ-meta-A", "X-Amz-Meta-a");
        assertThat(request.headers().all("x-amz-meta-a")).containsExactly("1", "2");
        assertThat(request.bodyText()).isEqualTo("abc");
    }

    @Test
    void answersAMultipartCopyAsS3Does() {
        String upload =
                s3.createMultipartUpload(r -> r.bucket("to").key("k")).join().uploadId();
        String part = s3.uploadPartCopy(r -> r.sourceBucket("from")
                        .sourceKey("s")
                        .destinationBucket("to")
                        .destinationKey("k")
                        .uploadId(upload)
                        .partNumber(7))
                .join()
                .copyPartResult()
                .eTag();
        assertThat(s3.listParts(r -> r.bucket("to").key("k").uploadId(upload))
                        .join()
                        .parts())
                .singleElement()
                .satisfies(listed -> assertThat(listed.eTag()).isEqualTo(part));
        assertThat(s3.completeMultipartUpload(r -> r.bucket("to")
                                .key("k")
                                .uploadId(upload)
                                .multipartUpload(m -> m.parts(CompletedPart.builder()
                                        .partNumber(7)
                                        .eTag(part)
                                        .build())))
                        .join()
                        .eTag())
                .endsWith("-1\"");
        assertThatThrownBy(() -> s3.abortMultipartUpload(
                                r -> r.bucket("to").key("k").uploadId(upload))
                        .join())
                .hasCauseInstanceOf(NoSuchUploadException.class);
        assertThat(server.operations())
                .containsExactly(
                        S3Operation.CREATE_MULTIPART_UPLOAD,
                        S3Operation.UPLOAD_PART_COPY,
                        S3Operation.LIST_PARTS,
                        S3Operation.COMPLETE_MULTIPART_UPLOAD,
                        S3Operation.ABORT_MULTIPART_UPLOAD);
    }

    @Test
    void answersHeads() {
        assertThat(s3.headObject(r -> r.bucket("b").key("k")).join().contentLength())
                .isEqualTo(RecordingS3.CONTENT_LENGTH);
        assertThat(s3.headBucket(r -> r.bucket("b")).join().bucketRegion()).isEqualTo("us-east-1");
    }

    @Test
    void queuedAnswersComeOnceAndBeforeTheOperationsOwn() {
        server.answer(S3Operation.COPY_OBJECT, request -> Response.copyObjectResult("\"own\""))
                .next(S3Operation.COPY_OBJECT, Response.copyObjectResult("\"queued\""));
        assertThat(copy().join().copyObjectResult().eTag()).isEqualTo("\"queued\"");
        assertThat(copy().join().copyObjectResult().eTag()).isEqualTo("\"own\"");
    }

    @Test
    void aThousandHeldRequestsAreInFlightAtOnce() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        server.answer(
                S3Operation.COPY_OBJECT,
                request -> Response.copyObjectResult(RecordingS3.ETAG).heldUntil(gate));
        List<CompletableFuture<CopyObjectResponse>> copies =
                IntStream.range(0, 1000).mapToObj(i -> copy()).toList();
        await().until(() -> server.inFlight() == 1000);
        gate.complete(null);
        copies.forEach(CompletableFuture::join);
        assertThat(server.mostInFlight()).isEqualTo(1000);
        assertThat(server.inFlight()).isZero();
    }

    @Test
    void functionsMayBlockWithoutHoldingUpOthers() {
        CompletableFuture<Response> gate = new CompletableFuture<>();
        server.answer(S3Operation.COPY_OBJECT, request -> gate.join());
        List<CompletableFuture<CopyObjectResponse>> copies =
                IntStream.range(0, 100).mapToObj(i -> copy()).toList();
        await().until(() -> server.inFlight() == 100);
        s3.headBucket(r -> r.bucket("b")).join();
        gate.complete(Response.copyObjectResult(RecordingS3.ETAG));
        copies.forEach(CompletableFuture::join);
    }

    @Test
    void aClientThatGivesUpIsCounted() {
        server.next(Response.empty(200).heldUntil(new CompletableFuture<>()));
        CompletableFuture<CopyObjectResponse> copy = copy();
        await().until(() -> server.inFlight() == 1);
        copy.cancel(true);
        await().until(() -> server.abandoned() == 1 && server.inFlight() == 0);
    }

    @Test
    void whiteSpaceKeepsASlowCopyAlive() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        server.next(
                Response.copyObjectResult("\"slow\"").keptAliveWithWhiteSpace(5).bodyHeldUntil(gate));
        CompletableFuture<CopyObjectResponse> copy = copy();
        await().until(() -> server.inFlight() == 1);
        assertThat(copy).isNotDone();
        gate.complete(null);
        assertThat(copy.join().copyObjectResult().eTag()).isEqualTo("\"slow\"");
    }

    @Test
    void whiteSpaceBeforeTheDeclarationIsNoXmlToTheSdk() {
        server.next(Response.copyObjectResult(RecordingS3.ETAG).ledByWhiteSpace(1));
        assertThatThrownBy(() -> copy().join()).hasMessageContaining("Could not parse XML");
    }

    @Test
    void anErrorMayFollowOk() {
        server.next(Response.errorAfterOk("InternalError", "We encountered an internal error.")
                .keptAliveWithWhiteSpace(3));
        assertThatThrownBy(() -> copy().join())
                .cause()
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InternalError"));
    }

    @Test
    void repliesGetLost() {
        server.next(Response.connectionCut());
        assertThatThrownBy(() -> copy().join()).hasCauseInstanceOf(SdkClientException.class);
        assertThat(server.inFlight()).isZero();
    }

    @Test
    void bodiesArriveTruncatedOrNotAtAll() {
        server.next(Response.copyObjectResult(RecordingS3.ETAG).truncatedAfter(60), Response.empty(200));
        assertThatThrownBy(() -> copy().join()).isInstanceOf(CompletionException.class);
        assertThat(copy().join().copyObjectResult().eTag()).isNull();
    }

    @Test
    void theSameRecorderAnswersOverHttps() {
        try (S3AsyncClient secure = server.newClient(server.httpsEndpoint().orElseThrow())) {
            secure.headBucket(r -> r.bucket("b")).join();
        }
        assertThat(server.operations()).containsExactly(S3Operation.HEAD_BUCKET);
    }

    private CompletableFuture<CopyObjectResponse> copy() {
        return s3.copyObject(r -> r.sourceBucket("from")
                .sourceKey("a+b ä")
                .destinationBucket("to")
                .destinationKey("/lead/c+"));
    }
}
