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
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Where the service listens and how, as the properties of Quarkus say.
 *
 * @param host the address
 * @param openId whether there is an OpenID provider
 * @param openIdMeant whether anything else says that there is to be one
 * @param certificate whether there is a certificate, so that it can speak TLS
 * @param encryptedOnly whether it answers nothing that is not encrypted
 */
public record Listening(String host, boolean openId, boolean openIdMeant, boolean certificate, boolean encryptedOnly) {

    /** What names a certificate. Others of these groups have defaults of Quarkus's, which say nothing. */
    private static final Pattern CERTIFICATE =
            Pattern.compile("quarkus[.]http[.]ssl[.]certificate[.](files|key-store-file)(\\[.*)?"
                    + "|quarkus[.]tls[.]key-store[.](pem[.].*[.]cert|p12[.]path|jks[.]path)"
                    + "|quarkus[.]http[.]tls-configuration-name");

    /** The ordinal of the application's own file, which it names itself. */
    private static final int OWN_ORDINAL = 90;

    private static final String OPEN_ID = "quarkus.oidc.";
    private static final String INSECURE = "quarkus.http.insecure-requests";

    /** Reads it. */
    public static Listening of(Config config) {
        String insecure = text(config, INSECURE).orElse("enabled");
        boolean switchedOn = config.getOptionalValue(OPEN_ID + "tenant-enabled", Boolean.class)
                .orElse(true);
        boolean openId = switchedOn && text(config, OPEN_ID + "auth-server-url").isPresent();
        return new Listening(
                text(config, "quarkus.http.host").orElse("127.0.0.1"),
                openId,
                !openId && isOpenIdMeant(config),
                hasCertificate(config),
                insecure.equalsIgnoreCase("disabled") || insecure.equalsIgnoreCase("redirect"));
    }

    /** Whether somebody else than the application itself says anything of a provider; that there is none, is said, too. */
    private static boolean isOpenIdMeant(Config config) {
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(OPEN_ID) && config.getConfigValue(name).getSourceOrdinal() > OWN_ORDINAL) {
                return !"false"
                                .equalsIgnoreCase(
                                        text(config, OPEN_ID + "tenant-enabled").orElse(""))
                        || config.getConfigValue(OPEN_ID + "tenant-enabled").getSourceOrdinal() <= OWN_ORDINAL;
            }
        }
        return false;
    }

    private static boolean hasCertificate(Config config) {
        for (String name : config.getPropertyNames()) {
            if (CERTIFICATE.matcher(name).matches() && text(config, name).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> text(Config config, String name) {
        return Optional.ofNullable(config.getConfigValue(name).getValue()).filter(text -> !text.isBlank());
    }
}
