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
package io.s3copy.bulk.run;

import io.s3copy.parameter.InvalidParameterException;

/** Which key the copy of an object has. Thread-safe. */
@FunctionalInterface
public interface KeyMapping {

    /**
     * The key of the copy.
     *
     * @throws InvalidParameterException if none can be derived
     */
    String of(String sourceKey);

    /** Removes a prefix, and puts another before what is left. */
    static KeyMapping ofPrefixes(String strip, String prefix) {
        return key -> {
            if (!key.startsWith(strip)) {
                throw new InvalidParameterException(
                        "option stripPrefix",
                        strip,
                        "is not what the source key begins with",
                        "Set prefix or include so that only keys are listed that begin with it");
            }
            return prefix + key.substring(strip.length());
        };
    }
}
