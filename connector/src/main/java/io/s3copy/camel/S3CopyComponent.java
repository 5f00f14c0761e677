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

import io.s3copy.camel.operation.Shared;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.InvalidParameterException;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/** Copies objects inside S3, on the server's side, with every parameter that S3 gives a copy. */
@Component("s3copy")
public class S3CopyComponent extends HealthCheckComponent {

    /** It only keeps the component; JDK 21 and newer warn of that. */
    @SuppressWarnings("this-escape")
    private final Shared shared = new Shared(this);

    private final TagNames tagNames = new TagNames();

    // without a label, Camel's generator puts it into a group that contradicts its own order of options
    @Metadata(label = "common")
    private S3CopyConfiguration configuration = new S3CopyConfiguration();

    @Metadata(label = "advanced", defaultValue = "true")
    private boolean metricsEnabled = true;

    public S3CopyComponent() {
        this(null);
    }

    public S3CopyComponent(@Nullable CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (remaining == null || remaining.isBlank()) {
            throw new InvalidParameterException("s3copy: URI", null, "names no bucket", "Write s3copy:bucketNameOrArn");
        }
        refuseUrl(remaining);
        UriSecrets.check(uri, parameters);
        UriOptions said = UriOptions.of(parameters);
        PropertiesComponent properties = getCamelContext().getPropertiesComponent();
        MultiValueOptions.refuseLostDashes(properties, "metadata", configuration.getMetadata());
        MultiValueOptions.refuseLostDashes(properties, "tags", configuration.getTags());
        OptionReader reader = reader();
        parameters.replaceAll(reader::read);
        S3CopyConfiguration own = configuration.copy();
        S3CopyEndpoint endpoint = new S3CopyEndpoint(uri, this, own, remaining, said);
        // extracted here: otherwise a multi-value option would have to be a bean
        own.setMetadata(
                merged(own.getMetadata(), MultiValueOptions.extract(parameters, "metadata.", CopyParameter.METADATA)));
        Map<String, Object> tags = MultiValueOptions.extract(parameters, "tagging.", CopyParameter.TAGS);
        tagNames.tell(tags.keySet());
        own.setTags(merged(own.getTags(), tags));
        dropOtherWays(own, said);
        setProperties(endpoint, parameters);
        dropEmptyKeys(own);
        return endpoint;
    }

    private static void refuseUrl(String bucket) {
        if (bucket.contains("://")) {
            String rest = bucket.substring(bucket.indexOf("://") + 3);
            String name = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
            throw new InvalidParameterException(
                    "s3copy: URI",
                    bucket,
                    "is a URL, but this must be a bucket",
                    "Write s3copy:" + (name.contains("@") ? "bucketNameOrArn" : name)
                            + "; a key goes into the option key, a prefix into keyPrefix");
        }
    }

    private OptionReader reader() {
        return new OptionReader(getCamelContext(), (PropertyConfigurerGetter) getEndpointPropertyConfigurer());
    }

    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
        if (parameters != null && !parameters.isEmpty()) {
            throw reader().unknown(parameters.keySet());
        }
    }

    @Override
    public @Nullable PropertyConfigurer getComponentPropertyConfigurer() {
        PropertyConfigurer generated = super.getComponentPropertyConfigurer();
        return generated == null ? null : new CheckedConfigurer(generated);
    }

    /** An empty key, from a placeholder with an empty default, is no key: the default chain is used. */
    private static void dropEmptyKeys(S3CopyConfiguration own) {
        if ("".equals(own.getAccessKey())) {
            own.setAccessKey(null);
        }
        if ("".equals(own.getSecretKey())) {
            own.setSecretKey(null);
        }
        if ("".equals(own.getSessionToken())) {
            own.setSessionToken(null);
        }
    }

    private static @Nullable Map<String, Object> merged(
            @Nullable Map<String, Object> defaults, Map<String, Object> said) {
        return said.isEmpty() ? defaults : said;
    }

    /** Drops the component's defaults for the destination key, if the endpoint sets it in another way. */
    private static void dropOtherWays(S3CopyConfiguration own, UriOptions said) {
        boolean literal = said.says("key");
        boolean expression = said.says("keyExpression");
        boolean prefix = said.says("keyPrefix") || said.says("stripPrefix");
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

    /** What the endpoints share. */
    Shared shared() {
        return shared;
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

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        shared.init(getCamelContext());
    }

    @Override
    protected void doShutdown() throws Exception {
        shared.shutdown(getCamelContext());
        super.doShutdown();
    }

    @Override
    protected void doStop() throws Exception {
        shared.stop(getCamelContext());
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
