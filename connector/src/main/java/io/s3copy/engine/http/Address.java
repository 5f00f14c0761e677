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
package io.s3copy.engine.http;

/**
 * Where a bucket is asked, and for what requests to it are signed.
 *
 * @param tls whether by https
 * @param host the host's name, without a port
 * @param port the port, also where it is the usual one
 * @param path what comes before the slash of the key, percent-encoded: empty where the host names the bucket
 * @param region that the signature names
 * @param service that the signature names
 */
public record Address(boolean tls, String host, int port, String path, String region, String service) {

    /** A bucket that needs more than a plain signature: its calls go to the client beside this one. */
    public static final Address ELSEWHERE = new Address(false, "", 0, "", "", "");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Whether calls go to the client beside this one. */
    boolean isElsewhere() {
        return host.isEmpty();
    }

    /** The host as a resolver takes it: an IPv6 address without its brackets. */
    String connectHost() {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The value of the header Host. */
    String authority() {
        return port == (tls ? HTTPS : HTTP) ? host : host + ":" + port;
    }
}
