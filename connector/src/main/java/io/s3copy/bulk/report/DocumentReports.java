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

import io.s3copy.engine.s3.DocumentCalls;
import io.s3copy.engine.s3.ObjectQuery;
import java.util.concurrent.CompletableFuture;

/** A report as objects of a bucket. Needs s3:PutObject. */
public final class DocumentReports implements ReportSink {

    private final DocumentCalls calls;
    private final ObjectQuery bucket;
    private final String prefix;

    /**
     * A report in a bucket.
     *
     * @param bucket asks about any object of the bucket
     * @param prefix of the keys, with the slash at its end
     */
    public DocumentReports(DocumentCalls calls, ObjectQuery bucket, String prefix) {
        this.calls = calls;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public CompletableFuture<Void> write(String name, byte[] content, String contentType) {
        return calls.putObject(bucket.ofKey(prefix + name).withoutChecksums(), content, contentType, null)
                .thenApply(eTag -> null);
    }

    @Override
    public Place place(String name) {
        return new Place(bucket.bucket(), prefix + name);
    }
}
