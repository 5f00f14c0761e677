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
import io.s3copy.app.config.UserSpec;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Compares passwords with their hashes. bcrypt is slow on purpose, and a browser sends the password with each call: so the one
 * that was right last is remembered, as a digest that is worth nothing outside of this process.
 */
final class Passwords {

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** What the password of nobody is compared with, so that an answer takes as long as for somebody. */
    private static final String OF_NOBODY = PasswordHash.of("nobody");

    private final Map<String, UserSpec> users;
    private final Map<String, byte[]> rightOnes = new ConcurrentHashMap<>();
    private final SecretKeySpec key;

    Passwords(Map<String, UserSpec> users) {
        this.users = users;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, MAC);
    }

    /** Who has this name and password; null for nobody. May block for a tenth of a second or so. */
    @Nullable
    UserSpec find(String name, char[] password) {
        UserSpec user = users.get(name);
        byte[] digest = digest(name, password);
        byte[] right = rightOnes.get(name);
        if (user != null && right != null && MessageDigest.isEqual(right, digest)) {
            return user;
        }
        boolean matches = verify(user == null ? OF_NOBODY : user.passwordHash(), password);
        if (user == null || !matches) {
            return null;
        }
        rightOnes.put(name, digest);
        return user;
    }

    /** One at a time, so that who guesses keeps one core busy, and not all. */
    private synchronized boolean verify(String hash, char[] password) {
        return BCrypt.verifyer().verify(password, hash.toCharArray()).verified;
    }

    private byte[] digest(String name, char[] password) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(StandardCharsets.UTF_8.encode(CharBuffer.wrap(password)));
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each JDK has " + MAC, e);
        }
    }
}
