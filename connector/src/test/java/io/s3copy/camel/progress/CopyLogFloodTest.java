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
package io.s3copy.camel.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.CapturedLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many copies fail, the log stays short. */
class CopyLogFloodTest {

    private final AtomicLong now = new AtomicLong();
    private final CapturedLog captured = new CapturedLog(Map.of(CopyLog.class.getName(), Level.WARN));
    private final CopyLog log = new CopyLog(true, false, now::get);
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @AfterEach
    void close() throws Exception {
        captured.close();
        camel.close();
    }

    private void handled(int failures) {
        for (int i = 0; i < failures; i++) {
            Exchange exchange = new DefaultExchange(camel);
            log.failed(exchange, new IllegalStateException("failure " + i));
            exchange.getExchangeExtension().handoverCompletions().forEach(one -> one.onComplete(exchange));
        }
    }

    @Test
    void aMinuteHasSixtyLinesAndTheNextTellsHowManyWereLeftOut() {
        handled(1000);
        assertThat(captured.warnings()).hasSize(60).last().asString().endsWith(": failure 59");
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        handled(2);
        List<String> lines = captured.warnings();
        assertThat(lines).hasSize(62);
        assertThat(lines.get(60)).endsWith(" as 940 more before it: failure 0");
        assertThat(lines.get(61)).endsWith("handled by the route: failure 1");
    }

    @Test
    void theEndTellsWhatWasLeftOut() {
        handled(61);
        log.close();
        assertThat(captured.warnings())
                .hasSize(61)
                .last()
                .asString()
                .endsWith(" 1 more were not copied, and handled by the route");
    }
}
