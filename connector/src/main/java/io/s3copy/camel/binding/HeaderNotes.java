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
package io.s3copy.camel.binding;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.Nearest;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of headers that are not read, once for each name. Names may come from strangers, and be endless. */
final class HeaderNotes {

    private static final Logger LOG = LoggerFactory.getLogger(HeaderNotes.class);

    /** Prefixes of headers that this component writes: results, and those of events. */
    private static final List<String> WRITTEN =
            List.of(CopyParameter.RESULT_HEADER_PREFIX, CopyParameter.HEADER_PREFIX + "Event");

    private final Collection<String> known;
    private final OnceEach told = new OnceEach();

    HeaderNotes(Collection<String> known) {
        this.known = known;
    }

    /** A header with the prefix of this component that it does not know. */
    void unknown(String name) {
        if (WRITTEN.stream().noneMatch(prefix -> name.regionMatches(true, 0, prefix, 0, prefix.length()))
                && isNews(name)) {
            LOG.warn(
                    "Header {} is not a header of s3copy, so it is not read. {}",
                    OnceEach.shown(name),
                    Nearest.to(name, known)
                            .map(nearest -> "The nearest is " + nearest)
                            .orElse("The component's page lists them"));
        }
    }

    /** A known header that this endpoint does not read. */
    void unread(String name, String reason) {
        if (isNews(name)) {
            LOG.warn("Header {} is not read: {}", name, reason);
        }
    }

    private boolean isNews(String name) {
        return told.isNews(
                name,
                () -> LOG.warn("Headers that are not read: {} names were logged, further ones are not", OnceEach.MOST));
    }
}
