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
package io.s3copy.camel.consumer;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Adds tags to the object, if it still is the one that was listed. S3 has no condition for that: an object that is written
 * in the moment between gets the tags, too.
 */
public final class Tag implements AfterReadStep {

    private final S3Calls s3;
    private final Requests requests;
    private final String bucket;
    private final CopyRequest common;
    private final Map<String, String> tags;

    /**
     * Adds tags.
     *
     * @param common what requests say besides: the payer, and the owner of the bucket
     */
    public Tag(S3Calls s3, Requests requests, String bucket, CopyRequest common, Map<String, String> tags) {
        this.s3 = s3;
        this.requests = requests;
        this.bucket = bucket;
        this.common = common;
        this.tags = Map.copyOf(tags);
    }

    @Override
    public CompletableFuture<Void> take(ListedObject object) {
        ObjectQuery query = ObjectQuery.ofSource(common.overlaidBy(
                CopyRequest.builder(Origin.OPTION).source(bucket, object.key()).build()));
        return requests.send(() -> s3.headObject(query))
                .thenCompose(head -> head.isAsListed(object)
                        ? requests.send(() -> s3.getObjectTagging(query)).thenCompose(has -> add(query, has))
                        : CompletableFuture.<Void>completedFuture(null))
                .exceptionallyCompose(failure -> S3CallException.isMissing(failure)
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Void> add(ObjectQuery query, Map<String, String> has) {
        Map<String, String> all = new LinkedHashMap<>(has);
        all.putAll(tags);
        return all.equals(has)
                ? CompletableFuture.completedFuture(null)
                : requests.send(() -> s3.putObjectTagging(query, all));
    }
}
