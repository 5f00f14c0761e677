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
import static org.awaitility.Awaitility.await;

import io.s3copy.camel.CamelOnStub;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream of events, in the middle of which a permission is revoked. */
class SystemicPauseRouteTest {

    private static final String COPY = "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox";

    private final AtomicBoolean revoked = new AtomicBoolean();
    private final List<Exchange> aside = new CopyOnWriteArrayList<>();
    private CamelOnStub stub;

    @BeforeEach
    void start() {
        stub = CamelOnStub.withClient();
        stub.s3().answer(S3Operation.COPY_OBJECT, this::answer);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private Response answer(RecordedRequest copy) {
        return revoked.get() ? Response.error(403, "AccessDenied", "no") : Response.copyObjectResult(RecordingS3.ETAG);
    }

    private void stream(String uri) throws Exception {
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).process(exchange -> aside.add(exchange.copy()));
                from("seda:events").routeId("events").to(uri);
            }
        });
    }

    private void send(String key) {
        stub.template().sendBody("seda:events", Notices.put(key));
    }

    private Consumer consumer() {
        return stub.camel().getRoute("events").getConsumer();
    }

    private long copied() {
        return stub.s3().requests(S3Operation.COPY_OBJECT).stream()
                .map(RecordedRequest::key)
                .distinct()
                .count();
    }

    @Test
    void revokedPermissionPausesTheRouteWhichGoesOnByItself() throws Exception {
        stream(COPY);
        send("before");
        await().until(() -> copied() == 1);

        revoked.set(true);
        for (int i = 0; i < 3; i++) {
            send("during-" + i);
        }
        await().until(() -> ServiceHelper.isSuspended(consumer()));
        assertThat(stub.camel().getEndpoint(COPY, S3CopyEndpoint.class).holdsEvents())
                .isTrue();
        stub.s3().reset();
        stub.s3().answer(S3Operation.COPY_OBJECT, this::answer);
        for (int i = 0; i < 20; i++) {
            send("waiting-" + i);
        }
        await().until(() -> !stub.s3().requests(S3Operation.COPY_OBJECT).isEmpty());
        assertThat(stub.s3().requests(S3Operation.COPY_OBJECT))
                .as("probes")
                .allMatch(probe -> probe.key().startsWith("during-"))
                .hasSizeLessThan(3);

        revoked.set(false);
        await().atMost(Duration.ofSeconds(30)).until(() -> copied() == 23);
        assertThat(ServiceHelper.isStarted(consumer())).isTrue();
        assertThat(stub.camel().getEndpoint(COPY, S3CopyEndpoint.class).holdsEvents())
                .isFalse();
        assertThat(aside).isEmpty();
    }

    @Test
    void componentIsKnownByWhateverNameItIsRegistered() throws Exception {
        stub.camel().addComponent("photos.direct", new DirectComponent());
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).process(exchange -> aside.add(exchange.copy()));
                from("photos.direct:events").routeId("events").to(COPY);
            }
        });
        revoked.set(true);
        for (int i = 0; i < 4; i++) {
            stub.template().sendBody("photos.direct:events", Notices.put("called-" + i));
        }

        // whoever calls such a route waits for its answer: nothing is held, and it is not suspended
        assertThat(aside).hasSize(4);
        assertThat(ServiceHelper.isStarted(consumer())).isTrue();
    }

    @Test
    void shutdownDoesNotWaitForWhatIsHeld() throws Exception {
        stub.camel().getShutdownStrategy().setTimeout(300);
        stream(COPY);
        revoked.set(true);
        send("a");
        await().until(() -> copied() == 1);
        stub.camel().getRouteController().stopRoute("events");
        assertThat(aside)
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                        .hasCauseInstanceOf(CopyStoppedException.class));
    }

    @Test
    void routeThatWasStoppedHoldsAgainOnceStarted() throws Exception {
        stream(COPY);
        revoked.set(true);
        send("a");
        await().until(() -> copied() == 1);
        stub.camel().getRouteController().stopRoute("events");
        stub.camel().getRouteController().startRoute("events");
        aside.clear();
        List.of("b", "c", "d").forEach(this::send);
        await().until(() -> ServiceHelper.isSuspended(consumer()));
        assertThat(aside).isEmpty();
    }

    @Test
    void withFailNothingIsHeld() throws Exception {
        stream(COPY + "&onSystemic=fail");
        revoked.set(true);
        List.of("a", "b", "c", "d").forEach(this::send);
        await().until(() -> aside.size() == 4);
        assertThat(ServiceHelper.isStarted(consumer())).isTrue();
    }

    @Test
    void whatWaitsForAnAnswerIsNotHeld() throws Exception {
        stub.route(COPY);
        revoked.set(true);
        assertThat(stub.send(Notices.put("a"), Map.of()).getException())
                .hasCauseInstanceOf(SystemicFailureException.class);
    }

    @Test
    void timeoutEndsTheHold() throws Exception {
        stream(COPY + "&pauseTimeout=500");
        revoked.set(true);
        send("a");
        await().until(() -> !aside.isEmpty());
        assertThat(aside.get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                .hasCauseInstanceOf(SystemicFailureException.class);
    }

    @Test
    void routeThatStopsLeavesWhatIsHeldOfOthers() throws Exception {
        stream(COPY);
        stub.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:others").routeId("others").to(COPY);
            }
        });
        revoked.set(true);
        stub.template().sendBody("seda:others", Notices.put("other"));
        await().until(() -> copied() == 1);
        List.of("a", "b", "c").forEach(this::send);
        await().until(() -> ServiceHelper.isSuspended(consumer()));
        stub.camel().getRouteController().stopRoute("others");
        assertThat(ServiceHelper.isSuspended(consumer())).isTrue();
        assertThat(aside).isEmpty();
    }
}
