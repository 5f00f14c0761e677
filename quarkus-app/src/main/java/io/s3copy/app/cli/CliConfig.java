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

import io.quarkus.runtime.configuration.ConfigUtils;
import io.s3copy.app.config.NamedStores;
import io.s3copy.app.config.ServiceSettings;
import io.s3copy.app.config.SettingsException;
import io.s3copy.app.config.StoreSpec;
import io.smallrye.config.SmallRyeConfig;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** The configuration, as the service reads it: files, environment, system properties. Read when it is first asked for. */
final class CliConfig {

    private static final String COMPONENT = "camel.component.s3copy.";
    private static final String ANY_REGION = "us-east-1";

    private @Nullable SmallRyeConfig config;

    private synchronized SmallRyeConfig config() {
        if (config == null) {
            config = ConfigUtils.configBuilder().build();
        }
        return config;
    }

    /** The stores; jobs and the settings of the other command are none of its business. */
    private static Map<String, ServiceSettings.Store> stores() {
        return ConfigUtils.configBuilder()
                .withMapping(ServiceSettings.class)
                .withMappingIgnore("s3copy.**")
                .build()
                .getConfigMapping(ServiceSettings.class)
                .stores();
    }

    /**
     * A store that the configuration has.
     *
     * @throws SettingsException if there is none of that name, or something is wrong with it
     */
    StoreSpec store(String option, String name) {
        return NamedStores.read(stores(), option, name);
    }

    /** Where the service listens. */
    String serviceUrl() {
        int port = config().getOptionalValue("quarkus.http.port", Integer.class).orElse(8080);
        return "http://127.0.0.1:" + port;
    }

    /** The options of the component that hold for every store, by the component's names. */
    Map<String, String> ofComponent() {
        Map<String, String> options = new HashMap<>();
        for (String name : config().getPropertyNames()) {
            if (name.startsWith(COMPONENT)) {
                config().getOptionalValue(name, String.class)
                        .ifPresent(value -> options.put(camelCase(name.substring(COMPONENT.length())), value));
            }
        }
        return options;
    }

    /** An option's name, which may be written with dashes; a variable of the environment has dots. */
    static String camelCase(String name) {
        String[] words = name.split("[-.]", -1);
        StringBuilder whole = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            if (!words[i].isEmpty()) {
                whole.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
            }
        }
        return whole.toString();
    }

    /** What stands in environment and profile; any where nothing does, for services to which all are one. */
    static String regionOfTheSdk() {
        try {
            Region region = new AwsRegionProviderChain(
                            new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
                    .getRegion();
            return region == null ? ANY_REGION : region.id();
        } catch (SdkClientException e) {
            return ANY_REGION;
        }
    }
}
