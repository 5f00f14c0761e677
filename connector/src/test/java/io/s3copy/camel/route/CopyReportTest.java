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

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkReport;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.BulkResult;
import io.s3copy.camel.event.EventResult;
import io.s3copy.camel.event.EventResult.Outcome;
import io.s3copy.camel.event.EventResults;
import io.s3copy.event.DecoderOptions;
import io.s3copy.event.EventDecoder;
import io.s3copy.event.ObjectEvent;
import io.s3copy.testkit.CapturedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CopyReportTest {

    private final List<Runnable> later = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private final CopyReport report = new CopyReport((delay, what) -> {
        delays.add(delay);
        later.add(what);
    });
    private final CapturedLog log = new CapturedLog(Map.of(CopyReport.class.getName(), Level.INFO));

    CopyReportTest() {
        report.setName("sqs-copy");
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static Exchange exchange(Object body) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(body);
        return exchange;
    }

    private static ObjectEvent event() {
        return new EventDecoder(DecoderOptions.DEFAULT).decode("""
                        {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
                         "s3": {"bucket": {"name": "inbox"}, "object": {"key": "a"}}}]}""").events().get(0);
    }

    private static Exchange came(Outcome... outcomes) {
        return exchange(new EventResults(
                Stream.of(outcomes)
                        .map(outcome -> new EventResult(event(), outcome, null, null, null))
                        .toList(),
                0));
    }

    private static Exchange failed(Exchange exchange, Exception failure) {
        exchange.setProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, failure);
        return exchange;
    }

    private String line(int which) {
        return log.text().lines().toList().get(which);
    }

    @Test
    void whatWasDoneIsALineOnceAMinute() {
        report.copied(came(Outcome.COPIED, Outcome.COPIED, Outcome.DELETED, Outcome.IGNORED, Outcome.VANISHED));
        report.copied(came(Outcome.COPIED));
        report.finished(failed(exchange("x"), new IllegalStateException("no")));
        assertThat(later).hasSize(1);
        assertThat(delays).containsExactly(Duration.ofMinutes(1));
        assertThat(log.text()).isEmpty();
        later.get(0).run();
        assertThat(log.text().lines())
                .containsExactly(
                        "INFO " + CopyReport.class.getName() + " sqs-copy: 3 copied, 2 skipped, 1 deleted, 1 failed");
    }

    @Test
    void totalsGoOnWhenALineIsTold() {
        report.copied(came(Outcome.COPIED, Outcome.COPIED, Outcome.DELETED, Outcome.IGNORED));
        later.get(0).run();
        report.copied(came(Outcome.COPIED));

        RouteTotals totals = report.totals();

        assertThat(totals.copied()).isEqualTo(3);
        assertThat(totals.deleted()).isEqualTo(1);
        assertThat(totals.skipped()).isEqualTo(1);
        // these events tell no time
        assertThat(totals.lag()).isNull();
    }

    private static BulkResult run(BulkOutcome.What left, String place) {
        BulkCounts counts = BulkCounts.of(BulkOutcome.What.COPIED, 3, 30).plus(BulkCounts.of(left, 1, 0));
        return new BulkResult(
                counts,
                BulkRequests.NONE,
                Instant.EPOCH,
                Duration.ofMillis(5),
                place == null ? null : new BulkReport(place, place + "manifest.json", Map.of()),
                null,
                true,
                false,
                false,
                null);
    }

    @Test
    void runIsALineAtOnceThatSaysWhereItsReportIs() {
        report.copied(exchange(run(BulkOutcome.What.SAME, "s3://reports/a/")));
        assertThat(later).isEmpty();
        assertThat(log.text().lines())
                .containsExactly("INFO " + CopyReport.class.getName()
                        + " sqs-copy: finished: copied 3, same 1; 30 bytes copied, 0 requests, 5 ms; report"
                        + " s3://reports/a/");
    }

    @Test
    void runThatLeavesSomethingToDoIsAWarning() {
        report.copied(exchange(run(BulkOutcome.What.FAILED, null)));
        report.copied(exchange(run(BulkOutcome.What.MISSING, "s3://reports/a/")));
        assertThat(log.warnings()).hasSize(2);
        assertThat(line(0)).endsWith("Set report to learn which objects are left to do");
        assertThat(line(1)).endsWith("The manifests of the report name the objects that are left to do");
    }

    @Test
    void nothingIsSaidWhileNothingIsDone() {
        report.copied(came(Outcome.COPIED));
        later.get(0).run();
        assertThat(later).hasSize(1);
        report.tell();
        assertThat(log.text().lines()).hasSize(1);
        report.copied(came(Outcome.COPIED));
        assertThat(later).hasSize(2);
    }

    @Test
    void deadLetterIsAWarningAtOnce() {
        Exchange exchange = exchange("no notification");
        exchange.getMessage().setHeader("CamelAwsSqsMessageId", "id-1");
        report.received(exchange);
        failed(exchange, new IllegalStateException("{} why\nWARN forged"));
        report.failing(exchange);
        exchange.getMessage().removeHeaders("*");
        failed(exchange, new IllegalArgumentException("of the queue"));
        report.deadLettered(exchange);
        assertThat(log.text().lines()).hasSize(1);
        assertThat(line(0))
                .startsWith("WARN ")
                .endsWith("sqs-copy: dead-lettered message id-1, no object: {} why?WARN forged");
        report.finished(exchange);
        later.get(0).run();
        assertThat(line(1)).endsWith("sqs-copy: 1 dead-lettered");
    }

    @Test
    void recordIsNamedByItsPlace() {
        Exchange exchange = exchange("x");
        exchange.getMessage().setHeader("kafka.TOPIC", "events");
        exchange.getMessage().setHeader("kafka.PARTITION", 3);
        exchange.getMessage().setHeader("kafka.OFFSET", 42L);
        report.received(exchange);
        report.failing(failed(exchange, new IllegalStateException("why")));
        report.deadLettered(exchange);
        assertThat(line(0)).contains("message events-3@42,");
    }
}
