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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Object tags as S3 takes them in a header: a query string.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Object tagging</a>
 */
final class Tags {

    private static final int MOST = 10;
    private static final int NAME_LENGTH = 128;
    private static final int VALUE_LENGTH = 256;

    private Tags() {}

    /** The query string of a map or of a JSON object; a query string given as text is checked and kept as it is. */
    static String read(Object given) throws UnreadableValueException {
        if (!(given instanceof Map) && TextMap.isJson(Texts.of(given))) {
            return read(TextMap.read(Texts.of(given)));
        } else if (given instanceof Map<?, ?> map) {
            Map<String, String> tags = new LinkedHashMap<>();
            for (Map.Entry<?, ?> tag : map.entrySet()) {
                String value = tag.getValue() == null ? "" : Texts.of(tag.getValue());
                tags.put(Texts.unicode(Texts.of(tag.getKey())), Texts.unicode(value));
            }
            check(tags);
            return tags.entrySet().stream()
                    .map(tag -> encode(tag.getKey()) + "=" + encode(tag.getValue()))
                    .collect(Collectors.joining("&"));
        }
        String query = Texts.of(given);
        if (query.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new UnreadableValueException(
                    "tags as a query string are URL-encoded ASCII without spaces",
                    "Encode them (a space is %20), or give tags as a map or as JSON");
        }
        check(parse(query));
        return query;
    }

    private static Map<String, String> parse(String query) throws UnreadableValueException {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = TextMap.decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : TextMap.decode(pair.substring(equals + 1));
            if (tags.put(name, value) != null) {
                throw new UnreadableValueException(
                        "names the tag '" + InvalidParameterException.shown(name) + "' twice", "Give each tag once");
            }
        }
        return tags;
    }

    private static void check(Map<String, String> tags) throws UnreadableValueException {
        if (tags.size() > MOST) {
            throw new UnreadableValueException(
                    "has " + tags.size() + " tags, and an object has at most " + MOST, "Give fewer");
        }
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            String name = tag.getKey();
            if (name.isEmpty() || characters(name) > NAME_LENGTH || characters(tag.getValue()) > VALUE_LENGTH) {
                throw new UnreadableValueException(
                        "the tag '" + InvalidParameterException.shown(name) + "' is too long or has no name",
                        "Names have 1 to " + NAME_LENGTH + " characters, values up to " + VALUE_LENGTH);
            } else if (name.startsWith("aws:")) {
                throw new UnreadableValueException(
                        "the tag '" + InvalidParameterException.shown(name) + "' begins with aws:, which is reserved",
                        "Rename it");
            }
        }
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
