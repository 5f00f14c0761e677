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
package io.s3copy.engine.sdk;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.http.Address;
import io.s3copy.engine.http.Addresses;
import io.s3copy.engine.request.Futures;
import io.s3copy.parameter.BucketKind;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;

/**
 * Where an SDK's client asks buckets: it is given one copy to each, and makes the request of it, which is not sent. So the
 * SDK's own rules decide, with all that was set for them in options, environment and profile.
 */
public final class SdkAddresses implements Addresses {

    private static final Logger LOG = LoggerFactory.getLogger(SdkAddresses.class);

    /** A route may name many buckets, but an endpoint copies to few. */
    private static final int MOST = 10_000;

    private static final long LONGEST_SECONDS = 60;

    private static final String KEY = "k";
    private static final Pattern SIGNATURE =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=[^/]*/[0-9]{8}/([^/]*)/([^/]*)/aws4_request,.*");

    private final S3AsyncClient client;
    private final Executor executor;
    private final Map<String, Address> known = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Address>> asked = new ConcurrentHashMap<>();

    /**
     * The addresses of a client.
     *
     * @param executor may be blocked: the SDK asks for credentials, too
     */
    public SdkAddresses(S3AsyncClient client, Executor executor) {
        this.client = client;
        this.executor = executor;
    }

    @Override
    public @Nullable Address known(String bucket) {
        return known.get(bucket);
    }

    /** One request for each bucket, however many calls wait for its address. */
    @Override
    public CompletableFuture<Address> find(String bucket) {
        CompletableFuture<Address> own = new CompletableFuture<>();
        CompletableFuture<Address> others = asked.putIfAbsent(bucket, own);
        if (others != null) {
            return patient(others);
        }
        try {
            executor.execute(() -> ask(bucket, own));
        } catch (RejectedExecutionException e) {
            end(bucket, own, null, SdkFailures.closed(SdkS3Calls.about(bucket, "")));
        }
        return patient(own);
    }

    /** A provider of credentials that never answers must not hold calls for ever. */
    private static CompletableFuture<Address> patient(CompletableFuture<Address> address) {
        return address.isDone() ? address : address.copy().orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private void ask(String bucket, CompletableFuture<Address> own) {
        try {
            Futures.whenDone(ask(bucket), (address, failure) -> end(bucket, own, address, failure));
        } catch (Throwable e) {
            // whoever waits must hear of it
            end(bucket, own, null, e);
        }
    }

    private void end(
            String bucket, CompletableFuture<Address> own, @Nullable Address address, @Nullable Throwable failure) {
        asked.remove(bucket);
        if (address == null) {
            own.completeExceptionally(failure == null ? new IllegalStateException("no address was found") : failure);
        } else {
            own.complete(address);
        }
    }

    private CompletableFuture<Address> ask(String bucket) {
        BucketKind kind = BucketKind.of(bucket);
        if (kind == BucketKind.DIRECTORY || kind == BucketKind.MULTI_REGION_ACCESS_POINT) {
            // signed for a session, or by SigV4a
            return CompletableFuture.completedFuture(keep(bucket, Address.ELSEWHERE));
        }
        Capture capture = new Capture();
        SdkPlugin plugin = config -> {
            ClientOverrideConfiguration before = config.overrideConfiguration();
            config.overrideConfiguration((before == null ? ClientOverrideConfiguration.builder() : before.toBuilder())
                    .addExecutionInterceptor(capture)
                    .build());
        };
        Trace trace = new Trace();
        CopyObjectRequest request = CopyObjectRequest.builder()
                .destinationBucket(bucket)
                .destinationKey(KEY)
                .sourceBucket(bucket)
                .sourceKey(KEY)
                .overrideConfiguration(with -> with.addPlugin(plugin).putExecutionAttribute(Trace.ATTRIBUTE, trace))
                .build();
        CompletableFuture<?> never;
        try {
            never = client.copyObject(request);
        } catch (RuntimeException e) {
            never = CompletableFuture.failedFuture(e);
        }
        return never.handle((none, failure) -> {
            SdkHttpRequest made = capture.request;
            if (made == null) {
                trace.begin();
                throw SdkFailures.exception("CopyObject", SdkS3Calls.about(bucket, ""), Causes.of(failure), trace);
            }
            return keep(bucket, address(bucket, made));
        });
    }

    private Address keep(String bucket, Address address) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(bucket, address);
        return address;
    }

    private static Address address(String bucket, SdkHttpRequest made) {
        String signature = made.firstMatchingHeader("Authorization").orElse("");
        Matcher plain = SIGNATURE.matcher(signature);
        boolean session = made.firstMatchingHeader("x-amz-s3session-token").isPresent();
        String path = made.encodedPath();
        if (!plain.matches() || session || !path.endsWith("/" + KEY)) {
            LOG.debug("Calls to bucket {} need more than a plain signature, and go through the AWS SDK", bucket);
            return Address.ELSEWHERE;
        }
        return new Address(
                "https".equals(made.protocol()),
                made.host(),
                made.port(),
                path.substring(0, path.length() - KEY.length() - 1),
                plain.group(1),
                plain.group(2));
    }

    /** Takes the request when it is signed, and keeps it from being sent. */
    private static final class Capture implements ExecutionInterceptor {

        private volatile @Nullable SdkHttpRequest request;

        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            request = context.httpRequest();
            throw new NotToBeSentException();
        }
    }

    /** The end of a request that only its address was wanted of. */
    private static final class NotToBeSentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private NotToBeSentException() {
            super("only the address was wanted", null, false, false);
        }
    }
}
