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
package io.s3copy.camel.route;

import io.s3copy.event.Decoded;
import io.s3copy.event.DecoderOptions;
import io.s3copy.event.EventDecoder;
import io.s3copy.event.EventFormatException;
import io.s3copy.event.KeyEncoding;
import io.s3copy.text.Digests;
import java.util.Map;
import org.apache.camel.Exchange;

/** A notification as bytes: what tells whether two are the same. */
final class NotificationBytes {

    /** For the times of events alone: their keys may be written in any way. */
    private static final EventDecoder DECODER =
            new EventDecoder(DecoderOptions.DEFAULT.withKeys(KeyEncoding.PLAIN).withMaxBody(RequestBody.MOST_BYTES));

    private NotificationBytes() {}

    /** Equal for two notifications with the same bytes. */
    static String digest(Exchange exchange) {
        return Digests.sha256Hex(exchange.getMessage().getBody(byte[].class));
    }

    /** Whether each event tells its time: then the same bytes are the same notification. */
    static boolean tellTheirTime(Exchange exchange) {
        try {
            Decoded decoded = DECODER.decode(exchange.getMessage().getBody(byte[].class), Map.of());
            return decoded.events().stream().allMatch(event -> event.origin().time() != null);
        } catch (EventFormatException e) {
            return false;
        }
    }
}
