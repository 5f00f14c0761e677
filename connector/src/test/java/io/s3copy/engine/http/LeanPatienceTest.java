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
package io.s3copy.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.TransientFailureException;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.sdk.SdkAddresses;
import io.s3copy.engine.sdk.SdkIdentities;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.RecordingS3;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The time of a call is that of all that it waits for: credentials and its address, too. */
class LeanPatienceTest {

    private static final long SILENCE = 300_000;
    private static final CopyRequest COPY =
            CopyRequest.builder().source("in", "k").destination("out", "k").build();

    @AutoClose
    private final RecordingS3 s3 = RecordingS3.start();

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    private S3Calls calls(long timeout, AwsCredentialsProvider credentials) {
        S3AsyncClient client = S3AsyncClient.builder()
                .endpointOverride(s3.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .build();
        LeanHttp http = new LeanHttp(vertx, new LeanHttp.Settings(4, SILENCE, timeout, false, null, 0), () -> {});
        opened.push(client);
        opened.push(http);
        return new LeanS3Calls(
                http,
                new SdkAddresses(client, ForkJoinPool.commonPool()),
                new SdkIdentities(credentials, ForkJoinPool.commonPool(), Clock.systemUTC()),
                new SdkS3Calls(client));
    }

    private static S3Result copied(S3Calls calls) {
        return calls.call(S3Call.COPY_OBJECT, COPY)
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }

    private static S3CallException failure(S3Calls calls) {
        return calls.call(S3Call.COPY_OBJECT, COPY)
                .orTimeout(1, TimeUnit.MINUTES)
                .handle((result, failure) -> (S3CallException) Causes.of(failure))
                .join();
    }

    /** The provider hangs until the test ends. */
    @Test
    void toWaitForCredentialsIsPartOfACallsTime() {
        CompletableFuture<AwsCredentialsIdentity> never = new CompletableFuture<>();
        AtomicBoolean hangs = new AtomicBoolean();
        AwsCredentialsProvider provider = hanging(hangs, never);
        S3Calls calls = calls(2_000, provider);
        // the address is asked for with credentials, too
        Awaitility.await().ignoreExceptions().until(() -> copied(calls) != null);
        s3.reset();
        hangs.set(true);
        Awaitility.await().until(() -> failure(calls) != null);

        S3CallException failure = failure(calls);

        assertThat(failure).isInstanceOf(TransientFailureException.class);
        assertThat(failure).hasMessageContaining("no credentials within 2000 ms");
        assertThat(failure.sent()).isFalse();
        never.complete(AwsBasicCredentials.create("a", "s"));
        Awaitility.await().ignoreExceptions().until(() -> copied(calls) != null);
    }

    private static AwsCredentialsProvider hanging(
            AtomicBoolean hangs, CompletableFuture<AwsCredentialsIdentity> never) {
        return new AwsCredentialsProvider() {
            @Override
            public AwsCredentials resolveCredentials() {
                throw new AssertionError("resolved without blocking");
            }

            @Override
            public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
                return hangs.get() ? never : CompletableFuture.completedFuture(AwsBasicCredentials.create("a", "s"));
            }
        };
    }

    @Test
    void toWaitForAnAddressIsPartOfACallsTime() {
        CompletableFuture<AwsCredentialsIdentity> never = new CompletableFuture<>();
        AwsCredentialsProvider provider = hanging(new AtomicBoolean(true), never);

        S3CallException failure = failure(calls(500, provider));

        assertThat(failure).isInstanceOf(TransientFailureException.class);
        assertThat(failure).hasMessageContaining("no address within 500 ms");
        assertThat(s3.requests()).isEmpty();
    }
}
