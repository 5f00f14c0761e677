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

import io.s3copy.app.config.SettingsException;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.quarkus.core.CamelRuntime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopyJobTest {

    @AutoClose
    private final AppOnStub app = AppOnStub.with();

    private final Report report = new Report(app.settings());
    private final StartedCamel runtime = new StartedCamel();
    private Processor route = exchange -> {};
    private int runs;

    /** Camel, which the test has started already. */
    private final class StartedCamel implements CamelRuntime {

        private int starts;

        @Override
        public void start(String... arguments) {
            starts++;
        }

        @Override
        public void stop() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int waitForExit() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CamelContext getCamelContext() {
            return app.camel();
        }
    }

    @BeforeEach
    void addRoute() throws Exception {
        app.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy-bucket").process(exchange -> {
                    runs++;
                    route.process(exchange);
                });
            }
        });
    }

    private int run(String... arguments) {
        Service service = app.service();
        return new CopyJob(
                        runtime,
                        app.camel().createProducerTemplate(),
                        app.settings(),
                        service,
                        new Credentials(service),
                        new StartCheck(app.settings(), service),
                        report)
                .run(arguments);
    }

    @Test
    void jobRunsOnceAndEndsWithTheCodeOfItsReport() {
        route = exchange -> report.nothing("it is empty");
        assertThat(run("--exit")).isEqualTo(ExitCode.WARNINGS.code());
        assertThat(runs).isEqualTo(1);
        assertThat(runtime.starts).isEqualTo(1);
    }

    @Test
    void unknownArgumentIsToldBeforeAnythingStarts() {
        assertThatThrownBy(() -> run("--exti")).isInstanceOf(SettingsException.class);
        assertThat(runtime.starts).isZero();
    }

    @Test
    void bucketThatIsNotThereIsToldBeforeTheFirstCopy() {
        app.s3().answer(S3Operation.HEAD_BUCKET, head -> Response.empty(404));
        assertThatThrownBy(() -> run())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("s3copy.destination.bucket");
        assertThat(runs).isZero();
    }

    @Test
    void routeThatFailsIsNoDoneJob() {
        route = this::fail;
        assertThatThrownBy(() -> run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The route failed")
                .hasRootCauseMessage("no such bean");
    }

    private void fail(Exchange exchange) {
        throw new IllegalArgumentException("no such bean");
    }
}
