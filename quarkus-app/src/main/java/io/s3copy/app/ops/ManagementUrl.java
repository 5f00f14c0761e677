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
package io.s3copy.app.ops;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Where health and metrics are answered, as the properties of Quarkus say. */
final class ManagementUrl {

    /** What begins so is a certificate, for all that listens or for this; other properties below have defaults. */
    private static final List<String> CERTIFICATES = List.of(
            "quarkus.tls.key-store.pem.",
            "quarkus.tls.key-store.p12.",
            "quarkus.tls.key-store.jks.",
            "quarkus.management.ssl.certificate.files",
            "quarkus.management.ssl.certificate.key-store-file",
            "quarkus.management.tls-configuration-name");

    private ManagementUrl() {}

    /**
     * What is below it.
     *
     * @param port that it has; the property may have said 0
     */
    static String of(Config config, int port) {
        String host = config.getValue("quarkus.management.host", String.class);
        return (isEncrypted(config) ? "https://" : "http://")
                + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port + "/q/";
    }

    private static boolean isEncrypted(Config config) {
        for (String name : config.getPropertyNames()) {
            // Quarkus names properties that nobody has set, too
            String value = CERTIFICATES.stream().anyMatch(name::startsWith)
                    ? config.getConfigValue(name).getValue()
                    : null;
            if (value != null && !value.isBlank()) {
                return true;
            }
        }
        return false;
    }
}
