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
package io.s3copy.camel.wire;

import io.s3copy.camel.S3CopyComponent;
import io.s3copy.camel.mirror.EndlessUploads;
import io.s3copy.camel.mirror.Sample;
import io.s3copy.camel.mirror.Samples;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A Camel context whose {@code s3copy:} endpoints reach the recorder, one for a test class. */
public final class WireCamel implements BeforeEachCallback, AfterAllCallback {

    private final RecordingS3 server = RecordingS3.start();
    private final S3AsyncClient client = server.newClient();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;

    public WireCamel(RoutesBuilder... routes) {
        camel.getRegistry().bind("s3", client);
        camel.getRegistry().bind(Samples.CUSTOMER_KEY_BEAN, Samples.CUSTOMER_KEY);
        // the stub answers as AWS does
        camel.getComponent("s3copy", S3CopyComponent.class).getConfiguration().setServiceTraits("aws");
        try {
            for (RoutesBuilder each : routes) {
                camel.addRoutes(each);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        camel.start();
        template = camel.createProducerTemplate();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        EndlessUploads.on(server);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        camel.stop();
        client.close();
        server.close();
    }

    public RecordingS3 server() {
        return server;
    }

    public DefaultCamelContext camel() {
        return camel;
    }

    /** Sends a message and returns the exchange, whatever became of it. */
    public Exchange send(String uri, Map<String, Object> headers, Object body) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** Sends a message that must succeed, and returns the one request it led to. */
    public RecordedRequest sent(String uri, Map<String, Object> headers, Object body) {
        Exchange exchange = send(uri, headers, body);
        if (exchange.getException() != null) {
            throw new AssertionError(uri, exchange.getException());
        }
        List<RecordedRequest> requests = server.requests();
        if (requests.size() != 1) {
            throw new AssertionError("Expected one request among " + requests);
        }
        return requests.get(0);
    }

    /** The endpoint that says nothing but its operation, and lets messages name any of the samples. */
    public static String uri(S3Call call) {
        return "s3copy:elsewhere?allowedBuckets="
                + Samples.typical(CopyParameter.BUCKET).wire() + "&operation=" + operation(call);
    }

    /** The endpoint that says all of the samples that have an option, written as a route's author would. */
    public static String uri(S3Call call, List<Sample> samples) {
        return "s3copy:" + Samples.typical(CopyParameter.BUCKET).wire() + "?operation=" + operation(call)
                + samples.stream()
                        .filter(sample -> sample.row() != CopyParameter.BUCKET)
                        .filter(sample -> sample.row().option().isPresent())
                        .map(sample -> "&" + option(sample))
                        .collect(Collectors.joining());
    }

    public static Map<String, Object> headers(List<Sample> samples) {
        return samples.stream().collect(Collectors.toMap(sample -> sample.row().header(), Sample::given));
    }

    private static String operation(S3Call call) {
        return Character.toLowerCase(call.api().charAt(0)) + call.api().substring(1);
    }

    private static String option(Sample sample) {
        String name = sample.row().option().orElseThrow();
        if (sample.given() instanceof Map<?, ?> map && sample.row() != CopyParameter.SSE_KMS_ENCRYPTION_CONTEXT) {
            String prefix = sample.row() == CopyParameter.TAGS ? "tagging." : name + ".";
            return map.entrySet().stream()
                    .map(entry -> prefix + entry.getKey() + "=RAW(" + entry.getValue() + ")")
                    .collect(Collectors.joining("&"));
        }
        boolean plain = sample.option().isEmpty() || sample.option().startsWith("#");
        return name + "=" + (plain ? sample.option() : "RAW(" + sample.option() + ")");
    }
}
