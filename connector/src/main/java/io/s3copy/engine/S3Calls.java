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

import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The port to S3. Requests are taken as {@link io.s3copy.parameter.rule.CopyRules#prepare prepared}. No method blocks
 * or throws: a failure, of S3's or of the way to it, completes the future with an {@link S3CallException}. A 200 that
 * carries an error is a failure.
 */
public interface S3Calls {

    /** Makes one of the calls of a copy. */
    CompletableFuture<S3Result> call(S3Call call, CopyRequest request);

    /** Asks about an object. HEAD answers have no body: a failure's code is made from its status. */
    CompletableFuture<ObjectHead> headObject(HeadQuery query);

    /** The tags of an object. Needs s3:GetObjectTagging. */
    CompletableFuture<Map<String, String>> getObjectTagging(HeadQuery query);

    /** Replaces the tags of an object. Needs s3:PutObjectTagging. */
    CompletableFuture<Void> putObjectTagging(HeadQuery query, Map<String, String> tags);

    /**
     * Asks whether the bucket is there and may be reached.
     *
     * @param expectedBucketOwner the account id that must own it, or null
     */
    CompletableFuture<Void> headBucket(String bucket, String expectedBucketOwner);
}
