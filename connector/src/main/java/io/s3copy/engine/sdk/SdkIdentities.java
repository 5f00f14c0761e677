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

import io.s3copy.engine.http.Identities;
import io.s3copy.engine.http.Identity;
import io.s3copy.engine.request.Futures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * The credentials of an SDK's client. A provider may ask a service, and block: it is asked on a thread of its own, and what it
 * says is taken for a second. The provider itself renews credentials before they end.
 */
public final class SdkIdentities implements Identities {

    private static final Duration TAKEN = Duration.ofSeconds(1);
    private static final long LONGEST_SECONDS = 60;

    private final IdentityProvider<? extends AwsCredentialsIdentity> provider;
    private final Executor executor;
    private final Clock clock;

    private volatile @Nullable Asked last;

    /**
     * The credentials of a provider.
     *
     * @param executor may be blocked
     */
    public SdkIdentities(IdentityProvider<? extends AwsCredentialsIdentity> provider, Executor executor, Clock clock) {
        this.provider = provider;
        this.executor = executor;
        this.clock = clock;
    }

    /** One question to the provider: in flight, or answered. */
    private record Asked(CompletableFuture<Identity> answer, Instant until) {}

    @Override
    public @Nullable Identity known() {
        Asked asked = last;
        if (asked == null || !asked.answer().isDone() || asked.answer().isCompletedExceptionally()) {
            return null;
        }
        return clock.instant().isBefore(asked.until()) ? asked.answer().join() : null;
    }

    @Override
    public synchronized CompletableFuture<Identity> find() {
        Asked asked = last;
        if (asked != null && !asked.answer().isDone()) {
            return asked.answer();
        }
        CompletableFuture<Identity> answer = new CompletableFuture<>();
        // a provider that never answers must not hold calls for ever
        Futures.whenDone(answer.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS), (found, failure) -> {});
        boolean constant = provider instanceof StaticCredentialsProvider;
        last = new Asked(answer, constant ? Instant.MAX : clock.instant().plus(TAKEN));
        Runnable ask = () -> ask(answer);
        if (constant) {
            ask.run();
            return answer;
        }
        try {
            executor.execute(ask);
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(SdkFailures.noIdentity(e));
        }
        return answer;
    }

    private void ask(CompletableFuture<Identity> answer) {
        try {
            Futures.whenDone(provider.resolveIdentity(), (found, failure) -> {
                if (found == null) {
                    answer.completeExceptionally(SdkFailures.noIdentity(failure));
                } else {
                    answer.complete(identity(found));
                }
            });
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private static Identity identity(AwsCredentialsIdentity found) {
        return new Identity(
                found.accessKeyId(),
                found.secretAccessKey(),
                found instanceof AwsSessionCredentialsIdentity session ? session.sessionToken() : null);
    }

    @Override
    public void refused() {
        last = null;
    }
}
