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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.s3copy.camel.CamelOnStub;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is measured of events that come by a route. */
class EventLagRouteTest {

    private static final String EVENTS = "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox";
    private static final String QUEUE = "seda:queue?pollTimeout=50";

    private final CamelOnStub stub = CamelOnStub.withClient();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final CompletableFuture<Void> held = new CompletableFuture<>();

    @AfterEach
    void stop() {
        held.complete(null);
        stub.close();
        meters.close();
    }

    private void measured(RouteBuilder routes) throws Exception {
        stub.camel().getRegistry().bind("meters", meters);
        stub.routes(routes);
    }

    private void queue() throws Exception {
        measured(new RouteBuilder() {
            @Override
            public void configure() {
                from(QUEUE).routeId("by-queue").to(EVENTS);
            }
        });
    }

    private void heldCopies() {
        stub.s3()
                .answer(
                        S3Operation.COPY_OBJECT,
                        any -> Response.copyObjectResult(RecordingS3.ETAG).heldUntil(held));
    }

    private void send(String body) {
        stub.template().sendBody(QUEUE, body);
    }

    private static String ago(Duration age, String... keys) {
        Notices notices = Notices.notice().at(Instant.now().minus(age));
        for (String key : keys) {
            notices.record("ObjectCreated:Put", key, Map.of("size", 5));
        }
        return notices.text();
    }

    private double gauge(String name, String route) {
        return meters.get(name)
                .tags("bucket", "archive", "route", route)
                .gauge()
                .value();
    }

    private double backlog() {
        return meters.find("s3copy.events.backlog").tag("route", "by-queue").gauges().stream()
                .mapToDouble(one -> one.value())
                .sum();
    }

    private void awaitBacklog(int size) {
        Awaitility.await().untilAsserted(() -> assertThat(backlog()).isEqualTo(size));
    }

    private long lags(String outcome) {
        return meters.find("s3copy.event.lag").tag("outcome", outcome).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    @Test
    void gaugesShowWhatWaitsAndHowOldItIs() throws Exception {
        heldCopies();
        queue();
        send(ago(Duration.ofMinutes(10), "a", "b"));
        awaitBacklog(2);
        assertThat(gauge("s3copy.events.oldest.age", "by-queue")).isBetween(600.0, 630.0);
        held.complete(null);
        awaitBacklog(0);
        assertThat(gauge("s3copy.events.oldest.age", "by-queue")).isZero();
    }

    @Test
    void lagRunsFromTheTimeOfTheEventToTheEndOfItsCopy() throws Exception {
        queue();
        send(ago(Duration.ofMinutes(10), "a"));
        Awaitility.await().untilAsserted(() -> assertThat(lags("copied")).isEqualTo(1));
        assertThat(meters.get("s3copy.event.lag")
                        .tags("route", "by-queue", "bucket", "archive")
                        .timer()
                        .max(TimeUnit.SECONDS))
                .isBetween(600.0, 630.0);
    }

    @Test
    void pickupRunsFromTheTimeOfTheEventToItsReceiptWhateverComesOfIt() throws Exception {
        heldCopies();
        queue();
        send(ago(Duration.ofMinutes(10), "a", "b"));
        Awaitility.await()
                .until(() ->
                        meters.find("s3copy.event.pickup").timers().stream().anyMatch(timer -> timer.count() == 2));
        Timer pickup = meters.get("s3copy.event.pickup")
                .tags("route", "by-queue", "bucket", "archive")
                .timer();
        assertThat(pickup.max(TimeUnit.SECONDS)).isBetween(600.0, 630.0);
        assertThat(lags("copied")).isZero();
    }

    @Test
    void whatIsIgnoredOrVanishedHasNoLag() throws Exception {
        measured(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy").to(EVENTS + "&eventSuffix=.csv");
            }
        });
        stub.s3().next(S3Operation.COPY_OBJECT, Response.error(404, "NoSuchKey", "gone"));
        stub.send(ago(Duration.ZERO, "a.txt", "b.csv"), Map.of());
        assertThat(meters.get("s3copy.events.backlog").gauge().value()).isZero();
        assertThat(meters.find("s3copy.event.lag").timers()).isEmpty();
    }

    @Test
    void eventThatComesByNoRouteIsMeasured() throws Exception {
        measured(new RouteBuilder() {
            @Override
            public void configure() {}
        });
        stub.template().requestBody(EVENTS, ago(Duration.ZERO, "a"));
        assertThat(gauge("s3copy.events.backlog", "none")).isZero();
        assertThat(lags("copied")).isEqualTo(1);
    }

    @Test
    void eventThatIsHeldForAFaultOfTheSetUpWaits() throws Exception {
        stub.s3().answer(S3Operation.COPY_OBJECT, any -> Response.error(403, "InvalidAccessKeyId", "no"));
        queue();
        send(ago(Duration.ofMinutes(10), "a"));
        // it is tried again
        Awaitility.await().until(() -> stub.s3().requests().size() > 1);
        assertThat(backlog()).isEqualTo(1);
        assertThat(gauge("s3copy.events.oldest.age", "by-queue")).isGreaterThan(599.0);
        Awaitility.await().untilAsserted(() -> assertThat(held()).isEqualTo(1));
        stub.s3().answer(S3Operation.COPY_OBJECT, any -> Response.copyObjectResult(RecordingS3.ETAG));
        awaitBacklog(0);
        // told after the backlog
        Awaitility.await().untilAsserted(() -> assertThat(lags("copied")).isEqualTo(1));
        assertThat(held()).isZero();
        stub.camel().stop();
        assertThat(meters.find("s3copy.events.held").gauges()).isEmpty();
    }

    private double held() {
        return meters.get("s3copy.events.held").tag("bucket", "archive").gauge().value();
    }

    @Test
    void endpointThatDoesNotOpenLeavesNoMeter() throws Exception {
        stub.camel().getRegistry().bind("seen", new MemoryIdempotentRepository() {
            @Override
            protected void doStart() {
                throw new IllegalStateException("no database");
            }
        });
        measured(new RouteBuilder() {
            @Override
            public void configure() {}
        });
        assertThatThrownBy(() ->
                        stub.template().requestBody(EVENTS + "&eventMode=history&idempotentRepository=#seen", "{}"))
                .hasStackTraceContaining("no database");
        assertThat(meters.find("s3copy.pending").gauges()).isEmpty();
    }

    @Test
    void whatFailsWaitsUntilItsExchangeEnds() throws Exception {
        CompletableFuture<Void> redelivery = new CompletableFuture<>();
        measured(new RouteBuilder() {
            @Override
            public void configure() {
                onException(FailedEventsException.class)
                        .maximumRedeliveries(1)
                        .redeliveryDelay(0)
                        .onRedelivery(exchange -> redelivery.join());
                from(QUEUE).routeId("by-queue").to(EVENTS);
            }
        });
        stub.s3()
                .next(Response.error(412, "PreconditionFailed", "no"), Response.error(412, "PreconditionFailed", "no"));
        send(ago(Duration.ofMinutes(1), "a"));
        Awaitility.await().until(() -> stub.s3().requests().size() == 1);
        assertThat(backlog()).isEqualTo(1);
        redelivery.complete(null);
        awaitBacklog(0);
        assertThat(stub.s3().requests()).hasSize(2);
        assertThat(lags("copied")).isZero();
    }

    @Test
    void redeliveryCountsAnEventOnce() throws Exception {
        measured(new RouteBuilder() {
            @Override
            public void configure() {
                onException(FailedEventsException.class).maximumRedeliveries(1).redeliveryDelay(0);
                from(QUEUE).routeId("by-queue").to(EVENTS);
            }
        });
        heldCopies();
        stub.s3().next(Response.error(412, "PreconditionFailed", "no"));
        send(ago(Duration.ofMinutes(1), "a"));
        Awaitility.await().until(() -> stub.s3().requests().size() == 2);
        assertThat(backlog()).isEqualTo(1);
        held.complete(null);
        awaitBacklog(0);
        // told after the backlog
        Awaitility.await().untilAsserted(() -> assertThat(lags("copied")).isEqualTo(1));
    }

    @Test
    void deletionHasALagOfItsOwn() throws Exception {
        measured(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy").to(EVENTS + "&propagateDeletes=current&eventMode=history");
            }
        });
        stub.s3().answer(S3Operation.DELETE_OBJECT, any -> Response.empty(204));
        stub.send(Notices.deleted("a"), Map.of());
        assertThat(lags("deleted")).isEqualTo(1);
    }

    @Test
    void gaugesGoWithTheLastEndpointOfABucketAndRoute() throws Exception {
        String other = EVENTS + "&keyPrefix=copy/";
        measured(new RouteBuilder() {
            @Override
            public void configure() {
                from(QUEUE).routeId("by-queue").multicast().to(EVENTS, other);
            }
        });
        heldCopies();
        send(ago(Duration.ZERO, "a"));
        Awaitility.await().until(() -> stub.s3().inFlight() == 1);
        held.complete(null);
        awaitBacklog(0);
        Awaitility.await().untilAsserted(() -> assertThat(lags("copied")).isEqualTo(2));
        stub.camel().removeEndpoint(stub.camel().getEndpoint(other));
        assertThat(meters.find("s3copy.events.backlog").gauges()).hasSize(1);
        stub.camel().stop();
        assertThat(meters.find("s3copy.events.backlog").gauges()).isEmpty();
        assertThat(meters.find("s3copy.events.oldest.age").gauges()).isEmpty();
        assertThat(lags("copied")).as("what was measured stays").isEqualTo(2);
    }

    @Test
    void routesWithoutEndShareOneTagAtLast() throws Exception {
        measured(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy")
                        .process(exchange -> exchange.getExchangeExtension()
                                .setFromRouteId(exchange.getMessage().getHeader("route", String.class)))
                        .to(EVENTS);
            }
        });
        for (int i = 0; i < 110; i++) {
            stub.send(ago(Duration.ZERO, "a"), Map.of("route", "r" + i));
        }
        assertThat(meters.find("s3copy.events.backlog").gauges()).hasSize(101);
        assertThat(gauge("s3copy.events.backlog", "other")).isZero();
    }

    @Test
    void partsOfABatchAreOfTheRouteThatTookIt() throws Exception {
        measured(new RouteBuilder() {
            @Override
            public void configure() {
                from(QUEUE).routeId("by-queue").split(body()).to(EVENTS);
            }
        });
        stub.template().sendBody(QUEUE, List.of(ago(Duration.ZERO, "a"), ago(Duration.ZERO, "b")));
        Awaitility.await().untilAsserted(() -> assertThat(lags("copied")).isEqualTo(2));
        assertThat(meters.find("s3copy.event.lag").timers())
                .extracting(timer -> timer.getId().getTag("route"))
                .containsExactly("by-queue");
    }

    @Test
    void nothingIsMeasuredWhereThatIsNotWanted() throws Exception {
        stub.component().setMetricsEnabled(false);
        queue();
        send(ago(Duration.ZERO, "a"));
        Awaitility.await().until(() -> stub.s3().requests().size() == 1);
        assertThat(meters.getMeters()).extracting(Meter::getId).isEmpty();
    }
}
