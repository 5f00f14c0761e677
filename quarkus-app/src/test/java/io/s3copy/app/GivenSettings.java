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
package io.s3copy.app;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Settings as the application reads them, of these properties alone. */
final class GivenSettings {

    private GivenSettings() {}

    /** The two that are required, and these pairs of name and value, without the prefix {@code s3copy.} */
    static Settings of(String... namesAndValues) {
        Map<String, String> properties =
                new HashMap<>(Map.of("s3copy.source.bucket", "from-bucket", "s3copy.destination.bucket", "to-bucket"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put("s3copy." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return read(properties);
    }

    /** These properties, and no more. */
    static Settings read(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(Settings.class)
                .withSources(new PropertiesConfigSource(properties, "given", 100))
                .build()
                .getConfigMapping(Settings.class);
    }
}
