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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The stores of the configuration, for who names one and runs no jobs. */
public final class NamedStores {

    private NamedStores() {}

    /**
     * A store.
     *
     * @param option which names it
     * @throws SettingsException if there is none of that name, or something is wrong with it
     */
    public static StoreSpec read(Map<String, ServiceSettings.Store> stores, String option, String name) {
        ServiceSettings.Store store = stores.get(name);
        if (store == null) {
            String known = stores.isEmpty()
                    ? "there are none"
                    : "there are: " + String.join(", ", new TreeSet<>(stores.keySet()));
            throw new SettingsException(Configuration.mistake(
                    option,
                    name,
                    "is no store of the configuration; " + known,
                    Configuration.didYouMean(name, stores.keySet()) + "Name one of them, or write s3copy.stores." + name
                            + " into config/application.properties"));
        }
        List<String> mistakes = new ArrayList<>();
        Optional<StoreSpec> read = new StoreReader(name, store, mistakes).read();
        return read.orElseThrow(() -> new SettingsException(mistakes));
    }
}
