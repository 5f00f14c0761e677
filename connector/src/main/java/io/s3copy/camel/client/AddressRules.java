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
package io.s3copy.camel.client;

import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.InvalidParameterException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the options that say where a client finds S3: endpoint, proxy and Region. */
final class AddressRules {

    private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
    /** A name, an IPv4 or an IPv6 address. The port is an option of its own. */
    private static final Pattern HOST = Pattern.compile("[^\\s/?#@:]+|\\[?[0-9A-Fa-f]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*]?");

    private static final Pattern USER_INFO_END = Pattern.compile("@|%40");

    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private AddressRules() {}

    /** Refuses names and passwords in addresses. */
    static void refuseUserInfo(S3CopyConfiguration configuration) {
        refuseUserInfo(
                "uriEndpointOverride",
                configuration.getUriEndpointOverride(),
                "Write for example https://s3.example.org; credentials go into accessKey and secretKey");
        refuseUserInfo(
                "proxyHost",
                configuration.getProxyHost(),
                "Write the host alone; a proxy that wants a password needs a client of your own (amazonS3AsyncClient)");
    }

    static void check(S3CopyConfiguration configuration) {
        if (configuration.isOverrideEndpoint() && configuration.getUriEndpointOverride() == null) {
            throw new InvalidParameterException(
                    "option overrideEndpoint", true, "needs uriEndpointOverride", "Set uriEndpointOverride to a URL");
        } else if (!configuration.isOverrideEndpoint() && configuration.getUriEndpointOverride() != null) {
            throw new InvalidParameterException(
                    "option uriEndpointOverride",
                    configuration.getUriEndpointOverride(),
                    "is ignored without overrideEndpoint=true",
                    "Set overrideEndpoint=true");
        } else if ((configuration.getProxyHost() == null) != (configuration.getProxyPort() == null)) {
            throw new InvalidParameterException(
                    "option " + (configuration.getProxyHost() == null ? "proxyPort" : "proxyHost"),
                    null,
                    "proxyHost and proxyPort go together",
                    "Set both");
        }
        String endpoint = configuration.getUriEndpointOverride();
        if (endpoint != null) {
            checkUrl(endpoint);
        }
        String proxy = configuration.getProxyHost();
        if (proxy != null && !HOST.matcher(proxy).matches()) {
            throw new InvalidParameterException(
                    "option proxyHost",
                    proxy,
                    "is not the name or address of a host",
                    "Write for example proxyHost=proxy.example.org&proxyPort=3128&proxyProtocol=HTTP");
        }
        for (String region : new String[] {configuration.getRegion(), configuration.getSourceRegion()}) {
            if (region != null && !REGION.matcher(region).matches()) {
                throw new InvalidParameterException(
                        "option " + (region.equals(configuration.getRegion()) ? "region" : "sourceRegion"),
                        region,
                        "is not the id of a Region",
                        "Write for example eu-west-1; for a service that has none, us-east-1");
            }
        }
    }

    /** Nothing would read them, and logs of the address would show the password. So the error does not show the address. */
    private static void refuseUserInfo(String option, @Nullable String address, String fix) {
        if (address != null && USER_INFO_END.matcher(address).find()) {
            throw new InvalidParameterException(
                    "option " + option,
                    null,
                    "has an @, but an address takes no user name and password (the value is not shown)",
                    fix);
        }
    }

    private static void checkUrl(String endpoint) {
        if (!WEB.matcher(endpoint).lookingAt()) {
            boolean hasScheme = endpoint.contains("://");
            throw new InvalidParameterException(
                    "option uriEndpointOverride",
                    endpoint,
                    hasScheme ? "is not a URL of http or https" : "has no scheme",
                    hasScheme
                            ? "Start it with http:// or https://"
                            : "Write http://" + endpoint + ", or https://" + endpoint + " if the service has TLS");
        }
        try {
            URI url = new URI(endpoint);
            if (url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            // falls through to the same error as a URL without a host
        }
        throw new InvalidParameterException(
                "option uriEndpointOverride",
                endpoint,
                "is not the URL of a host",
                "Write for example http://127.0.0.1:9000, without a bucket: that belongs into s3copy:bucket");
    }
}
