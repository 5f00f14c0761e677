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
package io.s3copy.camel.binding;

import io.s3copy.camel.BodyAs;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.event.ObjectEvent;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Origin;
import io.s3copy.parameter.S3Call;
import io.s3copy.parameter.rule.CopyRules;
import io.s3copy.parameter.rule.PreparedRequest;
import java.util.Set;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/**
 * Reads exchanges into requests. The body overrides headers, and headers override options. Mistakes in the options are
 * reported when this is created, mistakes in a message before a request is sent.
 */
public final class ExchangeBinding {

    private final S3Call call;
    private final CopyRequest options;
    private final HeaderBinding headers;
    private final BodyBinding body;
    private final Permits permits;
    private final DestinationKey destinationKey;

    private ExchangeBinding(
            S3Call call,
            CopyRequest options,
            HeaderBinding headers,
            BodyBinding body,
            Permits permits,
            DestinationKey destinationKey) {
        this.call = call;
        this.options = options;
        this.headers = headers;
        this.body = body;
        this.permits = permits;
        this.destinationKey = destinationKey;
    }

    /**
     * The binding of an endpoint.
     *
     * @param bucket the destination bucket, as the endpoint names it
     * @param values gives the value of an option of the mirror by its name
     * @param saidInUri the rows that the endpoint's URI sets, without the component's defaults
     * @throws InvalidParameterException if the options are wrong for any message
     */
    public static ExchangeBinding of(
            CamelContext camel,
            String bucket,
            S3CopyConfiguration configuration,
            Function<String, Object> values,
            Set<CopyParameter> saidInUri)
            throws Exception {
        S3Call call = configuration.getOperation().call();
        refuseWhatTheCallDoesNotCarry(call, configuration, saidInUri);
        CopyRequest options = OptionBinding.bind(bucket, values, saidInUri);
        CopyRules.checkConflicts(call, options.carriedBy(call));
        Permits permits = Permits.of(configuration, options);
        if (configuration.getBodyAs() != BodyAs.none && call.readsSource()) {
            permits.requireSourceGuard("bodyAs=" + configuration.getBodyAs());
        }
        return new ExchangeBinding(
                call,
                options,
                new HeaderBinding(configuration.getHeaderParameters()),
                new BodyBinding(configuration.getBodyAs(), call, configuration.getEventMode()),
                permits,
                DestinationKey.of(camel, configuration));
    }

    /** The parameters that the endpoint sets, before any message. */
    public CopyRequest options() {
        return options;
    }

    /** The call has no place for such an option, so S3 would never receive it. */
    private static void refuseWhatTheCallDoesNotCarry(
            S3Call call, S3CopyConfiguration configuration, Set<CopyParameter> saidInUri) {
        for (CopyParameter row : saidInUri) {
            if (!row.calls().contains(call)) {
                throw new InvalidParameterException(
                        "option " + row.option().orElse(row.member()),
                        null,
                        "is no parameter of " + call.api() + " (operation=" + configuration.getOperation()
                                + "), which would ignore it",
                        "Leave it out, or set it where the S3 API has it: "
                                + String.join(
                                        ", ",
                                        row.calls().stream().map(S3Call::api).toList()));
            }
        }
    }

    /**
     * The request of a message, ready to be sent.
     *
     * @throws InvalidParameterException if it lacks something, breaks a rule, or sets what no message may set
     */
    public PreparedRequest bind(Exchange exchange) {
        CopyRequest ofHeaders = headers.bind(exchange.getMessage());
        CopyRequest said = ofHeaders.overlaidBy(body.bind(exchange.getMessage(), ofHeaders));
        if (call == S3Call.COPY_OBJECT) {
            said = withDestinationOfAws2S3(exchange, said);
        }
        permits.check(options, said);
        CopyRequest request = options.overlaidBy(said);
        if (!request.namesSourceObject() && call.readsSource()) {
            CopyRequest ofAws2S3 = headers.sourceOfAws2S3(exchange.getMessage());
            permits.check(options, ofAws2S3);
            request = ofAws2S3.overlaidBy(request);
        }
        if (!request.has(CopyParameter.KEY)) {
            request = withDerivedKey(request, exchange);
        }
        return CopyRules.prepare(call, request);
    }

    /**
     * Reads the message of a notification into the requests of its events, ready to be sent. Each event names its source,
     * and the options name the destination. Headers about one object are not read.
     *
     * @return throws an InvalidParameterException as {@link #bind} does
     */
    public Function<ObjectEvent, PreparedRequest> bindEvents(Exchange exchange) {
        CopyRequest ofHeaders = headers.without(EventSource.ROWS_OF_ONE_OBJECT).bind(exchange.getMessage());
        return event -> {
            CopyRequest said = ofHeaders.overlaidBy(body.source(event));
            permits.check(options, said);
            CopyRequest request = options.overlaidBy(said);
            Exchange view = destinationKey.readsExchange() ? EventSource.view(exchange, event, request) : exchange;
            return CopyRules.prepare(call, withDerivedKey(request, view));
        };
    }

    /** Parameters of the message override the headers of aws2-s3. For the key, the endpoint's options override them, too. */
    private CopyRequest withDestinationOfAws2S3(Exchange exchange, CopyRequest said) {
        if (said.has(CopyParameter.BUCKET) && said.has(CopyParameter.KEY)) {
            return said;
        }
        boolean endpointSaysIt = options.has(CopyParameter.KEY) || destinationKey.isSaid();
        boolean keyIsFree = !endpointSaysIt || said.has(CopyParameter.KEY);
        return headers.destinationOfAws2S3(exchange.getMessage(), keyIsFree).overlaidBy(said);
    }

    private CopyRequest withDerivedKey(CopyRequest request, Exchange exchange) {
        String key = destinationKey.derive(request, exchange);
        return key == null
                ? request
                : request.overlaidBy(CopyRequest.builder(Origin.OPTION)
                        .set(CopyParameter.KEY, key, destinationKey.name())
                        .build());
    }
}
