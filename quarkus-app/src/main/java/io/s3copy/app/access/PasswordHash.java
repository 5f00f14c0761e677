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
package io.s3copy.app.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;

/** Makes what the configuration has in the place of a password. */
public final class PasswordHash {

    /** Doublings of the work: a guess costs about as much as 4,096 keys of the cipher. */
    static final int COST = 12;

    /** bcrypt reads no more of a password. */
    static final int MOST_BYTES = 72;

    private PasswordHash() {}

    /**
     * The hash of a password, of bcrypt.
     *
     * @throws IllegalArgumentException if it is empty, or has more than 72 bytes in UTF-8
     */
    public static String of(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes >= MOST_BYTES) {
            throw new IllegalArgumentException("The password has " + bytes + " bytes, and must have 1 to "
                    + (MOST_BYTES - 1) + ": bcrypt reads no more. Choose another");
        }
        return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
    }
}
