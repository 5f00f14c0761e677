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
import io.s3copy.engine.http.LeanHttp;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The clients of a running endpoint: one signs the copies, one sends the calls about the source. Closes those it built. */
public final class S3Clients implements AutoCloseable {

    private static final List<CopyParameter> CUSTOMER_KEYS =
            List.of(CopyParameter.SSE_CUSTOMER_KEY, CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY);

    private final S3CopyConfiguration configuration;
    private final S3AsyncClient destinationClient;
    private final S3Calls destination;
    private final S3Calls source;
    /** The clients that were built, not given. */
    private final List<BuiltClient> built;

    private final List<LeanHttp> lean = new ArrayList<>();

    private final boolean readable;

    private S3Clients(
            S3CopyConfiguration configuration,
            S3AsyncClient destinationClient,
            S3AsyncClient sourceClient,
            List<BuiltClient> built) {
        this.configuration = configuration;
        this.destinationClient = destinationClient;
        this.built = List.copyOf(built);
        // both are checked before one is built
        boolean leanDestination = LeanRules.isLean(configuration, configuration.getAmazonS3AsyncClient() != null);
        boolean leanSource = sourceClient == destinationClient
                ? leanDestination
                : LeanRules.isLean(configuration, configuration.getSourceS3AsyncClient() != null);
        try {
            this.destination = calls(destinationClient, leanDestination);
            this.source = sourceClient == destinationClient ? destination : calls(sourceClient, leanSource);
        } catch (RuntimeException e) {
            lean.forEach(LeanHttp::close);
            throw e;
        }
        // the source's client sends the source's customer key with a HEAD
        this.readable = Stream.of(destinationClient, sourceClient)
                .anyMatch(client -> isReadableOnTheWay(client, proxyOf(client, configuration, built)));
    }

    private S3Calls calls(S3AsyncClient client, boolean isLean) {
        if (!isLean) {
            return new SdkS3Calls(client);
        }
        LeanHttp http = LeanClients.SHARED.build(configuration);
        lean.add(http);
        return LeanClients.SHARED.calls(client, http);
    }

    private static @Nullable String proxyOf(
            S3AsyncClient client, S3CopyConfiguration configuration, List<BuiltClient> built) {
        return built.stream().anyMatch(one -> one.client() == client) ? configuration.getProxyHost() : null;
    }

    /**
     * Takes the clients of the configuration, or builds them.
     *
     * @throws InvalidParameterException when options contradict each other, or a client cannot sign copies
     */
    public static S3Clients open(S3CopyConfiguration configuration, String bucket) throws Exception {
        return open(configuration, bucket, List.of());
    }

    /**
     * Takes the clients of the configuration, or builds them.
     *
     * @param rivals the clients of the registry, of which none was taken because there are several
     * @throws InvalidParameterException when options contradict each other, or a client cannot sign copies
     */
    public static S3Clients open(S3CopyConfiguration configuration, String bucket, List<String> rivals)
            throws Exception {
        ClientRules.checkOptions(configuration, bucket);
        List<BuiltClient> built = new ArrayList<>();
        try {
            S3AsyncClient client = configuration.getAmazonS3AsyncClient() == null
                    ? add(built, configuration, rivals)
                    : GivenClient.plain("amazonS3AsyncClient", configuration.getAmazonS3AsyncClient());
            ClientRules.checkClient(client, configuration, bucket);
            return new S3Clients(configuration, client, sourceClient(client, configuration, built), built);
        } catch (RuntimeException e) {
            built.forEach(BuiltClient::close);
            throw e;
        }
    }

    private static S3AsyncClient sourceClient(
            S3AsyncClient destination, S3CopyConfiguration configuration, List<BuiltClient> built) {
        if (configuration.getSourceS3AsyncClient() != null) {
            return GivenClient.plain("sourceS3AsyncClient", configuration.getSourceS3AsyncClient());
        } else if (!SourceClientRules.isOfAnotherRegion(destination, configuration)) {
            return destination;
        }
        S3CopyConfiguration ofSource = configuration.copy();
        ofSource.setRegion(configuration.getSourceRegion());
        return add(built, ofSource, List.of());
    }

    private static S3AsyncClient add(List<BuiltClient> built, S3CopyConfiguration configuration, List<String> rivals) {
        BuiltClient client = BuiltClient.build(configuration, rivals);
        built.add(client);
        return client.client();
    }

    /** S3 as the destination's client sees it. */
    public S3Calls destination() {
        return destination;
    }

    /** S3 as the source's client sees it: the destination's, unless the endpoint names another. */
    public S3Calls source() {
        return source;
    }

    /** The client that signs the copies. */
    public S3AsyncClient destinationClient() {
        return destinationClient;
    }

    /**
     * Refuses to send a customer key that others on the network could read.
     *
     * @throws InvalidParameterException if the request has a customer key and the service is reached by plain HTTP
     */
    public void refuseUnsafe(CopyRequest request) {
        if (!readable || configuration.isAllowCustomerKeysOverHttp()) {
            return;
        }
        for (CopyParameter key : CUSTOMER_KEYS) {
            if (request.has(key)) {
                throw request.invalid(
                        key,
                        "would be sent over plain HTTP, where others on the network can read it",
                        "Reach the service by https, or set allowCustomerKeysOverHttp=true");
            }
        }
    }

    private static boolean isReadableOnTheWay(S3AsyncClient client, @Nullable String proxyHost) {
        URI endpoint = ClientRules.endpointOf(client);
        return endpoint != null
                && "http".equalsIgnoreCase(endpoint.getScheme())
                && !(isLoopback(endpoint.getHost()) && (proxyHost == null || isLoopback(proxyHost)));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public void close() {
        lean.forEach(LeanHttp::close);
        built.forEach(BuiltClient::close);
    }
}
