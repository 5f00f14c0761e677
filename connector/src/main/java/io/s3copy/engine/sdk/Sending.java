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

import io.s3copy.parameter.CopyRequest;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * Sends requests by a client, whoever has built it, with {@link LenientAnswers} on their way, and says in our words what
 * became of those that fail.
 */
final class Sending {

    /** For clients that were given: theirs stay as they are, and only our requests are read leniently. */
    private static final SdkPlugin LENIENT = client -> {
        ClientOverrideConfiguration before = client.overrideConfiguration();
        ClientOverrideConfiguration.Builder with =
                before == null ? ClientOverrideConfiguration.builder() : before.toBuilder();
        client.overrideConfiguration(
                with.addExecutionInterceptor(LenientAnswers.INSTANCE).build());
    };

    private final boolean lenient;

    Sending(S3AsyncClient client) {
        this.lenient = isLenient(client);
    }

    private static boolean isLenient(S3AsyncClient client) {
        try {
            return client.serviceClientConfiguration().overrideConfiguration().executionInterceptors().stream()
                    .anyMatch(LenientAnswers.class::isInstance);
        } catch (RuntimeException e) {
            // one that somebody has written, and that has no configuration
            return false;
        }
    }

    /**
     * Sends a request. The SDK refuses some before it sends them, by throwing: a bad ARN, say.
     *
     * @param about what errors say of the call; asked for only if there is one
     */
    <Q extends S3Request, R> CompletableFuture<R> send(
            String api,
            Supplier<CopyRequest> about,
            Supplier<Q> request,
            Function<Q, CompletableFuture<? extends R>> call) {
        return send(new Trace(), api, about, request, call);
    }

    /** The same, with a trace that the caller reads afterwards. */
    <Q extends S3Request, R> CompletableFuture<R> send(
            Trace trace,
            String api,
            Supplier<CopyRequest> about,
            Supplier<Q> request,
            Function<Q, CompletableFuture<? extends R>> call) {
        CompletableFuture<? extends R> answer;
        Q made;
        try {
            made = traced(request.get(), trace);
        } catch (RuntimeException e) {
            // no attempt was made, nor can one be
            trace.begin();
            return CompletableFuture.failedFuture(SdkFailures.exception(api, about.get(), e, trace));
        }
        try {
            answer = call.apply(made);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.handle((response, failure) -> {
            if (failure != null) {
                throw SdkFailures.exception(api, about.get(), failure, trace);
            }
            return response;
        });
    }

    @SuppressWarnings("unchecked") // a builder of a request builds one of its own type
    private <Q extends S3Request> Q traced(Q request, Trace trace) {
        AwsRequestOverrideConfiguration.Builder with = request.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder);
        with.putExecutionAttribute(Trace.ATTRIBUTE, trace);
        if (!lenient) {
            with.addPlugin(LENIENT);
        }
        return (Q) request.toBuilder().overrideConfiguration(with.build()).build();
    }
}
