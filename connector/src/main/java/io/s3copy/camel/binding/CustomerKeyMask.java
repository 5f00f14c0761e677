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
package io.s3copy.camel.binding;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CustomerKey;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Origin;
import java.util.List;
import java.util.Set;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Replaces customer keys in headers by objects that show themselves as stars, in case anything logs the message. */
final class CustomerKeyMask {

    private static final String MASK = "*****";

    private static final List<CopyParameter> SECRETS = CopyParameter.requestRows().stream()
            .filter(row -> row.type().isSecret())
            .toList();

    private CustomerKeyMask() {}

    /**
     * Masks the customer keys of a message. To be called before any other header is read: a mistake in one would
     * otherwise leave the keys unmasked. Keys that the endpoint does not read are masked, too.
     *
     * @param said the rows whose headers the message has
     * @param read the rows that the endpoint reads
     * @throws InvalidParameterException when a key that is read cannot be
     */
    static void mask(Message message, Set<CopyParameter> said, Set<CopyParameter> read) {
        for (CopyParameter row : SECRETS) {
            if (!said.contains(row)) {
                continue;
            }
            Object value = message.getHeader(row.header());
            if (value == null || value instanceof CustomerKey) {
                continue;
            }
            // an unreadable key may be a good one in another spelling; a redelivery must not copy without it
            message.setHeader(row.header(), MASK);
            if (read.contains(row) || isReadable(row, value)) {
                message.setHeader(row.header(), key(row, value));
            }
        }
    }

    private static @Nullable Object key(CopyParameter row, Object value) {
        return CopyRequest.builder(Origin.HEADER).set(row, value).build().get(row);
    }

    private static boolean isReadable(CopyParameter row, Object value) {
        try {
            return key(row, value) != null;
        } catch (InvalidParameterException e) {
            return false;
        }
    }
}
