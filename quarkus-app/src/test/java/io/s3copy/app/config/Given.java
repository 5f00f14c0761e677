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

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The configuration of the service, of these properties alone. */
final class Given {

    private Given() {}

    /** A store, a copy job that is right, and these pairs of name and value, without the prefix {@code s3copy.} */
    static Map<String, String> job(String... namesAndValues) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "s3copy.stores.eu.region", "eu-west-1",
                "s3copy.jobs.photos.kind", "copy",
                "s3copy.jobs.photos.source", "s3://photos/2026/",
                "s3copy.jobs.photos.destination", "s3://archive/photos/"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = "s3copy." + namesAndValues[i];
            if (namesAndValues[i + 1] == null) {
                properties.remove(name);
            } else {
                properties.put(name, namesAndValues[i + 1]);
            }
        }
        return properties;
    }

    static Configuration read(Map<String, String> properties) {
        return read(properties, new Listening("127.0.0.1", false, false, false, false));
    }

    static Configuration read(Map<String, String> properties, Listening listening) {
        return Configuration.of(settings(properties), listening);
    }

    static ServiceSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ServiceSettings.class)
                .withSources(new PropertiesConfigSource(properties, "given", 100))
                .build()
                .getConfigMapping(ServiceSettings.class);
    }
}
