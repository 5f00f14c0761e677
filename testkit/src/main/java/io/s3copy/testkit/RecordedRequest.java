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
package io.s3copy.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A request as it came over the wire. Path, query and header values are what the client sent: nothing is decoded. */
public final class RecordedRequest {

    private final String method;
    private final String rawPath;
    private final String rawQuery;
    private final RecordedHeaders headers;
    private final byte[] body;
    private final S3Operation operation;

    RecordedRequest(String method, String target, RecordedHeaders headers, byte[] body) {
        int question = target.indexOf('?');
        this.method = method;
        this.rawPath = question < 0 ? target : target.substring(0, question);
        this.rawQuery = question < 0 ? "" : target.substring(question + 1);
        this.headers = headers;
        this.body = body.clone();
        this.operation = S3Operation.of(this);
    }

    public String method() {
        return method;
    }

    /** The path before any decoding or normalisation, so that {@code //a} and {@code a/../b} stay visible. */
    public String rawPath() {
        return rawPath;
    }

    /** The query without its question mark; empty when there was none. */
    public String rawQuery() {
        return rawQuery;
    }

    public RecordedHeaders headers() {
        return headers;
    }

    /** The first header of that name, whatever its case. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    public byte[] body() {
        return body.clone();
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public S3Operation operation() {
        return operation;
    }

    /** The bucket of a path-style request, percent-decoded; empty for the service itself. */
    public String bucket() {
        return decode(rawBucket());
    }

    /** The key of a path-style request, percent-decoded; empty for a request to a bucket. */
    public String key() {
        int start = 1 + rawBucket().length() + 1;
        return start < rawPath.length() ? decode(rawPath.substring(start)) : "";
    }

    /** A query parameter, decoded: empty text when it stands there without a value. */
    public Optional<String> queryParameter(String name) {
        return queryPairs().stream()
                .filter(pair -> decode(pair.split("=", 2)[0]).equals(name))
                .map(pair -> pair.contains("=") ? decode(pair.split("=", 2)[1]) : "")
                .findFirst();
    }

    private List<String> queryPairs() {
        return rawQuery.isEmpty() ? List.of() : Arrays.asList(rawQuery.split("&", -1));
    }

    private String rawBucket() {
        String afterSlash = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
        int slash = afterSlash.indexOf('/');
        return slash < 0 ? afterSlash : afterSlash.substring(0, slash);
    }

    private static String decode(String percentEncoded) {
        // URLDecoder reads forms, where "+" is a space; in S3 paths and queries it is itself.
        return URLDecoder.decode(percentEncoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + rawPath + (rawQuery.isEmpty() ? "" : "?" + rawQuery);
    }
}
