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
package io.s3copy.app.cli;

import io.s3copy.app.config.SettingsException;
import io.s3copy.app.config.StoreSpec;
import io.s3copy.app.job.StoreComponents;
import io.s3copy.camel.LoggedCopies;
import io.s3copy.camel.S3CopyComponent;
import io.s3copy.camel.S3CopyEndpoint;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;

/** A Camel of its own for one command: no routes, no server, and nothing of Quarkus's. */
final class Session implements AutoCloseable {

    private static final String COMPONENT = "s3copy";

    private final DefaultCamelContext camel;
    private final StoreComponents components;

    private Session(DefaultCamelContext camel) {
        this.camel = camel;
        this.components = new StoreComponents(camel);
    }

    /**
     * Begins one.
     *
     * @throws SettingsException if the configuration has an option that the component has not
     */
    static Session open(CliConfig config) {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.disableJMX();
        camel.setLoadHealthChecks(false);
        camel.start();
        // nobody reads meters of a command
        camel.getComponent(COMPONENT, S3CopyComponent.class).setMetricsEnabled(false);
        Session session = new Session(camel);
        config.ofComponent().forEach(session::setDefault);
        return session;
    }

    private void setDefault(String option, String value) {
        S3CopyComponent component = camel.getComponent(COMPONENT, S3CopyComponent.class);
        boolean bound = PropertyBindingSupport.build()
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withIgnoreCase(true)
                .bind(camel, component, option, value);
        if (!bound) {
            throw new SettingsException("camel.component.s3copy." + option
                    + " is no option of the component. Look it up on the component's page");
        }
    }

    CamelContext camel() {
        return camel;
    }

    /** An endpoint that is not started, and logs no copies: the command tells of them. */
    S3CopyEndpoint endpoint(StoreSpec store, String bucket, Map<String, String> options) throws Exception {
        S3CopyEndpoint endpoint = components.endpoint(store, bucket, options);
        endpoint.getConfiguration().setCopyLog(LoggedCopies.none);
        return endpoint;
    }

    /**
     * Starts an endpoint, and does what it says once.
     *
     * @return the body that it answers
     */
    static <T> T run(S3CopyEndpoint endpoint, Class<T> answer) throws Exception {
        endpoint.start();
        Producer producer = endpoint.createProducer();
        producer.start();
        Exchange exchange = endpoint.createExchange();
        producer.process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getBody(answer);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
