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
package io.s3copy.engine.http;

import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.ResourceLeakDetector;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.engine.failure.TransientFailureException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.sdk.SdkAddresses;
import io.s3copy.engine.sdk.SdkIdentities;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.ClosedPort;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** What is the lean client's own: connections, certificates, times, clocks. */
class LeanS3CallsTest {

    private static final long LONG = 300_000;
    private static final int REQUESTS = Integer.getInteger("s3copy.leaks.requests", 2_000);
    private static final CopyRequest COPY =
            CopyRequest.builder().source("in", "k").destination("out", "k").build();

    @AutoClose
    private final RecordingS3 s3 = RecordingS3.start();

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    private S3Calls calls(URI endpoint, LeanHttp.Settings settings) {
        return calls(endpoint, settings, StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "s")));
    }

    private S3Calls calls(URI endpoint, LeanHttp.Settings settings, AwsCredentialsProvider credentials) {
        S3AsyncClient client = S3AsyncClient.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .build();
        LeanHttp http = new LeanHttp(vertx, settings, () -> {});
        opened.add(http);
        opened.add(client);
        return new LeanS3Calls(
                http,
                new SdkAddresses(client, ForkJoinPool.commonPool()),
                new SdkIdentities(credentials, ForkJoinPool.commonPool(), Clock.systemUTC()),
                new SdkS3Calls(client));
    }

    private static LeanHttp.Settings settings(long silence, long timeout, boolean trustAll) {
        return new LeanHttp.Settings(4, silence, timeout, trustAll, null, 0);
    }

    private static S3Result copied(S3Calls calls) {
        return calls.call(S3Call.COPY_OBJECT, COPY)
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }

    private static S3CallException failure(S3Calls calls) {
        return calls.call(S3Call.COPY_OBJECT, COPY)
                .orTimeout(1, TimeUnit.MINUTES)
                .handle((result, failure) -> (S3CallException) Causes.of(failure))
                .join();
    }

    @Test
    void aPortThatIsClosedIsAPassingFailureAndNotUnknown() throws Exception {
        try (ClosedPort away = new ClosedPort()) {
            S3CallException failure = failure(calls(away.uri(), settings(LONG, 0, false)));

            assertThat(failure).isInstanceOf(TransientFailureException.class).hasMessageContaining("not sent");
            assertThat(failure.answer()).isEqualTo(Answer.UNREACHED);
        }
    }

    @Test
    void aHostThatNobodyKnowsIsAFaultOfTheConfiguration() {
        S3CallException failure = failure(calls(URI.create("http://nowhere.invalid:1"), settings(LONG, 0, false)));

        assertThat(failure).isInstanceOf(SystemicFailureException.class);
        assertThat(failure.answer()).isEqualTo(Answer.UNRESOLVED);
    }

    @Test
    void aCertificateThatIsNotTrustedIsAFaultOfTheConfiguration() {
        S3CallException failure = failure(calls(s3.httpsEndpoint().orElseThrow(), settings(LONG, 0, false)));

        assertThat(failure).isInstanceOf(SystemicFailureException.class);
        assertThat(failure.answer()).isEqualTo(Answer.NOT_SENT);
        assertThat(s3.requests()).isEmpty();
    }

    @Test
    void anyCertificateIsTakenWhereThatIsAskedFor() {
        assertThat(copied(calls(s3.httpsEndpoint().orElseThrow(), settings(LONG, 0, true)))
                        .text(CopyParameter.RESULT_ETAG))
                .isEqualTo(RecordingS3.ETAG);
    }

    @Test
    void aServerThatIsSilentIsGivenUpAndWhatItDidIsUnknown() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult("\"e\"").heldUntil(never));

        S3CallException failure = failure(calls(s3.endpoint(), settings(2_000, 0, false)));

        assertThat(failure.answer()).isEqualTo(Answer.NONE);
        assertThat(failure.sent()).isTrue();
        never.complete(null);
    }

    @Test
    void aCallHasATimeIfOneIsSetAndOthersGoOn() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        s3.next(Response.copyObjectResult("\"e\"").heldUntil(never));
        S3Calls calls = calls(s3.endpoint(), settings(LONG, 2_000, false));

        S3CallException failure = failure(calls);

        assertThat(failure.answer()).isEqualTo(Answer.NONE);
        assertThat(failure).hasMessageContaining("no answer within 2000 ms");
        Awaitility.await().ignoreExceptions().until(() -> copied(calls) != null);
        never.complete(null);
    }

    @Test
    void anAnswerThatIsCutOffIsUnknown() {
        s3.next(Response.connectionCut(), Response.copyObjectResult("\"e\"").truncatedAfter(20));
        S3Calls calls = calls(s3.endpoint(), settings(LONG, 0, false));

        assertThat(failure(calls).answer()).isEqualTo(Answer.NONE);
        assertThat(failure(calls).answer()).isEqualTo(Answer.NONE);
        assertThat(copied(calls)).isNotNull();
    }

    @Test
    void aRequestThatIsRefusedForItsTimeIsSignedWithTheServicesAndSentOnceMore() {
        Instant theirs = Instant.now().plus(Duration.ofHours(3));
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(theirs, ZoneOffset.UTC));
        s3.next(Response.error(403, "RequestTimeTooSkewed", "your clock").withHeader("Date", date));
        AtomicInteger more = new AtomicInteger();
        S3Calls calls = calls(s3.endpoint(), settings(LONG, 0, false)).counted(more::incrementAndGet);

        copied(calls);
        copied(calls);

        List<RecordedRequest> copies = s3.requests(COPY_OBJECT);
        assertThat(copies).hasSize(3);
        assertThat(more).hasValue(1);
        DateTimeFormatter stamp =
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
        assertThat(copies.subList(1, 3))
                .allSatisfy(
                        copy -> assertThat(stamp.parse(copy.header("x-amz-date").orElseThrow(), Instant::from))
                                .isBetween(theirs.minusSeconds(60), theirs.plusSeconds(60)));
    }

    @Test
    void aRefusalAtTheRightTimeIsNotRepeated() {
        s3.next(Response.error(403, "AccessDenied", "no"));

        assertThat(failure(calls(s3.endpoint(), settings(LONG, 0, false))))
                .isInstanceOf(SystemicFailureException.class);
        assertThat(s3.requests()).hasSize(1);
    }

    @Test
    void credentialsThatExpireAreAskedForAgain() {
        AtomicInteger asked = new AtomicInteger();
        AwsCredentialsProvider provider = () -> AwsBasicCredentials.create("key" + asked.incrementAndGet(), "s");
        S3Calls calls = calls(s3.endpoint(), settings(LONG, 0, false), provider);
        s3.next(Response.error(400, "ExpiredToken", "too old"));

        assertThat(failure(calls)).isInstanceOf(SystemicFailureException.class);
        copied(calls);

        List<String> signed = s3.requests(COPY_OBJECT).stream()
                .map(copy -> copy.header("Authorization").orElseThrow().replaceFirst(".*Credential=([^/]*)/.*", "$1"))
                .toList();
        assertThat(signed).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void aTokenThatNoHeaderCanCarryIsAFaultOfTheConfigurationAndIsNotShown() {
        AwsCredentialsProvider provider = () -> AwsSessionCredentials.create("a", "s", "secret-token\n");

        S3CallException failure = failure(calls(s3.endpoint(), settings(LONG, 0, false), provider));

        assertThat(failure).isInstanceOf(SystemicFailureException.class);
        assertThat(failure.sent()).isFalse();
        assertThat(failure).hasMessageNotContaining("secret-token");
        assertThat(s3.requests()).isEmpty();
    }

    @Test
    void aRequestWithoutABodySaysSo() {
        copied(calls(s3.endpoint(), settings(LONG, 0, false)));

        assertThat(s3.only(COPY_OBJECT).header("Content-Length")).hasValue("0");
    }

    @Test
    void aClientThatIsClosedTwiceClosesOnce() {
        AtomicInteger closed = new AtomicInteger();
        LeanHttp http = new LeanHttp(vertx, settings(LONG, 0, false), closed::incrementAndGet);
        http.close();
        http.close();

        assertThat(closed).hasValue(1);
    }

    /** An interim answer that Vert.x does not know would leave the real one to the next request. */
    @Test
    void anInterimAnswerIsNotTheAnswer() {
        s3.next(Response.empty(102));
        S3Calls calls = calls(s3.endpoint(), settings(LONG, 0, false));

        assertThat(failure(calls).answer()).isEqualTo(Answer.NONE);
        assertThat(copied(calls)).isNotNull();
    }

    @Test
    void withoutCredentialsNothingIsSent() {
        S3CallException failure = failure(calls(s3.endpoint(), settings(LONG, 0, false), () -> {
            throw new UnsupportedOperationException("the vault is closed");
        }));

        assertThat(failure).isInstanceOf(SystemicFailureException.class).hasMessageContaining("the vault is closed");
        assertThat(failure.sent()).isFalse();
        assertThat(s3.requests()).isEmpty();
    }

    /** The port never throws. */
    @Test
    void aRequestThatNamesNothingFailsItsFuture() {
        CompletableFuture<S3Result> nothing =
                calls(s3.endpoint(), settings(LONG, 0, false)).call(S3Call.COPY_OBJECT, CopyRequest.empty());

        assertThat(nothing).failsWithin(Duration.ofMinutes(1));
        assertThat(s3.requests()).isEmpty();
    }

    /**
     * Netty's detector looks at every buffer; a leak is an ERROR of its logger. {@code -Ds3copy.leaks.requests=100000} sends as
     * many.
     */
    @Test
    void manyRequestsLeaveNeitherBuffersNorConnections() {
        ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        try (CapturedLog log = CapturedLog.ofAll(Level.ERROR)) {
            S3Calls calls = calls(s3.endpoint(), settings(LONG, 0, false));
            for (int round = 0; round < REQUESTS / 100; round++) {
                List<CompletableFuture<S3Result>> copies = new ArrayList<>();
                for (int copy = 0; copy < 100; copy++) {
                    copies.add(calls.call(S3Call.COPY_OBJECT, COPY));
                }
                copies.forEach(CompletableFuture::join);
                s3.reset();
                if (round % 9 == 0) {
                    // the detector looks at what was collected when another buffer is made
                    System.gc();
                }
            }
            assertThat(s3.mostInFlight()).isLessThanOrEqualTo(4);
            assertThat(log.text()).doesNotContain("LEAK");
        } finally {
            ResourceLeakDetector.setLevel(before);
        }
    }

    @Test
    void aClientThatIsClosedFailsItsCalls() {
        S3Calls calls = calls(s3.endpoint(), settings(LONG, 0, false));
        copied(calls);
        ((LeanHttp) opened.get(0)).close();

        S3CallException failure = failure(calls);

        assertThat(failure.sent()).isFalse();
        assertThat(failure).isNotInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void anAnonymousClientIsLeftToTheSdk() {
        copied(calls(s3.endpoint(), settings(LONG, 0, false), AnonymousCredentialsProvider.create()));

        assertThat(s3.only(COPY_OBJECT).header("Authorization")).isEmpty();
    }
}
