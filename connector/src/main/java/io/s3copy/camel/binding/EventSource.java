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

import io.s3copy.camel.EventMode;
import io.s3copy.engine.KnownSource;
import io.s3copy.event.EventObject;
import io.s3copy.event.ObjectEvent;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Wire;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.ExchangeHelper;

/** Reads the source of a copy from an event. Its bucket and key come from strangers: they are only values. */
public final class EventSource {

    /** Parameters of one object, which a message about many objects cannot set. */
    static final List<CopyParameter> ROWS_OF_ONE_OBJECT = Stream.concat(
                    Stream.of(
                            CopyParameter.KEY,
                            CopyParameter.IF_MATCH,
                            CopyParameter.COPY_SOURCE,
                            CopyParameter.COPY_SOURCE_IF_MATCH,
                            CopyParameter.COPY_SOURCE_IF_NONE_MATCH),
                    CopyParameter.requestRows().stream()
                            .filter(row -> row.wire().place() == Wire.Place.SOURCE))
            .toList();

    private EventSource() {}

    /** The source; with the version that the event names if the history of an object is copied. */
    static CopyRequest request(ObjectEvent event, EventMode mode) {
        String version = mode == EventMode.history ? event.object().versionId() : null;
        return CopyRequest.builder()
                .set(CopyParameter.COPY_SOURCE_BUCKET, event.bucket(), "bucket of the event")
                .set(CopyParameter.COPY_SOURCE_KEY, event.key(), "key of the event")
                .set(CopyParameter.COPY_SOURCE_VERSION_ID, version, "version of the event")
                .build();
    }

    /** An endpoint that copies one object has nothing to copy for a deletion. */
    static void refuseDeletion(ObjectEvent event) {
        if (event instanceof ObjectEvent.Removed || event instanceof ObjectEvent.DeleteMarkerCreated) {
            throw new InvalidParameterException(
                    "message body",
                    event.type(),
                    "is about a deletion, so there is nothing to copy",
                    "Filter it out, or send the whole notification to an endpoint with bodyAs=events");
        }
    }

    /** Size and ETag of the source of a request, from an event in the body; nothing if it is about another object. */
    public static KnownSource known(Message message, CopyRequest request) {
        if (!(message.getBody() instanceof ObjectEvent event)) {
            return Aws2S3Headers.knownSource(message, request);
        }
        CopySource source = request.source().orElse(null);
        boolean same = source != null
                && source.bucket().equals(event.bucket())
                && source.key().equals(event.key());
        return same ? known(event) : KnownSource.NOTHING;
    }

    /** Size and ETag of an event's object, which may have changed since. */
    public static KnownSource known(ObjectEvent event) {
        EventObject object = event.object();
        return new KnownSource(object.size(), object.eTag() == null ? null : "\"" + object.eTag() + "\"");
    }

    /** The exchange that an expression sees: that of this event alone. */
    static Exchange view(Exchange exchange, ObjectEvent event, CopyRequest request) {
        Exchange view = ExchangeHelper.createCopy(exchange, false);
        Message message = view.getMessage();
        message.setBody(event);
        ROWS_OF_ONE_OBJECT.forEach(row -> message.removeHeader(row.header()));
        for (CopyParameter row : List.of(
                CopyParameter.COPY_SOURCE_BUCKET,
                CopyParameter.COPY_SOURCE_KEY,
                CopyParameter.COPY_SOURCE_VERSION_ID)) {
            if (request.has(row)) {
                message.setHeader(row.header(), request.get(row));
            }
        }
        return view;
    }
}
