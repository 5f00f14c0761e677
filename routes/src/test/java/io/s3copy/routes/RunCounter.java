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
package io.s3copy.routes;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Counts the exchanges of a route that end without a failure. */
final class RunCounter extends EventNotifierSupport {

    private final String route;
    private final AtomicInteger completed = new AtomicInteger();

    RunCounter(String route) {
        this.route = route;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeCompletedEvent done
                // not those of the parts that a run was split into
                && done.getExchange().getProperty(ExchangePropertyKey.SPLIT_INDEX) == null
                && route.equals(done.getExchange().getFromRouteId())) {
            completed.incrementAndGet();
        }
    }

    int runs() {
        return completed.get();
    }
}
