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
package io.s3copy.bulk.checkpoint;

import io.s3copy.bulk.listing.KeyRange;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of positions, {@code (after, upTo]}: of keys, or of lines of a manifest.
 *
 * @param after the position behind which it begins, which is not part of it; null for the first of all
 * @param upTo its last possible position; null where it has no end
 */
public record Span<P>(@Nullable P after, @Nullable P upTo) {

    /** The span of a range of keys. */
    public static Span<String> of(KeyRange range) {
        return new Span<>(range.after(), range.upTo());
    }

    /** The range of keys that a span of keys is. */
    public static KeyRange toRange(Span<String> span) {
        return new KeyRange(span.after(), span.upTo());
    }

    /** All positions. */
    public static <P> Span<P> all() {
        return new Span<>(null, null);
    }

    /** Whether no position can lie in it. */
    public boolean isEmpty() {
        return after != null && after.equals(upTo);
    }
}
