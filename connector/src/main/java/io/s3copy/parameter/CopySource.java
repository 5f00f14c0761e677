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
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The object to copy from.
 *
 * @param bucket a bucket name or an access point ARN
 * @param key the key, literally
 * @param versionId the version, or null for the current one
 */
public record CopySource(
        String bucket, String key, @Nullable String versionId) {

    public CopySource {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
    }

    private static final String VERSION_QUERY = "?versionId=";
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    private static final String OBJECT_RESOURCE = "/object/";
    private static final String S3_SCHEME = "s3://";
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");

    /** The current version of an object. */
    public static CopySource of(String bucket, String key) {
        return new CopySource(bucket, key, null);
    }

    /**
     * Reads the one-text form: {@code bucket/key}, {@code s3://bucket/key}, {@code bucket/key?versionId=id}, or
     * {@code arn:…/object/key}, as plain text. A leading slash is allowed, as S3 allows it. Only a trailing {@code ?versionId=} is a version.
     */
    static CopySource parse(String text) throws UnreadableValueException {
        int query = text.lastIndexOf(VERSION_QUERY);
        String versionId = query < 0 ? null : text.substring(query + VERSION_QUERY.length());
        if (versionId != null && versionId.chars().anyMatch(Character::isWhitespace)) {
            versionId = null; // no version has white space: as boto3 reads it, this is a piece of the key
        }
        String object = versionId == null ? text : text.substring(0, query);
        if (versionId != null && versionId.isEmpty()) {
            throw new UnreadableValueException(
                    "ends in ?versionId= without a version",
                    "Name the version, or give copySourceBucket and copySourceKey");
        }
        String trimmed = withoutScheme(object);
        boolean arn = trimmed.startsWith("arn:");
        int cut = arn ? endOfArn(trimmed) : trimmed.indexOf('/');
        int keyStart = cut + (arn ? OBJECT_RESOURCE.length() : 1);
        if (cut <= 0 || keyStart >= trimmed.length()) {
            throw new UnreadableValueException(
                    "is not of the form "
                            + (arn ? "arn:…:accesspoint/name/object/key" : "bucket/key or bucket/key?versionId=id"),
                    "Write the source so, or give copySourceBucket and copySourceKey");
        }
        return new CopySource(trimmed.substring(0, cut), trimmed.substring(keyStart), versionId);
    }

    /** What a console or a command line calls s3://bucket/key is bucket/key; no other URL names a bucket so plainly. */
    private static String withoutScheme(String object) throws UnreadableValueException {
        if (object.regionMatches(true, 0, S3_SCHEME, 0, S3_SCHEME.length())) {
            return object.substring(S3_SCHEME.length());
        } else if (URL.matcher(object).lookingAt()) {
            throw new UnreadableValueException(
                    "is a URL, and a source is named by bucket and key", "Write bucket/key, or s3://bucket/key");
        }
        return object.startsWith("/") ? object.substring(1) : object;
    }

    /** The first /object/ that has an ARN before it: a key may hold another, and an access point may be named object. */
    private static int endOfArn(String text) {
        int cut = text.indexOf(OBJECT_RESOURCE);
        while (cut >= 0 && !BucketKind.isPlausible(text.substring(0, cut))) {
            cut = text.indexOf(OBJECT_RESOURCE, cut + 1);
        }
        return cut;
    }

    /** The version, if one was named. */
    public Optional<String> version() {
        return Optional.ofNullable(versionId);
    }

    /**
     * The value of {@code x-amz-copy-source}: percent-encoded UTF-8, slashes kept. A plus sign is encoded too, as S3
     * reads a bare one as a space.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
     */
    public String headerValue() {
        boolean arn = bucket.startsWith("arn:");
        StringBuilder value = new StringBuilder(bucket.length() + key.length() + 16);
        encode(bucket, value);
        value.append(arn ? OBJECT_RESOURCE : "/");
        encode(key, value);
        if (versionId != null) {
            value.append(VERSION_QUERY);
            encode(versionId, value);
        }
        return value.toString();
    }

    private static void encode(String text, StringBuilder into) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (UNRESERVED.indexOf(c) >= 0) {
                into.append(c);
            } else {
                into.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
            }
        }
    }

    /** As a reader writes it, not encoded: {@code bucket/key?versionId=id} or {@code arn:…/object/key}. */
    @Override
    public String toString() {
        return bucket
                + (bucket.startsWith("arn:") ? OBJECT_RESOURCE : "/")
                + key
                + (versionId == null ? "" : VERSION_QUERY + versionId);
    }
}
