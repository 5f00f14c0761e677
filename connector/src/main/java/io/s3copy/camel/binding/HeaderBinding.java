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

import io.s3copy.camel.HeaderParameters;
import io.s3copy.engine.sdk.SdkRequestReader;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.Origin;
import io.s3copy.parameter.Wire;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Message;

/** Reads message headers into parameters. */
final class HeaderBinding {

    private static final Map<String, CopyParameter> BY_HEADER =
            CopyParameter.requestRows().stream().collect(Collectors.toMap(CopyParameter::header, Function.identity()));

    /** Camel ignores the case of header names. */
    private static final Map<String, CopyParameter> BY_HEADER_IN_ANY_CASE =
            new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        BY_HEADER_IN_ANY_CASE.putAll(BY_HEADER);
    }

    private final Set<CopyParameter> rows;
    private final boolean readsSource;
    private final HeaderNotes notes;

    HeaderBinding(HeaderParameters which) {
        this.notes = new HeaderNotes(BY_HEADER.keySet());
        this.readsSource = which != HeaderParameters.none;
        this.rows = switch (which) {
            case all -> EnumSet.copyOf(CopyParameter.requestRows());
            case source ->
                CopyParameter.requestRows().stream()
                        .filter(row ->
                                row == CopyParameter.COPY_SOURCE || row.wire().place() == Wire.Place.SOURCE)
                        .collect(Collectors.toCollection(HeaderBinding::noRows));
            case none -> noRows();
        };
    }

    private HeaderBinding(Set<CopyParameter> rows, boolean readsSource, HeaderNotes notes) {
        this.rows = rows;
        this.readsSource = readsSource;
        this.notes = notes;
    }

    /** The same binding without some rows. */
    HeaderBinding without(Collection<CopyParameter> unread) {
        Set<CopyParameter> rest = noRows();
        rest.addAll(rows);
        rest.removeAll(unread);
        return new HeaderBinding(rest, readsSource, notes);
    }

    CopyRequest bind(Message message) {
        if (!message.hasHeaders()) {
            return CopyRequest.empty();
        }
        Set<CopyParameter> said = saidIn(message);
        CustomerKeyMask.mask(message, said, rows);
        CopyRequest.Builder builder = null;
        for (CopyParameter row : said) {
            Object value = rows.contains(row) ? message.getHeader(row.header()) : null;
            if (value != null) {
                builder = builder == null ? CopyRequest.builder(Origin.HEADER) : builder;
                builder.set(row, row == CopyParameter.MULTIPART_UPLOAD ? parts(value) : value);
            }
        }
        return builder == null ? CopyRequest.empty() : builder.build();
    }

    /** The rows that the headers set, in the order of the table. Loops over the headers, which are fewer than the rows. */
    private Set<CopyParameter> saidIn(Message message) {
        Set<CopyParameter> said = noRows();
        for (String name : message.getHeaders().keySet()) {
            CopyParameter row = BY_HEADER.get(name);
            if (row == null && startsAsOurs(name)) {
                row = BY_HEADER_IN_ANY_CASE.get(name);
                if (row == null && readsSource) {
                    notes.unknown(name);
                }
            }
            if (row != null) {
                said.add(row);
            }
        }
        return said;
    }

    private static boolean startsAsOurs(String name) {
        return name.regionMatches(true, 0, CopyParameter.HEADER_PREFIX, 0, CopyParameter.HEADER_PREFIX.length());
    }

    private static Set<CopyParameter> noRows() {
        return EnumSet.noneOf(CopyParameter.class);
    }

    private static Object parts(Object value) {
        return value instanceof List<?> list ? SdkRequestReader.parts(list) : value;
    }

    /**
     * The destination of a message that was made for the operation copyObject of aws2-s3.
     *
     * @param keyIsFree whether nothing else sets the key
     */
    CopyRequest destinationOfAws2S3(Message message, boolean keyIsFree) {
        boolean readsKey = rows.contains(CopyParameter.KEY);
        if (readsKey && !keyIsFree && message.getHeader(Aws2S3Headers.DESTINATION_KEY) != null) {
            notes.unread(Aws2S3Headers.DESTINATION_KEY, "the endpoint's own options set the destination key");
        }
        return Aws2S3Headers.destination(message, rows.contains(CopyParameter.BUCKET), readsKey && keyIsFree);
    }

    /** The source object that the headers of aws2-s3 name, if headers may name the source. */
    CopyRequest sourceOfAws2S3(Message message) {
        return readsSource ? Aws2S3Headers.source(message) : CopyRequest.empty();
    }
}
