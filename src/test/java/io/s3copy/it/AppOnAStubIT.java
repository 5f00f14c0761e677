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
import io.s3copy.testkit.InFlightGate;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingProxy;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no server can be made to do: refuse one of many, answer late, hold what is too large, page at will. */
class AppOnAStubIT {

    private static final Duration START = Duration.ofSeconds(60);

    private RecordingS3 s3;

    @BeforeEach
    void start() {
        s3 = RecordingS3.start();
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @Test
    void oneRefusedObjectDoesNotStopTheOthers() throws Exception {
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> page(0, 20, "", 1));
        s3.answer(
                S3Operation.COPY_OBJECT,
                request -> request.key().equals("key-7")
                        ? Response.error(403, "AccessDenied", "Access Denied")
                        : Response.copyObjectResult(RecordingS3.ETAG));

        AppRun run = AppRun.of(settings(), "--exit");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.beginningWith("copied  ")).hasSize(19);
        assertThat(run.beginningWith("FAILED  "))
                .singleElement()
                .asString()
                .startsWith("FAILED  from-bucket/key-7 -> to-bucket/key-7  403 AccessDenied: ");
        assertThat(run.summary()).startsWith("copied 19, failed 1, skipped 0 of 20 listed, 19 bytes, ");
        assertThat(run.lines())
                .as("no stack trace for what the report says")
                .noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void objectTooLargeForOneCopyIsCopiedInParts() throws Exception {
        long size = (5L << 30) + 1;
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> page(0, 1, "", size));
        s3.answer(S3Operation.HEAD_OBJECT, request -> Response.headObject(size, RecordingS3.ETAG));
        s3.answer(
                S3Operation.COPY_OBJECT,
                request ->
                        Response.error(400, "InvalidRequest", "The specified copy source is larger than the maximum"));

        AppRun run = AppRun.of(settings(), "--exit");

        assertThat(run.summary()).startsWith("copied 1, failed 0, skipped 0 of 1 listed, 5368709121 bytes");
        // what any copy in parts may lack is no warning
        assertThat(run.exitCode()).as(run.output()).isZero();
        // one more part asks whether the service heeds a pin: with one that cannot match
        assertThat(s3.requests(S3Operation.UPLOAD_PART_COPY))
                .allSatisfy(part ->
                        assertThat(part.header("x-amz-copy-source-if-match")).isPresent())
                .filteredOn(part ->
                        part.header("x-amz-copy-source-if-match").orElse("").equals(RecordingS3.ETAG))
                .hasSizeGreaterThan(20);
        assertThat(s3.requests(S3Operation.COMPLETE_MULTIPART_UPLOAD)).hasSize(1);
    }

    @Test
    void everyPageIsCopiedAndNoMoreCopiesAreInFlightThanConcurrencyAllows() throws Exception {
        s3.answer(S3Operation.LIST_OBJECTS_V2, AppOnAStubIT::thirdsOfAHundredAndFifty);
        InFlightGate gate = new InFlightGate(4);
        s3.answer(S3Operation.COPY_OBJECT, copy -> gate.hold(Response.copyObjectResult(RecordingS3.ETAG)));
        Map<String, String> settings = settings();
        settings.put("S3COPY_CONCURRENCY", "4");

        AppRun run = AppRun.of(settings, "--exit");

        assertThat(run.summary()).startsWith("copied 150, failed 0");
        assertThat(s3.requests(S3Operation.COPY_OBJECT).stream().map(RecordedRequest::key))
                .doesNotHaveDuplicates()
                .hasSize(150);
        // one more than the copies: the next page may be asked for meanwhile
        assertThat(s3.mostInFlight()).isBetween(4, 5);
    }

    @Test
    void terminationWaitsForTheCopiesInFlightAndListsNoFurther() throws Exception {
        CompletableFuture<Void> held = new CompletableFuture<>();
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> page(0, 500, "", 1));
        s3.answer(
                S3Operation.COPY_OBJECT,
                request -> Response.copyObjectResult(RecordingS3.ETAG).heldUntil(held));
        Map<String, String> settings = settings();
        settings.put("S3COPY_CONCURRENCY", "4");
        try (PackagedApp app = PackagedApp.start(settings, line -> {})) {
            await().atMost(START).until(() -> s3.inFlight() == 4);
            app.terminate();
            await().atMost(START).until(() -> app.lines().stream().anyMatch(line -> line.startsWith("Stopping: ")));
            assertThat(app.isAlive()).isTrue();

            held.complete(null);

            app.awaitExit(START.toSeconds());
            AppRun run = new AppRun(app.lines(), 0);
            int asked = s3.requests(S3Operation.COPY_OBJECT).size();
            // those in flight, the one that waited for a place, and the one behind it, which Camel had been promised
            assertThat(asked).isBetween(4, 6);
            assertThat(run.beginningWith("copied  ")).hasSize(asked);
            assertThat(run.beginningWith("copied " + asked + ", failed 0"))
                    .as(run.output())
                    .hasSize(1);
        }
    }

    @Test
    void withoutExitTheApplicationStaysUpAfterItsJob() throws Exception {
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> page(0, 1, "", 1));
        try (PackagedApp app = PackagedApp.start(settings(), line -> {})) {
            await().atMost(START).until(() -> app.lines().contains("Done. Still up: end it with Ctrl-C"));
            assertThat(app.isAlive()).isTrue();

            app.terminate();

            app.awaitExit(START.toSeconds());
            assertThat(app.lines()).noneMatch(line -> line.contains("Exception"));
        }
    }

    @Test
    void reportIsInUtf8WhateverThePlatformsCharset() throws Exception {
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> listing(object("%F0%9F%9A%80", 1), ""));
        Map<String, String> settings = settings();
        settings.put("LC_ALL", "C");

        AppRun run = AppRun.of(settings, "--exit");

        assertThat(run.beginningWith("copied  from-bucket/\uD83D\uDE80 -> to-bucket/\uD83D\uDE80  "))
                .as(run.output())
                .hasSize(1);
    }

    @Test
    void variablesOfAKubernetesServiceOfTheApplicationsNameAreLetPass() throws Exception {
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> page(0, 1, "", 1));
        Map<String, String> settings = settings();
        settings.put("S3COPY_PORT", "tcp://10.0.0.1:80");
        settings.put("S3COPY_PORT_80_TCP_ADDR", "10.0.0.1");
        settings.put("S3COPY_SERVICE_HOST", "10.0.0.1");
        settings.put("S3COPY_APP_SERVICE_PORT_HTTP", "80");

        AppRun run = AppRun.of(settings, "--exit");

        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @Test
    void optionsOfTheComponentAreHeeded() throws Exception {
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> page(0, 1, "", 1));
        try (RecordingProxy proxy = RecordingProxy.start()) {
            Map<String, String> settings = settings();
            settings.put("camel.component.s3copy.proxy-protocol", "HTTP");
            settings.put("camel.component.s3copy.proxy-host", proxy.host());
            settings.put("camel.component.s3copy.proxy-port", String.valueOf(proxy.port()));

            AppRun run = AppRun.of(settings, "--exit");

            assertThat(run.summary()).as(run.output()).startsWith("copied 1, failed 0");
            assertThat(proxy.requests()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.s3copy.dry-run", "camel.component.s3copy.configuration.dry-run"})
    void dryRunIsToldWhereverItIsAskedFor(String property) throws Exception {
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> page(0, 2, "", 1));
        Map<String, String> settings = settings();
        settings.put(property, "true");

        AppRun run = AppRun.of(settings, "--exit");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(s3.requests(S3Operation.COPY_OBJECT)).isEmpty();
        assertThat(run.beginningWith("would copy  ")).hasSize(2);
        assertThat(run.summary()).startsWith("would copy 2, failed 0, skipped 0 of 2 listed, 2048 bytes to copy, ");
    }

    @Test
    void lineBreakInAKeyForgesNoLineOfTheReport() throws Exception {
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> listing(object("evil%0Acopied%20%20all", 1), ""));

        AppRun run = AppRun.of(settings(), "--exit");

        assertThat(run.beginningWith("copied  "))
                .singleElement()
                .asString()
                .startsWith("copied  from-bucket/evil?copied  all -> ");
    }

    private Map<String, String> settings() {
        return AppRun.settings(s3, "from-bucket", "to-bucket");
    }

    private static Response thirdsOfAHundredAndFifty(RecordedRequest request) {
        int from = request.queryParameter("continuation-token")
                .map(Integer::parseInt)
                .orElse(0);
        return page(from, 50, from < 100 ? String.valueOf(from + 50) : "", 1);
    }

    private static Response page(int from, int count, String nextToken, long size) {
        return listing(
                IntStream.range(from, from + count)
                        .mapToObj(i -> object("key-" + i, size))
                        .collect(Collectors.joining()),
                nextToken);
    }

    private static String object(String encodedKey, long size) {
        return "<Contents><Key>" + encodedKey + "</Key><Size>" + size + "</Size></Contents>";
    }

    private static Response listing(String contents, String nextToken) {
        String more = nextToken.isEmpty()
                ? "<IsTruncated>false</IsTruncated>"
                : "<IsTruncated>true</IsTruncated><NextContinuationToken>" + nextToken + "</NextContinuationToken>";
        return Response.xml(
                200,
                "<ListBucketResult><Name>from-bucket</Name><EncodingType>url</EncodingType>" + more + contents
                        + "</ListBucketResult>");
    }
}
