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

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parses untrusted documents, within limits. */
final class Json {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_DIGITS = 64;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_DIGITS)
                            .build())
                    // names that senders choose must not fill tables that live as long as the process
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            // a document with two keys of an object has no meaning that all its readers share
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .reader();

    private Json() {}

    /** A document, with or without a byte order mark, or several, as lines of JSON are; errors say where they are. */
    static List<JsonNode> parse(String text, String where) {
        try (JsonParser parser = READER.createParser(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)) {
            List<JsonNode> documents = new ArrayList<>(1);
            while (parser.nextToken() != null) {
                documents.add(READER.readTree(parser));
            }
            if (documents.isEmpty()) {
                throw new EventFormatException(where, "JSON", "nothing");
            }
            return documents;
        } catch (StreamConstraintsException e) {
            throw new EventFormatException(
                    where,
                    "JSON of at most " + MAX_DEPTH + " levels and numbers of at most " + MAX_DIGITS + " digits",
                    "more" + place(e));
        } catch (JsonProcessingException e) { // its message and its cause would show the document
            throw new EventFormatException(where, "JSON", "something else" + place(e));
        } catch (IOException e) {
            throw new UncheckedIOException("a text is read from memory", e);
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " in line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** The text of UTF-8 bytes. */
    static String text(byte[] utf8, String where) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new EventFormatException(where, "JSON in UTF-8", "bytes that are no UTF-8");
        }
    }
}
