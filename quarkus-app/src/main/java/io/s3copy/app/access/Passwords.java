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
import java.util.concurrent.Semaphore;
import java.util.function.BiPredicate;
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

    /** So many are compared or wait for that; whoever comes while they do is refused, so that a guesser takes no more threads. */
    static final int MOST_AT_ONCE = 16;

    private final Map<String, UserSpec> users;
    private final BiPredicate<char[], String> comparison;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Map<String, byte[]> rightOnes = new ConcurrentHashMap<>();
    private final SecretKeySpec key;

    Passwords(Map<String, UserSpec> users) {
        this(users, (password, hash) -> BCrypt.verifyer().verify(password, hash.toCharArray()).verified);
    }

    /** The same with another comparison of a password with a hash. */
    Passwords(Map<String, UserSpec> users, BiPredicate<char[], String> comparison) {
        this.users = users;
        this.comparison = comparison;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, MAC);
    }

    /**
     * Who has this name and password; null for nobody. May block for some seconds.
     *
     * @throws TooManyException if too many passwords are being compared: nothing is known of this one
     */
    @Nullable
    UserSpec find(String name, char[] password) {
        if (StandardCharsets.UTF_8.encode(CharBuffer.wrap(password)).remaining() > PasswordHash.MOST_BYTES) {
            // bcrypt reads no more: none of ours is so long
            return null;
        }
        if (users.isEmpty()) {
            return null;
        }
        UserSpec user = users.get(name);
        byte[] digest = digest(name, password);
        if (user != null && wasRight(name, digest)) {
            return user;
        }
        if (!places.tryAcquire()) {
            throw new TooManyException();
        }
        try {
            return compare(user, name, digest, password) ? user : null;
        } finally {
            places.release();
        }
    }

    private boolean wasRight(String name, byte[] digest) {
        byte[] right = rightOnes.get(name);
        return right != null && MessageDigest.isEqual(right, digest);
    }

    /** One at a time, so that who guesses keeps one core busy, and not all. */
    private synchronized boolean compare(@Nullable UserSpec user, String name, byte[] digest, char[] password) {
        // a browser opens with several calls at once: the first has found out
        if (wasRight(name, digest)) {
            return true;
        }
        // the answer takes as long for nobody as for somebody, so that it does not tell who is there
        UserSpec compared = user == null ? users.values().iterator().next() : user;
        boolean right = comparison.test(password, compared.passwordHash()) && user != null;
        if (right) {
            rightOnes.put(name, digest);
        }
        return right;
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
