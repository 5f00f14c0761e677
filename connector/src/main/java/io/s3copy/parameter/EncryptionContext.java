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
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The KMS encryption context as S3 takes it: the base64 of a JSON object of texts. */
public final class EncryptionContext {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private EncryptionContext() {}

    static String read(Object given) throws UnreadableValueException {
        if (given instanceof Map<?, ?> map) {
            Map<String, String> context = new LinkedHashMap<>();
            for (Map.Entry<?, ?> pair : map.entrySet()) {
                context.put(Texts.unicode(Texts.of(pair.getKey())), Texts.unicode(Texts.of(pair.getValue())));
            }
            try {
                return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(context));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a map of texts is always JSON", e);
            }
        }
        String text = Texts.trimmed(given);
        if (TextMap.isJson(text) || isQuery(text)) {
            return read(TextMap.read(text));
        }
        decode(text);
        return text;
    }

    /** In base64, equals signs stand at the end only. */
    private static boolean isQuery(String text) {
        int equals = text.indexOf('=');
        return equals > 0 && !text.substring(equals).matches("={1,2}");
    }

    /**
     * The pairs of a context that a request holds.
     *
     * @param value a value of {@link CopyParameter#SSE_KMS_ENCRYPTION_CONTEXT}
     * @throws IllegalArgumentException when it is none
     */
    public static Map<String, String> pairs(String value) {
        try {
            return decode(value);
        } catch (UnreadableValueException e) {
            throw new IllegalArgumentException("the value " + e.rule(), e);
        }
    }

    private static Map<String, String> decode(String base64) throws UnreadableValueException {
        try {
            byte[] json = Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
            Map<String, Object> read = JSON.readValue(json, new TypeReference<>() {});
            if (read != null && read.values().stream().allMatch(String.class::isInstance)) {
                Map<String, String> context = new LinkedHashMap<>();
                read.forEach((name, text) -> context.put(name, (String) text));
                return context;
            }
        } catch (IllegalArgumentException | IOException e) {
            // falls through to the one error: the text is not what it must be, however it fails
        }
        throw new UnreadableValueException(
                "is not the base64 of a JSON object of texts",
                "Give a map, department=records, {\"department\":\"records\"} or the base64 of that; in a URI as RAW(…)");
    }
}
