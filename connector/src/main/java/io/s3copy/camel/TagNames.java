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

import io.s3copy.camel.binding.OnceEach;
import java.util.Collection;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of tags whose names may have lost a dash. Camel's YAML DSL turns {@code tagging.cost-center} into
 * {@code tagging.costCenter}. The result looks like a name that was written so, in Java, XML or YAML.
 */
final class TagNames {

    private static final Logger LOG = LoggerFactory.getLogger(TagNames.class);

    /** A capital that may have been a dash in YAML: anywhere but at the start of the name. */
    private static final Pattern CAPITAL_WITHIN = Pattern.compile(".\\p{Lu}.*\\p{Ll}|\\p{Ll}.*\\p{Lu}");

    private final OnceEach told = new OnceEach();

    /** @param names the tags that the URI of an endpoint gives one by one, as {@code tagging.name} */
    void tell(Collection<String> names) {
        names.stream()
                .filter(name -> CAPITAL_WITHIN.matcher(name).find() && isNews(name))
                .map(OnceEach::shown)
                .forEach(name -> LOG.warn(
                        "Option tagging.{} sets the tag {}. If it stands in YAML as tagging.{}, Camel's YAML DSL turned"
                                + " its dashes into capitals: write tagging={}=value. If {} is meant, tagging={}=value"
                                + " says so without this warning; several tags go into JSON, as {\"{}\": \"value\"}",
                        name,
                        name,
                        MultiValueOptions.withDashes(name),
                        MultiValueOptions.withDashes(name),
                        name,
                        name,
                        name));
    }

    private boolean isNews(String name) {
        return told.isNews(
                name, () -> LOG.warn("Tags with capitals: {} were logged, further ones are not", OnceEach.MOST));
    }
}
