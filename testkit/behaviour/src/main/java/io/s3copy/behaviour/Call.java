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
package io.s3copy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.S3CopyOperation;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.InvalidParameterException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;

/** One exchange with an endpoint of the component, and what is to become of it. */
final class Call {

    private ProducerTemplate template;
    private final StringBuilder uri;
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private Object body;

    Call(ProducerTemplate template, S3CopyOperation operation, String bucket) {
        this.template = template;
        this.uri = new StringBuilder("s3copy:" + bucket + "?operation=" + operation);
    }

    /** Sends from another context than that of the run. */
    Call in(CamelContext camel) {
        this.template = camel.createProducerTemplate();
        return this;
    }

    /** Says a parameter by its message header. */
    Call with(CopyParameter row, Object value) {
        headers.put(row.header(), value);
        return this;
    }

    /** Takes a parameter's header back. */
    Call without(CopyParameter row) {
        headers.remove(row.header());
        return this;
    }

    /** Says an option in the endpoint's URI, as it is written there. */
    Call option(String name, String text) {
        uri.append('&').append(name).append('=').append(text);
        return this;
    }

    Call body(Object message) {
        this.body = message;
        return this;
    }

    /** Sends the exchange, which must succeed; the message holds the result. */
    Message succeeds() {
        Exchange exchange = send();
        if (exchange.getException() != null) {
            throw new AssertionError(uri + " failed: " + exchange.getException().getMessage(), exchange.getException());
        }
        return exchange.getMessage();
    }

    /** A member of the result, as text; null where the server sent none. */
    String result(CopyParameter row) {
        return succeeds().getHeader(row.header(), String.class);
    }

    /** What came of a managed copy: its result, or what it failed with. */
    record Outcome(CopyResult result, Exception failure) {

        boolean isCopied() {
            return result != null && result.isCopied();
        }
    }

    /** Sends the exchange, whatever comes of it. */
    Outcome outcome() {
        Exchange exchange = send();
        return exchange.getException() == null
                ? new Outcome(exchange.getMessage().getBody(CopyResult.class), null)
                : new Outcome(null, exchange.getException());
    }

    /** Sends the exchange, which S3 must refuse. */
    S3CallException isRefusedByS3() {
        Exception failure = send().getException();
        assertThat(failure).isInstanceOf(S3CallException.class);
        return (S3CallException) failure;
    }

    /** Sends the exchange, which the component itself must refuse. */
    InvalidParameterException isRefusedByUs() {
        Exception failure = send().getException();
        assertThat(failure).isInstanceOf(InvalidParameterException.class);
        return (InvalidParameterException) failure;
    }

    private Exchange send() {
        return template.request(uri.toString(), exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new LinkedHashMap<>(headers));
        });
    }
}
