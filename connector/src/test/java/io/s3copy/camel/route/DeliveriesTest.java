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
package io.s3copy.camel.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.CapturedLog;
import io.vertx.core.VertxOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long an outcome is kept. What a sender sees of it is shown by the tests of the route. */
class DeliveriesTest {

    private static final String NOTIFICATION = """
            {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventTime":"2026-11-21T08:00:00.000Z",
            "eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"inbox"},"object":{"key":"a"}}}]}""";

    private final CamelContext camel = new DefaultCamelContext();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger copies = new AtomicInteger();
    private final Deliveries deliveries = new Deliveries(nanos::get);
    private Processor copy;

    @BeforeEach
    void start() {
        camel.start();
        deliveries.setCamelContext(camel);
        deliveries.beforeWrap(null, null);
        copy = deliveries.wrap(null, exchange -> {
            copies.incrementAndGet();
            exchange.setProperty(Deliveries.STATUS, "200");
        });
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    /** A request whose answer is lost. */
    private String sent() throws Exception {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(NOTIFICATION.getBytes(StandardCharsets.UTF_8));
        deliveries.enter(exchange);
        if (deliveries.isNew(exchange)) {
            copy.process(exchange);
        }
        exchange.getExchangeExtension().handoverCompletions().forEach(one -> one.onComplete(exchange));
        return exchange.getProperty(Deliveries.STATUS, String.class);
    }

    @Test
    void outcomeIsKeptForTenMinutes() throws Exception {
        assertThat(sent()).isEqualTo("200");
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        try (CapturedLog log = new CapturedLog(Map.of(Deliveries.class.getName(), Level.INFO))) {
            assertThat(sent()).isEqualTo("200");
            assertThat(log.text()).contains("the answer 200 is that of its earlier copy, which began 600 s ago");
        }
        assertThat(copies).hasValue(1);
        nanos.incrementAndGet();
        assertThat(sent()).isEqualTo("200");
        assertThat(copies).hasValue(2);
    }

    @Test
    void bodyThatComesLateLeavesItsCopyOnlyTheRestOfTheTime() {
        deliveries.setAnswerWithin(Duration.ofSeconds(10));
        Exchange exchange = new DefaultExchange(camel);
        deliveries.enter(exchange);
        nanos.addAndGet(Duration.ofSeconds(7).toNanos());
        assertThat(AnswerDeadline.left(exchange, Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void copyWhoseTimeIsOverIsNotWaitedFor() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        deliveries.setAnswerWithin(Duration.ofHours(1));
        Processor held = deliveries.wrap(null, exchange -> released.await());
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(NOTIFICATION.getBytes(StandardCharsets.UTF_8));
        deliveries.enter(exchange);
        deliveries.isNew(exchange);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        held.process(exchange);
        assertThat(exchange.getProperty(Deliveries.STATUS)).isEqualTo("503");
        released.countDown();
    }

    private static Deliveries webhook(CamelContext camel, int atOnce) {
        Deliveries webhook = new Deliveries();
        webhook.setCamelContext(camel);
        webhook.setAtOnce(atOnce);
        return webhook;
    }

    @Test
    void placesOfAllWebhooksTogetherAreFewerThanTheThreadsOfTheServer() {
        camel.getPropertiesComponent().addInitialProperty("camel.server.enabled", "true");
        // that of this test has 16
        Deliveries second = webhook(camel, 4);
        assertThatThrownBy(() -> second.beforeWrap(null, null))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(
                        "at-once of a webhook (atOnce of the Kamelet) = '4': makes 20 places for the requests of all"
                                + " webhooks together, but the server has 20 threads, and each place keeps one: there must be"
                                + " fewer places than threads. Lower at-once, so that the sum over all webhooks is at most 19,"
                                + " or bind an io.vertx.core.VertxOptions with a workerPoolSize of at least 21.");
    }

    @Test
    void serverWithMoreThreadsHasMorePlaces() {
        camel.getPropertiesComponent().addInitialProperty("camel.server.enabled", "true");
        camel.getRegistry().bind("threads", new VertxOptions().setWorkerPoolSize(21));
        assertThatNoException().isThrownBy(() -> webhook(camel, 4).beforeWrap(null, null));
    }

    @Test
    void routeThatIsLoadedAgainCountsOnce() {
        camel.getPropertiesComponent().addInitialProperty("camel.server.enabled", "true");
        Route route = mock(Route.class);
        when(route.getRouteId()).thenReturn("webhook-copy");
        assertThatNoException().isThrownBy(() -> webhook(camel, 3).beforeWrap(route, null));
        assertThatNoException().isThrownBy(() -> webhook(camel, 3).beforeWrap(route, null));
    }

    @Test
    void refusedWebhookTakesNoPlaces() {
        camel.getPropertiesComponent().addInitialProperty("camel.server.enabled", "true");
        assertThatThrownBy(() -> webhook(camel, 4).beforeWrap(null, null))
                .isInstanceOf(InvalidParameterException.class);
        assertThatNoException().isThrownBy(() -> webhook(camel, 3).beforeWrap(null, null));
    }
}
