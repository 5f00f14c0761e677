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
package io.s3copy.testkit.fault;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.S3Xml;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** How a listing writes keys and prefixes: as they are, or encoded where {@code encoding-type=url} is asked for. */
record ListedNames(boolean encoded) {

    static ListedNames of(RecordedRequest request, Set<Quirk> quirks) {
        boolean asked = request.queryParameter("encoding-type").orElse("").equals("url");
        return new ListedNames(asked && !quirks.contains(Quirk.IGNORES_ENCODING_TYPE));
    }

    String element(String name, String text) {
        return S3Xml.element(
                name, encoded ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/") : text);
    }

    String encodingType() {
        return encoded ? S3Xml.element("EncodingType", "url") : "";
    }
}
