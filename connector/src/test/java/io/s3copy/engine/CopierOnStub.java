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
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A copier whose requests a stub records and answers as the test says; sizes are only numbers there. */
final class CopierOnStub implements AutoCloseable {

    static final long MIB = 1L << 20;
    static final String PLANNED = "\"0123456789abcdef0123456789abcdef\"";
    static final String OTHER = "\"fedcba9876543210fedcba9876543210\"";

    static final Duration A_MOMENT = Duration.ofMillis(400);

    final RecordingS3 s3 = RecordingS3.start();
    private final S3AsyncClient client = s3.newClient();

    /** Its sources have no tags, unless a test says otherwise. */
    static CopierOnStub withoutTags() {
        CopierOnStub stub = new CopierOnStub();
        stub.s3.answer(S3Operation.GET_OBJECT_TAGGING, request -> Response.tagging(Map.of()));
        return stub;
    }

    /** Says what HEAD answers of the source, and of anything else. */
    void heads(Response source, Response destination) {
        s3.answer(S3Operation.HEAD_OBJECT, head -> head.bucket().equals("in") ? source : destination);
    }

    static CopyRequest.Builder request() {
        return CopyRequest.builder().source("in", "a b+c").destination("out", "copy");
    }

    static CopySettings.Builder settings() {
        return CopySettings.builder();
    }

    /** In parts of 8 MiB from 5 MiB on. */
    static CopySettings.Builder inParts() {
        return settings().multipartThreshold(Limits.MIN_PART).partSize(new PartSize.Fixed(8 * MIB));
    }

    ObjectCopier copier(CopySettings settings, CopyListener listener) {
        S3Calls calls = CallsUnderTest.on(client);
        return ObjectCopier.builder(calls, new RequestWindow(16, 64), ForkJoinPool.commonPool(), settings)
                .listener(listener)
                .build();
    }

    CopyResult copied(CopySettings.Builder settings, CopyRequest request, KnownSource known) {
        return copier(settings.build(), CopyListener.NONE)
                .copy(request, known)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    CopyResult copied(CopySettings.Builder settings) {
        return copied(settings, request().build(), KnownSource.NOTHING);
    }

    /**
     * What a copy fails with that repeats for a moment only. A copy that succeeds repeats as long as it must: on a slow
     * machine a moment may be over before the first answer comes.
     */
    Throwable failure(CopySettings.Builder settings, CopyRequest request) {
        return lastingFailure(settings.retryFor(A_MOMENT), request);
    }

    /** What a copy fails with, however long it may repeat. */
    Throwable lastingFailure(CopySettings.Builder settings, CopyRequest request) {
        try {
            CopyResult result = copied(settings, request, KnownSource.NOTHING);
            throw new AssertionError("The copy did not fail: " + result);
        } catch (CompletionException e) {
            return Causes.of(e);
        }
    }

    Throwable failure(CopySettings.Builder settings) {
        return failure(settings, request().build());
    }

    @Override
    public void close() {
        client.close();
        s3.close();
    }
}
