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

import io.s3copy.bulk.run.RunLimits;
import io.s3copy.camel.binding.ExchangeBinding;
import io.s3copy.camel.client.S3Clients;
import io.s3copy.camel.consumer.ConsumerOptions;
import io.s3copy.camel.operation.IgnoredOptions;
import io.s3copy.camel.pending.PendingCalls;
import io.s3copy.parameter.CopyParameter;
import java.util.Map;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Copy objects inside S3, on the server's side, with every parameter of CopyObject and UploadPartCopy.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "s3copy",
        title = "AWS S3 Copy",
        syntax = "s3copy:bucketNameOrArn",
        category = {Category.CLOUD, Category.FILE},
        headersClass = CopyParameter.class,
        headersNameProvider = "header")
public class S3CopyEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation {

    /** Camel's default of half a second would list a bucket of a million objects 2,000 times a second. */
    private static final long DEFAULT_DELAY = 60_000;

    @UriPath(label = "common")
    @Metadata(required = true)
    private String bucketNameOrArn;

    @UriParam
    private S3CopyConfiguration configuration;

    @UriParam(
            defaultValue = "" + DEFAULT_DELAY,
            javaType = "java.time.Duration",
            label = "consumer,scheduler",
            description =
                    "Milliseconds before the next poll. Each poll lists the bucket: one request for 1,000 objects.")
    private long delay = DEFAULT_DELAY;

    private final UriOptions said;
    private final String maskedUri;
    private final long rank = PendingCalls.nextRank();
    private @Nullable ExchangeBinding binding;
    private @Nullable RunningEndpoint running;

    S3CopyEndpoint(
            String uri,
            @Nullable S3CopyComponent component,
            S3CopyConfiguration configuration,
            String bucketNameOrArn,
            UriOptions said) {
        super(uri, component);
        this.maskedUri = UriSecrets.masked(uri);
        this.configuration = configuration;
        this.bucketNameOrArn = bucketNameOrArn;
        this.said = said;
        setDelay(DEFAULT_DELAY);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        PropertyConfigurerGetter options =
                (PropertyConfigurerGetter) getComponent().getEndpointPropertyConfigurer();
        binding = ExchangeBinding.of(
                getCamelContext(),
                bucketNameOrArn,
                configuration,
                name -> options.getOptionValue(this, name, false),
                said.rows());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        running = RunningEndpoint.open(this, binding(), said, rank);
    }

    /** {@link #running} stays reachable: calls that were in flight still end. */
    @Override
    protected void doStop() throws Exception {
        if (running != null) {
            running.close();
        }
        super.doStop();
    }

    @Override
    public Producer createProducer() throws Exception {
        IgnoredOptions.refuse(configuration, getComponent().getConfiguration());
        return new S3CopyProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        IgnoredOptions.refuseInConsumer(configuration, getComponent().getConfiguration(), said.rows());
        ConsumerOptions.check(bucketNameOrArn, configuration);
        S3CopyConsumer consumer = new S3CopyConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    @Override
    public long getDefaultDelay() {
        return DEFAULT_DELAY;
    }

    /**
     * The URI with its secrets masked, because Camel shows it in JMX, in consoles and as a property of each exchange.
     * Camel finds endpoints by the URI that was asked for, not by this one.
     */
    @Override
    public String getEndpointUri() {
        return maskedUri;
    }

    /** Two endpoints that differ only in a secret have the same masked URI. They are not equal. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Reads exchanges into requests by the options of this endpoint. */
    public ExchangeBinding binding() {
        if (binding == null) {
            throw new IllegalStateException("the endpoint " + maskedUri + " is not initialised");
        }
        return binding;
    }

    /** What this endpoint works with, or worked with until it was stopped. */
    RunningEndpoint running() {
        if (running == null) {
            throw new IllegalStateException("the endpoint " + maskedUri + " is not started");
        }
        return running;
    }

    /** The clients of this endpoint, while it runs. */
    public S3Clients clients() {
        return running().clients();
    }

    /**
     * Whether events wait for the end of a configuration fault that every object meets, such as a permission that is gone. The
     * consumer of their route may be suspended meanwhile, or wait.
     */
    public boolean holdsEvents() {
        return running != null && running.operation().isPaused();
    }

    /**
     * Changes the limits of the runs of this endpoint: of those that are under way, and of those that begin before it stops.
     *
     * @throws io.s3copy.parameter.InvalidParameterException if one is out of its bounds: maxPending can be what the option of that
     *     name says at most
     * @throws IllegalStateException if the endpoint is not started, or has no operation on many objects
     */
    public void limit(RunLimits limits) {
        running().operation().limit(limits);
    }

    @Override
    public S3CopyComponent getComponent() {
        return (S3CopyComponent) super.getComponent();
    }

    public String getBucketNameOrArn() {
        return bucketNameOrArn;
    }

    /**
     * The bucket, which is the destination of a producer and the source of a consumer: a name, or the ARN of an access point, a multi-region access point or an Outposts bucket.
     */
    public void setBucketNameOrArn(String bucketNameOrArn) {
        this.bucketNameOrArn = bucketNameOrArn;
    }

    public S3CopyConfiguration getConfiguration() {
        return configuration;
    }

    /** The options of this endpoint. */
    public void setConfiguration(S3CopyConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public @Nullable String getServiceUrl() {
        return configuration.isOverrideEndpoint() && configuration.getUriEndpointOverride() != null
                ? configuration.getUriEndpointOverride()
                : configuration.getRegion();
    }

    @Override
    public String getServiceProtocol() {
        return "s3";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return configuration.getRegion() == null
                ? Map.of("bucket", bucketNameOrArn)
                : Map.of("bucket", bucketNameOrArn, "region", configuration.getRegion());
    }
}
