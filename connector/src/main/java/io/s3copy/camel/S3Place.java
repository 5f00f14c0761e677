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
package io.s3copy.camel;

import io.s3copy.parameter.InvalidParameterException;

/**
 * A place in a bucket, as options name it: {@code s3://bucket/prefix/}.
 *
 * @param bucket a bucket name, or an access point ARN
 * @param key the key or the prefix; empty for the whole bucket
 */
public record S3Place(String bucket, String key) {

    private static final String SCHEME = "s3://";

    /** Whether a text names one, rather than a file. */
    public static boolean isOne(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * Reads a place. ARNs contain slashes, so that a key behind one begins after {@code //}.
     *
     * @throws InvalidParameterException if it is none
     */
    public static S3Place parse(String option, String text) {
        String rest = isOne(text) ? text.substring(SCHEME.length()) : "";
        boolean arn = rest.startsWith("arn:");
        int slash = arn ? rest.indexOf("//") : rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        if (bucket.isEmpty()) {
            throw new InvalidParameterException(
                    "option " + option, text, "is no place in a bucket", "Write s3://bucket/prefix/");
        }
        return new S3Place(bucket, slash < 0 ? "" : rest.substring(slash + (arn ? 2 : 1)));
    }

    /** The same as a folder: with a slash at its end. */
    public S3Place folder() {
        return key.isEmpty() || key.endsWith("/") ? this : new S3Place(bucket, key + "/");
    }
}
