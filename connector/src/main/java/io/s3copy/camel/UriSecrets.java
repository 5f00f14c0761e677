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
 * Finds secrets in endpoint URIs. Camel shows URIs in logs, JMX and consoles. It masks options that have the name of a
 * credential, but does not know customer keys.
 */
final class UriSecrets {

    private static final List<String> CUSTOMER_KEYS = List.of("sseCustomerKey", "copySourceSSECustomerKey");
    private static final List<String> CREDENTIALS = List.of("secretKey", "sessionToken");

    private UriSecrets() {}

    /**
     * Refuses secrets that would be shown.
     *
     * @param uri of the endpoint, before Camel masks it
     * @throws InvalidParameterException for a literal customer key, or a credential that Camel would not mask whole
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
        // Camel's exception around ours prints the URI, so have Camel mask this option. The call replaces keywords that
        // the application may have set, so only names that Camel does not mask by itself are given here.
        URISupport.addSanitizeKeywords(name);
        return new InvalidParameterException(
                "option " + option,
                null,
                "a customer key may not stand in an endpoint URI, which logs, JMX and consoles show",
                "Reference a bean (" + option + "=#bean:name), set camel.component.s3copy." + option
                        + ", or the message header");
    }

    /** Camel's mask ends at the first closing bracket of a RAW value, and at an ampersand outside of one. */
    private static void requireMasked(String uri, String option, String name) {
        Pattern whole = Pattern.compile("[?&]" + Pattern.quote(name) + "=xxxxxx(?!&|$)");
        if (whole.matcher(URISupport.sanitizeUri(uri)).find()) {
            throw new InvalidParameterException(
                    "option " + option,
                    null,
                    "contains a bracket, where Camel's mask ends, so that logs would show the rest",
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

    /** The URI with its secrets masked. */
    static String masked(String uri) {
        return URISupport.sanitizeUri(uri);
    }
}
