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

import org.eclipse.microprofile.config.Config;

/** Where health and metrics are answered, as the properties of Quarkus say. */
final class ManagementUrl {

    private static final String TLS_OF_ALL = "quarkus.tls.key-store.";
    private static final String OWN_CERTIFICATE = "quarkus.management.ssl.certificate.";
    private static final String OWN_TLS = "quarkus.management.tls-configuration-name";

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
            if (name.startsWith(TLS_OF_ALL) || name.startsWith(OWN_CERTIFICATE) || name.equals(OWN_TLS)) {
                return true;
            }
        }
        return false;
    }
}
