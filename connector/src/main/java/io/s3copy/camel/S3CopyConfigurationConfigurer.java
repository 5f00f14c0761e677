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
package io.s3copy.camel;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * Sets the options of {@code camel.component.s3copy.configuration.*} as those of {@code camel.component.s3copy.*} are set.
 * Without it, Camel would set them by reflection, and read no duration but in milliseconds. Camel finds it by its service
 * file.
 */
public final class S3CopyConfigurationConfigurer implements PropertyConfigurer, PropertyConfigurerGetter {

    /** Options of the component that are none of its configuration, in lower case. */
    private static final Set<String> OF_THE_COMPONENT = Set.of(
            "autowiredenabled",
            "configuration",
            "healthcheckconsumerenabled",
            "healthcheckproducerenabled",
            "lazystartproducer",
            "metricsenabled");

    private final S3CopyComponentConfigurer configurer = new S3CopyComponentConfigurer();

    @Override
    public boolean configure(CamelContext camelContext, Object target, String name, Object value, boolean ignoreCase) {
        return !isOfTheComponent(name)
                && configurer.configure(camelContext, componentOf(target), name, value, ignoreCase);
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
        return isOfTheComponent(name) ? null : configurer.getOptionType(name, ignoreCase);
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return isOfTheComponent(name) ? null : configurer.getOptionValue(componentOf(target), name, ignoreCase);
    }

    @Override
    public Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return isOfTheComponent(name) ? null : configurer.getCollectionValueType(componentOf(target), name, ignoreCase);
    }

    private static boolean isOfTheComponent(String name) {
        return OF_THE_COMPONENT.contains(name.replace("-", "").toLowerCase(Locale.ROOT));
    }

    /** A component that has this configuration, and does nothing. */
    private static S3CopyComponent componentOf(Object configuration) {
        S3CopyComponent component = new S3CopyComponent();
        component.setConfiguration((S3CopyConfiguration) configuration);
        return component;
    }
}
