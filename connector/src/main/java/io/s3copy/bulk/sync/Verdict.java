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
package io.s3copy.bulk.sync;

/**
 * What a comparison says of two objects.
 *
 * @param answer whether they are the same
 * @param by what decided, or what would: {@code size}, {@code etag}, {@code checksum}, {@code time}; {@code unproven}
 *     where nothing can
 */
public record Verdict(Answer answer, String by) {

    /** Whether two objects are the same. */
    public enum Answer {
        /** As far as was asked. By {@code size} and {@code time} that is an inference, and no proof. */
        SAME,
        /** They differ, or nothing tells that they do not: to be copied. */
        DIFFERS,
        /** A HEAD of both must tell. */
        NEEDS_HEADS
    }

    static Verdict same(String by) {
        return new Verdict(Answer.SAME, by);
    }

    static Verdict differs(String by) {
        return new Verdict(Answer.DIFFERS, by);
    }

    static Verdict needsHeads(String by) {
        return new Verdict(Answer.NEEDS_HEADS, by);
    }

    /** Whether equal contents are proven: by an equal ETag or checksum. */
    public boolean isProof() {
        return answer == Answer.SAME && (by.equals("etag") || by.equals("checksum"));
    }
}
