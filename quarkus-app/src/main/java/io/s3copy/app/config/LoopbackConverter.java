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

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads the address that the page listens on: there is no authentication yet, so nobody else may reach it. */
public final class LoopbackConverter implements Converter<String> {

    private static final long serialVersionUID = 1L;

    /** What the page may be asked for by; others on loopback would be refused as those of strangers. */
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    @Override
    public String convert(String value) {
        try {
            for (InetAddress address : InetAddress.getAllByName(value)) {
                if (!address.isLoopbackAddress()) {
                    throw refused("other machines reach this address");
                }
            }
        } catch (UnknownHostException e) {
            throw refused("no address has this name");
        }
        if (!NAMES.contains(value.toLowerCase(Locale.ROOT))) {
            throw refused("a browser is only answered at 127.0.0.1, localhost or ::1");
        }
        return value;
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("quarkus.http.host must be an address of this machine alone: " + why
                + ", and the page and the API have no authentication. Set quarkus.http.host=127.0.0.1, and put a proxy"
                + " that authenticates before it, or reach it through ssh -L");
    }
}
