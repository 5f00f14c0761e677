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

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.BulkProgress;
import io.s3copy.bulk.run.BulkRunException;
import io.s3copy.camel.progress.BulkOutcomeEvent;
import io.s3copy.camel.progress.BulkProgressEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What meters and events say of runs on many objects. */
class RunMetersTest extends BulkOnServer {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void measure() {
        camel.getRegistry().bind("metricsRegistry", meters);
    }

    private double count(String name, String... tags) {
        return meters.get(name).tag("bucket", destination).tags(tags).counter().count();
    }

    private double gauge(String name) {
        return meters.get(name).tag("bucket", destination).gauge().value();
    }

    @Test
    void objectsBytesKeysAndRequestsAreCounted() {
        fill(30);
        BulkResult copied = run("operation=copyPrefix&prefix=in/");
        String[] copy = {"operation", "copyPrefix", "dryRun", "false"};
        assertThat(meters.get("s3copy.run.objects")
                        .tags(copy)
                        .tags("outcome", "copied")
                        .counter()
                        .count())
                .isEqualTo(30);
        assertThat(count("s3copy.run.bytes", "outcome", "copied"))
                .isEqualTo((double) copied.counts().bytes(What.COPIED));
        assertThat(count("s3copy.run.keys")).isEqualTo(30);
        copied.requests()
                .byCall()
                .forEach((call, number) ->
                        assertThat(count("s3copy.run.requests", "call", call)).isEqualTo(number.doubleValue()));
        assertThat(copied.requests().byCall()).containsOnlyKeys("ListObjectsV2", "copy");
        assertThat(count("s3copy.runs", "outcome", "finished")).isEqualTo(1);
        assertThat(gauge("s3copy.run.active")).isZero();

        put(destination, "in/more", "more");
        run("operation=check&prefix=in/");
        assertThat(count("s3copy.run.objects", "operation", "check", "outcome", "same"))
                .isEqualTo(30);
        assertThat(count("s3copy.run.objects", "operation", "check", "outcome", "extra"))
                .isEqualTo(1);
    }

    @Test
    void gaugesShowARunWhileItIsUnderWay() throws Exception {
        fill(200);
        List<BulkProgress> told = new CopyOnWriteArrayList<>();
        List<BulkProgressEvent> last = new CopyOnWriteArrayList<>();
        camel.getManagementStrategy().addEventNotifier(new SimpleEventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof BulkProgressEvent progress) {
                    told.add(progress.progress());
                    if (progress.isLast()) {
                        last.add(progress);
                    }
                }
            }
        });
        String uri = "s3copy:" + destination + "?operation=copyPrefix&prefix=in/&maxPending=4&requestsPerSecond=20"
                + "&copySourceBucket=" + source;
        CompletableFuture<Object> run = camel.createProducerTemplate().asyncRequestBody(uri, null);
        Awaitility.await().until(() -> !listed(destination).isEmpty());
        assertThat(gauge("s3copy.run.active")).isEqualTo(1);
        // a copy is there a moment before it is counted
        Awaitility.await().until(() -> gauge("s3copy.run.rate") > 0);
        assertThat(gauge("s3copy.run.paused")).isZero();
        assertThat(gauge("s3copy.run.in.flight")).isBetween(0.0, 4.0);
        // all of 200 keys are in one page
        assertThat(gauge("s3copy.run.left")).isZero();
        assertThat(gauge("s3copy.run.ranges")).isBetween(0.0, 1.0);
        // the first event of a slow machine comes before the listing
        Awaitility.await().until(() -> told.stream().anyMatch(progress -> progress.listed() == 200));
        assertThat(told).allMatch(progress -> progress.phase().equals("copy"));
        assertThat(last).isEmpty();

        camel.stop();
        assertThatThrownBy(run::join).hasRootCauseInstanceOf(BulkRunException.class);
        assertThat(count("s3copy.runs", "outcome", "stopped")).isEqualTo(1);
        assertThat(meters.find("s3copy.run.active").gauges()).isEmpty();
        assertThat(meters.find("s3copy.run.left").gauges()).isEmpty();
    }

    @Test
    void lastEventSaysHowARunEnded() throws Exception {
        fill(10);
        List<BulkProgressEvent> events = new CopyOnWriteArrayList<>();
        camel.getManagementStrategy().addEventNotifier(new SimpleEventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof BulkProgressEvent progress) {
                    events.add(progress);
                }
            }
        });
        BulkResult result = run("operation=copyPrefix&prefix=in/");
        assertThat(events).filteredOn(BulkProgressEvent::isLast).singleElement().satisfies(event -> {
            assertThat(event.progress().counts()).isEqualTo(result.counts());
            assertThat(event.progress().left()).isZero();
            assertThat(event.toString()).contains("copied 10;").contains("left about 0");
        });
    }

    @Test
    void eachObjectIsToldOnceAndEachDeletion() throws Exception {
        fill(3);
        put(destination, "in/more", "more");
        List<BulkOutcomeEvent> events = new CopyOnWriteArrayList<>();
        camel.getManagementStrategy().addEventNotifier(new SimpleEventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof BulkOutcomeEvent outcome) {
                    events.add(outcome);
                }
            }
        });
        BulkResult result = run("operation=sync&prefix=in/&delete=true&maxDelete=1");
        assertThat(result.isClean()).isTrue();
        assertThat(events)
                .extracting(event -> event.outcome().what())
                .containsExactlyInAnyOrder(What.COPIED, What.COPIED, What.COPIED, What.DELETED);
        assertThat(events).extracting(event -> event.outcome().key()).doesNotHaveDuplicates();
        assertThat(events).extracting(Object::toString).contains("s3copy deleted " + destination + "/in/more");
    }

    @Test
    void metersCanBeTurnedOff() {
        camel.getComponent("s3copy", S3CopyComponent.class).setMetricsEnabled(false);
        fill(3);
        assertThat(run("operation=copyPrefix&prefix=in/").isClean()).isTrue();
        assertThat(meters.getMeters()).isEmpty();
    }
}
