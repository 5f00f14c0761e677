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

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A part of a multipart upload, as CompleteMultipartUpload names it and ListParts lists it.
 *
 * @param partNumber 1 to 10,000
 * @param eTag what UploadPartCopy returned
 * @param checksums by their names in the S3 API, such as {@code ChecksumCRC32}
 */
public record CompletedPart(int partNumber, String eTag, Map<String, String> checksums) {

    public CompletedPart {
        Objects.requireNonNull(eTag, "eTag");
        checksums = Map.copyOf(checksums);
    }

    /** Reads a part from a map in S3's words: PartNumber, ETag, and checksums. */
    static CompletedPart read(Map<?, ?> map) throws UnreadableValueException {
        Integer number = null;
        String eTag = null;
        Map<String, String> checksums = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            Object value = entry.getValue();
            if (value != null && name.equals("PartNumber")) {
                number = PartNumbers.read(value);
            } else if (value != null && name.equals("ETag")) {
                eTag = Texts.of(value);
            } else if (value != null && isChecksum(name)) {
                checksums.put(name, Texts.of(value));
            }
            // a result of UploadPartCopy or ListParts holds more, LastModified say: Complete has no place for it
        }
        if (number == null || eTag == null) {
            throw new UnreadableValueException(
                    "a part lacks its " + (number == null ? "PartNumber" : "ETag"),
                    "Give each part as a map with PartNumber, ETag and the checksums that UploadPartCopy returned");
        }
        return new CompletedPart(number, eTag, checksums);
    }

    /** Whether a member of a part is a checksum. */
    public static boolean isChecksum(String name) {
        return name.startsWith("Checksum") && CopyParameter.byMember(name).isPresent();
    }
}
