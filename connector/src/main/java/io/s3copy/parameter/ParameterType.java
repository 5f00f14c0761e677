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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The types of parameters: how a value is read from text or from Java, and what it is afterwards. */
public enum ParameterType {
    /** Any text that a header can carry. */
    TEXT(String.class, (given, row) -> headerText(given)),
    /** An object key: 1 to 1,024 bytes of UTF-8. */
    KEY(String.class, (given, row) -> key(given)),
    /** A {@link CopySource}, its text form, or boto3's dictionary. */
    COPY_SOURCE(CopySource.class, (given, row) -> copySource(given)),
    /** One of the values that the row names, in any case. */
    ENUM(String.class, ParameterType::known),
    /** {@code true} or {@code false}. */
    BOOLEAN(Boolean.class, (given, row) -> bool(given)),
    POSITIVE_INTEGER(Integer.class, (given, row) -> positive(given)),
    PART_NUMBER(Integer.class, (given, row) -> PartNumbers.read(given)),
    PART_MARKER(Integer.class, (given, row) -> PartNumbers.readMarker(given)),
    /** Bytes, or text like {@code 64MiB}. */
    SIZE(Long.class, (given, row) -> Sizes.read(given)),
    /** ISO-8601, RFC 1123 or epoch milliseconds. */
    TIMESTAMP(Instant.class, (given, row) -> Timestamps.read(given)),
    /** {@code bytes=first-last}. */
    RANGE(ByteRange.class, (given, row) -> ByteRange.read(given)),
    /** A map of names to ASCII values. */
    METADATA(Map.class, (given, row) -> metadata(given)),
    /** Tags as a query string. */
    TAGGING(String.class, (given, row) -> Tags.read(given)),
    /** Tags as a map; they become the query string. */
    TAGS(String.class, (given, row) -> tags(given)),
    MIME_TYPE(String.class, (given, row) -> mimeType(given)),
    /** Grantees of an ACL. */
    GRANT(String.class, (given, row) -> grant(given)),
    /** Twelve digits. */
    ACCOUNT_ID(String.class, (given, row) -> accountId(given)),
    /** 32 bytes or their base64; never shown. */
    CUSTOMER_KEY(CustomerKey.class, (given, row) -> CustomerKey.read(given)),
    /** The base64 of 16 bytes. */
    MD5(String.class, (given, row) -> md5(given)),
    /** A map, or the base64 of a JSON object. */
    ENCRYPTION_CONTEXT(String.class, (given, row) -> EncryptionContext.read(given)),
    /** The parts of an upload, sorted by number. */
    PARTS(List.class, (given, row) -> parts(given));

    private static final int KEY_BYTES = 1024;
    private static final int METADATA_BYTES = 2048;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern MIME = Pattern.compile(
            "[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+*-]+\\s*(;\\s*[^=;\\s]+\\s*=\\s*(\"[^\"]*\"|[^;\\s\"]+)\\s*)*;?");

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

    Object read(Object given, CopyParameter row) throws UnreadableValueException {
        return reader.read(given, row);
    }

    private interface Reader {
        Object read(Object given, CopyParameter row) throws UnreadableValueException;
    }

    /** A line break in a header value would let event data add headers of its own. */
    private static String headerText(Object given) throws UnreadableValueException {
        String text = String.valueOf(given);
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c >= 0x7f)) {
            throw new UnreadableValueException(
                    "holds characters that no HTTP header can carry", "Use printable ASCII; encode anything else");
        }
        return text;
    }

    private static String key(Object given) throws UnreadableValueException {
        String key = String.valueOf(given);
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        if (utf8.length == 0 || utf8.length > KEY_BYTES) {
            throw new UnreadableValueException(
                    "a key has 1 to 1,024 bytes of UTF-8, this one " + utf8.length, "Shorten or name the key");
        } else if (!new String(utf8, StandardCharsets.UTF_8).equals(key)) {
            throw new UnreadableValueException(
                    "holds half a surrogate pair, which is no character", "Give valid Unicode");
        }
        return key;
    }

    private static CopySource copySource(Object given) throws UnreadableValueException {
        CopySource source;
        if (given instanceof CopySource typed) {
            source = typed;
        } else if (given instanceof Map<?, ?> map) {
            Set<Object> unknown = new HashSet<>(map.keySet());
            unknown.removeAll(Set.of("Bucket", "Key", "VersionId"));
            if (!unknown.isEmpty() || map.get("Bucket") == null || map.get("Key") == null) {
                throw new UnreadableValueException(
                        "is not boto3's dictionary of Bucket, Key and, where wanted, VersionId", "Write it so");
            }
            Object version = map.get("VersionId");
            source = new CopySource(
                    String.valueOf(map.get("Bucket")),
                    String.valueOf(map.get("Key")),
                    version == null ? null : String.valueOf(version));
        } else {
            source = CopySource.parse(String.valueOf(given));
        }
        headerText(source.bucket());
        key(source.key());
        return source;
    }

    private static String known(Object given, CopyParameter row) throws UnreadableValueException {
        String text = String.valueOf(given);
        return row.knownValues().stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new UnreadableValueException(
                        "is not a value that S3 knows", "Use one of " + String.join(", ", row.knownValues())));
    }

    private static Boolean bool(Object given) throws UnreadableValueException {
        String text = String.valueOf(given).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw new UnreadableValueException("is neither true nor false", "Write true or false");
        }
        return Boolean.valueOf(text);
    }

    private static Integer positive(Object given) throws UnreadableValueException {
        try {
            int number = Integer.parseInt(String.valueOf(given).trim());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through: not a number is as wrong as one that is too small
        }
        throw new UnreadableValueException("is not a whole number of 1 or more", "Give one");
    }

    private static Map<String, String> metadata(Object given) throws UnreadableValueException {
        if (!(given instanceof Map<?, ?> map)) {
            throw new UnreadableValueException(
                    "is not a map of names to values", "Give a Map, or write metadata.name=value in a URI");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        int bytes = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            String value = entry.getValue() == null ? "" : headerText(entry.getValue());
            if (!TOKEN.matcher(name).matches()) {
                throw new UnreadableValueException(
                        "the name '" + name + "' cannot be part of an HTTP header",
                        "Use letters, digits and -._ ; S3 keeps names in lower case");
            }
            bytes += name.length() + value.length();
            metadata.put(name, value);
        }
        if (bytes > METADATA_BYTES) {
            throw new UnreadableValueException(
                    "has " + bytes + " bytes, and names and values together have at most 2,048", "Give less");
        }
        return Collections.unmodifiableMap(metadata);
    }

    private static String tags(Object given) throws UnreadableValueException {
        if (!(given instanceof Map)) {
            throw new UnreadableValueException("is not a map of tags", "Give a Map, or the query string as tagging");
        }
        return Tags.read(given);
    }

    private static String mimeType(Object given) throws UnreadableValueException {
        String type = headerText(given);
        if (!MIME.matcher(type).matches()) {
            throw new UnreadableValueException(
                    "is not a MIME type (type/subtype; parameter=value)",
                    type.contains(" ")
                            ? "A + in a URI became a space: write RAW(image/svg+xml)"
                            : "Write for example text/plain; charset=utf-8");
        }
        return type;
    }

    private static String grant(Object given) throws UnreadableValueException {
        String grant = headerText(given);
        if (grant.toLowerCase(Locale.ROOT).contains("emailaddress")) {
            throw new UnreadableValueException(
                    "names a grantee by e-mail, which S3 ended in October 2025 (405 MethodNotAllowed)",
                    "Name the canonical user id: id=\"…\"");
        } else if (!grant.matches("\\s*(id|uri)\\s*=\\s*\"?[^\",]+\"?\\s*(,\\s*(id|uri)\\s*=\\s*\"?[^\",]+\"?\\s*)*")) {
            throw new UnreadableValueException(
                    "is not a list of grantees",
                    "Write id=\"canonical-user-id\" or uri=\"group\", separated by commas");
        }
        return grant;
    }

    private static String accountId(Object given) throws UnreadableValueException {
        String id = String.valueOf(given).trim();
        if (!id.matches("\\d{12}")) {
            throw new UnreadableValueException(
                    "is not an account id of 12 digits",
                    "Give the 12-digit id of the AWS account, leading zeros included");
        }
        return id;
    }

    private static String md5(Object given) throws UnreadableValueException {
        String base64 = String.valueOf(given).trim();
        try {
            if (Base64.getDecoder().decode(base64).length == 16) {
                return base64;
            }
        } catch (IllegalArgumentException e) {
            // falls through: bad base64 is as wrong as a digest of another length
        }
        throw new UnreadableValueException(
                "is not the base64 of an MD5 (24 characters)", "Leave it out: it is computed");
    }

    private static List<CompletedPart> parts(Object given) throws UnreadableValueException {
        Object list = given instanceof Map<?, ?> map && map.get("Parts") != null ? map.get("Parts") : given;
        if (!(list instanceof Collection<?> elements) || elements.isEmpty()) {
            throw new UnreadableValueException("is not a list of parts", "Give the parts that UploadPartCopy returned");
        }
        List<CompletedPart> parts = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (Object element : elements) {
            CompletedPart part;
            if (element instanceof CompletedPart typed) {
                part = typed;
            } else if (element instanceof Map<?, ?> map) {
                part = CompletedPart.read(map);
            } else {
                throw new UnreadableValueException(
                        "holds a "
                                + (element == null ? "null" : element.getClass().getName()) + ", which is no part",
                        "Give maps with PartNumber and ETag, or the SDK's CompletedPart");
            }
            if (!numbers.add(part.partNumber())) {
                throw new UnreadableValueException("names part " + part.partNumber() + " twice", "Name each part once");
            }
            parts.add(part);
        }
        parts.sort(Comparator.comparingInt(CompletedPart::partNumber));
        return List.copyOf(parts);
    }
}
