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
package io.s3copy.bulk.run;

import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ObjectPage;
import java.util.concurrent.CompletableFuture;

/** Lists, and counts each request. */
public record CountedListing(ListCalls calls, RunRequests counted) implements ListCalls {

    /** As S3 names the call. */
    static final String OBJECTS = "ListObjectsV2";

    /** As S3 names the call. */
    static final String VERSIONS = "ListObjectVersions";

    @Override
    public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
        counted.made(OBJECTS, 1);
        return calls.listObjects(query);
    }

    @Override
    public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
        counted.made(VERSIONS, 1);
        return calls.listVersions(query);
    }
}
