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
package io.s3copy.camel;

import io.s3copy.parameter.InvalidParameterException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.util.URISupport;

/**
 * Secrets in endpoint URIs. Camel shows URIs in logs, JMX and consoles, and masks in them what has the name of a
 * credential; it knows no customer keys.
 */
final class UriSecrets {

    private static final List<String> CUSTOMER_KEYS = List.of("sseCustomerKey", "copySourceSSECustomerKey");
    private static final List<String> CREDENTIALS = List.of("secretKey", "sessionToken");

    private UriSecrets() {}

    /**
     * Refuses what would be shown.
     *
     * @param uri as it is shown, but for Camel's masks
     * @throws InvalidParameterException for a customer key that is written out, or a credential that is not one
     */
    static void check(String uri, Map<String, Object> parameters) {
        parameters.forEach((name, value) -> {
            if (value instanceof String text && (!text.startsWith("#") || text.startsWith("#valueAs"))) {
                String option = UriOptions.normal(name);
                CUSTOMER_KEYS.stream().filter(option::equalsIgnoreCase).forEach(key -> {
                    throw literalCustomerKey(key, name);
                });
                CREDENTIALS.stream().filter(option::equalsIgnoreCase).forEach(key -> {
                    requireMasked(uri, key, name);
                    requireWhole(key, text);
                });
            }
        });
    }

    private static InvalidParameterException literalCustomerKey(String option, String name) {
        // The exception of Camel's that wraps ours prints the URI: have it masked there. It replaces what the
        // application may have had masked by this means, so only names that Camel does not mask by itself go here.
        URISupport.addSanitizeKeywords(name);
        return new InvalidParameterException(
                "option " + option,
                null,
                "a customer key may not stand in an endpoint URI, which logs, JMX and consoles show",
                "Reference a bean (" + option + "=#bean:name), set camel.component.s3copy." + option
                        + ", or the message header");
    }

    /** Camel's mask ends at the first closing bracket of a RAW value, and at an ampersand that is in none. */
    private static void requireMasked(String uri, String option, String name) {
        Pattern whole = Pattern.compile("[?&]" + Pattern.quote(name) + "=xxxxxx(?!&|$)");
        if (whole.matcher(URISupport.sanitizeUri(uri)).find()) {
            throw new InvalidParameterException(
                    "option " + option,
                    null,
                    "has a bracket within, at which the mask of Camel's ends that hides it from logs",
                    "Reference a bean (" + option + "=#bean:name), or set camel.component.s3copy." + option);
        }
    }

    private static void requireWhole(String option, String text) {
        if (text.indexOf(' ') >= 0) {
            throw new InvalidParameterException(
                    "option " + option,
                    null,
                    "has a space; a + in a URI became one",
                    "Write " + option + "=RAW(…), or set camel.component.s3copy." + option);
        }
    }

    /** A URI as anybody may see it. */
    static String masked(String uri) {
        return URISupport.sanitizeUri(uri);
    }
}
