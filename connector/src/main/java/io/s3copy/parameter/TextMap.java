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
package io.s3copy.parameter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that is written as text, as it must be where there are only texts: a property, a URI, a header of another
 * system. Either a query string, as S3 takes tags ({@code a-key=x&b=2}, URL-encoded), or a JSON object of texts,
 * numbers and booleans ({@code {"a-key": "x", "b": 2}}). An empty text is an empty map.
 */
public final class TextMap {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private TextMap() {}

    /**
     * Reads the map.
     *
     * @param name of the option, header or parameter, for errors
     * @throws InvalidParameterException when the text is neither form, or gives a name twice
     */
    public static Map<String, String> parse(String name, String text) {
        try {
            return read(text);
        } catch (UnreadableValueException e) {
            throw new InvalidParameterException(name, text, e.rule(), e.fix());
        }
    }

    static boolean isJson(String text) {
        return text.strip().startsWith("{");
    }

    static Map<String, String> read(String text) throws UnreadableValueException {
        return isJson(text) ? json(text) : query(text);
    }

    private static Map<String, String> json(String text) throws UnreadableValueException {
        Map<String, String> map = new LinkedHashMap<>();
        try {
            Map<String, JsonNode> read = JSON.readValue(text, new TypeReference<>() {});
            for (Map.Entry<String, JsonNode> entry : read.entrySet()) {
                if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
                    throw new UnreadableValueException(
                            "has a value that is no text, for '" + InvalidParameterException.shown(entry.getKey())
                                    + "'",
                            "Give a text to each name");
                }
                map.put(entry.getKey(), entry.getValue().asText());
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableValueException(
                    "begins with { and is no JSON object: " + e.getOriginalMessage(),
                    "Write {\"a-key\": \"x\", \"b\": \"2\"}, or a-key=x&b=2");
        }
        return map;
    }

    private static Map<String, String> query(String text) throws UnreadableValueException {
        Map<String, String> map = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new UnreadableValueException(
                        "has '" + InvalidParameterException.shown(pair) + "' where name=value is expected",
                        "Write a-key=x&b=2, with %26 for & and %3D for = inside a value, or JSON: {\"a-key\": \"x\"}");
            }
            String name = decode(pair.substring(0, equals));
            if (map.put(name, decode(pair.substring(equals + 1))) != null) {
                throw new UnreadableValueException(
                        "names '" + InvalidParameterException.shown(name) + "' twice", "Give each name once");
            }
        }
        return map;
    }

    static String decode(String text) throws UnreadableValueException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnreadableValueException(
                    "has a % that begins no URL-encoded byte", "Write a percent sign as %25");
        }
    }
}
