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
package io.s3copy.camel.route;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/** A value in Camel's {@code RAW()}: an endpoint takes that off, and what sets the properties of a bean does not. */
final class RawValue {

    private RawValue() {}

    /** The text within; an empty one for nothing. */
    static String unwrap(@Nullable String value) {
        Map<String, Object> parameters = new HashMap<>(Map.of("value", value == null ? "" : value));
        URISupport.resolveRawParameterValues(parameters);
        return String.valueOf(parameters.get("value"));
    }
}
