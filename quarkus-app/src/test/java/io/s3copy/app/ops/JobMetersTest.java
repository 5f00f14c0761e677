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
package io.s3copy.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.s3copy.app.config.JobKind;
import io.s3copy.app.job.JobTotals;
import io.s3copy.app.job.LiveProgress;
import io.s3copy.app.job.RunStatus;
import io.s3copy.app.store.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobMetersTest {

    private static final Instant COMPARED = Given.BEGUN.plusSeconds(3600);

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private @Nullable RunStatus newest;

    private void copy() {
        new JobMeters(registry, Given.job("photos", JobKind.COPY), () -> newest, new JobTotals()).show();
    }

    private void replication(@Nullable String reconcile) {
        new JobMeters(registry, Given.replication("photos", reconcile), () -> newest, new JobTotals()).show();
    }

    private double gauge(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }

    private double counter(String name) {
        return registry.get(name).functionCounter().count();
    }

    private static LiveProgress live(@Nullable Long backlog, @Nullable Instant reconciled) {
        return new LiveProgress(
                "following", backlog, "", null, null, null, false, 2, true, reconciled, 3, null, null, null);
    }

    @Test
    void oneStateOfTheNewestRunIsOne() {
        copy();
        assertThat(registry.get("s3copy.job.state").gauges())
                .hasSize(RunState.values().length)
                .allMatch(state -> state.value() == 0);

        newest = Given.run("photos", RunState.FAILED);

        assertThat(gauge("s3copy.job.state", "state", "failed", "kind", "copy", "job.name", "photos"))
                .isEqualTo(1);
        assertThat(gauge("s3copy.job.state", "state", "running")).isZero();
    }

    @Test
    void runIsHeldWhileItWaitsForTheEndOfAFault() {
        copy();
        newest = Given.held("photos");
        assertThat(gauge("s3copy.job.held")).isEqualTo(1);

        newest = Given.run("photos", RunState.RUNNING);
        assertThat(gauge("s3copy.job.held")).isZero();
    }

    @Test
    void countersAreThereBeforeAnythingIsCounted() {
        copy();

        assertThat(registry.get("s3copy.job.objects").functionCounters())
                .hasSize(9)
                .allMatch(counter -> counter.count() == 0);
        assertThat(registry.get("s3copy.job.runs").functionCounters()).hasSize(4);
        assertThat(gauge("s3copy.job.last.success.timestamp")).isNaN();
    }

    @Test
    void onlyReplicationsHaveTheMetersOfReplications() {
        copy();

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .noneMatch(name -> name.startsWith("s3copy.replication."));
    }

    @Test
    void replicationIsShownAsItStands() {
        replication("30 3 * * *");
        newest = Given.live("photos", RunState.RUNNING, live(7L, COMPARED));

        assertThat(gauge("s3copy.replication.backlog")).isEqualTo(7);
        assertThat(gauge("s3copy.replication.source.up")).isEqualTo(1);
        assertThat(gauge("s3copy.replication.backfilled")).isEqualTo(1);
        assertThat(gauge("s3copy.replication.reconciled.timestamp")).isEqualTo((double) COMPARED.getEpochSecond());
        assertThat(counter("s3copy.replication.dead.letters")).isEqualTo(2);
        assertThat(counter("s3copy.replication.lost.objects")).isEqualTo(3);
    }

    @Test
    void sourceThatDoesNotTellIsDownAndItsBacklogIsNoNumber() {
        replication(null);
        newest = Given.live("photos", RunState.RUNNING, live(null, null));

        assertThat(gauge("s3copy.replication.source.up")).isZero();
        assertThat(gauge("s3copy.replication.backlog")).isNaN();
    }

    @Test
    void untilTheFirstComparisonTheTimeIsThatOfTheBegin() {
        replication("30 3 * * *");
        newest = Given.live("photos", RunState.RUNNING, live(0L, null));

        assertThat(gauge("s3copy.replication.reconciled.timestamp")).isEqualTo((double) Given.BEGUN.getEpochSecond());
    }

    @Test
    void whereNothingIsEverComparedNoComparisonIsOverdue() {
        replication(null);
        newest = Given.live("photos", RunState.RUNNING, live(0L, COMPARED));

        assertThat(gauge("s3copy.replication.reconciled.timestamp")).isNaN();
    }

    @Test
    void replicationThatIsCutOverIsBehindNothingAndKeepsItsCounts() {
        replication("30 3 * * *");
        newest = Given.live("photos", RunState.DONE, live(7L, COMPARED));

        assertThat(gauge("s3copy.replication.backlog")).isNaN();
        assertThat(gauge("s3copy.replication.reconciled.timestamp")).isNaN();
        assertThat(counter("s3copy.replication.lost.objects")).isEqualTo(3);
    }

    @Test
    void noTagHasAValueFromElsewhereThanTheConfiguration() {
        copy();
        replication("30 3 * * *");

        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getTags())
                        .extracting(tag -> tag.getKey())
                        .isSubsetOf("job.name", "kind", "state", "outcome"));
    }
}
