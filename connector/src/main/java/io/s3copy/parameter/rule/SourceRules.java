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
package io.s3copy.parameter.rule;

import static io.s3copy.parameter.CopyParameter.BUCKET;
import static io.s3copy.parameter.CopyParameter.BUCKET_KEY_ENABLED;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_BUCKET;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.KEY;
import static io.s3copy.parameter.CopyParameter.METADATA_DIRECTIVE;
import static io.s3copy.parameter.CopyParameter.SERVER_SIDE_ENCRYPTION;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.STORAGE_CLASS;
import static io.s3copy.parameter.CopyParameter.WEBSITE_REDIRECT_LOCATION;

import io.s3copy.parameter.BucketKind;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.S3Call;
import java.util.List;

/** What cannot be a source. */
final class SourceRules {

    /** Any of these makes a copy of an object onto itself legal. */
    private static final List<CopyParameter> CHANGES = List.of(
            STORAGE_CLASS,
            WEBSITE_REDIRECT_LOCATION,
            SERVER_SIDE_ENCRYPTION,
            SSE_CUSTOMER_KEY,
            COPY_SOURCE_SSE_CUSTOMER_KEY,
            BUCKET_KEY_ENABLED);

    private SourceRules() {}

    static void multiRegionAccessPointIsNoSource(S3Call call, CopyRequest request) {
        CopyParameter row = request.has(COPY_SOURCE) ? COPY_SOURCE : COPY_SOURCE_BUCKET;
        String bucket = request.source().map(CopySource::bucket).orElse(request.text(COPY_SOURCE_BUCKET));
        if (bucket != null && BucketKind.of(bucket) == BucketKind.MULTI_REGION_ACCESS_POINT) {
            throw request.invalid(
                    row,
                    "a multi-region access point can only be a destination",
                    "Name one of its buckets, or a single-Region access point");
        }
    }

    /**
     * S3 refuses a copy onto itself that changes nothing; tags alone do not count. With a version it is the documented
     * way to restore that version.
     */
    static void selfCopyChangesSomething(S3Call call, CopyRequest request) {
        if (call != S3Call.COPY_OBJECT) {
            return;
        }
        CopySource source = request.source().orElseThrow();
        boolean self =
                source.bucket().equals(request.text(BUCKET)) && source.key().equals(request.text(KEY));
        if (!self) {
            return;
        }
        boolean changes = "REPLACE".equals(request.text(METADATA_DIRECTIVE)) || request.hasAny(CHANGES);
        if (source.version().isEmpty() && !changes) {
            throw request.invalid(
                    request.has(COPY_SOURCE) ? COPY_SOURCE : CopyParameter.COPY_SOURCE_KEY,
                    "copies an object onto itself and changes nothing, which S3 refuses",
                    "Set metadataDirective=REPLACE, storageClass, websiteRedirectLocation or an encryption,"
                            + " name a source version to restore, or copy to another key");
        }
    }
}
