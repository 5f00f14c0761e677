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

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Reads the configuration once, when the service first asks for it. */
@Singleton
class ConfigurationSource {

    private static final List<String> GROUPS =
            List.of("s3copy.jobs.", "s3copy.stores.", "s3copy.users.", "s3copy.database.");

    @Produces
    @Singleton
    Configuration configuration(ServiceSettings settings, Config config) {
        refuseEmpty(config);
        return Configuration.of(settings, Listening.of(config));
    }

    /**
     * A property that is there and empty reads as one that is not there: a filter whose variable is not set would let
     * everything through, and a database whose variable is not set would be another one.
     *
     * @throws SettingsException with one mistake for each
     */
    static void refuseEmpty(Config config) {
        List<String> mistakes = new ArrayList<>();
        for (String name : config.getPropertyNames()) {
            if (GROUPS.stream().anyMatch(name::startsWith)) {
                String value = config.getConfigValue(name).getValue();
                if (value == null || value.isBlank()) {
                    mistakes.add(
                            Configuration.mistake(name, "", "is there, and empty", "Give it a value, or leave it out"));
                }
            }
        }
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes.stream().distinct().sorted().toList());
        }
    }
}
