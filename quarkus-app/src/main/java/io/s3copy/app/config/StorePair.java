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

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of a source and that of its copy, where they are not the same. */
public final class StorePair {

    private StorePair() {}

    /**
     * Why one cannot be the source of the other; nothing where it can.
     *
     * @param property which names the store of the source
     */
    public static Optional<String> refusal(String property, StoreSpec ofSource, StoreSpec store) {
        if (!ofSource.isOneServiceWith(store)) {
            return Optional.of(Configuration.mistake(
                    property,
                    ofSource.name(),
                    "is another service (" + ofSource.service() + ") than store " + store.name() + " ("
                            + store.service() + "), and a server-side copy cannot cross services",
                    "Name stores of one service"));
        } else if (!ofSource.isOneIdentityWith(store)) {
            return Optional.of(Configuration.mistake(
                    property,
                    ofSource.name(),
                    "has other credentials than store " + store.name() + ", and one identity signs a copy",
                    "Leave it out, and allow the identity of " + store.name()
                            + " to list and read the source; or give both stores the same credentials"));
        } else if (ofSource.region() == null && store.region() != null) {
            return Optional.of(Configuration.mistake(
                    property,
                    ofSource.name(),
                    "has no Region, and nothing tells whether it is that of store " + store.name(),
                    "Set s3copy.stores." + ofSource.name() + ".region, or leave " + property + " out"));
        }
        return Optional.empty();
    }

    /** The Region of the source, where it is another; otherwise null. */
    public static @Nullable String otherRegion(StoreSpec ofSource, StoreSpec store) {
        String region = ofSource.region();
        return region == null || region.equals(store.region()) ? null : region;
    }
}
