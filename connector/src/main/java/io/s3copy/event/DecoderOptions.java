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

import java.util.Objects;

/**
 * How bodies are read.
 *
 * @param format what a body is taken for, by default recognised
 * @param keys how keys are written, by default as each sender does, as far as it is known
 * @param maxBody the longest body in bytes (of a text: in characters), by default 1 MiB, as of SQS; S3's own are at most
 *     64 KiB
 */
public record DecoderOptions(EventFormat format, KeyEncoding keys, int maxBody) {

    /** Everything recognised, bodies up to 1 MiB. */
    public static final DecoderOptions DEFAULT = new DecoderOptions(EventFormat.AUTO, KeyEncoding.AUTO, 1 << 20);

    public DecoderOptions {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(keys, "keys");
        if (maxBody < 1) {
            throw new IllegalArgumentException("a body may have 1 byte or more, not " + maxBody);
        }
    }

    /** The same with another format. */
    public DecoderOptions withFormat(EventFormat other) {
        return new DecoderOptions(other, keys, maxBody);
    }

    /** The same with another encoding of keys. */
    public DecoderOptions withKeys(KeyEncoding other) {
        return new DecoderOptions(format, other, maxBody);
    }

    /** The same with another limit, in bytes. */
    public DecoderOptions withMaxBody(int other) {
        return new DecoderOptions(format, keys, other);
    }
}
