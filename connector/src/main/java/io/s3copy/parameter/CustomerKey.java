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

import io.s3copy.text.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * A customer-provided encryption key (SSE-C). It shows itself to S3 only: its text is masked, so that no log, dump or
 * exception can print it.
 */
public final class CustomerKey {

    private static final int LENGTH = 32;
    private static final int BASE64_LENGTH = 44;

    private final byte[] bytes;

    private CustomerKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads 32 raw bytes, 32 characters that stand for one byte each, or 44 characters of base64. */
    static CustomerKey read(Object given) throws UnreadableValueException {
        if (given instanceof CustomerKey key) {
            return key;
        }
        byte[] raw = given instanceof byte[] array ? array : latin1(given);
        if (raw.length == LENGTH) {
            return new CustomerKey(raw.clone());
        }
        if (raw.length == BASE64_LENGTH) {
            try {
                byte[] decoded = Base64.getDecoder().decode(raw);
                if (decoded.length == LENGTH) {
                    return new CustomerKey(decoded);
                }
            } catch (IllegalArgumentException e) {
                // falls through to the one error: the key itself must not be shown
            }
        }
        throw new UnreadableValueException(
                "a customer key is 32 bytes (256 bits) or their base64 of 44 characters; this one has " + raw.length
                        + (given instanceof byte[] ? " bytes" : " characters"),
                "Give the 32 bytes of an AES-256 key, or their base64");
    }

    private static byte[] latin1(Object given) throws UnreadableValueException {
        if (!(given instanceof CharSequence)) {
            throw new UnreadableValueException(
                    "a customer key is a byte[] or a text, not a "
                            + given.getClass().getSimpleName(),
                    "Give the 32 bytes of an AES-256 key, or their base64");
        }
        String text = given.toString();
        if (text.chars().anyMatch(c -> c > 0xff)) {
            throw new UnreadableValueException(
                    "a customer key given as text has one character for each byte", "Give the base64 of its 32 bytes");
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The key as it goes on the wire. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The digest that S3 checks the key with; the AWS SDK does not compute it. */
    public String md5() {
        return Base64.getEncoder().encodeToString(Digests.md5().digest(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "*****";
    }
}
