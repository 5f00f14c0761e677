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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedRunTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final BoundedRun run = new BoundedRun();
    private final List<Object> taken = new CopyOnWriteArrayList<>();
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        run.setMaxMessages(2);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .routeId("bounded")
                        .routePolicy(run)
                        .process(exchange -> taken.add(exchange.getMessage().getBody()));
            }
        });
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private void awaitStopped() {
        await().until(() -> camel.getRouteController().getRouteStatus("bounded") == ServiceStatus.Stopped);
    }

    @Test
    void routeStopsAfterItsMessages() {
        template.sendBody("direct:in", "one");
        template.sendBody("direct:in", "two");
        awaitStopped();
        assertThat(taken).containsExactly("one", "two");
    }

    @Test
    void routeStopsAtAnEmptyMessageWhichGoesNoFurther() {
        template.sendBody("direct:in", null);
        awaitStopped();
        assertThat(taken).isEmpty();
    }

    @Test
    void nextStartIsARunOfItsOwn() throws Exception {
        template.sendBody("direct:in", null);
        awaitStopped();
        camel.getRouteController().startRoute("bounded");
        template.sendBody("direct:in", "one");
        template.sendBody("direct:in", "two");
        awaitStopped();
        assertThat(taken).containsExactly("one", "two");
    }

    @Test
    void runOfNothingIsRefused() {
        assertThatThrownBy(() -> run.setMaxMessages(0)).hasMessageContaining("0 messages");
    }
}
