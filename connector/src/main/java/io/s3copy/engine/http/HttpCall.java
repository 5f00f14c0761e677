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
package io.s3copy.engine.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request, as far as what it asks says it: what signs it and where it goes comes later. */
final class HttpCall {

    /** Headers that every request has, or that every server of S3's protocol knows. */
    private static final List<String> USUAL =
            List.of("x-amz-copy-source", "x-amz-copy-source-range", "x-amz-metadata-directive");

    private static final byte[] NOTHING = {};

    private final String method;
    private final String bucket;
    private final @Nullable String key;
    private final StringBuilder query = new StringBuilder();
    private final List<String> names = new ArrayList<>(12);
    private final List<String> values = new ArrayList<>(12);
    private byte[] body = NOTHING;
    private @Nullable String subresource;

    /**
     * A call.
     *
     * @param key of the object; null for a call about the bucket
     */
    HttpCall(String method, String bucket, @Nullable String key) {
        this.method = method;
        this.bucket = bucket;
        this.key = key;
    }

    String method() {
        return method;
    }

    String bucket() {
        return bucket;
    }

    @Nullable
    String key() {
        return key;
    }

    /** A header; a value of null is none. */
    HttpCall header(String lowerCaseName, @Nullable Object value) {
        if (value != null) {
            names.add(lowerCaseName);
            values.add(value.toString());
        }
        return this;
    }

    /** A query parameter; a value of null is none. They must be given in the order of their names. */
    HttpCall query(String name, @Nullable Object value) {
        if (value != null) {
            if (!query.isEmpty()) {
                query.append('&');
            }
            query.append(name).append('=');
            UriText.encode(value.toString(), false, query);
        }
        return this;
    }

    /** What of the bucket or the object is meant; without a value. No other parameter may follow. */
    HttpCall subresource(String name) {
        subresource = name;
        return this;
    }

    HttpCall body(String xml) {
        body = xml.getBytes(StandardCharsets.UTF_8);
        return header("content-type", "application/xml");
    }

    /** The query as it is sent; empty where there is none. */
    String query() {
        return withSubresource("");
    }

    /** The query as it is signed. */
    String signedQuery() {
        return withSubresource("=");
    }

    private String withSubresource(String sign) {
        if (subresource == null) {
            return query.toString();
        }
        return (query.isEmpty() ? "" : query + "&") + subresource + sign;
    }

    List<String> names() {
        return names;
    }

    List<String> values() {
        return values;
    }

    byte[] body() {
        return body;
    }

    /** The names of what is sent that not every server knows; never their values, which may be secret. */
    List<String> unusualHeaders() {
        return names.stream()
                .filter(name -> name.startsWith("x-amz-") && !name.startsWith("x-amz-meta-"))
                .filter(name -> !USUAL.contains(name))
                .sorted()
                .toList();
    }
}
