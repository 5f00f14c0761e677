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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.engine.http.LeanHttp;
import io.s3copy.engine.http.LeanS3Calls;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.sdk.SdkAddresses;
import io.s3copy.engine.sdk.SdkIdentities;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * Builds lean clients, which share their event loops from the first that is built to the last that is closed. They are few: a
 * signed request costs little, and what routes do with its answer runs elsewhere.
 */
final class LeanClients {

    static final LeanClients SHARED =
            new LeanClients(() -> Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private static final Logger LOG = LoggerFactory.getLogger(LeanClients.class);
    /** Each of them may be held by a provider of credentials that does not answer. */
    private static final int BLOCKING_THREADS = 8;

    private static final long NEVER = TimeUnit.DAYS.toNanos(365);
    private static final long LONGEST_SECONDS = 15;

    private final IntSupplier loops;

    @GuardedBy("this")
    private @Nullable Vertx running;

    @GuardedBy("this")
    private int users;

    private LeanClients(IntSupplier loops) {
        this.loops = loops;
    }

    /** A client with the pool, proxy, trust and timeouts of the options. */
    LeanHttp build(S3CopyConfiguration configuration) {
        Integer port = configuration.getProxyPort();
        LeanHttp.Settings settings = new LeanHttp.Settings(
                HttpClients.connections(configuration),
                configuration.getReadTimeout(),
                timeout(configuration.getApiCallTimeout(), configuration.getApiCallAttemptTimeout()),
                configuration.isTrustAllCertificates(),
                configuration.getProxyHost(),
                port == null ? 0 : port);
        Vertx vertx = enter();
        try {
            return new LeanHttp(vertx, settings, this::leave);
        } catch (RuntimeException e) {
            leave();
            throw e;
        }
    }

    /** The calls of an SDK's client, the frequent ones on a lean client. */
    S3Calls calls(S3AsyncClient client, LeanHttp http) {
        Executor blocking = blocking();
        return new LeanS3Calls(
                http,
                new SdkAddresses(client, blocking),
                new SdkIdentities(
                        client.serviceClientConfiguration().credentialsProvider(), blocking, Clock.systemUTC()),
                new SdkS3Calls(client));
    }

    /** A call is one attempt here, so that the shorter of its two times counts; 0 is none. */
    private static long timeout(long call, long attempt) {
        return call == 0 || attempt == 0 ? Math.max(call, attempt) : Math.min(call, attempt);
    }

    private synchronized Executor blocking() {
        Vertx vertx = running;
        if (vertx == null) {
            throw new IllegalStateException("no lean client is open");
        }
        return task -> vertx.executeBlocking(
                () -> {
                    task.run();
                    return null;
                },
                false);
    }

    private synchronized Vertx enter() {
        if (running == null) {
            running = Vertx.vertx(new VertxOptions()
                    .setEventLoopPoolSize(loops.getAsInt())
                    .setWorkerPoolSize(BLOCKING_THREADS)
                    .setInternalBlockingPoolSize(BLOCKING_THREADS)
                    .setPreferNativeTransport(true)
                    .setUseDaemonThread(true)
                    .setBlockedThreadCheckInterval(NEVER)
                    .setBlockedThreadCheckIntervalUnit(TimeUnit.NANOSECONDS)
                    .setFileSystemOptions(
                            new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        }
        users++;
        return running;
    }

    /** Ends the loops after their last user. Blocks until their threads have ended, at most 15 seconds. */
    private synchronized void leave() {
        users--;
        Vertx last = running;
        if (users > 0 || last == null) {
            return;
        }
        running = null;
        try {
            last.close().toCompletionStage().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The event loops of the lean client did not end", e);
        }
    }
}
