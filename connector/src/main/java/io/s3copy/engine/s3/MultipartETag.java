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

import io.s3copy.parameter.CompletedPart;
import io.s3copy.text.Digests;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The ETag that S3 gives an object of parts: the MD5 of the MD5s of its parts, and their number. */
public final class MultipartETag {

    private MultipartETag() {}

    /** The ETag, quoted; empty when the parts' own are no MD5s, as with KMS and customer keys they need not be. */
    public static Optional<String> of(List<CompletedPart> parts) {
        MessageDigest md5 = Digests.md5();
        for (CompletedPart part : parts) {
            String hex = part.eTag().replace("\"", "");
            if (!hex.matches("[0-9a-f]{32}")) {
                return Optional.empty();
            }
            md5.update(HexFormat.of().parseHex(hex));
        }
        return Optional.of("\"" + HexFormat.of().formatHex(md5.digest()) + "-" + parts.size() + "\"");
    }
}
