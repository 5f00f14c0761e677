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
package io.s3copy.engine.http;

import io.s3copy.engine.answer.Proof;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.UploadedParts;
import io.s3copy.engine.s3.UploadedParts.Uploaded;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads pages of the parts that an upload has. A page that does not say whether another follows is the last. */
final class PartsReader {

    private static final String API = S3Call.LIST_PARTS.api();

    private final CopyRequest about;
    private final RawAnswer answer;
    private final List<Uploaded> parts = new ArrayList<>();
    private boolean more;
    private @Nullable Integer next;

    private PartsReader(CopyRequest about, RawAnswer answer) {
        this.about = about;
        this.answer = answer;
    }

    /**
     * The parts that a page lists.
     *
     * @throws S3CallException if it is a refusal, or cannot be read
     */
    static UploadedParts read(CopyRequest about, HttpCall http, RawAnswer answer) {
        if (answer.isRefusal()) {
            throw RefusalReader.read(API, about, http, answer);
        }
        try {
            return Xml.read(answer.body(), root -> {
                if (root.name().equals("Error")) {
                    throw RefusalReader.readInSuccess(API, about, http, answer, root);
                }
                // anew, if what was read before had to be corrected
                return new PartsReader(about, answer).page(root);
            });
        } catch (Xml.UnreadableXmlException e) {
            throw RefusalReader.unreadable(API, about, answer, String.valueOf(e.getMessage()));
        }
    }

    private UploadedParts page(Xml root) {
        for (String name = root.child(); name != null; name = root.child()) {
            switch (name) {
                case "Part" -> parts.add(part(root));
                case "IsTruncated" -> more = Boolean.parseBoolean(root.text().strip());
                case "NextPartNumberMarker" -> next = number(root.text()).intValue();
                default -> root.skip();
            }
        }
        return new UploadedParts(parts, more ? next : null);
    }

    private Uploaded part(Xml xml) {
        Integer number = null;
        String eTag = null;
        long size = Uploaded.UNKNOWN_SIZE;
        Map<String, String> checksums = new TreeMap<>();
        for (String name = xml.child(); name != null; name = xml.child()) {
            switch (name) {
                case "PartNumber" -> number = number(xml.text()).intValue();
                case "ETag" -> eTag = xml.text();
                case "Size" -> size = number(xml.text());
                default -> {
                    if (CompletedPart.isChecksum(name)) {
                        checksums.put(name, xml.text());
                    } else {
                        xml.skip();
                    }
                }
            }
        }
        return new Uploaded(
                new CompletedPart(requireTold("PartNumber", number), requireTold("ETag", eTag), checksums), size);
    }

    private <T> T requireTold(String member, @Nullable T value) {
        if (value == null) {
            throw Proof.missing(API, about, answer, answer.requestId(), member);
        }
        return value;
    }

    private Long number(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Proof.unreadable(API, about, answer, answer.requestId(), "has a number that is none");
        }
    }
}
