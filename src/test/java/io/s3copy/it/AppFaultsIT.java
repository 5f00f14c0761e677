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
package io.s3copy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.s3copy.demo.PackagedApp;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault that every object would meet is found before the first copy, or ends the run after a few, in one line. */
class AppFaultsIT {

    private static final int OBJECTS = 500;
    private static final Duration SOON = Duration.ofSeconds(60);

    private RecordingS3 s3;

    @BeforeEach
    void start() {
        s3 = RecordingS3.start();
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> listing(OBJECTS));
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    private Map<String, String> settings() {
        return AppRun.settings(s3, "from-bucket", "to-bucket");
    }

    private static Response listing(int count) {
        return Response.xml(
                200,
                "<ListBucketResult><IsTruncated>false</IsTruncated>"
                        + IntStream.range(0, count)
                                .mapToObj(i -> "<Contents><Key>key-" + i + "</Key><Size>1</Size></Contents>")
                                .collect(Collectors.joining())
                        + "</ListBucketResult>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    403; AccessDenied; Allow s3:ListBucket on it to these credentials, or mend s3copy.access-key
                    403; InvalidAccessKeyId; Mend s3copy.access-key and s3copy.secret-key:
                    403; SignatureDoesNotMatch; Mend s3copy.access-key and s3copy.secret-key:
                    400; ExpiredToken; Renew the credentials
                    404; NoSuchBucket; Mend s3copy.source.bucket, create the bucket
                    301; PermanentRedirect; Set s3copy.region to
                    """)
    void sourceThatCannotBeListedEndsTheStartWithCauseAndFix(int status, String code, String fix) throws Exception {
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> Response.error(status, code, "S3 says so"));

        AppRun run = AppRun.of(settings(), "--exit");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.lines())
                .singleElement()
                .asString()
                .startsWith("s3copy cannot start: bucket from-bucket (s3copy.source.bucket) cannot be listed: " + status
                        + " " + code + ": S3 says so. " + fix);
        assertThat(s3.requests(S3Operation.COPY_OBJECT)).isEmpty();
    }

    @Test
    void serviceThatIsNotThereEndsTheStart() throws Exception {
        // bound and not listening: nobody else gets the port, and connections are refused
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String endpoint = "http://127.0.0.1:" + silent.getLocalPort();
            Map<String, String> settings = settings();
            settings.put("S3COPY_ENDPOINT", endpoint);

            AppRun run = AppRun.of(settings, "--exit");

            assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
            assertThat(run.lines())
                    .singleElement()
                    .asString()
                    .startsWith("s3copy cannot start: bucket from-bucket (s3copy.source.bucket) cannot be listed:"
                            + " no answer: ")
                    .endsWith(". Mend s3copy.endpoint (" + endpoint + "), or see that the service runs there");
        }
    }

    @Test
    void destinationThatMayNotBeLookedAtMayBeCopiedTo() throws Exception {
        s3.answer(S3Operation.HEAD_BUCKET, request -> Response.empty(403));

        AppRun run = AppRun.of(settings(), "--exit");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.summary()).startsWith("copied 500, failed 0, skipped 0 of 500 listed, ");
    }

    @Test
    void serviceThatIsBusyAtTheStartIsAskedAgain() throws Exception {
        s3.next(S3Operation.LIST_OBJECTS_V2, Response.error(503, "SlowDown", "Slow down"));

        AppRun run = AppRun.of(settings(), "--exit");

        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @Test
    void bucketThatOnlyCopiesFindMissingStopsTheRunAtOnce() throws Exception {
        s3.answer(S3Operation.COPY_OBJECT, request -> Response.error(404, "NoSuchBucket", "No such bucket"));
        Map<String, String> settings = settings();
        settings.put("S3COPY_CONCURRENCY", "4");

        AppRun run = AppRun.of(settings, "--exit");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        assertThat(run.beginningWith("STOPPED  "))
                .singleElement()
                .asString()
                .startsWith("STOPPED  from bucket from-bucket to bucket to-bucket: 404 NoSuchBucket: ")
                .contains("Mend s3copy.destination.bucket or s3copy.source.bucket, create the bucket");
        assertThat(s3.requests(S3Operation.COPY_OBJECT)).hasSizeLessThan(20);
        assertThat(run.summary()).matches("copied 0, failed (\\d+), skipped 0 of \\1 listed, 0 bytes, .*");
    }

    @Test
    void refusalsInARowStopTheRun() throws Exception {
        s3.answer(
                S3Operation.COPY_OBJECT,
                request -> number(request) < 100
                        ? Response.copyObjectResult(RecordingS3.ETAG)
                        : Response.error(403, "AccessDenied", "Access Denied"));
        Map<String, String> settings = settings();
        settings.put("S3COPY_CONCURRENCY", "4");

        AppRun run = AppRun.of(settings, "--exit");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        assertThat(run.beginningWith("FAILED  from-bucket/")).hasSizeBetween(10, 14);
        assertThat(run.beginningWith("STOPPED  "))
                .singleElement()
                .asString()
                .contains("403 AccessDenied: ")
                .contains("Allow s3:PutObject on to-bucket and s3:GetObject on from-bucket")
                .contains("Failures in a row: 10; s3copy.stop-after=10, and 0 goes on after any");
        assertThat(run.summary()).matches("copied 100, failed \\d+, skipped 0 of \\d+ listed, 100 bytes, .*");
    }

    @Test
    void runGoesOnAfterAnyNumberOfRefusalsWhereThatIsAskedFor() throws Exception {
        s3.answer(S3Operation.COPY_OBJECT, request -> Response.error(403, "AccessDenied", "Access Denied"));
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> listing(30));
        Map<String, String> settings = settings();
        settings.put("S3COPY_STOP_AFTER", "0");

        AppRun run = AppRun.of(settings, "--exit");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.beginningWith("FAILED  from-bucket/")).hasSize(30);
        assertThat(run.summary()).startsWith("copied 0, failed 30, skipped 0 of 30 listed, 0 bytes, ");
    }

    @Test
    void stoppedRunEndsTheProcessWithoutExitToo() throws Exception {
        s3.answer(S3Operation.COPY_OBJECT, request -> Response.error(403, "InvalidAccessKeyId", "Unknown key"));

        AppRun run = AppRun.of(settings());

        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        assertThat(run.beginningWith("STOPPED  ")).hasSize(1);
    }

    @Test
    void listingThatBreaksOffIsNotTakenForItsEnd() throws Exception {
        s3.answer(
                S3Operation.LIST_OBJECTS_V2,
                request -> request.queryParameter("continuation-token").isPresent()
                        ? Response.error(403, "AccessDenied", "Access Denied")
                        : Response.xml(
                                200,
                                "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>2"
                                        + "</NextContinuationToken><Contents><Key>a</Key><Size>1</Size></Contents>"
                                        + "</ListBucketResult>"));

        AppRun run = AppRun.of(settings(), "--exit");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.lines())
                .contains("FAILED  listing of from-bucket  403 AccessDenied: Access Denied")
                .anyMatch(line -> line.startsWith("copied 1, failed 0, skipped 0 of 1 listed, "));
    }

    @Test
    void progressTellsHowFarTheRunIs() throws Exception {
        CompletableFuture<Void> held = new CompletableFuture<>();
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> listing(3));
        s3.answer(
                S3Operation.COPY_OBJECT,
                request -> number(request) == 0
                        ? Response.copyObjectResult(RecordingS3.ETAG)
                        : Response.copyObjectResult(RecordingS3.ETAG).heldUntil(held));
        Map<String, String> settings = settings();
        settings.put("S3COPY_PROGRESS", "1");
        try (PackagedApp app = PackagedApp.start(settings, line -> {}, "--exit")) {
            await().atMost(SOON)
                    .until(() -> app.lines().stream()
                            .anyMatch(line -> line.startsWith("progress  copied 1, failed 0, skipped 0, in flight 2 of"
                                    + " 3 listed so far, 1 bytes, ")));

            held.complete(null);

            assertThat(app.awaitExit(SOON.toSeconds())).isZero();
        }
    }

    @Test
    void copyThatLacksWhatItsSourceHasIsAWarning() throws Exception {
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> listing(1));
        s3.answer(
                S3Operation.HEAD_OBJECT,
                request -> Response.headObject(6 << 20, RecordingS3.ETAG).withHeader("x-amz-missing-meta", "2"));
        Map<String, String> settings = settings();
        settings.put("camel.component.s3copy.multipart-threshold", "5MiB");

        AppRun run = AppRun.of(settings, "--exit");

        assertThat(run.beginningWith("copied  "))
                .singleElement()
                .asString()
                .contains("  not carried: Metadata (2 entries that the REST API cannot show)");
        assertThat(run.exitCode()).as(run.output()).isEqualTo(4);
    }

    @Test
    void keysAreAskedForEncoded() throws Exception {
        // as S3 does: a character that XML has no place for ends the reading of a listing that is not encoded
        s3.answer(
                S3Operation.LIST_OBJECTS_V2,
                request -> Response.xml(
                        200,
                        "<ListBucketResult><IsTruncated>false</IsTruncated>"
                                + (request.queryParameter("encoding-type").isEmpty()
                                        ? "<Contents><Key>bell&#x7;.bin</Key>"
                                        : "<EncodingType>url</EncodingType><Contents><Key>bell%07.bin</Key>")
                                + "<Size>1</Size></Contents></ListBucketResult>"));

        AppRun run = AppRun.of(settings(), "--exit");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(s3.only(S3Operation.COPY_OBJECT).key()).isEqualTo("bell\u0007.bin");
    }

    private static int number(RecordedRequest request) {
        return Integer.parseInt(request.key().substring("key-".length()));
    }
}
