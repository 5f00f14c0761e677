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
package io.s3copy.camel.event;

import io.s3copy.event.DecoderOptions;
import io.s3copy.event.EventDecoder;
import io.s3copy.event.KeyEncoding;
import io.s3copy.parameter.InvalidParameterException;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Turns a notification in a body into a list of {@link io.s3copy.event.ObjectEvent}s, for routes that split, filter or
 * route themselves. Each of them, as a body, names the source of a copy. A test event becomes an empty list. What is no
 * notification fails with a {@link PoisonEventException}.
 *
 * <p>How keys are written is read from the exchange property {@value #EVENT_KEYS_PROPERTY}, which no message can set:
 * {@code auto} (default), {@code encoded} or {@code plain}, as of the option {@code eventKeys}.
 */
@DataTypeTransformer(
        name = "s3copy:object-events",
        description = "Turns a notification about S3 objects into a list of object events")
public class ObjectEventsTransformer extends Transformer {

    /** Of an exchange: how keys are written in the notification that is transformed. */
    public static final String EVENT_KEYS_PROPERTY = "CamelS3CopyEventKeys";

    @Override
    public void transform(Message message, DataType from, DataType to) {
        String keys = message.getExchange().getProperty(EVENT_KEYS_PROPERTY, "auto", String.class);
        EventDecoder decoder = new EventDecoder(DecoderOptions.DEFAULT.withKeys(encoding(keys)));
        message.setBody(EventExchanges.read(message, decoder).events());
    }

    private static KeyEncoding encoding(String keys) {
        try {
            return KeyEncoding.of(keys);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(
                    "exchange property " + EVENT_KEYS_PROPERTY, keys, String.valueOf(e.getMessage()), "Correct it");
        }
    }
}
