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
package io.s3copy.springboot;

import io.s3copy.camel.S3CopyComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.PropertyBindingSupport;
import org.springframework.core.env.Environment;

/** Sets the options of a component to the properties of the application, before an endpoint is made of it. */
final class S3CopyComponentCustomizer implements ComponentCustomizer {

    private final Environment environment;

    S3CopyComponentCustomizer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof S3CopyComponent
                && HierarchicalPropertiesEvaluator.evaluate(
                        environment, "camel.component.customizer", ComponentProperties.PREFIX + ".customizer");
    }

    @Override
    public void configure(String name, Component target) {
        PropertyConfigurer configurer = target.getComponentPropertyConfigurer();
        Map<String, Object> options = new ComponentProperties((PropertyConfigurerGetter) configurer).read(environment);
        // as Camel Main does: text becomes what the option is, and #bean:name a bean
        PropertyBindingSupport.build()
                .withCamelContext(target.getCamelContext())
                .withTarget(target)
                .withConfigurer(configurer)
                .withIgnoreCase(true)
                .withMandatory(true)
                .withOptionPrefix(ComponentProperties.PREFIX + ".")
                .withProperties(prefixed(options))
                .bind();
    }

    private static Map<String, Object> prefixed(Map<String, Object> options) {
        Map<String, Object> prefixed = new LinkedHashMap<>();
        options.forEach((name, value) -> prefixed.put(ComponentProperties.PREFIX + "." + name, value));
        return prefixed;
    }
}
