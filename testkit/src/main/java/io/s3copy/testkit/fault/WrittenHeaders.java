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
package io.s3copy.testkit.fault;

import io.s3copy.testkit.RecordedHeaders.Line;
import io.s3copy.testkit.RecordedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the headers of a write make of an object. */
final class WrittenHeaders {

    /** What MetadataDirective=COPY takes from the source. */
    private static final List<String> SYSTEM = List.of(
            "Content-Type", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Expires");

    private static final String REDIRECT = "x-amz-website-redirect-location";
    private static final String LOCK = "x-amz-object-lock-";

    /** What no copy takes from its source. */
    private static final List<String> PROPERTIES = List.of(
            "x-amz-storage-class",
            REDIRECT,
            "x-amz-object-lock-mode",
            "x-amz-object-lock-retain-until-date",
            "x-amz-object-lock-legal-hold");

    private static final String METADATA = "x-amz-meta-";

    private final Set<Quirk> quirks;
    private final Encryption encryption;

    WrittenHeaders(Set<Quirk> quirks) {
        this.quirks = quirks;
        this.encryption = new Encryption(quirks);
    }

    /** A new object as the request describes it, with nothing of a source's. */
    StoredObject describe(RecordedRequest request, StoredObject plain) {
        Map<String, String> headers = new TreeMap<>(plain.headers());
        SYSTEM.forEach(name -> request.header(name).ifPresent(value -> headers.put(name, value)));
        PROPERTIES.stream()
                .filter(this::isHeeded)
                .forEach(name -> request.header(name).ifPresent(value -> headers.put(name, value)));
        encryption.describe(request, headers);
        Map<String, String> metadata = new TreeMap<>();
        for (Line line : request.headers().lines()) {
            String name = line.name().toLowerCase(Locale.ROOT);
            if (name.startsWith(METADATA)) {
                metadata.put(name.substring(METADATA.length()), line.value());
            }
        }
        return plain.withHeaders(headers)
                .withMetadata(metadata)
                .withTags(tags(request.header("x-amz-tagging").orElse("")))
                .withAcl(
                        quirks.contains(Quirk.IGNORES_ACL)
                                ? "private"
                                : request.header("x-amz-acl").orElse("private"));
    }

    private boolean isHeeded(String property) {
        return !(property.equals(REDIRECT) && quirks.contains(Quirk.IGNORES_REDIRECT))
                && !(property.startsWith(LOCK) && quirks.contains(Quirk.IGNORES_OBJECT_LOCK));
    }

    /** A new object as the request describes it, and what its directives take from the source. */
    StoredObject describe(RecordedRequest request, StoredObject plain, StoredObject source) {
        StoredObject described = describe(request, plain);
        if (!replaces(request, "x-amz-metadata-directive")) {
            Map<String, String> headers = new TreeMap<>(described.headers());
            SYSTEM.forEach(headers::remove);
            source.headers().forEach((name, value) -> {
                if (SYSTEM.contains(name)) {
                    headers.put(name, value);
                }
            });
            described = described.withHeaders(headers).withMetadata(source.metadata());
        }
        boolean ownTags =
                replaces(request, "x-amz-tagging-directive") && !quirks.contains(Quirk.IGNORES_TAGGING_DIRECTIVE);
        return ownTags ? described : described.withTags(source.tags());
    }

    private static boolean replaces(RecordedRequest request, String directive) {
        return request.header(directive).orElse("").equals("REPLACE");
    }

    private static Map<String, String> tags(String query) {
        Map<String, String> tags = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] tag = pair.split("=", 2);
            tags.put(decode(tag[0]), tag.length > 1 ? decode(tag[1]) : "");
        }
        return tags;
    }

    private static String decode(String form) {
        return URLDecoder.decode(form, StandardCharsets.UTF_8);
    }
}
