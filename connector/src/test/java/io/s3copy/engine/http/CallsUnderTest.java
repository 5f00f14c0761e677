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

import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.sdk.SdkAddresses;
import io.s3copy.engine.sdk.SdkIdentities;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.util.concurrent.ForkJoinPool;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * The calls that a test makes, on the client under test: the lean one, or with {@code -Ds3copy.test.client=sdk} the SDK's. So
 * one suite is run on both.
 */
public final class CallsUnderTest {

    private static final boolean LEAN = !"sdk".equals(System.getProperty("s3copy.test.client"));
    private static final int CONNECTIONS = 300;
    private static final long SILENCE = 300_000;

    /** Ends with the JVM, as the threads are nobody's. */
    private static final class Shared {
        private static final LeanHttp HTTP = new LeanHttp(
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true)),
                new LeanHttp.Settings(CONNECTIONS, SILENCE, 0, false, null, 0),
                () -> {});
    }

    private CallsUnderTest() {}

    /** Whether the lean client is under test. */
    public static boolean areLean() {
        return LEAN;
    }

    /** Calls with the address and the credentials of a client. */
    public static S3Calls on(S3AsyncClient client) {
        return LEAN ? lean(client) : new SdkS3Calls(client);
    }

    /** Lean calls, whichever client is under test. */
    public static S3Calls lean(S3AsyncClient client) {
        return new LeanS3Calls(
                Shared.HTTP,
                new SdkAddresses(client, ForkJoinPool.commonPool()),
                new SdkIdentities(
                        client.serviceClientConfiguration().credentialsProvider(),
                        ForkJoinPool.commonPool(),
                        Clock.systemUTC()),
                new SdkS3Calls(client));
    }
}
