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

import org.apache.camel.CamelContext;
import org.apache.camel.spi.GeneratedPropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@code camel.component.s3copy.configuration.retry-for=3s} the meaning of
 * {@code camel.component.s3copy.retry-for=3s}. Camel finds this class by the name of the configuration's class. Without
 * it, Camel would set fields by reflection, which knows no durations. It configures like the configurer of an endpoint.
 */
public final class ConfigurationConfigurer implements GeneratedPropertyConfigurer, PropertyConfigurerGetter {

    private volatile @Nullable CheckedConfigurer checked;

    @Override
    public boolean configure(CamelContext camel, Object target, String name, Object value, boolean ignoreCase) {
        return checked(camel).configure(camel, target, name, value, ignoreCase);
    }

    private CheckedConfigurer checked(CamelContext camel) {
        if (checked == null) {
            PropertyConfigurer generated = PluginHelper.getConfigurerResolver(camel)
                    .resolvePropertyConfigurer("s3copy-endpoint-configurer", camel);
            checked = new CheckedConfigurer(generated, ConfigurationConfigurer::endpoint);
        }
        return checked;
    }

    private static Object endpoint(Object configuration) {
        return new S3CopyEndpoint("s3copy:none", null, (S3CopyConfiguration) configuration, "none", UriOptions.none());
    }

    @Override
    public @Nullable Class<?> getOptionType(String name, boolean ignoreCase) {
        return checked == null ? null : checked.getOptionType(name, ignoreCase);
    }

    @Override
    public @Nullable Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return checked == null ? null : checked.getCollectionValueType(target, name, ignoreCase);
    }

    @Override
    public @Nullable Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return checked == null ? null : checked.getOptionValue(target, name, ignoreCase);
    }
}
