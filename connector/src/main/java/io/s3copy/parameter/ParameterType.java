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
package io.s3copy.parameter;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The types of parameters: how a value is read from text or from Java, and what it is afterwards. Text may come as its
 * UTF-8 bytes. White space around a value is dropped where the type has no use for it.
 */
public enum ParameterType {
    /** Any text that a header can carry: printable ASCII, which may be empty. */
    TEXT(String.class, (given, row) -> Texts.header(given)),
    /** A text that a header can carry, of at least one character: ids, ETags, checksums. */
    PRESENT_TEXT(String.class, (given, row) -> Texts.present(given)),
    /** An object key: 1 to 1,024 bytes of UTF-8. */
    KEY(String.class, (given, row) -> Texts.key(given)),
    /** A {@link CopySource}, its text form, or boto3's dictionary. */
    COPY_SOURCE(CopySource.class, (given, row) -> copySource(given)),
    /** One of the values that the row names, in any case; kept in S3's spelling. */
    ENUM(String.class, ParameterType::known),
    /** {@code true} or {@code false}, in any case. */
    BOOLEAN(Boolean.class, (given, row) -> bool(given)),
    /** A whole number from 1 to 2,147,483,647. */
    POSITIVE_INTEGER(Integer.class, (given, row) -> positive(given)),
    /** The number of a part, 1 to 10,000. */
    PART_NUMBER(Integer.class, (given, row) -> PartNumbers.read(given)),
    /** The number of the part that a listing starts after, 0 to 10,000. */
    PART_MARKER(Integer.class, (given, row) -> PartNumbers.readMarker(given)),
    /** Bytes, or text like {@code 64MiB}. */
    SIZE(Long.class, (given, row) -> Sizes.read(given)),
    /** ISO-8601 with an offset, a day (its midnight in UTC), RFC 1123 or epoch milliseconds; years 1 to 9999. */
    TIMESTAMP(Instant.class, (given, row) -> Timestamps.read(given)),
    /** {@code bytes=first-last}, both counted from 0 and included; at most 5 GiB. */
    RANGE(ByteRange.class, (given, row) -> ByteRange.read(given)),
    /** A map of names to ASCII values, or the {@link TextMap text} of one, at most 2,048 bytes in all. */
    METADATA(Map.class, (given, row) -> UserMetadata.read(given)),
    /** Tags as a query string: at most 10, names of 1 to 128 and values of up to 256 characters. */
    TAGGING(String.class, (given, row) -> Tags.read(given)),
    /** Tags as a map or the {@link TextMap text} of one, with the same limits; they become the query string. */
    TAGS(String.class, (given, row) -> Tags.read(given instanceof Map ? given : TextMap.read(Texts.of(given)))),
    /** {@code type/subtype}, with parameters or without. */
    MIME_TYPE(String.class, (given, row) -> MimeTypes.read(given)),
    /** Grantees of an ACL: {@code id="…"} or {@code uri="…"}, separated by commas. */
    GRANT(String.class, (given, row) -> Grants.read(given)),
    /** Twelve digits. */
    ACCOUNT_ID(String.class, (given, row) -> accountId(given)),
    /** 32 bytes or their base64; never shown. */
    CUSTOMER_KEY(CustomerKey.class, (given, row) -> CustomerKey.read(given)),
    /** The base64 of 16 bytes. */
    MD5(String.class, (given, row) -> md5(given)),
    /** A map of texts, the {@link TextMap text} of one, or the base64 of a JSON object of them. */
    ENCRYPTION_CONTEXT(String.class, (given, row) -> EncryptionContext.read(given)),
    /** The parts of an upload, sorted by number. */
    PARTS(List.class, (given, row) -> Parts.read(given));

    private static final int MD5_BYTES = 16;

    private final Class<?> javaType;
    private final Reader reader;

    ParameterType(Class<?> javaType, Reader reader) {
        this.javaType = javaType;
        this.reader = reader;
    }

    /** What {@link CopyRequest} holds after a value was read. */
    public Class<?> javaType() {
        return javaType;
    }

    /** Whether a value of this type must never be shown. */
    public boolean isSecret() {
        return this == CUSTOMER_KEY;
    }

    /** Whether an error may show the value. If a key and its digest are mixed up, the key is where the MD5 belongs. */
    boolean mayBeShown() {
        return !isSecret() && this != MD5;
    }

    Object read(Object given, CopyParameter row) throws UnreadableValueException {
        return reader.read(given, row);
    }

    private interface Reader {
        Object read(Object given, CopyParameter row) throws UnreadableValueException;
    }

    private static CopySource copySource(Object given) throws UnreadableValueException {
        CopySource source = given instanceof CopySource typed
                ? typed
                : given instanceof Map<?, ?> map ? copySource(map) : CopySource.parse(Texts.of(given));
        Texts.header(source.bucket());
        Texts.key(source.key());
        if (source.versionId() != null) {
            Texts.present(source.versionId());
        }
        return source;
    }

    private static CopySource copySource(Map<?, ?> map) throws UnreadableValueException {
        Object bucket = null;
        Object key = null;
        Object version = null;
        boolean known = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            switch (String.valueOf(entry.getKey())) {
                case "Bucket" -> bucket = entry.getValue();
                case "Key" -> key = entry.getValue();
                case "VersionId" -> version = entry.getValue();
                default -> known = false;
            }
        }
        if (!known || bucket == null || key == null) {
            throw new UnreadableValueException(
                    "is not boto3's dictionary of Bucket, Key and, where wanted, VersionId", "Write it so");
        }
        return new CopySource(Texts.of(bucket), Texts.of(key), version == null ? null : Texts.of(version));
    }

    private static String known(Object given, CopyParameter row) throws UnreadableValueException {
        String text = Texts.trimmed(given);
        return row.knownValues().stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new UnreadableValueException(
                        "is not a value that S3 knows",
                        "Use one of " + String.join(", ", row.knownValues())
                                + Nearest.to(text, row.knownValues())
                                        .map(nearest -> ". The nearest is " + nearest)
                                        .orElse("")));
    }

    private static Boolean bool(Object given) throws UnreadableValueException {
        String text = Texts.trimmed(given).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw new UnreadableValueException("is neither true nor false", "Write true or false");
        }
        return Boolean.valueOf(text);
    }

    private static Integer positive(Object given) throws UnreadableValueException {
        try {
            int number = Integer.parseInt(Texts.trimmed(given));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through: not a number is as wrong as one that is too small
        }
        throw new UnreadableValueException("is not a whole number of 1 or more", "Give one");
    }

    private static String accountId(Object given) throws UnreadableValueException {
        String id = Texts.trimmed(given);
        if (!id.matches("\\d{12}")) {
            throw new UnreadableValueException(
                    "is not an account id of 12 digits",
                    "Give the 12-digit id of the AWS account, leading zeros included");
        }
        return id;
    }

    private static String md5(Object given) throws UnreadableValueException {
        try {
            byte[] digest = Base64.getDecoder().decode(Texts.trimmed(given));
            if (digest.length == MD5_BYTES) {
                return Base64.getEncoder().encodeToString(digest);
            }
        } catch (IllegalArgumentException e) {
            // falls through: bad base64 is as wrong as a digest of another length
        }
        throw new UnreadableValueException(
                "is not the base64 of an MD5 (24 characters)", "Leave it out: it is computed");
    }
}
