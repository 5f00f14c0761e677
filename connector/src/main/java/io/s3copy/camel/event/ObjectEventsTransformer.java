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
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Turns a notification in a body into a list of {@link io.s3copy.event.ObjectEvent}s, for routes that split, filter or
 * route themselves. Each of them, as a body, names the source of a copy. A test event becomes an empty list. What is no
 * notification fails with a {@link PoisonEventException}.
 */
@DataTypeTransformer(
        name = "s3copy:object-events",
        description = "Turns a notification about S3 objects into a list of object events")
public class ObjectEventsTransformer extends Transformer {

    private final EventDecoder decoder = new EventDecoder(DecoderOptions.DEFAULT);

    @Override
    public void transform(Message message, DataType from, DataType to) {
        message.setBody(EventExchanges.read(message, decoder).events());
    }
}
