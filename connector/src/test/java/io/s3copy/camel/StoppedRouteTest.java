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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.BulkRunException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.RouteController;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run ends with the route that it is in, as one that can be resumed, and the route's next run finishes it. */
class StoppedRouteTest extends BulkOnServer {

    private static final int OBJECTS = 300;

    /** So long that a stop that waits for the run would be seen: the run takes a minute. */
    private static final long SHUTDOWN_SECONDS = 30;

    private RouteController controller;

    @BeforeEach
    void routes() throws Exception {
        fill(OBJECTS);
        camel.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
        controller = camel.getRouteController();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:outer").routeId("outer").to("direct:copy");
                from("direct:copy")
                        .routeId("copy")
                        .to("s3copy:" + destination + "?operation=copyPrefix&prefix=in/&maxPending=2"
                                + "&requestsPerSecond=5&copySourceBucket=" + source + "&checkpoint=s3://" + source
                                + "/checkpoints/");
                from("seda:other")
                        .routeId("other")
                        .to("s3copy:" + destination + "?operation=check&prefix=in/&copySourceBucket=" + source);
            }
        });
    }

    private CompletableFuture<Object> begin(String route) {
        int before = listed(destination).size();
        CompletableFuture<Object> run = camel.createProducerTemplate().asyncRequestBody("direct:" + route, null);
        Awaitility.await().until(() -> listed(destination).size() > before + 2 || run.isDone());
        assertThat(run).isNotDone();
        return run;
    }

    private static BulkResult resumable(CompletableFuture<Object> run) {
        BulkResult[] result = new BulkResult[1];
        assertThatThrownBy(() -> run.get(1, TimeUnit.MINUTES))
                .rootCause()
                .isInstanceOfSatisfying(BulkRunException.class, why -> {
                    assertThat(why.isStopped()).isTrue();
                    result[0] = why.result();
                });
        assertThat(result[0].resumable()).isTrue();
        assertThat(result[0].counts().objects(What.COPIED)).isBetween(1L, OBJECTS - 1L);
        return result[0];
    }

    private boolean checkpointStands() {
        return listed(source).keySet().stream().anyMatch(key -> key.startsWith("checkpoints/"));
    }

    /** The rest of the run, at full speed: limits are no part of the job. */
    private BulkResult finish() {
        return camel.createProducerTemplate()
                .requestBody(
                        "s3copy:" + destination + "?operation=copyPrefix&prefix=in/&copySourceBucket=" + source
                                + "&checkpoint=s3://" + source + "/checkpoints/",
                        null,
                        BulkResult.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy", "outer"})
    void runEndsWithTheRouteThatItIsInOrThatItCameFrom(String stopped) throws Exception {
        CompletableFuture<Object> run = begin("outer");
        controller.stopRoute(stopped);
        assertThat(run).as("the stop waits for the run").isDone();
        BulkResult first = resumable(run);
        assertThat(controller.getRouteStatus(stopped)).isEqualTo(ServiceStatus.Stopped);
        assertThat(checkpointStands()).isTrue();
        BulkResult whole = finish();
        assertThat(whole.finished()).isTrue();
        assertThat(whole.started()).isEqualTo(first.started());
        assertThat(whole.counts().objects(What.COPIED)).isEqualTo(OBJECTS);
        assertThat(listed(destination)).hasSize(OBJECTS);
    }

    @Test
    void routeThatStartsAgainGoesOnWithItAndCanBeStoppedAgain() throws Exception {
        CompletableFuture<Object> first = begin("copy");
        controller.stopRoute("copy");
        long copied = resumable(first).counts().objects(What.COPIED);
        controller.startRoute("copy");
        CompletableFuture<Object> second = begin("copy");
        controller.stopRoute("copy");
        assertThat(second).isDone();
        assertThat(resumable(second).counts().objects(What.COPIED)).isGreaterThan(copied);
        assertThat(finish().counts().objects(What.COPIED)).isEqualTo(OBJECTS);
    }

    @Test
    void runOfARouteThatIsSuspendedEndsToo() throws Exception {
        CompletableFuture<Object> run = begin("copy");
        controller.suspendRoute("copy");
        assertThat(run).isDone();
        resumable(run);
        controller.resumeRoute("copy");
        CompletableFuture<Object> again = begin("copy");
        controller.stopRoute("copy");
        resumable(again);
        assertThat(finish().counts().objects(What.COPIED)).isEqualTo(OBJECTS);
    }

    @Test
    void stopOfAnotherRouteIsNoMatter() throws Exception {
        CompletableFuture<Object> run = begin("copy");
        controller.stopRoute("other");
        int before = listed(destination).size();
        Awaitility.await().until(() -> listed(destination).size() > before + 2);
        assertThat(run).isNotDone();
        controller.stopRoute("copy");
        resumable(run);
    }

    /** What is stopped is the run, and not the endpoint: its next run repeats what fails in passing, and is not hurried. */
    @Test
    void runOfOneRouteGoesOnWhenAnotherRouteStopsAtTheSameEndpoint() throws Exception {
        String uri = "s3copy:" + destination
                + "?operation=copyManifest&maxPending=2&requestsPerSecond=5&copySourceBucket=" + source;
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:one").routeId("one").to(uri);
                from("direct:two").routeId("two").to(uri);
            }
        });
        var keys = listed(source).keySet().stream().toList();
        CompletableFuture<Exchange> one = camel.createProducerTemplate()
                .asyncSend("direct:one", to -> to.getMessage().setBody(keys.subList(0, 150)));
        CompletableFuture<Exchange> two = camel.createProducerTemplate()
                .asyncSend("direct:two", to -> to.getMessage().setBody(keys.subList(150, 180)));
        Awaitility.await().until(() -> listed(destination).size() > 4);
        controller.stopRoute("one");
        assertThat(one.get(1, TimeUnit.MINUTES).getException())
                .isInstanceOfSatisfying(
                        BulkRunException.class,
                        why -> assertThat(why.isStopped()).isTrue());
        BulkResult done = two.get(2, TimeUnit.MINUTES).getMessage().getBody(BulkResult.class);
        assertThat(done.counts().objects(What.COPIED)).isEqualTo(30);
        // each counts its own copies
        assertThat(done.requests().byCall().get("copy")).isBetween(30L, 90L);
    }
}
