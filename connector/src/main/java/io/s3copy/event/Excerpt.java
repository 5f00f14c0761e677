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
package io.s3copy.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.s3copy.text.Printable;

/** What an error shows of a hostile document: little, and nothing that forges a line of a log. */
final class Excerpt {

    private Excerpt() {}

    static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> quoted(node.textValue());
            case NUMBER -> "a number";
            case BOOLEAN -> node.asText();
            case NULL -> "null";
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            default -> "nothing";
        };
    }

    static String quoted(String text) {
        return Printable.quoted(text);
    }
}
