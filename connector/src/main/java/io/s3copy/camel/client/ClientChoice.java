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
import io.s3copy.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Logs which client an endpoint uses and why, once for each. Refuses options that this client does not read. */
public final class ClientChoice {

    private static final Logger LOG = LoggerFactory.getLogger(ClientChoice.class);

    /** Routes may create many endpoints at run time, but they have few clients. */
    private static final int MOST_TOLD = 100;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * Checks the options of an endpoint that is about to take or build its client.
     *
     * @param own the endpoint's configuration
     * @param saidInUri whether the endpoint's URI contains an option
     * @param autowired whether the only client in the registry is taken by itself
     * @return the names of the clients in the registry, if none was taken because there are several
     * @throws InvalidParameterException if the URI has an option that the client does not read
     */
    public List<String> look(
            CamelContext camel, S3CopyConfiguration own, Predicate<String> saidInUri, boolean autowired) {
        Map<String, S3AsyncClient> beans = new TreeMap<>(camel.getRegistry().findByTypeWithName(S3AsyncClient.class));
        List<String> said = ClientOptions.said(own);
        if (own.getAmazonS3AsyncClient() != null) {
            lookAtGiven(own.getAmazonS3AsyncClient(), beans, said, saidInUri);
            return List.of();
        }
        List<String> rivals = autowired ? distinct(beans) : List.of();
        if (rivals.size() > 1 && said.isEmpty()) {
            warn("The registry has " + rivals.size() + " clients (" + String.join(", ", rivals)
                    + "), of which s3copy takes none unasked: it builds one of its own, without options."
                    + " Name the one that is meant: amazonS3AsyncClient=#bean:" + rivals.get(0));
        }
        info("s3copy builds an S3AsyncClient of its own, from "
                + (said.isEmpty() ? "what the AWS SDK finds in environment and profile" : String.join(", ", said)));
        return rivals.size() > 1 ? rivals : List.of();
    }

    private void lookAtGiven(
            S3AsyncClient client, Map<String, S3AsyncClient> beans, List<String> said, Predicate<String> saidInUri) {
        String name = beans.entrySet().stream()
                .filter(bean -> bean.getValue() == client)
                .map(bean -> "'" + bean.getKey() + "' of the registry")
                .findFirst()
                .orElse("that it was given");
        said.stream().filter(saidInUri).findFirst().ifPresent(option -> {
            throw new InvalidParameterException(
                    "option " + option,
                    null,
                    "is not read: the S3AsyncClient " + name + " is used, which was built elsewhere",
                    "Leave it out and set it on that client; or have a client built from options, with"
                            + " camel.component.s3copy.autowired-enabled=false and without amazonS3AsyncClient");
        });
        info("s3copy uses the S3AsyncClient " + name + " ("
                + client.serviceClientConfiguration().region() + ", "
                + (ClientRules.endpointOf(client) == null ? "AWS" : ClientRules.endpointOf(client)) + ")");
        if (!said.isEmpty()) {
            warn("The options " + String.join(", ", said) + " of the component s3copy are not read, as it uses the"
                    + " S3AsyncClient " + name + ". Leave them out, or have a client built from them with"
                    + " camel.component.s3copy.autowired-enabled=false");
        }
    }

    /** The names of different clients: one may be bound by several names. */
    private static List<String> distinct(Map<String, S3AsyncClient> beans) {
        List<S3AsyncClient> seen = new ArrayList<>();
        List<String> names = new ArrayList<>();
        beans.forEach((name, client) -> {
            if (seen.stream().noneMatch(other -> other == client)) {
                seen.add(client);
                names.add(name);
            }
        });
        return names;
    }

    private void info(String text) {
        if (isNews(text)) {
            LOG.info("{}", Printable.of(text));
        }
    }

    private void warn(String text) {
        if (isNews(text)) {
            LOG.warn("{}", Printable.of(text));
        }
    }

    private boolean isNews(String text) {
        return told.size() < MOST_TOLD && told.add(text);
    }
}
