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

/** Settings that are wrong. Each mistake names the properties, the rule and the fix. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> mistakes;

    public SettingsException(String mistake) {
        this(List.of(mistake));
    }

    public SettingsException(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = new ArrayList<>(mistakes);
    }

    /** One text for each mistake. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }
}
