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
import io.s3copy.parameter.ParameterType;
import io.s3copy.parameter.S3Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Values for every row of the table. A row of a known type is served as it is added, by its type; the rows whose text
 * has a form of its own, or whose date has, stand here by name.
 */
public final class Samples {

    /** A customer key; no part of it may appear where it does not belong. */
    public static final byte[] CUSTOMER_KEY = "0123456789abcdef0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** The name under which tests bind {@link #CUSTOMER_KEY}. */
    public static final String CUSTOMER_KEY_BEAN = "customerKey";

    public static final String CUSTOMER_KEY_BASE64 = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlBQkNERUY=";

    /** {@code printf %s 0123456789abcdef0123456789ABCDEF | openssl md5 -binary | base64} */
    public static final String CUSTOMER_KEY_MD5 = "V5euSAsQOO0sIBHETfEa4w==";

    /** The one part of every completion here. */
    public static final List<Map<String, Object>> PARTS =
            List.of(Map.of("PartNumber", 1, "ETag", "\"part-1\"", "ChecksumCRC32", "AAAAAA=="));

    private static final String INSTANT = "2099-01-02T03:04:05Z";
    private static final String HTTP_DATE = "Fri, 02 Jan 2099 03:04:05 GMT";
    private static final String CONTEXT_JSON = "{\"department\":\"records\"}";

    private static final Map<CopyParameter, Sample> SPECIAL = new EnumMap<>(CopyParameter.class);

    static {
        special(Sample.text(CopyParameter.BUCKET, "destination"));
        special(Sample.text(CopyParameter.KEY, "out/a b+c.txt"));
        special(new Sample(
                CopyParameter.COPY_SOURCE, "inbox/in/a b+c.txt", "inbox/in/a b+c.txt", "inbox/in/a%20b%2Bc.txt"));
        special(Sample.text(CopyParameter.COPY_SOURCE_BUCKET, "other-inbox"));
        special(new Sample(CopyParameter.COPY_SOURCE_KEY, "a?versionId=1", "a?versionId=1", "a%3FversionId%3D1"));
        special(Sample.text(CopyParameter.COPY_SOURCE_VERSION_ID, "3HL4kqtJvjVBH40Nrjfkd"));
        special(new Sample(CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE, INSTANT, INSTANT, INSTANT));
        special(Sample.text(CopyParameter.WEBSITE_REDIRECT_LOCATION, "https://example.com/moved?to=there"));
        special(Sample.text(CopyParameter.UPLOAD_ID, "VXBsb2FkIElE+/=="));
        special(Sample.text(CopyParameter.SSE_KMS_KEY_ID, "arn:aws:kms:us-east-1:111122223333:key/1234abcd"));
    }

    private Samples() {}

    private static void special(Sample sample) {
        SPECIAL.put(sample.row(), sample);
    }

    /** Values of the row: each that S3 knows, or both truths, or one that is typical. */
    public static List<Sample> of(CopyParameter row) {
        if (row.type() == ParameterType.ENUM) {
            return row.knownValues().stream()
                    .map(value -> Sample.text(row, value))
                    .toList();
        } else if (row.type() == ParameterType.BOOLEAN) {
            return List.of(new Sample(row, true, "true", "true"), new Sample(row, false, "false", "false"));
        } else if (row == CopyParameter.TAGGING) {
            return List.of(Sample.text(row, "a=1&b=two%20words"), Sample.text(row, ""));
        }
        return List.of(typical(row));
    }

    /** One value of the row. */
    public static Sample typical(CopyParameter row) {
        Sample special = SPECIAL.get(row);
        return special != null ? special : byType(row);
    }

    private static Sample byType(CopyParameter row) {
        String context = Base64.getEncoder().encodeToString(CONTEXT_JSON.getBytes(StandardCharsets.UTF_8));
        return switch (row.type()) {
            case TEXT, PRESENT_TEXT -> Sample.text(row, "\"text of " + row.member() + "\"");
            case KEY -> Sample.text(row, "key-of-" + row.member());
            case COPY_SOURCE -> Sample.text(row, "bucket/key");
            case ENUM -> Sample.text(row, row.knownValues().get(0));
            case BOOLEAN -> new Sample(row, true, "true", "true");
            case POSITIVE_INTEGER, PART_NUMBER, PART_MARKER -> new Sample(row, 7, "7", "7");
            case SIZE -> new Sample(row, "5MiB", "5MiB", "5242880");
            case TIMESTAMP -> new Sample(row, INSTANT, INSTANT, HTTP_DATE);
            case RANGE -> Sample.text(row, "bytes=0-5242879");
            case METADATA -> new Sample(row, Map.of("author", "Ann"), "author", "Ann");
            case TAGGING -> Sample.text(row, "a=1");
            case TAGS -> new Sample(row, Map.of("team", "big data"), "team", "team=big%20data");
            case MIME_TYPE -> Sample.text(row, "image/svg+xml; charset=utf-8");
            case GRANT -> Sample.text(row, "id=\"canonical-user\"");
            case ACCOUNT_ID -> Sample.text(row, "111122223333");
            case CUSTOMER_KEY -> new Sample(row, CUSTOMER_KEY, "#bean:" + CUSTOMER_KEY_BEAN, CUSTOMER_KEY_BASE64);
            case MD5 -> Sample.text(row, CUSTOMER_KEY_MD5);
            case ENCRYPTION_CONTEXT -> new Sample(row, Map.of("department", "records"), context, context);
            case PARTS -> new Sample(row, PARTS, null, "");
        };
    }

    /** What the call cannot do without. */
    public static List<Sample> required(S3Call call) {
        return call.required().stream().map(Samples::typical).toList();
    }

    /** What S3 would refuse or ignore the value without, beyond what the call requires. */
    public static List<Sample> companions(Sample sample, S3Call call) {
        List<Sample> companions = new ArrayList<>();
        switch (sample.row()) {
            case METADATA,
                    CONTENT_TYPE,
                    CACHE_CONTROL,
                    CONTENT_DISPOSITION,
                    CONTENT_ENCODING,
                    CONTENT_LANGUAGE,
                    EXPIRES -> companions.add(Sample.text(CopyParameter.METADATA_DIRECTIVE, "REPLACE"));
            case TAGGING, TAGS -> companions.add(Sample.text(CopyParameter.TAGGING_DIRECTIVE, "REPLACE"));
            case SSE_KMS_KEY_ID, SSE_KMS_ENCRYPTION_CONTEXT ->
                companions.add(Sample.text(CopyParameter.SERVER_SIDE_ENCRYPTION, "aws:kms"));
            case SSE_CUSTOMER_ALGORITHM, SSE_CUSTOMER_KEY_MD5 ->
                companions.add(typical(CopyParameter.SSE_CUSTOMER_KEY));
            case COPY_SOURCE_SSE_CUSTOMER_ALGORITHM, COPY_SOURCE_SSE_CUSTOMER_KEY_MD5 ->
                companions.add(typical(CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY));
            case OBJECT_LOCK_MODE -> companions.add(typical(CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE));
            case OBJECT_LOCK_RETAIN_UNTIL_DATE -> companions.add(typical(CopyParameter.OBJECT_LOCK_MODE));
            case OBJECT_LOCK_EVENT_HOLD -> {
                if (sample.wire().equals("ON")) {
                    companions.add(typical(CopyParameter.OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS));
                }
            }
            case OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS, OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS ->
                companions.add(Sample.text(CopyParameter.OBJECT_LOCK_EVENT_HOLD, "ON"));
            case CHECKSUM_TYPE -> companions.add(Sample.text(CopyParameter.CHECKSUM_ALGORITHM, "CRC32"));
            case COPY_SOURCE_BUCKET, COPY_SOURCE_VERSION_ID -> {
                companions.add(typical(CopyParameter.COPY_SOURCE_BUCKET));
                companions.add(typical(CopyParameter.COPY_SOURCE_KEY));
            }
            case COPY_SOURCE_KEY -> companions.add(typical(CopyParameter.COPY_SOURCE_BUCKET));
            default -> {
                // stands alone
            }
        }
        companions.removeIf(companion ->
                companion.row() == sample.row() || !companion.row().calls().contains(call));
        return companions;
    }

    /** The smallest request that S3 would obey, with the sample in it; a source of its own replaces the required one. */
    public static List<Sample> smallestWith(Sample sample, S3Call call) {
        Map<CopyParameter, Sample> all = new EnumMap<>(CopyParameter.class);
        required(call).forEach(each -> all.put(each.row(), each));
        companions(sample, call).forEach(each -> all.put(each.row(), each));
        all.put(sample.row(), sample);
        if (all.containsKey(CopyParameter.COPY_SOURCE_KEY)) {
            all.remove(CopyParameter.COPY_SOURCE);
        }
        return List.copyOf(all.values());
    }

    /** What goes on the wire for them: we add to a customer key what S3 wants beside it. */
    public static List<Sample> sent(List<Sample> said) {
        Map<CopyParameter, Sample> sent = new EnumMap<>(CopyParameter.class);
        said.forEach(sample -> sent.put(sample.row(), sample));
        if (sent.containsKey(CopyParameter.SSE_CUSTOMER_KEY)) {
            sent.putIfAbsent(CopyParameter.SSE_CUSTOMER_ALGORITHM, typical(CopyParameter.SSE_CUSTOMER_ALGORITHM));
            sent.putIfAbsent(CopyParameter.SSE_CUSTOMER_KEY_MD5, typical(CopyParameter.SSE_CUSTOMER_KEY_MD5));
        }
        if (sent.containsKey(CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY)) {
            sent.putIfAbsent(
                    CopyParameter.COPY_SOURCE_SSE_CUSTOMER_ALGORITHM,
                    typical(CopyParameter.COPY_SOURCE_SSE_CUSTOMER_ALGORITHM));
            sent.putIfAbsent(
                    CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY_MD5,
                    typical(CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY_MD5));
        }
        return List.copyOf(sent.values());
    }
}
