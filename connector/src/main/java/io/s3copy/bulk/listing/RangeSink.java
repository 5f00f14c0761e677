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
package io.s3copy.bulk.listing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Takes the keys of ranges. Of one range it is called by one thread at a time, but for {@link #cut}, which comes at any
 * moment. It should not block.
 *
 * @param <R> what it knows a range by
 */
public interface RangeSink<R> {

    /** A range begins. */
    R open(KeyRange range);

    /**
     * A range is cut: what lies behind a key is another range from now on, and none of it has been taken.
     *
     * @return the other
     */
    R cut(R range, String at);

    /**
     * The next keys of a range, in order.
     *
     * @param through all keys of the range up to this one have been given now; null where that cannot be said
     * @return done when the next may come
     */
    CompletableFuture<Void> take(R range, List<KeyPair> pairs, @Nullable String through);

    /** All keys of a range have been given. */
    void ended(R range);
}
