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
package io.s3copy.camel.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/**
 * True of messages whose {@code Authorization} has the secret that sender and route share: as a bearer token, or as the
 * password of basic authentication, for senders that know only that. How long an answer takes says nothing about the
 * secret, and neither a log nor an exception shows it.
 */
public final class SharedSecret implements Predicate, CamelContextAware {

    private static final int MIN_LENGTH = 16;

    @SuppressWarnings("NullAway.Init") // Camel sets it before it uses the bean
    private CamelContext camelContext;

    private byte[] secret = new byte[0];

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
        KameletParameters.ensure(camelContext);
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    /** Sets the secret. It may stand in {@code RAW()}. One that could be guessed is refused, so that the route does not start. */
    public void setSecret(String text) {
        String secret = RawValue.unwrap(text);
        if (secret.isBlank() || secret.strip().length() < MIN_LENGTH) {
            throw new IllegalArgumentException("The secret must have " + MIN_LENGTH + " characters at least");
        }
        this.secret = secret.getBytes(UTF_8);
    }

    @Override
    public boolean matches(Exchange exchange) {
        String authorization = exchange.getMessage().getHeader("Authorization", String.class);
        // an unset secret is empty and must not match an empty one
        return secret.length > 0 && authorization != null && MessageDigest.isEqual(secret, given(authorization));
    }

    private static byte[] given(String authorization) {
        int space = authorization.indexOf(' ');
        String scheme = authorization.substring(0, Math.max(space, 0)).toLowerCase(Locale.ROOT);
        String credentials = authorization.substring(space + 1).strip();
        return switch (scheme) {
            case "bearer" -> credentials.getBytes(UTF_8);
            case "basic" -> password(credentials);
            default -> new byte[0];
        };
    }

    private static byte[] password(String credentials) {
        try {
            String userAndPassword = new String(Base64.getDecoder().decode(credentials), UTF_8);
            return userAndPassword.substring(userAndPassword.indexOf(':') + 1).getBytes(UTF_8);
        } catch (IllegalArgumentException e) { // not Base64
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return "SharedSecret";
    }
}
