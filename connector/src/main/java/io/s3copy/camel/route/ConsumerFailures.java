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

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.LoggingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code exceptionHandler} of a consumer that logs each failure once. Camel's error handler has already logged the
 * failure of an exchange, and consumers of brokers log it once or twice more: here that is a line at debug. All other
 * failures are a WARN.
 */
public final class ConsumerFailures implements ExceptionHandler, CamelContextAware {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerFailures.class);

    @SuppressWarnings("NullAway.Init") // Camel sets it before it uses the bean
    private CamelContext camelContext;

    @SuppressWarnings("NullAway.Init") // made when Camel sets the context
    private ExceptionHandler others;

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
        others = new LoggingExceptionHandler(camelContext, ConsumerFailures.class);
        KameletParameters.ensure(camelContext);
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void handleException(Throwable exception) {
        others.handleException(exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        others.handleException(message, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        if (exchange != null && exception != null && exception == exchange.getException()) {
            LOG.debug("{}", message, exception);
        } else {
            others.handleException(message, exchange, exception);
        }
    }
}
