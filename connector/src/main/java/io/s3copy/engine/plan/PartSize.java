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
package io.s3copy.engine.plan;

import io.s3copy.engine.s3.Limits;

/** How large the parts of a multipart copy are. */
public sealed interface PartSize {

    /** As few parts as keep the window busy: 64 to 256 MiB, more where an object would have too many parts. */
    record Auto() implements PartSize {}

    /** The source's own parts, even or not: the copy has the same ETag and the same checksum of parts. */
    record Source() implements PartSize {}

    /**
     * A size in bytes, which grows where an object would have more than 10,000 parts.
     *
     * @param bytes 5 MiB to 5 GiB
     */
    record Fixed(long bytes) implements PartSize {

        public Fixed {
            if (bytes < Limits.MIN_PART || bytes > Limits.MAX_SINGLE_COPY) {
                throw new IllegalArgumentException("a part has 5 MiB to 5 GiB, not " + bytes + " bytes");
            }
        }
    }
}
