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
package io.s3copy.testkit;

import java.util.List;
import java.util.Optional;

/**
 * Header lines in the order and spelling in which they arrived. Lookups ignore case; {@link #lines()} does not, so that
 * a test can tell what really went over the wire.
 */
public record RecordedHeaders(List<Line> lines) {

    /**
     * One header line. The value is decoded as ISO-8859-1, one char per byte, because HTTP gives it no other encoding.
     */
    public record Line(String name, String value) {}

    public RecordedHeaders {
        lines = List.copyOf(lines);
    }

    /** The value of the first line of that name. */
    public Optional<String> first(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .findFirst();
    }

    /** The values of all lines of that name, in order of arrival. */
    public List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .toList();
    }

    public boolean contains(String name) {
        return first(name).isPresent();
    }

    /** The names as sent, one for each line. */
    public List<String> names() {
        return lines.stream().map(Line::name).toList();
    }
}
