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
package io.s3copy.camel.progress;

import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.s3copy.camel.CamelOnStub;
import io.s3copy.camel.S3CopyComponent;
import io.s3copy.engine.CopyTask;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopyTarget;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CopyMetersTest {

    private static final String URI = "s3copy:archive?operation=copy";
    private static final String IN_PARTS = URI + "&multipartThreshold=5MiB&partSize=5MiB";

    private final CamelOnStub stub = CamelOnStub.withClient();
    private final RecordingS3 s3 = stub.s3();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        stub.close();
        meters.close();
    }

    private void measured(String uri) throws Exception {
        stub.camel().getRegistry().bind("meters", meters);
        stub.route(uri);
    }

    private Exchange copied() {
        Exchange exchange = stub.copy();
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private double count(String name, String... tags) {
        return meters.get(name).tags(tags).counter().count();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    @Test
    void aCopyIsCountedByItsOutcomeAndWayAndTimed() throws Exception {
        measured(URI);
        copied();
        copied();
        assertThat(count("s3copy.copies", "outcome", "copied", "way", "single", "error", "none"))
                .isEqualTo(2);
        assertThat(count("s3copy.requests")).isEqualTo(2);
        assertThat(meters.get("s3copy.copy.duration")
                        .tags("outcome", "copied")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void componentsOfAContextShareTheGaugesOfABucket() throws Exception {
        measured(URI);
        S3CopyComponent other = new S3CopyComponent();
        other.setConfiguration(stub.component().getConfiguration().copy());
        stub.camel().addComponent("s3copy-other", other);
        CompletableFuture<Void> held = new CompletableFuture<>();
        s3.answer(
                COPY_OBJECT, any -> Response.copyObjectResult(RecordingS3.ETAG).heldUntil(held));
        CompletableFuture<Exchange> first = stub.copyLater();
        CompletableFuture<Exchange> second = stub.template()
                .asyncSend("s3copy-other:archive?operation=copy&copySource=source/b&key=b", exchange -> {});
        Awaitility.await().until(() -> s3.inFlight() == 2);

        assertThat(gauge("s3copy.requests.in.flight")).isEqualTo(2);

        held.complete(null);
        assertThat(first.get().getException()).isNull();
        assertThat(second.get().getException()).isNull();
        stub.camel().removeEndpoints("s3copy-other:*");
        assertThat(gauge("s3copy.requests.in.flight")).isZero();
    }

    @Test
    void durationsAreAHistogram() throws Exception {
        measured(URI);
        copied();
        assertThat(List.of(meters.get("s3copy.copy.duration")
                        .timer()
                        .takeSnapshot()
                        .histogramCounts()))
                .last()
                .satisfies(last -> {
                    assertThat(last.bucket(TimeUnit.HOURS)).isEqualTo(12);
                    assertThat(last.count()).isEqualTo(1);
                });
    }

    @Test
    void partsAndBytesAreCounted() throws Exception {
        s3.answer(HEAD_OBJECT, head -> Response.headObject(11L << 20, RecordingS3.ETAG));
        measured(IN_PARTS + "&verify=none");
        copied();
        assertThat(count("s3copy.copies", "way", "multipart")).isEqualTo(1);
        assertThat(count("s3copy.parts")).isEqualTo(3);
        assertThat(count("s3copy.bytes")).isEqualTo(11L << 20);
        // the start of the endpoint looks at the bucket's lifecycle rules in the background
        assertThat(count("s3copy.requests")).isEqualTo((int) s3.operations().stream()
                .filter(one -> one != S3Operation.GET_BUCKET_LIFECYCLE_CONFIGURATION)
                .count());
    }

    @Test
    void aSkippedCopyIsCountedAsSkipped() throws Exception {
        measured(URI + "&ifExists=skip");
        copied();
        assertThat(count("s3copy.copies", "outcome", "skipped", "way", "none")).isEqualTo(1);
        assertThat(count("s3copy.bytes")).isZero();
    }

    @Test
    void aDryRunIsNoCopy() throws Exception {
        measured(URI + "&dryRun=true");
        copied();
        assertThat(count("s3copy.copies", "outcome", "dry_run")).isEqualTo(1);
        assertThat(count("s3copy.bytes")).isZero();
    }

    @Test
    void aFailureIsCountedByWhoseFaultItIs() throws Exception {
        s3.next(COPY_OBJECT, Response.error(403, "AccessDenied", "Access Denied"));
        s3.next(COPY_OBJECT, Response.error(404, "NoSuchKey", "gone"));
        measured(URI);
        assertThat(stub.copy().getException()).isNotNull();
        assertThat(stub.copy().getException()).isNotNull();
        assertThat(count("s3copy.copies", "outcome", "failed", "error", "systemic"))
                .isEqualTo(1);
        assertThat(count("s3copy.copies", "outcome", "failed", "error", "object"))
                .isEqualTo(1);
    }

    @Test
    void anUnknownOutcomeIsNoFailure() {
        CopyRequest request = CopyRequest.builder()
                .source("inbox", "a.txt")
                .destination("archive", "a.txt")
                .build();
        stub.camel().getRegistry().bind("meters", meters);
        Measured endpoint = new Measured("archive", new RequestWindow(4, 4), () -> 0);
        try (CopyMeters.Use use = new CopyMeters().measure(stub.camel(), endpoint)) {
            S3CallException.Failure lost = new S3CallException.Failure(null, 0, "cut", null, null);
            use.copies()
                    .failed(
                            new CopyTask(request.source().orElseThrow(), new CopyTarget("archive", "a.txt")),
                            new UnknownOutcomeException("CopyObject", request, lost, null),
                            Duration.ofSeconds(1),
                            3);
        }
        assertThat(count("s3copy.copies", "outcome", "unknown", "error", "unknown"))
                .isEqualTo(1);
        assertThat(count("s3copy.requests")).isEqualTo(3);
    }

    @Test
    void retriesAreCountedAndThrottlesAmongThem() throws Exception {
        s3.next(
                COPY_OBJECT,
                Response.error(503, "SlowDown", "Please reduce your request rate."),
                Response.error(500, "InternalError", "We encountered an internal error."));
        measured(URI + "&retryFor=1m");
        copied();
        assertThat(count("s3copy.retries")).isEqualTo(2);
        assertThat(count("s3copy.throttles")).isEqualTo(1);
        assertThat(count("s3copy.requests")).isEqualTo(3);
    }

    @Test
    void uploadsThatAreGivenUpAreCounted() throws Exception {
        s3.answer(HEAD_OBJECT, head -> Response.headObject(11L << 20, RecordingS3.ETAG));
        s3.answer(UPLOAD_PART_COPY, part -> Response.error(403, "AccessDenied", "Access Denied"));
        s3.next(ABORT_MULTIPART_UPLOAD, Response.error(403, "AccessDenied", "Access Denied"));
        measured(IN_PARTS);
        assertThat(stub.copy().getException()).isNotNull();
        assertThat(count("s3copy.uploads.abandoned")).isEqualTo(1);
        assertThat(count("s3copy.uploads.aborted")).isZero();
        assertThat(stub.copy().getException()).isNotNull();
        assertThat(count("s3copy.uploads.aborted"))
                .as("its own, and the one that the journal remembers")
                .isEqualTo(2);
    }

    @Test
    void gaugesShowTheWindowAndWhatWaits() throws Exception {
        CompletableFuture<Void> held = new CompletableFuture<>();
        s3.answer(
                COPY_OBJECT, any -> Response.copyObjectResult(RecordingS3.ETAG).heldUntil(held));
        measured(URI + "&maxPending=4");
        CompletableFuture<?>[] copies = {stub.copyLater(), stub.copyLater()};
        Awaitility.await().until(() -> s3.inFlight() == 2);
        assertThat(gauge("s3copy.window.size")).isEqualTo(4);
        assertThat(gauge("s3copy.requests.in.flight")).isEqualTo(2);
        assertThat(gauge("s3copy.pending")).isEqualTo(2);
        held.complete(null);
        CompletableFuture.allOf(copies).join();
        Awaitility.await()
                .untilAsserted(() -> assertThat(gauge("s3copy.pending")).isZero());
        assertThat(gauge("s3copy.requests.in.flight")).isZero();
    }

    @Test
    void aSharedWindowIsShownOnceAndGaugesGoWithTheLastEndpoint() throws Exception {
        measured(URI + "&maxPending=4");
        String second = URI + "&maxPending=4&keyPrefix=b/";
        stub.camel().getEndpoint(second);
        assertThat(gauge("s3copy.window.size")).isEqualTo(4);
        stub.camel().removeEndpoint(stub.camel().getEndpoint(second));
        assertThat(gauge("s3copy.window.size")).isEqualTo(4);
        copied();
        stub.camel().stop();
        assertThat(meters.find("s3copy.window.size").gauges()).isEmpty();
        assertThat(meters.find("s3copy.requests.in.flight").gauges()).isEmpty();
        assertThat(meters.find("s3copy.pending").gauges()).isEmpty();
        assertThat(count("s3copy.copies")).as("what was counted stays").isEqualTo(1);
    }

    @Test
    void tagsAreOfTheEndpointAndNeverOfAMessage() throws Exception {
        measured("s3copy:archive?operation=copy&allowedBuckets=archive,elsewhere");
        Exchange exchange = stub.copy(Map.of("CamelS3CopyBucket", "elsewhere", "CamelS3CopyKey", "secret-key"));
        assertThat(exchange.getException()).isNull();
        assertThat(meters.getMeters())
                .isNotEmpty()
                .extracting(Meter::getId)
                .filteredOn(id -> id.getName().startsWith("s3copy."))
                .isNotEmpty()
                .allSatisfy(id -> {
                    assertThat(id.getTags())
                            .extracting(Tag::getKey)
                            .isSubsetOf("camelContext", "bucket", "outcome", "way", "error", "le");
                    assertThat(id.getTag("bucket")).isEqualTo("archive");
                    assertThat(id.toString()).doesNotContain("secret-key", "elsewhere", "inbox", "a.txt");
                });
    }

    @Test
    void theOnlyCompositeRegistryOutweighsItsParts() throws Exception {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        composite.add(meters);
        stub.camel().getRegistry().bind("composite", composite);
        measured(URI);
        copied();
        assertThat(composite.get("s3copy.copies").counter().count()).isEqualTo(1);
    }

    @Test
    void theRegistryOfTheNameOfCamelsIsTaken() throws Exception {
        MeterRegistry other = new SimpleMeterRegistry();
        stub.camel().getRegistry().bind("metricsRegistry", other);
        measured(URI);
        copied();
        assertThat(other.get("s3copy.copies").counter().count()).isEqualTo(1);
        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void nothingIsMeasuredWhereThatIsNotWanted() throws Exception {
        stub.component().setMetricsEnabled(false);
        measured(URI);
        copied();
        assertThat(meters.getMeters()).isEmpty();
    }
}
