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

import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.spi.UnitOfWorkFactory;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.UnitOfWorkHelper;

/** Runs steps of a route on a thread and an exchange of their own, so that they can outlast the exchange of the route. */
final class DetachedSteps {

    private final UnitOfWorkFactory units;
    private final ExecutorService threads;

    /**
     * No steps yet.
     *
     * @param source for the names of threads
     * @param atOnce how many threads there are
     */
    DetachedSteps(CamelContext camel, Object source, int atOnce) {
        units = PluginHelper.getUnitOfWorkFactory(camel);
        units.afterPropertiesConfigured(camel);
        threads = camel.getExecutorServiceManager().newThreadPool(source, "S3CopyWebhook", atOnce, atOnce);
    }

    /**
     * Begins steps. Never throws.
     *
     * @param ended gets the exchange of the steps, once they have ended or could not begin
     */
    void begin(Exchange exchange, AsyncProcessor steps, Consumer<Exchange> ended) {
        Exchange own = ExchangeHelper.createCorrelatedCopy(exchange, false);
        try {
            threads.execute(() -> run(own, steps, ended));
        } catch (RuntimeException e) { // the route stops
            own.setException(e);
            ended.accept(own);
        }
    }

    private void run(Exchange own, AsyncProcessor steps, Consumer<Exchange> ended) {
        try {
            UnitOfWork unit = units.createUnitOfWork(own);
            own.getExchangeExtension().setUnitOfWork(unit);
            steps.process(own, doneSync -> {
                try {
                    UnitOfWorkHelper.doneUow(unit, own);
                } finally {
                    ended.accept(own);
                }
            });
        } catch (RuntimeException e) {
            own.setException(e);
            ended.accept(own);
        }
    }
}
