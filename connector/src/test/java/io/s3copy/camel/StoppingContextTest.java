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

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.TransientFailureException;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.ClosedPort;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A context that stops does not wait for what only waits to be repeated. */
class StoppingContextTest {
    @AutoClose
    private final CamelOnStub stub = CamelOnStub.withCredentials();

    @AutoClose
    private final ClosedPort away = new ClosedPort();

    @Test
    void aCopyToAServiceThatIsAwayIsToldInTheLogAndEndsWithTheContext() throws Exception {
        // a stop that waited would wait for an hour; readTimeout bounds a connection whose refusal Netty does not tell
        stub.camel().getShutdownStrategy().setTimeout(3600);
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:copy")
                        .setHeader("CamelS3CopyCopySource", constant("inbox/a.txt"))
                        .to("s3copy:archive?retryFor=1h&readTimeout=2s&uriEndpointOverride=" + away.uri());
            }
        });
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy", Level.INFO))) {
            CompletableFuture<Exchange> copy =
                    stub.template().asyncSend("seda:copy?waitForTaskToComplete=Always&timeout=0", one -> {});
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> log.text().contains("is repeated until"));
            assertThat(log.text())
                    .contains("CopyObject of inbox/a.txt to archive/")
                    .contains("Connection refused");
            stub.camel().stop();
            Exchange ended = copy.get(60, TimeUnit.SECONDS);
            assertThat(ended.getException(S3CallException.class))
                    .isInstanceOf(TransientFailureException.class)
                    .satisfies(failure -> assertThat(failure.sent()).isFalse());
        }
    }
}
