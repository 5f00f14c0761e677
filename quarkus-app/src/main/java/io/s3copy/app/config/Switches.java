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

import java.util.List;
import java.util.Optional;

/** Reads true or false, and nothing else. */
final class Switches {

    private Switches() {}

    /** The value; false for one that is missing, or wrong, which is a mistake. */
    static boolean read(String property, Optional<String> value, List<String> mistakes) {
        String text = value.orElse("false");
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            mistakes.add(Configuration.mistake(
                    property, text, "must be true or false", "Write one of them, or leave it out"));
        }
        return text.equalsIgnoreCase("true");
    }
}
