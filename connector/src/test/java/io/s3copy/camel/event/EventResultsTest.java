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
package io.s3copy.camel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.event.EventResult.Outcome;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.InFlightGate;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each record of a notification becomes a copy. */
class EventResultsTest extends EventsOnStub {
    private List<String> written() {
        return stub.s3().requests(S3Operation.COPY_OBJECT).stream()
                .map(request -> request.bucket() + "/" + request.key())
                .toList();
    }

    @Test
    void everyRecordIsCopiedWithOneRequestEach() throws Exception {
        stub.route(EVENTS);
        EventResults copies = copies(Notices.put("a", "b", "c"));
        assertThat(copies.all()).extracting(one -> one.event().key()).containsExactly("a", "b", "c");
        assertThat(copies.all()).extracting(EventResult::outcome).containsOnly(Outcome.COPIED);
        assertThat(stub.s3().operations()).containsOnly(S3Operation.COPY_OBJECT);
        assertThat(written()).containsExactlyInAnyOrder("archive/a", "archive/b", "archive/c");
    }

    @Test
    void resultsStandInTheOrderOfTheRecordsWhateverTheirOutcome() throws Exception {
        stub.route(EVENTS + "&eventSuffix=.csv");
        assertThat(copies(Notices.put("1.csv", "2.txt", "3.csv")).all())
                .extracting(EventResult::outcome)
                .containsExactly(Outcome.COPIED, Outcome.IGNORED, Outcome.COPIED);
    }

    @Test
    void eachDestinationKeyDerivesFromItsRecord() throws Exception {
        stub.route(EVENTS + "&stripPrefix=in/&keyPrefix=done/");
        copies(Notices.put("in/a", "in/b"));
        assertThat(written()).containsExactlyInAnyOrder("archive/done/a", "archive/done/b");
    }

    @Test
    void expressionForTheKeySeesTheEventAsBodyAndItsSourceAsHeaders() throws Exception {
        stub.route(EVENTS + "&keyExpression=RAW(${body.bucket}/${header.CamelS3CopyCopySourceKey}/${header.batch})");
        Exchange exchange =
                stub.send(Notices.put("a", "b"), Map.of("batch", "7", "CamelS3CopyCopySourceKey", "of-the-message"));
        assertThat(exchange.getException()).isNull();
        assertThat(written()).containsExactlyInAnyOrder("archive/inbox/a/7", "archive/inbox/b/7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${header.secret}",
                "a?b&c=d#e",
                "RAW(x)",
                "{{env:HOME}}",
                "a+b c%41%",
                "../../x",
                "${camelContext.stop}",
                "#bean:x",
                "ключ 🗝"
            })
    void hostileKeysAreValuesAndNeverMore(String key) throws Exception {
        stub.route(EVENTS + "&keyExpression=RAW(in/${header.CamelS3CopyCopySourceKey})");
        assertThat(copies(Notices.put(key)).with(Outcome.COPIED)).hasSize(1);
        assertThat(written()).containsExactly("archive/in/" + key);
    }

    @Test
    void headersThatNameAnotherObjectAreNotRead() throws Exception {
        stub.route(EVENTS);
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelS3CopyCopySource", "payroll/secret");
        headers.put("CamelS3CopyCopySourceBucket", "payroll");
        headers.put("CamelS3CopyCopySourceKey", "secret");
        headers.put("CamelS3CopyCopySourceVersionId", "v1");
        headers.put("CamelS3CopyCopySourceIfMatch", "\"x\"");
        headers.put("CamelS3CopyIfMatch", "\"x\"");
        headers.put("CamelS3CopyKey", "overwritten");
        headers.put("CamelAwsS3BucketName", "payroll");
        headers.put("CamelAwsS3Key", "secret");
        Exchange exchange = stub.send(Notices.put("a"), headers);
        assertThat(exchange.getException()).isNull();
        RecordedRequest copy = stub.onlyCopy();
        assertThat(copy.key()).isEqualTo("a");
        assertThat(copy.header("x-amz-copy-source")).contains("inbox/a");
        assertThat(copy.headers().contains("x-amz-copy-source-if-match")).isFalse();
        assertThat(copy.headers().contains("If-Match")).isFalse();
    }

    @Test
    void headersOfEveryNameOfTheMirrorChangeNothingWhereHeadersAreNotRead() throws Exception {
        stub.route(EVENTS + "&headerParameters=none");
        copies(Notices.put("a"));
        Map<String, Object> every = new HashMap<>();
        CopyParameter.requestRows().forEach(row -> every.put(row.header(), "hostile"));
        every.remove("CamelS3CopySSECustomerKey");
        every.remove("CamelS3CopyCopySourceSSECustomerKey");
        Exchange exchange = stub.send(Notices.put("a"), every);
        assertThat(exchange.getException()).isNull();
        List<RecordedRequest> both = stub.s3().requests(S3Operation.COPY_OBJECT);
        assertThat(both.get(1).rawPath()).isEqualTo(both.get(0).rawPath());
        assertThat(both.get(1).headers().names())
                .isEqualTo(both.get(0).headers().names());
    }

    @Test
    void otherHeadersAreParametersOfEachCopy() throws Exception {
        stub.route(EVENTS);
        stub.send(Notices.put("a", "b"), Map.of("CamelS3CopyStorageClass", "GLACIER_IR"));
        assertThat(stub.s3().requests(S3Operation.COPY_OBJECT))
                .allSatisfy(
                        copy -> assertThat(copy.header("x-amz-storage-class")).contains("GLACIER_IR"))
                .hasSize(2);
    }

    @Test
    void sourceBucketThatIsNotAllowedFailsItsRecordAlone() throws Exception {
        stub.route(EVENTS);
        String body = Notices.notice()
                .record("payroll", "ObjectCreated:Put", "secret", Map.of())
                .record("ObjectCreated:Put", "a", Map.of())
                .text();
        Exchange exchange = stub.send(body, Map.of());
        assertThat(exchange.getException()).isInstanceOfSatisfying(FailedEventsException.class, e -> {
            assertThat(e.failed()).extracting(one -> one.event().key()).containsExactly("secret");
            assertThat(e.getCause()).isInstanceOf(InvalidParameterException.class);
            assertThat(e.errorClass()).isEqualTo(ErrorClass.OBJECT);
        });
        assertThat(written()).containsExactly("archive/a");
    }

    @Test
    void objectThatIsGoneIsAcknowledged() throws Exception {
        stub.route(EVENTS);
        stub.s3().next(Response.error(404, "NoSuchKey", "gone"));
        assertThat(copies(Notices.put("a")).all())
                .extracting(EventResult::outcome)
                .containsExactly(Outcome.VANISHED);
    }

    @Test
    void bucketThatIsGoneIsAFailureOfTheSetUp() throws Exception {
        stub.route(EVENTS);
        stub.s3().next(Response.error(404, "NoSuchBucket", "gone"));
        Exchange exchange = stub.send(Notices.put("a"), Map.of());
        assertThat(exchange.getException())
                .isInstanceOf(FailedEventsException.class)
                .hasCauseInstanceOf(SystemicFailureException.class);
    }

    @Test
    void errorClassOfTheExceptionIsTheWorst() throws Exception {
        stub.route(EVENTS);
        stub.s3().answer(S3Operation.COPY_OBJECT, request -> switch (request.key()) {
            case "a" -> Response.error(412, "PreconditionFailed", "no");
            case "b" -> Response.error(403, "AccessDenied", "no");
            default -> Response.error(400, "InvalidRequest", "no");
        });
        Exchange exchange = stub.send(Notices.put("a", "b", "c"), Map.of());
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        FailedEventsException.class,
                        e -> assertThat(e.errorClass()).isEqualTo(ErrorClass.SYSTEMIC));
    }

    @Test
    void redeliveryCopiesOnlyWhatIsMissing() throws Exception {
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0));
                from("direct:copy").to(EVENTS);
            }
        });
        stub.s3()
                .answer(
                        S3Operation.COPY_OBJECT,
                        request -> request.key().equals("b") && written().size() <= 3
                                ? Response.error(412, "PreconditionFailed", "no")
                                : Response.copyObjectResult(RecordingS3.ETAG));
        EventResults copies = copies(Notices.put("a", "b", "c"));
        assertThat(copies.with(Outcome.COPIED)).hasSize(3);
        assertThat(written()).containsExactlyInAnyOrder("archive/a", "archive/b", "archive/c", "archive/b");
    }

    @Test
    void requestsOfALargeNotificationStayWithinTheWindow() throws Exception {
        InFlightGate gate = new InFlightGate(8);
        stub.s3().answer(S3Operation.COPY_OBJECT, copy -> gate.hold(Response.copyObjectResult(RecordingS3.ETAG)));
        stub.route(EVENTS + "&maxPending=8");
        String[] keys = IntStream.range(0, 500).mapToObj(i -> "key " + i).toArray(String[]::new);
        assertThat(copies(Notices.put(keys)).with(Outcome.COPIED)).hasSize(500);
        assertThat(stub.s3().mostInFlight()).isEqualTo(8);
    }
}
