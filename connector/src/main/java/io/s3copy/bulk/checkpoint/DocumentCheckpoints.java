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
package io.s3copy.bulk.checkpoint;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.DocumentCalls;
import io.s3copy.engine.s3.DocumentCalls.Condition;
import io.s3copy.engine.s3.DocumentCalls.Document;
import io.s3copy.engine.s3.ObjectQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints as objects of a bucket, so that any process goes on, and no database is needed. A checkpoint is written on
 * condition of the ETag of the last one, so that two processes on one job are noticed; where a service ignores conditions
 * or does not know them, the last one wins. Needs s3:GetObject and s3:PutObject, and s3:ListBucket: without it S3 does not
 * say that there is no checkpoint.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">Conditional writes</a>
 */
public final class DocumentCheckpoints implements CheckpointStore {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentCheckpoints.class);

    /** A document beyond is no checkpoint. */
    private static final int MAX_BYTES = 64 << 20;

    private static final String JSON = "application/json";
    private static final String SUFFIX = ".json";

    private final DocumentCalls calls;
    private final Function<ObjectQuery, ? extends CompletableFuture<?>> delete;
    private final ObjectQuery bucket;
    private final String prefix;
    private final Executor blocking;

    /**
     * Checkpoints in a bucket.
     *
     * @param delete deletes an object; needs s3:DeleteObject, for {@link #remove} only
     * @param bucket asks about any object of the bucket
     * @param prefix of their keys, with the slash at its end
     * @param blocking runs what waits for the network
     */
    public DocumentCheckpoints(
            DocumentCalls calls,
            Function<ObjectQuery, ? extends CompletableFuture<?>> delete,
            ObjectQuery bucket,
            String prefix,
            Executor blocking) {
        this.calls = calls;
        this.delete = delete;
        this.bucket = bucket;
        this.prefix = prefix;
        this.blocking = blocking;
    }

    @Override
    public CompletableFuture<@Nullable Stored> read(String name) {
        CompletableFuture<@Nullable Stored> there =
                calls.getObject(query(name)).thenApplyAsync(DocumentCheckpoints::read, blocking);
        return Futures.afterEnd(there, (stored, failure) -> {
            boolean missing = S3CallException.isSaid(failure, "NoSuchKey");
            return failure == null || missing
                    ? CompletableFuture.completedFuture(stored)
                    : CompletableFuture.failedFuture(failure);
        });
    }

    private static Stored read(Document document) {
        try (InputStream content = document.content()) {
            byte[] bytes = content.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new CheckpointFormatException("A checkpoint has more than " + MAX_BYTES + " bytes", null);
            }
            return new Stored(new String(bytes, StandardCharsets.UTF_8), document.eTag());
        } catch (IOException e) {
            throw new UncheckedIOException("A checkpoint was cut short", e);
        }
    }

    @Override
    public CompletableFuture<Stored> write(String name, String text, @Nullable Stored before) {
        @Nullable
        Condition condition =
                before == null ? Condition.NOTHING : before.tag() == null ? null : new Condition(before.tag());
        return Futures.afterEnd(put(name, text, condition), (written, failure) -> {
            if (written != null) {
                return CompletableFuture.completedFuture(written);
            } else if (condition != null && S3CallException.isNotUnderstood(failure)) {
                LOG.debug("The service knows no conditions; the checkpoint {} is written without", name);
                return put(name, text, null);
            } else if (condition != null && isConflict(failure)) {
                return unlessOurs(name, text, before, failure);
            }
            return CompletableFuture.failedFuture(failure == null ? new IllegalStateException("no answer") : failure);
        });
    }

    private static boolean isConflict(@Nullable Throwable failure) {
        return S3CallException.isUnmet(failure)
                || S3CallException.isSaid(failure, "ConditionalRequestConflict")
                // what stood there was removed
                || S3CallException.isSaid(failure, "NoSuchKey");
    }

    /** A request that was repeated, as its answer was lost, meets what it has written itself. */
    private CompletableFuture<Stored> unlessOurs(
            String name, String text, @Nullable Stored before, @Nullable Throwable failure) {
        return read(name).thenCompose(now -> {
            if (now != null && now.text().equals(text)) {
                LOG.debug("The checkpoint {} was written by a request whose answer was lost", name);
                return CompletableFuture.completedFuture(now);
            }
            boolean unchanged = now == null ? before == null : now.equals(before);
            return CompletableFuture.failedFuture(
                    unchanged && failure != null ? failure : new CheckpointConflictException(place(name), failure));
        });
    }

    private CompletableFuture<Stored> put(String name, String text, @Nullable Condition condition) {
        return calls.putObject(query(name), text.getBytes(StandardCharsets.UTF_8), JSON, condition)
                .thenApply(eTag -> new Stored(text, eTag.isEmpty() ? null : eTag));
    }

    @Override
    public CompletableFuture<Void> remove(String name) {
        return delete.apply(query(name)).thenApply(deleted -> null);
    }

    @Override
    public String place(String name) {
        return "s3://" + bucket.bucket() + "/" + prefix + name + SUFFIX;
    }

    private ObjectQuery query(String name) {
        return bucket.ofKey(prefix + name + SUFFIX).withoutChecksums();
    }
}
