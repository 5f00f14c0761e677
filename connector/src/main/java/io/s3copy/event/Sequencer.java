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
package io.s3copy.event;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The order of two events of one key, as far as their sequencers tell. Only puts and deletes have one.
 *
 * <p>Sources disagree on which side a shorter one is to be padded, so unequal lengths tell nothing: nothing may be dropped
 * on such a comparison. MinIO's is the time in nanoseconds; those of different servers are not comparable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html#event-ordering-and-duplicate-events">Event
 *     ordering and duplicate events</a>
 */
public final class Sequencer {

    /** How one sequencer stands to another. */
    public enum Order {
        OLDER,
        SAME,
        NEWER,
        /** They cannot be compared: one is missing, is not a hexadecimal number, or has another length. */
        UNKNOWN
    }

    private Sequencer() {}

    /** How the first stands to the second: {@link Order#OLDER} when it happened before it. Either may be null. */
    public static Order compare(@Nullable String one, @Nullable String other) {
        if (one == null
                || other == null
                || !isHexadecimal(one)
                || !isHexadecimal(other)
                || one.length() != other.length()) {
            return Order.UNKNOWN;
        }
        // EventBridge writes in lower case what S3's records write in upper case
        int order = one.toLowerCase(Locale.ROOT).compareTo(other.toLowerCase(Locale.ROOT));
        if (order == 0) {
            return Order.SAME;
        }
        return order < 0 ? Order.OLDER : Order.NEWER;
    }

    private static boolean isHexadecimal(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c < 0x80 && Character.digit((char) c, 16) >= 0);
    }
}
