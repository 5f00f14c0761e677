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
import io.s3copy.parameter.CustomerKey;
import io.s3copy.parameter.InvalidParameterException;
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

    /** S3's name for the one version of an object in a bucket that never had versions. */
    private static final String NULL_VERSION = "null";

    private static final String MASK = "*****";

    private static final List<CopyParameter> SECRETS = CopyParameter.requestRows().stream()
            .filter(row -> row.type().isSecret())
            .toList();

    private static final Map<String, CopyParameter> BY_HEADER =
            CopyParameter.requestRows().stream().collect(Collectors.toMap(CopyParameter::header, Function.identity()));

    /** Camel finds a header whatever the case of its name. */
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

    /** The same, but for some rows. */
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
        maskCustomerKeys(message, said);
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

    /** A message has fewer headers than there are rows: look through the headers. In the order of the table. */
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

    /**
     * From here on the headers show themselves as stars, should anything downstream log the message. Before anything
     * else is read, and whether or not they are read here: what is wrong with another header would leave them as they
     * came.
     */
    private void maskCustomerKeys(Message message, Set<CopyParameter> said) {
        for (CopyParameter row : SECRETS) {
            if (!said.contains(row)) {
                continue;
            }
            Object value = message.getHeader(row.header());
            if (value == null || value instanceof CustomerKey) {
                continue;
            }
            // an unreadable key may be a good one in another spelling; a redelivery must not go on without it
            message.setHeader(row.header(), MASK);
            if (rows.contains(row) || isReadable(row, value)) {
                message.setHeader(row.header(), key(row, value));
            }
        }
    }

    private static Object key(CopyParameter row, Object value) {
        return CopyRequest.builder(Origin.HEADER).set(row, value).build().get(row);
    }

    private static boolean isReadable(CopyParameter row, Object value) {
        try {
            return key(row, value) != null;
        } catch (InvalidParameterException e) {
            return false;
        }
    }

    private static Object parts(Object value) {
        return value instanceof List<?> list ? SdkRequestReader.parts(list) : value;
    }

    /**
     * Where a message that was made for aws2-s3's copyObject wants its copy.
     *
     * @param keyIsFree whether nothing else says the key
     */
    CopyRequest destinationOfAws2S3(Message message, boolean keyIsFree) {
        CopyRequest.Builder builder = CopyRequest.builder();
        Object bucket = message.getHeader(Aws2S3Headers.DESTINATION_BUCKET);
        if (bucket != null && rows.contains(CopyParameter.BUCKET)) {
            builder.set(CopyParameter.BUCKET, bucket, "header " + Aws2S3Headers.DESTINATION_BUCKET);
        }
        Object key = message.getHeader(Aws2S3Headers.DESTINATION_KEY);
        if (key != null && rows.contains(CopyParameter.KEY)) {
            if (keyIsFree) {
                builder.set(CopyParameter.KEY, key, "header " + Aws2S3Headers.DESTINATION_KEY);
            } else {
                notes.unread(Aws2S3Headers.DESTINATION_KEY, "the endpoint's own options say where the copy goes");
            }
        }
        return builder.build();
    }

    /** What an exchange of aws2-s3 says of its object. */
    CopyRequest sourceOfAws2S3(Message message) {
        Object bucket = message.getHeader(Aws2S3Headers.BUCKET);
        Object key = message.getHeader(Aws2S3Headers.KEY);
        if (!readsSource || bucket == null || key == null) {
            return CopyRequest.empty();
        }
        Object version = message.getHeader(Aws2S3Headers.VERSION);
        return CopyRequest.builder()
                .set(CopyParameter.COPY_SOURCE_BUCKET, bucket, "header " + Aws2S3Headers.BUCKET)
                .set(CopyParameter.COPY_SOURCE_KEY, key, "header " + Aws2S3Headers.KEY)
                .set(
                        CopyParameter.COPY_SOURCE_VERSION_ID,
                        NULL_VERSION.equals(version) ? null : version,
                        "header " + Aws2S3Headers.VERSION)
                .build();
    }
}
