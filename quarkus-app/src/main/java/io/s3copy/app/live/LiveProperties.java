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
package io.s3copy.app.live;

import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.LoadablePropertiesSource;
import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;

/** The properties of all live routes of a context: Camel takes sources of properties, and gives none back. */
final class LiveProperties implements LoadablePropertiesSource {

    private static final String NAME = "s3copy-live";

    private final Map<String, String> values = new ConcurrentHashMap<>();

    private LiveProperties() {}

    static LiveProperties of(CamelContext camel) {
        synchronized (LiveProperties.class) {
            PropertiesSource there = camel.getPropertiesComponent().getPropertiesSource(NAME);
            if (there instanceof LiveProperties ours) {
                return ours;
            }
            LiveProperties ours = new LiveProperties();
            camel.getPropertiesComponent().addPropertiesSource(ours);
            return ours;
        }
    }

    void put(Map<String, String> some) {
        values.putAll(some);
    }

    void remove(Collection<String> names) {
        values.keySet().removeAll(names);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public @Nullable String getProperty(String name) {
        return values.get(name);
    }

    @Override
    public Properties loadProperties() {
        return loadProperties(name -> true);
    }

    @Override
    public Properties loadProperties(Predicate<String> filter) {
        Properties some = new Properties();
        values.forEach((name, value) -> {
            if (filter.test(name)) {
                some.setProperty(name, value);
            }
        });
        return some;
    }

    @Override
    public void reloadProperties(String location) {
        // nothing else changes them
    }
}
