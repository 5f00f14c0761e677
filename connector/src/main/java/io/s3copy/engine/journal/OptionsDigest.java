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
package io.s3copy.engine.journal;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CustomerKey;
import io.s3copy.parameter.EncryptionContext;
import io.s3copy.text.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an upload was begun with, as the journal keeps it: equal digests mean equal objects, in another process too. Of
 * customer keys only their MD5 goes in.
 */
public final class OptionsDigest {

    private OptionsDigest() {}

    /** The digest of all that the requests say. */
    public static String of(CopyRequest... requests) {
        MessageDigest sha256 = Digests.sha256();
        for (CopyRequest request : requests) {
            for (CopyParameter row : CopyParameter.requestRows()) {
                if (request.has(row)) {
                    byte[] text = (row + "=" + shown(row, Objects.requireNonNull(request.get(row))))
                            .getBytes(StandardCharsets.UTF_8);
                    sha256.update(Integer.toString(text.length).getBytes(StandardCharsets.UTF_8));
                    sha256.update((byte) ':');
                    sha256.update(text);
                }
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The same text for the same value: a map has no order, and another one in the next process. */
    private static String shown(CopyParameter row, Object value) {
        if (value instanceof CustomerKey key) {
            return key.md5();
        } else if (row == CopyParameter.SSE_KMS_ENCRYPTION_CONTEXT) {
            return new TreeMap<>(EncryptionContext.pairs(value.toString())).toString();
        } else if (row == CopyParameter.TAGGING) {
            return Stream.of(value.toString().split("&")).sorted().toList().toString();
        }
        return String.valueOf(value instanceof Map<?, ?> map ? new TreeMap<>(map) : value);
    }
}
