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
package io.s3copy.app.live;

import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.WebhookPath;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.support.DefaultConsumer;
import org.jboss.logging.Logger;

/**
 * Hands what is posted to /events/job to the route of that job, which checks the secret, reads the body, and says what to
 * answer. A job that follows no events answers 503, so that the sender sends again.
 */
@ApplicationScoped
public class Webhooks {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    private static final int UNAVAILABLE = 503;
    private static final String RETRY_SECONDS = "5";

    /** What the routes read: nothing else of a request reaches them. */
    private static final List<String> HEADERS = List.of("Authorization", "Content-Type", "Content-Encoding");

    private final Instance<Configuration> configuration;
    private final Map<String, Receiver> receivers = new ConcurrentHashMap<>();

    Webhooks(Instance<Configuration> configuration) {
        this.configuration = configuration;
    }

    void register(@Observes Router router) {
        router.post(WebhookPath.of(":job")).handler(this::take);
    }

    private void take(RoutingContext call) {
        String job = WebhookPath.job(configuration.get(), call.normalizedPath());
        if (job == null) {
            call.next();
            return;
        }
        Receiver receiver = receivers.get(job);
        if (receiver == null) {
            answer(call, UNAVAILABLE);
            return;
        }
        // nothing is read before the secret is checked
        HttpServerRequest request = call.request().pause();
        call.vertx()
                .executeBlocking(() -> receiver.status(request), /* ordered= */ false)
                .onSuccess(status -> answer(call, status))
                .onFailure(failure -> {
                    LOG.warnf(failure, "Job %s: a notification is answered with %d", job, UNAVAILABLE);
                    answer(call, UNAVAILABLE);
                });
    }

    private static void answer(RoutingContext call, int status) {
        if (status == UNAVAILABLE) {
            call.response().putHeader("Retry-After", RETRY_SECONDS);
        }
        call.response().setStatusCode(status).end();
    }

    /** What stands for the component platform-http in the route of a job. */
    Component component(String job) {
        PlatformHttpComponent component = new PlatformHttpComponent();
        component.setEngine(new Engine(job));
        return component;
    }

    private final class Engine implements PlatformHttpEngine {

        private final String job;

        private Engine(String job) {
            this.job = job;
        }

        @Override
        public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
            return new Receiver(job, endpoint, processor);
        }
    }

    /** Takes requests while the route is started. */
    private final class Receiver extends DefaultConsumer implements PlatformHttpConsumer {

        private final String job;

        private Receiver(String job, PlatformHttpEndpoint endpoint, Processor processor) {
            super(endpoint, processor);
            this.job = job;
        }

        @Override
        public PlatformHttpEndpoint getEndpoint() {
            return (PlatformHttpEndpoint) super.getEndpoint();
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            receivers.put(job, this);
        }

        @Override
        protected void doStop() throws Exception {
            receivers.remove(job, this);
            super.doStop();
        }

        /** What to answer. Blocks. */
        private int status(HttpServerRequest request) throws Exception {
            Exchange exchange = getEndpoint().createExchange(ExchangePattern.InOut);
            for (String header : HEADERS) {
                String value = request.getHeader(header);
                if (value != null) {
                    exchange.getMessage().setHeader(header, value);
                }
            }
            exchange.getMessage().setBody(request);
            getProcessor().process(exchange);
            Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
            return exchange.getException() != null || status == null ? UNAVAILABLE : status;
        }
    }
}
