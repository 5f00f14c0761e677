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
package io.s3copy.bulk.report;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.DocumentCalls;
import io.s3copy.engine.s3.DocumentCalls.Document;
import io.s3copy.engine.s3.ObjectQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A report as objects of a bucket. Needs s3:PutObject; and s3:GetObject for a long run to go on. */
public final class DocumentReports implements ReportSink {

    private final DocumentCalls calls;
    private final ObjectQuery bucket;
    private final String prefix;
    private final Executor blocking;

    /**
     * A report in a bucket.
     *
     * @param bucket asks about any object of the bucket
     * @param prefix of the keys, with the slash at its end
     * @param blocking runs what waits for the network
     */
    public DocumentReports(DocumentCalls calls, ObjectQuery bucket, String prefix, Executor blocking) {
        this.calls = calls;
        this.bucket = bucket;
        this.prefix = prefix;
        this.blocking = blocking;
    }

    @Override
    public CompletableFuture<Void> write(String name, byte[] content, String contentType) {
        return calls.putObject(query(name), content, contentType, null).thenApply(eTag -> null);
    }

    @Override
    public CompletableFuture<byte @Nullable []> read(String name) {
        CompletableFuture<byte @Nullable []> there =
                calls.getObject(query(name)).thenApplyAsync(DocumentReports::read, blocking);
        return Futures.afterEnd(
                there,
                (content, failure) -> failure == null || S3CallException.isSaid(failure, "NoSuchKey")
                        ? CompletableFuture.completedFuture(content)
                        : CompletableFuture.failedFuture(failure));
    }

    private static byte[] read(Document document) {
        try (InputStream content = document.content()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A file of a report was cut short", e);
        }
    }

    private ObjectQuery query(String name) {
        return bucket.ofKey(prefix + name).withoutChecksums();
    }

    @Override
    public Place place(String name) {
        return new Place(bucket.bucket(), prefix + name);
    }
}
