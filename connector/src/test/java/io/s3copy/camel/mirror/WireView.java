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
package io.s3copy.camel.mirror;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.RecordedHeaders.Line;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.S3Operation;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that a request says to S3, less what every signed request has: what parameters must have made of it, or what it
 * was. Header names are in lower case, {@code ?name} is a query parameter, {@code bucket} and {@code key} are the
 * path.
 */
public final class WireView {

    private static final Set<String> OF_EVERY_REQUEST = Set.of(
            "host",
            "content-length",
            "user-agent",
            "authorization",
            "connection",
            "amz-sdk-invocation-id",
            "amz-sdk-request",
            "x-amz-date",
            "x-amz-content-sha256");

    private static final Set<String> QUERIES = Set.of("uploadId", "partNumber", "max-parts", "part-number-marker");

    private WireView() {}

    /** What the recorder saw. */
    public static Map<String, String> of(RecordedRequest request) {
        Map<String, String> view = new TreeMap<>();
        view.put("bucket", request.bucket());
        view.put("key", request.key());
        for (Line line : request.headers().lines()) {
            String name = line.name().toLowerCase(Locale.ROOT);
            if (!OF_EVERY_REQUEST.contains(name) && !isOfTheSdk(request, line)) {
                view.merge(name, line.value(), (one, two) -> one + " AND " + two);
            }
        }
        QUERIES.forEach(name -> request.queryParameter(name).ifPresent(value -> view.put("?" + name, value)));
        return view;
    }

    /** The SDK says the type of the XML it sends, and to Create the type that S3 itself takes where none is said. */
    private static boolean isOfTheSdk(RecordedRequest request, Line line) {
        boolean createsUpload = request.operation() == S3Operation.CREATE_MULTIPART_UPLOAD;
        return line.name().equalsIgnoreCase("Content-Type")
                && (request.bodyText().startsWith("<")
                        || (createsUpload && line.value().equals("binary/octet-stream")));
    }

    /** What the parameters must look like. */
    public static Map<String, String> expected(Collection<Sample> samples) {
        Map<String, String> view = new TreeMap<>();
        StringBuilder threeFieldSource = new StringBuilder();
        for (Sample sample : samples) {
            CopyParameter row = sample.row();
            switch (row.wire().place()) {
                case HEADER -> view.put(row.wire().name().toLowerCase(Locale.ROOT), sample.wire());
                case HEADER_PREFIX -> view.put(row.wire().name() + sample.option(), sample.wire());
                case QUERY -> view.put("?" + row.wire().name(), sample.wire());
                case PATH -> view.put(row.wire().name().toLowerCase(Locale.ROOT), sample.wire());
                case ALIAS -> view.put(CopyParameter.TAGGING.wire().name(), sample.wire());
                // the rows stand in the order bucket, key, version
                case SOURCE -> threeFieldSource.append(separatorBefore(row)).append(sample.wire());
                case PAYLOAD -> {
                    // asserted on the body
                }
            }
        }
        if (!threeFieldSource.isEmpty()) {
            view.put(CopyParameter.COPY_SOURCE.wire().name(), threeFieldSource.toString());
        }
        return view;
    }

    private static String separatorBefore(CopyParameter row) {
        return switch (row) {
            case COPY_SOURCE_BUCKET -> "";
            case COPY_SOURCE_KEY -> "/";
            default -> "?versionId=";
        };
    }
}
