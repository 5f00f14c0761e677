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
package io.s3copy.behaviour;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A customer key (SSE-C) and its digest, both in base64. */
record CustomerKeyPair(String key, String md5) {

    static CustomerKeyPair random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            Base64.Encoder base64 = Base64.getEncoder();
            return new CustomerKeyPair(
                    base64.encodeToString(key),
                    base64.encodeToString(MessageDigest.getInstance("MD5").digest(key)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    @Override
    public String toString() {
        return "*****";
    }
}
