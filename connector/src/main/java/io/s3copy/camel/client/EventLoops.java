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
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;

/**
 * The event loops that all Netty clients of this component share, from the first that is opened to the last that is
 * closed. The SDK would end its own only after two seconds without work, and a route that stops would wait for that. When
 * the last client is closed, no call is in flight that could still need a loop.
 */
final class EventLoops {

    static final EventLoops SHARED =
            new EventLoops(() -> SdkEventLoopGroup.builder().build());

    private static final long QUIET_SECONDS = 0;
    private static final long LONGEST_SECONDS = 15;

    private final Supplier<SdkEventLoopGroup> start;

    @GuardedBy("this")
    private @Nullable SdkEventLoopGroup running;

    @GuardedBy("this")
    private int users;

    EventLoops(Supplier<SdkEventLoopGroup> start) {
        this.start = start;
    }

    /** A client on these loops. It gives them up when it is closed, and the last one waits for their end. */
    SdkAsyncHttpClient open(Function<SdkEventLoopGroup, SdkAsyncHttpClient> build) {
        SdkEventLoopGroup loops = enter();
        try {
            return new Client(build.apply(loops), this);
        } catch (RuntimeException e) {
            leave();
            throw e;
        }
    }

    private synchronized SdkEventLoopGroup enter() {
        if (running == null) {
            running = start.get();
        }
        users++;
        return running;
    }

    /** Ends the loops after their last user. Blocks until their threads have ended, at most 15 seconds. */
    private synchronized void leave() {
        users--;
        if (users == 0 && running != null) {
            EventLoopGroup group = running.eventLoopGroup();
            running = null;
            group.shutdownGracefully(QUIET_SECONDS, LONGEST_SECONDS, TimeUnit.SECONDS)
                    .awaitUninterruptibly(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private record Client(SdkAsyncHttpClient http, EventLoops loops) implements SdkAsyncHttpClient {

        @Override
        public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
            return http.execute(request);
        }

        @Override
        public String clientName() {
            return http.clientName();
        }

        @Override
        public void close() {
            http.close();
            loops.leave();
        }
    }
}
