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
package io.s3copy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyRequest;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final SourceObject OBJECT = new SourceObject("from-bucket", "key", 7, "to-bucket", "key");

    @AutoClose
    private final DefaultCamelContext camel = new DefaultCamelContext();

    private Report report;

    /** What a run prints. */
    private String printed(Consumer<Report> run) {
        return AppOnStub.printed(() -> {
            report = new Report(GivenSettings.of("progress", "0", "stop-after", "2"));
            run.accept(report);
        });
    }

    /** An exchange with an object that has set off. */
    private Exchange copying(Report to) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(OBJECT);
        to.listed();
        to.copying(exchange);
        return exchange;
    }

    private void settle(Report to, CopyResult result) {
        Exchange exchange = copying(to);
        exchange.getMessage().setBody(result);
        to.settled(exchange);
    }

    private void fail(Report to, int status, String code) {
        Exchange exchange = copying(to);
        exchange.setProperty(
                Exchange.EXCEPTION_CAUGHT,
                S3CallException.of(
                        "CopyObject",
                        CopyRequest.builder().build(),
                        new S3CallException.Failure(code, status, "said so", null, null),
                        null));
        to.failed(exchange);
    }

    private static CopyResult copied(List<String> notCarried) {
        return ResultLinesTest.result(Way.SINGLE, false, SourceDeleted.NO, notCarried);
    }

    @Test
    void objectThatIsCopiedHasALineAndIsCounted() {
        String printed = printed(run -> {
            run.begin();
            settle(run, copied(List.of()));
            run.summary();
        });
        assertThat(printed.lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("copied  from-bucket/key -> "),
                        line -> assertThat(line).startsWith("copied 1, failed 0, skipped 0 of 1 listed, 100 bytes, "));
        assertThat(report.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void copyThatLacksSomethingIsAWarning() {
        printed(run -> settle(run, copied(List.of("Tagging"))));
        assertThat(report.exitCode()).isEqualTo(ExitCode.WARNINGS);
    }

    @Test
    void objectThatFailsIsToldAndTheRunGoesOn() {
        String printed = printed(run -> {
            fail(run, 404, "NoSuchKey");
            settle(run, copied(List.of("Tagging")));
        });
        assertThat(printed.lines().findFirst().orElseThrow())
                .startsWith("FAILED  from-bucket/key -> to-bucket/key  404 NoSuchKey: ");
        assertThat(report.isStopped()).isFalse();
        assertThat(report.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    }

    @Test
    void faultThatAllMeetStopsTheRunAndIsToldOnce() {
        String printed = printed(run -> {
            run.begin();
            for (int i = 0; i < 5; i++) {
                fail(run, 403, "AccessDenied");
            }
            run.summary();
        });
        assertThat(report.isStopped()).isTrue();
        assertThat(report.exitCode()).isEqualTo(ExitCode.STOPPED);
        assertThat(printed.lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("FAILED  from-bucket/key"),
                        line -> assertThat(line).startsWith("FAILED  from-bucket/key"),
                        line -> assertThat(line)
                                .startsWith("STOPPED  from bucket from-bucket to bucket to-bucket: 403 AccessDenied")
                                .contains("Failures in a row: 2; s3copy.stop-after=2"),
                        line -> assertThat(line).startsWith("FAILED  3 more, in flight when the run was stopped"),
                        line -> assertThat(line).startsWith("copied 0, failed 5, "));
    }

    @Test
    void bucketThatIsNotListedToItsEndIsAFailureAndNotEmpty() {
        String printed = printed(run -> run.listingFailed(new IllegalStateException("no more")));
        assertThat(printed).startsWith("FAILED  listing of from-bucket  no more");
        assertThat(report.foundNothing()).isFalse();
        assertThat(report.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
    }

    @Test
    void emptyListingIsAWarningWithItsReason() {
        String printed = printed(run -> {
            assertThat(run.foundNothing()).isTrue();
            run.nothing("it is empty");
        });
        assertThat(printed).startsWith("NOTHING  it is empty");
        assertThat(report.exitCode()).isEqualTo(ExitCode.WARNINGS);
    }

    @Test
    void dryRunTellsWhatItWouldCopy() {
        String printed = printed(run -> {
            run.begin();
            run.dryRun(true);
            settle(run, ResultLinesTest.result(Way.SINGLE, true, SourceDeleted.NO, List.of()));
            run.summary();
        });
        assertThat(printed).contains("would copy  from-bucket/key", "would copy 1, failed 0", "100 bytes to copy");
    }

    @Test
    void endOfTheApplicationIsToldOnlyWhileTheJobRuns() {
        assertThat(printed(run -> {
                    run.stopping();
                    run.begin();
                    run.stopping();
                    run.summary();
                    run.stopping();
                }))
                .containsOnlyOnce("Stopping: waiting for the copies in flight");
    }

    @Test
    void componentThatDoesNotCopyIsAFaultOfItsOptions() {
        printed(run -> {
            Exchange exchange = copying(run);
            exchange.getMessage().setBody("a response of S3");
            assertThatThrownBy(() -> run.settled(exchange))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("camel.component.s3copy");
        });
    }
}
