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
package io.s3copy.app.config;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where the service listens and how, as the properties of Quarkus say.
 *
 * @param host the address
 * @param openId whether there is an OpenID provider
 * @param certificate whether there is a certificate, so that it can speak TLS
 * @param encryptedOnly whether it answers nothing that is not encrypted
 */
public record Listening(String host, boolean openId, boolean certificate, boolean encryptedOnly) {

    private static final String INSECURE = "quarkus.http.insecure-requests";

    /** Reads it. */
    public static Listening of(Config config) {
        String insecure = text(config, INSECURE).orElse("enabled");
        return new Listening(
                text(config, "quarkus.http.host").orElse("127.0.0.1"),
                text(config, "quarkus.oidc.auth-server-url").isPresent()
                        && text(config, "quarkus.oidc.tenant-enabled")
                                .map(Boolean::parseBoolean)
                                .orElse(true),
                hasCertificate(config),
                insecure.equalsIgnoreCase("disabled") || insecure.equalsIgnoreCase("redirect"));
    }

    private static boolean hasCertificate(Config config) {
        for (String name : config.getPropertyNames()) {
            if ((name.startsWith("quarkus.http.ssl.certificate.")
                            || name.startsWith("quarkus.tls.key-store.")
                            || name.equals("quarkus.http.tls-configuration-name"))
                    && text(config, name).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> text(Config config, String name) {
        return Optional.ofNullable(config.getConfigValue(name).getValue()).filter(text -> !text.isBlank());
    }
}
