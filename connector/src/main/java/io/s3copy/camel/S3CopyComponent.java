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

import io.s3copy.camel.event.KeyGate;
import io.s3copy.camel.progress.CopyMeters;
import io.s3copy.camel.progress.EventMeters;
import io.s3copy.camel.progress.Measured;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.InvalidParameterException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.SensitiveUtils;
import org.apache.camel.util.URISupport;

/** Copies objects inside S3, on the server's side, with every parameter that S3 gives a copy. */
@Component("s3copy")
public class S3CopyComponent extends HealthCheckComponent {

    /** Camel shows endpoint URIs in logs, JMX and consoles, and masks but the first of a fixed list of names. */
    private static final List<String> SECRETS =
            List.of("sseCustomerKey", "copySourceSSECustomerKey", "secretKey", "sessionToken");

    private static final Map<String, CopyParameter> MULTI_VALUE =
            Map.of("metadata.", CopyParameter.METADATA, "tagging.", CopyParameter.TAGS);

    private final RequestWindows windows = new RequestWindows();
    private final UploadJournals journals = new UploadJournals();
    private final LifecycleAdvice lifecycleAdvice = new LifecycleAdvice();
    private final CopyMeters meters = new CopyMeters();
    private final EventMeters eventMeters = new EventMeters();
    private final KeyGate keyGate = new KeyGate();
    private final Services services = new Services();

    // without a label Camel's generator has a group for it that its own order of options contradicts
    @Metadata(label = "common")
    private S3CopyConfiguration configuration = new S3CopyConfiguration();

    @Metadata(label = "advanced", defaultValue = "true")
    private boolean metricsEnabled = true;

    public S3CopyComponent() {
        this(null);
    }

    public S3CopyComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (remaining == null || remaining.isBlank()) {
            throw new InvalidParameterException("s3copy: URI", null, "names no bucket", "Write s3copy:bucketNameOrArn");
        }
        refuseLiteralSecrets(parameters);
        S3CopyConfiguration own = configuration.copy();
        S3CopyEndpoint endpoint = new S3CopyEndpoint(uri, this, own, remaining, saidInUri(parameters));
        // extracted here: a multi-value option would otherwise have to be a bean of its own
        own.setMetadata(merged(own.getMetadata(), PropertiesHelper.extractProperties(parameters, "metadata.")));
        own.setTags(merged(own.getTags(), PropertiesHelper.extractProperties(parameters, "tagging.")));
        dropOtherWays(own, parameters);
        setProperties(endpoint, parameters);
        dropEmptyKeys(own);
        return endpoint;
    }

    /** A placeholder with an empty default, and a bean made of one, say nothing: the default chain is used. */
    private static void dropEmptyKeys(S3CopyConfiguration own) {
        if ("".equals(own.getAccessKey())) {
            own.setAccessKey(null);
        }
        if ("".equals(own.getSecretKey())) {
            own.setSecretKey(null);
        }
    }

    private static Map<String, Object> merged(Map<String, Object> defaults, Map<String, Object> said) {
        return said.isEmpty() ? defaults : said;
    }

    /** An endpoint that says where its copies go drops the component's other ways to say it. */
    private static void dropOtherWays(S3CopyConfiguration own, Map<String, Object> parameters) {
        Set<String> names =
                parameters.keySet().stream().map(S3CopyComponent::optionOf).collect(Collectors.toSet());
        boolean literal = names.contains("key");
        boolean expression = names.contains("keyexpression");
        boolean prefix = names.contains("keyprefix") || names.contains("stripprefix");
        if (literal || expression) {
            own.setKeyPrefix(null);
            own.setStripPrefix(null);
        }
        if (literal || prefix) {
            own.setKeyExpression(null);
        }
        if (expression || prefix) {
            own.setKey(null);
        }
    }

    private static Set<CopyParameter> saidInUri(Map<String, Object> parameters) {
        Set<String> names =
                parameters.keySet().stream().map(S3CopyComponent::optionOf).collect(Collectors.toSet());
        Set<CopyParameter> said = EnumSet.noneOf(CopyParameter.class);
        for (CopyParameter row : CopyParameter.requestRows()) {
            if (names.contains(row.option().orElse("").toLowerCase(Locale.ROOT))) {
                said.add(row);
            }
        }
        MULTI_VALUE.forEach((prefix, row) -> {
            if (parameters.keySet().stream().anyMatch(name -> name.startsWith(prefix))) {
                said.add(row);
            }
        });
        return said;
    }

    /** Camel takes secretKey, secretkey, secret-key and configuration.secretKey for one option. */
    private static String optionOf(String name) {
        return name.replaceFirst("^configuration\\.", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static void refuseLiteralSecrets(Map<String, Object> parameters) {
        for (String secret : SECRETS) {
            parameters.forEach((name, value) -> {
                if (optionOf(name).equals(secret.toLowerCase(Locale.ROOT)) && isLiteral(value)) {
                    throw literalSecret(secret, name);
                }
            });
        }
    }

    private static boolean isLiteral(Object value) {
        return value instanceof String text && (!text.startsWith("#") || text.startsWith("#valueAs"));
    }

    private static InvalidParameterException literalSecret(String secret, String name) {
        if (!SensitiveUtils.containsSensitive(name)) {
            // The exception of Camel's that wraps ours prints the URI: have it masked there. It replaces what the
            // application may have had masked by this means, so only names that Camel does not mask by itself go here.
            URISupport.addSanitizeKeywords(name);
        }
        return new InvalidParameterException(
                "option " + secret,
                null,
                "a secret may not stand in an endpoint URI, which logs, JMX and consoles show",
                "Reference a bean (" + secret + "=#bean:name), set camel.component.s3copy." + secret
                        + ", or, for a customer key, the message header");
    }

    /** The journals that the endpoints share. */
    UploadJournals journals() {
        return journals;
    }

    /** What the endpoints tell about their buckets' rules for incomplete uploads. */
    LifecycleAdvice lifecycleAdvice() {
        return lifecycleAdvice;
    }

    /** What is known of the services that the endpoints copy at. */
    Services services() {
        return services;
    }

    /** The windows that the endpoints share. */
    RequestWindows windows() {
        return windows;
    }

    /** Measures the copies of an endpoint, where that is wanted. */
    CopyMeters.Use measure(Measured endpoint) {
        return metricsEnabled ? meters.measure(getCamelContext(), endpoint) : CopyMeters.UNMEASURED;
    }

    /** Measures the events of an endpoint, where that is wanted. */
    EventMeters.Use measureEvents(String bucket, IntSupplier held) {
        return metricsEnabled ? eventMeters.measure(getCamelContext(), bucket, held) : EventMeters.UNMEASURED;
    }

    public boolean isMetricsEnabled() {
        return metricsEnabled;
    }

    /**
     * Measure operation=copy where Micrometer is on the class path and a MeterRegistry in the registry: the one named
     * metricsRegistry, or else the only composite one, or the only one.
     */
    public void setMetricsEnabled(boolean metricsEnabled) {
        this.metricsEnabled = metricsEnabled;
    }

    /** Lets events of all endpoints look at a destination key one after the other. */
    KeyGate keyGate() {
        return keyGate;
    }

    @Override
    protected void doStop() throws Exception {
        journals.close(getCamelContext());
        super.doStop();
    }

    public S3CopyConfiguration getConfiguration() {
        return configuration;
    }

    /** The defaults that endpoints inherit. */
    public void setConfiguration(S3CopyConfiguration configuration) {
        this.configuration = configuration;
    }
}
