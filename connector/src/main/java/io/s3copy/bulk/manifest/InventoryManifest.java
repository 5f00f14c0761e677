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
import io.s3copy.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code manifest.json}: which data files there are, and what their columns are. That of S3 Inventory, or that of the
 * completion report of a job of S3 Batch Operations.
 *
 * @param sourceBucket the bucket that all rows are of; null in a report
 * @param schema the names of the columns; null where the files are JSON lines
 * @param files the data files, in the order of the document
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html">Locating your
 *     inventory list</a>
 */
record InventoryManifest(
        @Nullable String sourceBucket, @Nullable List<String> schema, List<DataFile> files) {

    /** The largest manifest.json: about 100,000 data files. */
    private static final int MAX_BYTES = 32 << 20;

    private static final Pattern BUCKET_ARN = Pattern.compile("arn:[^:]+:s3:::([^:/]+)");
    private static final String AS_S3 = "Give the manifest.json as S3 wrote it";
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /**
     * A data file.
     *
     * @param key plain
     * @param size in bytes, -1 where the manifest does not tell it
     * @param md5 in lower-case hexadecimal digits
     */
    record DataFile(String bucket, String key, long size, String md5) {}

    /**
     * Reads a manifest.
     *
     * @throws UnreadableManifestException when it is none, or is of a format that is not read
     */
    static InventoryManifest read(ManifestOptions options, InputStream content) throws IOException {
        EntryRules rules = new EntryRules(options, options.name());
        byte[] bytes = content.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw rules.broken(0, "the manifest.json is larger than 32 MiB", AS_S3);
        }
        JsonNode json;
        try {
            json = JSON.readValue(bytes);
        } catch (JsonProcessingException e) {
            throw new UnreadableManifestException(options.name(), 0, "the manifest.json is no JSON", AS_S3, e);
        }
        return json.has("Results") ? ofReport(rules, json) : ofInventory(rules, json);
    }

    private static InventoryManifest ofInventory(EntryRules rules, JsonNode json) {
        String format = text(rules, json, "fileFormat");
        if (!format.equalsIgnoreCase("CSV")) {
            throw rules.broken(
                    0,
                    "the inventory is in " + Printable.quoted(format) + ", which is not read",
                    "Set the inventory's output format to CSV, or query it and give the result as CSV or JSON lines");
        }
        String bucket = bucket(rules, text(rules, json, "destinationBucket"));
        List<DataFile> files = new ArrayList<>();
        for (JsonNode file : array(rules, json, "files")) {
            files.add(file(rules, file, bucket, "key", "MD5checksum", "size"));
        }
        return new InventoryManifest(
                text(rules, json, "sourceBucket"), schema(text(rules, json, "fileSchema")), List.copyOf(files));
    }

    private static InventoryManifest ofReport(EntryRules rules, JsonNode json) {
        String format = text(rules, json, "Format");
        boolean lines = format.startsWith("Report_JSONL_");
        if (!lines && !format.startsWith("Report_CSV_")) {
            throw rules.broken(0, "the report is in " + Printable.quoted(format) + ", which is not read", AS_S3);
        }
        List<DataFile> files = new ArrayList<>();
        for (JsonNode file : array(rules, json, "Results")) {
            String bucket = bucket(rules, text(rules, file, "Bucket"));
            files.add(file(rules, file, bucket, "Key", "MD5Checksum", "Size"));
        }
        return new InventoryManifest(
                null, lines ? null : schema(text(rules, json, "ReportSchema")), List.copyOf(files));
    }

    private static DataFile file(
            EntryRules rules, JsonNode file, String bucket, String keyName, String sumName, String sizeName) {
        String key = rules.key(0, text(rules, file, keyName));
        String md5 = text(rules, file, sumName).toLowerCase(Locale.ROOT);
        if (!md5.matches("[0-9a-f]{32}")) {
            throw rules.broken(0, "the " + sumName + " of " + Printable.quoted(key) + " is no MD5", AS_S3);
        }
        JsonNode size = file.path(sizeName);
        if (!size.isMissingNode() && !(size.isIntegralNumber() && size.canConvertToLong() && size.longValue() >= 0)) {
            throw rules.broken(0, "the size of " + Printable.quoted(key) + " is none", AS_S3);
        }
        return new DataFile(bucket, key, size.isMissingNode() ? -1 : size.longValue(), md5);
    }

    private static List<String> schema(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static String bucket(EntryRules rules, String nameOrArn) {
        Matcher arn = BUCKET_ARN.matcher(nameOrArn);
        return rules.bucket(0, arn.matches() ? arn.group(1) : nameOrArn);
    }

    private static Iterable<JsonNode> array(EntryRules rules, JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isArray()) {
            throw rules.broken(0, "the manifest.json has no list " + name, AS_S3);
        }
        return value;
    }

    private static String text(EntryRules rules, JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw rules.broken(0, "the manifest.json has no text " + name, AS_S3);
        }
        return value.textValue();
    }
}
