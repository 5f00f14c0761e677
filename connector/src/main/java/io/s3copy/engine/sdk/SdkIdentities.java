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
            // a provider that is being asked is not asked again, however long it takes
            return patient(asked.answer());
        }
        CompletableFuture<Identity> answer = new CompletableFuture<>();
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
        return patient(answer);
    }

    /** A provider that never answers must not hold calls for ever. */
    private static CompletableFuture<Identity> patient(CompletableFuture<Identity> answer) {
        return answer.isDone() ? answer : answer.copy().orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private void ask(CompletableFuture<Identity> answer) {
        try {
            Futures.whenDone(provider.resolveIdentity(), (found, failure) -> {
                if (found == null) {
                    answer.completeExceptionally(SdkFailures.noIdentity(failure));
                } else {
                    complete(answer, found);
                }
            });
        } catch (Throwable e) {
            // nobody else would hear of it
            answer.completeExceptionally(e);
        }
    }

    /** A header carries them: what it cannot carry must not be shown by whoever finds out. */
    private static void complete(CompletableFuture<Identity> answer, AwsCredentialsIdentity found) {
        Identity identity = identity(found);
        if (isPlain(identity.accessKeyId()) && isPlain(identity.sessionToken())) {
            answer.complete(identity);
        } else {
            answer.completeExceptionally(
                    new IllegalArgumentException(
                            "the access key or the session token holds a character that no header can carry, such as a line break"));
        }
    }

    private static boolean isPlain(@Nullable String text) {
        return text == null || text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private static Identity identity(AwsCredentialsIdentity found) {
        return new Identity(
                found.accessKeyId(),
                found.secretAccessKey(),
                found instanceof AwsSessionCredentialsIdentity session ? session.sessionToken() : null);
    }

    @Override
    public synchronized void refused(Identity identity) {
        if (identity.equals(known())) {
            last = null;
        }
    }
}
