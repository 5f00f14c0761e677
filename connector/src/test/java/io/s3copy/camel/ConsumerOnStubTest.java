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
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.ConsumersHealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the consumer asks of S3, and what it makes of the answers. */
class ConsumerOnStubTest {

    private static final String OBJECT = "<Contents><Key>%s</Key><LastModified>2026-04-01T10:00:00.000Z</LastModified>"
            + "<ETag>&quot;9b2cf535f27731c974343645a3985328&quot;</ETag><Size>1024</Size>"
            + "<StorageClass>STANDARD</StorageClass></Contents>";

    private final CamelOnStub stub = CamelOnStub.withClient();
    private final List<Map<String, Object>> headers = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        stub.close();
    }

    /** Pages as S3 answers: each behind the key that was asked for, or behind the token of the page before. */
    private void pages(int perPage, String... keys) {
        stub.s3().answer(S3Operation.LIST_OBJECTS_V2, request -> {
            String after = request.queryParameter("continuation-token")
                    .or(() -> request.queryParameter("start-after"))
                    .orElse("");
            List<String> left = List.of(keys).stream()
                    .filter(key -> key.compareTo(after) > 0)
                    .toList();
            List<String> page = left.subList(0, Math.min(perPage, left.size()));
            StringBuilder xml =
                    new StringBuilder("<ListBucketResult><Name>inbox</Name><EncodingType>url</EncodingType>");
            boolean more = page.size() < left.size();
            xml.append("<IsTruncated>").append(more).append("</IsTruncated>");
            if (more) {
                xml.append("<NextContinuationToken>")
                        .append(page.get(page.size() - 1))
                        .append("</NextContinuationToken>");
            }
            page.forEach(key -> xml.append(OBJECT.formatted(key)));
            return Response.xml(200, xml.append("</ListBucketResult>").toString());
        });
    }

    private S3CopyConsumer poll(String options, String to) throws Exception {
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("s3copy:inbox?initialDelay=0&delay=20" + options)
                        .routeId("poll")
                        .process(exchange ->
                                headers.add(new TreeMap<>(exchange.getMessage().getHeaders())))
                        .to(to);
            }
        });
        return (S3CopyConsumer) stub.camel().getRoute("poll").getConsumer();
    }

    private static void awaitPolls(S3CopyConsumer consumer, int more) {
        long until = consumer.getCounter() + more;
        await().until(() -> consumer.getCounter() >= until);
    }

    @Test
    void newObjectCostsOneRequestAndSaysNothingOfADestination() throws Exception {
        pages(10, "a.txt");
        S3CopyConsumer consumer = poll("&repeatCount=3", "s3copy:archive");
        awaitPolls(consumer, 2);
        assertThat(stub.s3().requests())
                .extracting(RecordedRequest::operation)
                .containsOnly(S3Operation.LIST_OBJECTS_V2, S3Operation.COPY_OBJECT);
        assertThat(stub.onlyCopy().header("x-amz-copy-source")).contains("inbox/a.txt");
        assertThat(headers).hasSize(1);
        assertThat(headers.get(0).keySet())
                .containsExactlyInAnyOrder(
                        "CamelS3CopyCopySourceBucket",
                        "CamelS3CopyCopySourceKey",
                        "CamelAwsS3BucketName",
                        "CamelAwsS3Key",
                        "CamelAwsS3ETag",
                        "CamelAwsS3ContentLength",
                        "CamelAwsS3LastModified",
                        "CamelMessageTimestamp");
    }

    @Test
    void pageIsTakenWhenTheOneBeforeIsSent() throws Exception {
        pages(2, "a", "b", "c", "d", "e");
        S3CopyConsumer consumer = poll("&maxMessagesPerPoll=3&repeatCount=2", "mock:out");
        awaitPolls(consumer, 2);
        await().until(() -> headers.size() == 5);
        assertThat(headers)
                .extracting(one -> one.get("CamelS3CopyCopySourceKey"))
                .containsExactly("a", "b", "c", "d", "e");
        List<RecordedRequest> lists = stub.s3().requests(S3Operation.LIST_OBJECTS_V2);
        // a b, c (cut), then d e behind c
        assertThat(lists)
                .extracting(one -> one.queryParameter("start-after").orElse(""))
                .startsWith("", "", "c");
    }

    @Test
    void listingThatIsOutOfOrderIsAnError() throws Exception {
        stub.s3()
                .answer(
                        S3Operation.LIST_OBJECTS_V2,
                        request -> Response.xml(
                                200,
                                "<ListBucketResult><Name>inbox</Name><IsTruncated>false</IsTruncated>"
                                        + OBJECT.formatted("b") + OBJECT.formatted("a") + "</ListBucketResult>"));
        S3CopyConsumer consumer = poll("", "mock:out");
        await().until(() -> consumer.getErrorCounter() > 0);
        assertThat(headers).isEmpty();
    }

    @Test
    void deletionIsOnConditionOfTheListedETag() throws Exception {
        pages(10, "a.txt");
        stub.s3().answer(S3Operation.HEAD_OBJECT, request -> Response.headObject(1024, RecordingS3.ETAG));
        poll("&afterRead=delete", "mock:out");
        await().until(() -> !stub.s3().requests(S3Operation.DELETE_OBJECT).isEmpty());
        RecordedRequest delete = stub.s3().requests(S3Operation.DELETE_OBJECT).get(0);
        assertThat(delete.header("If-Match")).contains(RecordingS3.ETAG);
        assertThat(delete.queryParameter("versionId")).isEmpty();
    }

    @Test
    void newerObjectIsNotDeleted() throws Exception {
        pages(10, "a.txt");
        stub.s3().answer(S3Operation.HEAD_OBJECT, request -> Response.headObject(1024, "\"another\""));
        S3CopyConsumer consumer = poll("&afterRead=delete", "mock:out");
        await().until(() -> !stub.s3().requests(S3Operation.HEAD_OBJECT).isEmpty());
        awaitPolls(consumer, 2);
        assertThat(stub.s3().requests(S3Operation.DELETE_OBJECT)).isEmpty();
    }

    @Test
    void objectThatCannotBeDeletedIsSentAgain() throws Exception {
        pages(10, "a.txt");
        stub.s3().answer(S3Operation.HEAD_OBJECT, request -> Response.headObject(1024, RecordingS3.ETAG));
        stub.s3().next(S3Operation.DELETE_OBJECT, Response.error(403, "AccessDenied", "Access Denied"));
        poll("&afterRead=delete", "mock:out");
        await().until(() -> headers.size() >= 2);
    }

    @Test
    void failingListingShowsInTheHealthCheckAndOnceInTheLog() throws Exception {
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy.camel.consumer", Level.WARN))) {
            stub.s3()
                    .answer(
                            S3Operation.LIST_OBJECTS_V2,
                            request -> Response.error(404, "NoSuchBucket", "The specified bucket does not exist"));
            HealthCheckRegistry registry = new DefaultHealthCheckRegistry(stub.camel());
            registry.register(new ConsumersHealthCheckRepository());
            stub.camel().getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
            S3CopyConsumer consumer = poll("", "mock:out");
            await().until(() -> consumer.getErrorCounter() >= 3);
            HealthCheck.Result result = HealthCheckHelper.invokeReadiness(stub.camel()).stream()
                    .filter(one -> one.getCheck().getId().startsWith("consumer:"))
                    .findFirst()
                    .orElseThrow();
            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(log.text()).containsOnlyOnce("NoSuchBucket");
            pages(10, "a.txt");
            await().until(() -> headers.size() == 1);
        }
    }

    @Test
    void failureThatEveryObjectWouldMeetEndsThePoll() throws Exception {
        pages(10, "a", "b", "c", "d");
        stub.s3()
                .answer(
                        S3Operation.COPY_OBJECT,
                        request -> Response.error(404, "NoSuchBucket", "The specified bucket does not exist"));
        S3CopyConsumer consumer = poll("&maxMessagesPerPoll=1", "s3copy:archive");
        await().until(() -> consumer.getErrorCounter() >= 1);
        assertThat(stub.s3().requests(S3Operation.COPY_OBJECT))
                .extracting(RecordedRequest::key)
                .containsOnly("a");
        assertThat(stub.s3().requests(S3Operation.COPY_OBJECT)).isNotEmpty();
    }

    @Test
    void markedToBeRolledBackMeansFailed() throws Exception {
        pages(10, "a");
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("s3copy:inbox?initialDelay=0&delay=20")
                        .process(exchange -> headers.add(Map.of()))
                        .markRollbackOnly();
            }
        });
        await().until(() -> headers.size() >= 2);
    }

    /** Camel's error handler logs a failure; a route without one leaves that to the consumer. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void failureOfAnExchangeIsLoggedByOneOfTwo(boolean errorHandler) throws Exception {
        pages(10, "a");
        try (CapturedLog log = CapturedLog.ofAll(Level.WARN)) {
            stub.routes(new RouteBuilder() {
                @Override
                public void configure() {
                    if (!errorHandler) {
                        errorHandler(noErrorHandler());
                    }
                    from("s3copy:inbox?initialDelay=0&repeatCount=1")
                            .routeId("poll")
                            .throwException(new IllegalStateException("refused by the route"));
                }
            });
            await().until(() -> log.text().contains("refused by the route"));
            stub.camel().getRouteController().stopRoute("poll");
            assertThat(log.warnings().stream().filter(line -> line.contains("refused by the route")))
                    .singleElement()
                    .asString()
                    .startsWith(errorHandler ? "ERROR org.apache.camel." : "WARN io.s3copy.camel.consumer.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keyPrefix=a/           | option keyPrefix = 'a/': is ignored by the consumer",
                "operation=cleanup      | option operation = 'cleanup': is ignored by the consumer",
                "storageClass=STANDARD  | option storageClass: is ignored by the consumer",
                "afterRead=move         | option moveTo",
                "afterReadTags=a=b      | is ignored without afterRead=tag",
                "maxMessagesPerPoll=-1  | is less than 0",
                "minAge=soon            | is no age",
                "afterRead=move&moveTo=s3://inbox/done/ | is inside of what is listed",
                "deleteAfterRead=true   | option deleteAfterRead: is no option of s3copy"
            })
    void optionThatTheConsumerDoesNotReadFailsTheStart(String option, String message) {
        Throwable refusal = catchThrowable(() -> poll("&" + option, "mock:out"));
        assertThat(refusal).hasStackTraceContaining(message);
    }

    @Test
    void optionOfTheConsumerFailsTheStartOfAProducer() {
        Throwable refusal = catchThrowable(() -> stub.route("s3copy:archive?afterRead=delete"));
        assertThat(refusal).hasStackTraceContaining("It is an option of the consumer: use it in from");
    }
}
