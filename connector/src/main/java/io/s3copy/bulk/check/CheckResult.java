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
package io.s3copy.bulk.check;

import io.s3copy.bulk.BulkOutcome.What;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check says of a key.
 *
 * @param what SAME, DIFFERS or UNPROVABLE
 * @param codes of a difference what differs: {@code size}, {@code etag}, {@code checksum}, {@code metadata}, {@code tags},
 *     {@code delete-marker};
 *     of what is unprovable what cannot be told; empty for the same
 * @param message for people; names no value of anybody's metadata or tags
 */
public record CheckResult(What what, List<String> codes, String message) {

    /** The code of an outcome: {@code size}, {@code metadata+tags}, or null for the same. */
    public @Nullable String code() {
        return codes.isEmpty() ? null : String.join("+", codes);
    }
}
