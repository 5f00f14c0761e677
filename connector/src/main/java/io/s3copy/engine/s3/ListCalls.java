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
package io.s3copy.engine.s3;

import java.util.concurrent.CompletableFuture;

/**
 * The calls that list a bucket. Never blocks and never throws, as {@link CopyCalls}. What is not S3's own answer, or
 * cannot be read whole, fails the future: an empty page is empty because S3 said so.
 */
public interface ListCalls {

    /** A page of the current objects, in the order of the server. ListObjectsV2; needs s3:ListBucket. */
    CompletableFuture<ObjectPage> listObjects(ListQuery query);

    /**
     * A page of the versions and delete markers: by key, and of a key the newest first. ListObjectVersions; needs
     * s3:ListBucketVersions.
     */
    CompletableFuture<ObjectPage> listVersions(ListQuery query);
}
