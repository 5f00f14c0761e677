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
package io.s3copy.engine.s3;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What GetObjectAttributes tells of an object, or a page of it: one answer has at most 1,000 parts.
 *
 * @param eTag null where the server does not tell it; without quotes, as S3 sends it here
 * @param checksums by member: ChecksumCRC64NVME, …; that of parts lacks the number of parts which HEAD has behind it
 * @param checksumType FULL_OBJECT or COMPOSITE, or null
 * @param partSizes in bytes; S3 lists the parts of objects with checksums only
 * @param more whether more parts follow
 */
public record ObjectAttributes(
        @Nullable String eTag,
        Map<String, String> checksums,
        @Nullable String checksumType,
        List<Long> partSizes,
        boolean more) {

    /** What a server told that tells nothing. */
    public static final ObjectAttributes NONE = new ObjectAttributes(null, Map.of(), null, List.of(), false);

    /** The same with all parts. */
    public ObjectAttributes withPartSizes(List<Long> all) {
        return new ObjectAttributes(eTag, checksums, checksumType, List.copyOf(all), false);
    }
}
