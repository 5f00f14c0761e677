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
package io.s3copy.app.config;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * Switches Quarkus's OpenID client on where a provider is named. Without that, Quarkus would refuse to start unless its users
 * said that they have no provider.
 */
public final class OpenIdSwitch implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final String SWITCH = "quarkus.oidc.tenant-enabled";
    private static final String PROVIDER = "quarkus.oidc.auth-server-url";

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue said = context.proceed(name);
        // what Quarkus itself takes for its default is of no source, and of the least ordinal
        if (!name.equals(SWITCH) || (said != null && said.getConfigSourceOrdinal() != Integer.MIN_VALUE)) {
            return said;
        }
        ConfigValue provider = context.proceed(PROVIDER);
        boolean named = provider != null
                && provider.getValue() != null
                && !provider.getValue().isBlank();
        return ConfigValue.builder()
                .withName(SWITCH)
                .withValue(String.valueOf(named))
                .build();
    }
}
