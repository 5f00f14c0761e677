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

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads user metadata: names that can be part of a header's name, and values that a header can carry.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html">Object metadata</a>
 */
final class UserMetadata {

    /** The most that S3 takes, in bytes, of names and values together. */
    private static final int MOST_BYTES = 2048;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private UserMetadata() {}

    static Map<String, String> read(Object given) throws UnreadableValueException {
        Map<?, ?> map = given instanceof Map<?, ?> typed ? typed : TextMap.read(Texts.of(given));
        Map<String, String> metadata = new LinkedHashMap<>();
        Set<String> lowerCase = new HashSet<>();
        int bytes = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = Texts.of(entry.getKey());
            String value = entry.getValue() == null ? "" : Texts.header(entry.getValue());
            if (!TOKEN.matcher(name).matches()) {
                throw new UnreadableValueException(
                        "the name '" + InvalidParameterException.shown(name) + "' cannot be part of an HTTP header",
                        "Use letters, digits and -._ ; S3 keeps names in lower case");
            } else if (!lowerCase.add(name.toLowerCase(Locale.ROOT))) {
                throw new UnreadableValueException(
                        "names '" + InvalidParameterException.shown(name)
                                + "' twice, as S3 keeps names in lower case and joins their values",
                        "Give each name once");
            }
            bytes += name.length() + value.length();
            metadata.put(name, value);
        }
        if (bytes > MOST_BYTES) {
            throw new UnreadableValueException(
                    "has " + bytes + " bytes, and names and values together have at most 2,048", "Give less");
        }
        return Collections.unmodifiableMap(metadata);
    }
}
