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
package io.s3copy.event;

import java.util.Locale;

/**
 * How the keys in records are written. It is about the senders that can be told otherwise: EventBridge, Cloudflare R2,
 * Google Cloud Storage, Tencent COS and Backblaze B2 never encode keys, whatever this says.
 */
public enum KeyEncoding {
    /**
     * As each sender does by itself, as far as its record tells who it is. A key of an unknown sender that would read
     * otherwise if decoded is refused, not guessed.
     */
    AUTO,
    /** {@code application/x-www-form-urlencoded}: a plus sign is a space, {@code %2F} a slash. */
    ENCODED,
    /** As they are. Also right for what {@code mc watch} and MinIO's listen call give. */
    PLAIN;

    /**
     * Reads the option's value, in upper or lower case. {@code form} and {@code raw}, its older names, are {@code encoded}
     * and {@code plain}.
     *
     * @throws IllegalArgumentException when there is no such encoding
     */
    public static KeyEncoding of(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "auto" -> AUTO;
            case "encoded", "form" -> ENCODED;
            case "plain", "raw" -> PLAIN;
            default ->
                throw new IllegalArgumentException(
                        Excerpt.quoted(text) + " is no way to write keys. Use auto, encoded or plain");
        };
    }

    /** As the option says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
