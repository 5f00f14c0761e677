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
package io.s3copy.engine.cleanup;

import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.UploadPage.Upload;
import io.s3copy.engine.s3.UploadQuery;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** All pages of the incomplete uploads of a bucket. */
record UploadListing(S3Calls s3, Requests requests, CopyRequest bucket) {

    /** Those whose keys begin with a prefix; empty for all. */
    CompletableFuture<List<Upload>> all(String prefix) {
        return page(prefix, null, null, new ArrayList<>());
    }

    private CompletableFuture<List<Upload>> page(
            String prefix, @Nullable String keyMarker, @Nullable String uploadIdMarker, List<Upload> before) {
        UploadQuery query = new UploadQuery(
                bucket.required(CopyParameter.BUCKET),
                prefix,
                keyMarker,
                uploadIdMarker,
                bucket.text(CopyParameter.REQUEST_PAYER),
                bucket.text(CopyParameter.EXPECTED_BUCKET_OWNER));
        return requests.send(() -> s3.listMultipartUploads(query)).thenCompose(page -> {
            // a server that ignores the prefix must not have us abort what lies beside it
            page.uploads().stream().filter(one -> one.key().startsWith(prefix)).forEach(before::add);
            return page.nextKeyMarker() == null
                    ? CompletableFuture.completedFuture(before)
                    : page(prefix, page.nextKeyMarker(), page.nextUploadIdMarker(), before);
        });
    }
}
