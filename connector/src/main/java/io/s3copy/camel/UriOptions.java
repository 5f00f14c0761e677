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
package io.s3copy.camel;

import io.s3copy.parameter.CopyParameter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The options that the URI of an endpoint contains. Defaults of the component are not among them.
 *
 * @param names the options, in lower case and without dashes
 * @param rows those of the mirror
 */
record UriOptions(Set<String> names, Set<CopyParameter> rows) {

    static UriOptions of(Map<String, Object> parameters) {
        Set<String> names = parameters.keySet().stream()
                .map(name -> normal(name).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<CopyParameter> rows = EnumSet.noneOf(CopyParameter.class);
        for (CopyParameter row : CopyParameter.requestRows()) {
            if (names.contains(row.option().orElse("").toLowerCase(Locale.ROOT))) {
                rows.add(row);
            }
        }
        rows.addAll(MultiValueOptions.rowsIn(parameters.keySet()));
        return new UriOptions(names, rows);
    }

    /** No options. */
    static UriOptions none() {
        return new UriOptions(Set.of(), Set.of());
    }

    /** The name of an option without dashes and prefix: secret-key and configuration.secretKey are secretKey. */
    static String normal(String name) {
        return name.replaceFirst("^configuration\\.", "").replace("-", "");
    }

    boolean says(String option) {
        return names.contains(option.toLowerCase(Locale.ROOT));
    }
}
