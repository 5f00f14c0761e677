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
package io.s3copy.app.cli;

import io.s3copy.app.config.SettingsException;
import io.s3copy.camel.S3Place;
import io.s3copy.text.Printable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/**
 * An argument that names a bucket, a key, a prefix or a pattern.
 *
 * @param text as it was written
 */
record S3Uri(String text, S3Place place) {

    /** Reads it. */
    static S3Uri parse(String text) {
        if (!S3Place.isOne(text)) {
            throw new SettingsException(
                    "'" + Printable.of(text) + "' is no s3:// place. s3copy copies inside S3, on the"
                            + " server's side, and reads and writes no local files: aws s3 cp does. Write s3://bucket/key");
        }
        S3Place place = S3Place.parse("argument", text);
        return new S3Uri(text, place);
    }

    /** For Picocli. */
    static final class Converter implements ITypeConverter<S3Uri> {
        @Override
        public S3Uri convert(String value) {
            return parse(value);
        }
    }

    boolean hasWildcard() {
        return wildcard(place.key()) >= 0;
    }

    /** Where the first wildcard of a text is; -1 without one. */
    static int wildcard(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) == '*' || key.charAt(i) == '?') {
                return i;
            }
        }
        return -1;
    }

    /** A place, for people and for programs. */
    static String text(String bucket, @Nullable String key) {
        return "s3://" + bucket + "/" + (key == null ? "" : key);
    }

    static String text(S3Place place) {
        return text(place.bucket(), place.key());
    }
}
