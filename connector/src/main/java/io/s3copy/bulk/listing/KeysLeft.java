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

import java.util.Collection;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Estimates how many keys a scan has left, by the share of each range that has been seen. */
final class KeysLeft {

    private KeysLeft() {}

    /**
     * About how many. A range of which nothing was seen is taken for one like the others.
     *
     * @param active the ranges that are being listed
     * @param waiting how many more wait for it
     * @param begun how many have begun, those that have ended included
     * @param given how many keys they have given
     * @return null where nothing was seen of any
     */
    static @Nullable Long of(Collection<? extends ScannedRange<?>> active, int waiting, int begun, long given) {
        double left = 0;
        int unseen = 0;
        for (ScannedRange<?> range : active) {
            OptionalDouble ofRange = range.unlisted();
            left += ofRange.orElse(0);
            unseen += ofRange.isPresent() ? 0 : 1;
        }
        int seen = begun - unseen;
        if (seen == 0) {
            return null;
        }
        double ofEach = (given + left) / seen;
        return (long) Math.min(Long.MAX_VALUE / 2.0, left + ofEach * (unseen + waiting));
    }
}
