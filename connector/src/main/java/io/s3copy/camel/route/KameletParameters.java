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
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.ContextServicePlugin;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Lets the parameters of our Kamelets mean the same wherever they are written: see {@link KameletRoutes}. Camel finds it
 * by its service file.
 */
public final class KameletParameters implements ContextServicePlugin {

    @Override
    public void load(CamelContext camel) {
        if (!(camel instanceof ModelCamelContext model)) {
            return;
        }
        try {
            model.addModelLifecycleStrategy(new KameletRoutes(model));
        } catch (NullPointerException e) {
            // new DefaultCamelContext() loads plugins inside super(), before it sets its field of the model
            camel.addLifecycleStrategy(new LifecycleStrategySupport() {
                @Override
                public void onContextInitializing(CamelContext context) {
                    model.addModelLifecycleStrategy(new KameletRoutes(model));
                }
            });
        }
    }

    /**
     * Makes sure of it where Camel began without this class, as Camel JBang does that finds our jar by what a Kamelet
     * depends on: it is too late to read the values of the Kamelet that is being made, so one that would be read
     * otherwise is refused.
     */
    static void ensure(CamelContext camel) {
        if (camel instanceof ModelCamelContext model
                && model.getModelLifecycleStrategies().stream().noneMatch(KameletRoutes.class::isInstance)) {
            KameletRoutes routes = new KameletRoutes(model);
            routes.refuseWhatWouldBeReadOtherwise();
            model.addModelLifecycleStrategy(routes);
        }
    }
}
