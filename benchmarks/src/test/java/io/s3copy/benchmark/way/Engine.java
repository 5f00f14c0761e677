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
package io.s3copy.benchmark.way;

import io.s3copy.engine.CopySettings;
import io.s3copy.engine.KnownSource;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.parameter.CopyRequest;
import io.vertx.core.Vertx;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** (b) The engine, without Camel. */
public final class Engine implements Way {

    /** As the component begins its windows. */
    private static final int INITIAL_WINDOW = 32;

    private final Service.Client client;
    private final CopiedObjects objects;
    private final KnownSource known;
    private final Vertx vertx;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ObjectCopier copier;

    /**
     * An engine.
     *
     * @param lean whether it sends by the lean client, or by the SDK's
     */
    Engine(Service service, CopiedObjects objects, int window, KnownSource known, boolean lean) {
        this.known = known;
        this.client = service.newClient();
        this.objects = objects;
        this.vertx = lean ? Service.newEventLoop() : null;
        this.copier = copier(
                vertx == null ? new SdkS3Calls(client.s3()) : service.leanCalls(client.s3(), vertx), window, timer);
    }

    /** A copier with the defaults of the component, on the SDK's client. */
    public static ObjectCopier copier(S3AsyncClient client, int window, ScheduledExecutorService timer) {
        return copier(new SdkS3Calls(client), window, timer);
    }

    private static ObjectCopier copier(S3Calls s3, int window, ScheduledExecutorService timer) {
        RequestWindow requests = new RequestWindow(Math.min(INITIAL_WINDOW, window), window);
        return ObjectCopier.builder(s3, requests, timer, CopySettings.defaults())
                .build();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the consumer is told
    public void begin(int number, Consumer<Throwable> ended) {
        CopyRequest request = CopyRequest.builder()
                .source(objects.bucket(), objects.source(number))
                .destination(objects.bucket(), objects.copy(number))
                .build();
        copier.copy(request, known).whenComplete((result, failure) -> ended.accept(failure));
    }

    @Override
    public void close() {
        copier.close();
        timer.shutdown();
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
        client.close();
    }
}
