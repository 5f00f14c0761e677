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

import java.util.Locale;

/** What somebody may do. */
public enum Role {
    /** Sees everything, and changes nothing. */
    VIEWER,
    /** Begins and stops runs, too. */
    OPERATOR;

    /** As the configuration, the tokens of an OpenID provider and the API have it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether who has this may do what the other is for. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
