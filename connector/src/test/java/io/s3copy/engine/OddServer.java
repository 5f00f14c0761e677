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
package io.s3copy.engine;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.fault.FaultyS3;
import io.s3copy.testkit.fault.Quirk;
import io.s3copy.testkit.fault.ServerPart;
import io.s3copy.testkit.fault.StoredObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Copies at a server that is not AWS, and of which nothing is known: from bucket {@code in} to bucket {@code out}. */
final class OddServer implements AutoCloseable {

    static final long MIB = 1L << 20;

    private final FaultyS3 s3 = FaultyS3.start().bucket("in").bucket("out");
    private final S3AsyncClient client = s3.newClient();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private ServiceTraits traits = ServiceTraits.unknown("odd");
    private CopyListener listener = CopyListener.NONE;

    static OddServer with(Quirk... quirks) {
        OddServer server = new OddServer();
        server.s3.with(quirks);
        return server;
    }

    static OddServer playing(ServerPart part) {
        OddServer server = new OddServer();
        server.s3.playing(part);
        return server;
    }

    FaultyS3 s3() {
        return s3;
    }

    ServiceTraits traits() {
        return traits;
    }

    /** What the user says of the server. */
    OddServer told(String text) {
        traits = traits.told(text);
        return this;
    }

    /** What happens when the first part of a copy is there. */
    OddServer onFirstPart(Runnable event) {
        listener = new CopyListener() {
            @Override
            public void partDone(CopyTask task, int part, int parts, long bytes) {
                if (part == 1) {
                    event.run();
                }
            }
        };
        return this;
    }

    static CopySettings.Builder settings() {
        return CopySettings.builder();
    }

    /** In parts of 6 MiB, from 5 MiB on. */
    static CopySettings.Builder inParts() {
        return settings().multipartThreshold(Limits.MIN_PART).partSize(new PartSize.Fixed(6 * MIB));
    }

    static CopyRequest.Builder request(String key) {
        return CopyRequest.builder().source("in", key).destination("out", key);
    }

    CopyResult copied(CopySettings.Builder settings, CopyRequest request) {
        S3Calls calls = CallsUnderTest.on(client);
        return ObjectCopier.builder(calls, new RequestWindow(16, 64), timer, settings.build())
                .listener(listener)
                .traits(traits)
                .build()
                .copy(request, KnownSource.NOTHING)
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }

    CopyResult copied(CopySettings.Builder settings, String key) {
        return copied(settings, request(key).build());
    }

    /** What a copy fails with that repeats for a moment only; one that succeeds repeats as long as it must. */
    Throwable failure(CopySettings.Builder settings, CopyRequest request) {
        try {
            CopyResult result = copied(settings.retryFor(Duration.ofSeconds(1)), request);
            throw new AssertionError("The copy did not fail: " + result);
        } catch (CompletionException e) {
            return Causes.of(e);
        }
    }

    Throwable failure(CopySettings.Builder settings, String key) {
        return failure(settings, request(key).build());
    }

    /** Whether the copy has the content of what stands at the source now. */
    boolean isSame(String key) {
        return object("out", key).content().equals(object("in", key).content());
    }

    StoredObject object(String bucket, String key) {
        return s3.object(bucket, key).orElseThrow();
    }

    long count(S3Operation operation) {
        return s3.operations().stream().filter(operation::equals).count();
    }

    List<S3Operation> operations() {
        return s3.operations();
    }

    @Override
    public void close() {
        client.close();
        s3.close();
        timer.shutdownNow();
    }
}
