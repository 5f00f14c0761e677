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

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a route after a number of messages, or when its consumer sends an empty one because nothing is left. The route
 * may be started again for the same number.
 */
public final class BoundedRun extends RoutePolicySupport {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedRun.class);

    private final AtomicInteger taken = new AtomicInteger();
    private int maxMessages = 100;

    public void setMaxMessages(int maxMessages) {
        if (maxMessages < 1) {
            throw new IllegalArgumentException("A run of " + maxMessages + " messages");
        }
        this.maxMessages = maxMessages;
    }

    @Override
    public void onStart(Route route) {
        taken.set(0);
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        if (exchange.getMessage().getBody() == null) {
            exchange.setRouteStop(true);
        } else if (taken.incrementAndGet() > maxMessages) {
            // it came while the route was being stopped: the consumer must leave it where it was
            exchange.setException(new RejectedExecutionException("the run has had its " + maxMessages + " messages"));
        }
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        boolean empty = exchange.getMessage().getBody() == null && exchange.isRouteStop();
        // only the last message ends the run, so that it ends once
        if (empty || taken.get() == maxMessages) {
            LOG.info("Route {} stops: {}", route.getId(), empty ? "nothing is left" : maxMessages + " messages");
            stopRouteAsync(route);
        }
    }
}
