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
package io.s3copy.bulk.manifest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.s3copy.engine.s3.ListedObject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of JSON lines. Read are {@code bucket}, {@code key}, {@code versionId}, {@code size}, {@code eTag},
 * {@code lastModified}, {@code storageClass}, {@code latest}, {@code deleteMarker}, and of a report {@code outcome}; other
 * members are allowed. What is null is not told. Empty lines name nothing.
 */
final class JsonLinesReader implements ManifestReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final EntryRules rules;
    private final Lines lines;
    private long passedOver;

    JsonLinesReader(EntryRules rules, Lines lines) {
        this.rules = rules;
        this.lines = lines;
    }

    @Override
    public @Nullable ManifestEntry next() throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            JsonNode object = object(line);
            String status = text(object, "outcome");
            if (status == null || rules.isTaken(line(), status)) {
                return entry(object);
            }
            passedOver++;
        }
        return null;
    }

    private JsonNode object(String line) {
        JsonNode node;
        try {
            node = JSON.readValue(line);
        } catch (JsonProcessingException e) {
            throw new UnreadableManifestException(
                    rules.document(),
                    line(),
                    "the line is no JSON object, or names a member twice",
                    "Write one object on each line: {\"bucket\": \"…\", \"key\": \"…\"}",
                    e);
        }
        if (!node.isObject()) {
            throw rules.broken(
                    line(),
                    "the line is JSON, but no object",
                    "Write one object on each line: {\"bucket\": \"…\", \"key\": \"…\"}");
        }
        return node;
    }

    private ManifestEntry entry(JsonNode object) {
        Boolean deleteMarker = flag(object, "deleteMarker");
        long size = size(object);
        return rules.wanted(
                line(),
                new ManifestEntry(
                        rules.bucket(line(), text(object, "bucket")),
                        rules.key(line(), text(object, "key")),
                        rules.versionId(line(), text(object, "versionId")),
                        Boolean.TRUE.equals(deleteMarker) ? ListedObject.UNKNOWN_SIZE : size,
                        text(object, "eTag"),
                        rules.instant(line(), orEmpty(text(object, "lastModified"))),
                        text(object, "storageClass"),
                        flag(object, "latest"),
                        deleteMarker));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private @Nullable String text(JsonNode object, String name) {
        JsonNode value = member(object, name);
        if (value != null && !value.isTextual()) {
            throw rules.broken(line(), "the member " + name + " is no text", "Write it in quotes");
        }
        return value == null ? null : value.textValue();
    }

    private @Nullable Boolean flag(JsonNode object, String name) {
        JsonNode value = member(object, name);
        if (value != null && !value.isBoolean()) {
            throw rules.broken(line(), "the member " + name + " is neither true nor false", "Write true or false");
        }
        return value == null ? null : value.booleanValue();
    }

    private long size(JsonNode object) {
        JsonNode value = member(object, "size");
        if (value == null) {
            return ListedObject.UNKNOWN_SIZE;
        } else if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < -1) {
            throw rules.broken(line(), "the member size is no size", "Write whole bytes, or -1 where it is not known");
        }
        return value.longValue();
    }

    private static @Nullable JsonNode member(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public String document() {
        return rules.document();
    }

    @Override
    public long passedOver() {
        return passedOver;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
