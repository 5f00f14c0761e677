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
package io.s3copy.camel.binding;

import io.s3copy.engine.KnownSource;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import org.apache.camel.Message;

/** The headers that camel-aws2-s3 sets for an object that it consumed or listed. That component need not be present. */
public final class Aws2S3Headers {

    /** S3's name for the one version of an object in a bucket that never had versions. */
    private static final String NULL_VERSION = "null";

    static final String BUCKET = "CamelAwsS3BucketName";
    static final String KEY = "CamelAwsS3Key";
    static final String VERSION = "CamelAwsS3VersionId";
    static final String DESTINATION_BUCKET = "CamelAwsS3BucketDestinationName";
    static final String DESTINATION_KEY = "CamelAwsS3DestinationKey";
    private static final String ETAG = "CamelAwsS3ETag";
    private static final String LENGTH = "CamelAwsS3ContentLength";

    private Aws2S3Headers() {}

    /** Size and ETag of the source of a request, from the headers; nothing if they are about another object. */
    static KnownSource knownSource(Message message, CopyRequest request) {
        CopySource source = request.source().orElse(null);
        boolean same = source != null
                && source.key().equals(message.getHeader(KEY))
                && source.bucket().equals(message.getHeader(BUCKET));
        if (!same) {
            return KnownSource.NOTHING;
        }
        Long length = message.getHeader(LENGTH) instanceof Long size ? size : null;
        String eTag = message.getHeader(ETAG, String.class);
        return new KnownSource(length, eTag == null || eTag.startsWith("\"") ? eTag : "\"" + eTag + "\"");
    }

    /** The object that a message names; nothing if it does not name bucket and key. */
    static CopyRequest source(Message message) {
        Object bucket = message.getHeader(BUCKET);
        Object key = message.getHeader(KEY);
        if (bucket == null || key == null) {
            return CopyRequest.empty();
        }
        Object version = message.getHeader(VERSION);
        return CopyRequest.builder()
                .set(CopyParameter.COPY_SOURCE_BUCKET, bucket, "header " + BUCKET)
                .set(CopyParameter.COPY_SOURCE_KEY, key, "header " + KEY)
                .set(
                        CopyParameter.COPY_SOURCE_VERSION_ID,
                        NULL_VERSION.equals(version) ? null : version,
                        "header " + VERSION)
                .build();
    }

    /** The destination of a message that was made for the operation copyObject of aws2-s3. */
    static CopyRequest destination(Message message, boolean readsBucket, boolean readsKey) {
        CopyRequest.Builder builder = CopyRequest.builder();
        Object bucket = message.getHeader(DESTINATION_BUCKET);
        if (bucket != null && readsBucket) {
            builder.set(CopyParameter.BUCKET, bucket, "header " + DESTINATION_BUCKET);
        }
        Object key = message.getHeader(DESTINATION_KEY);
        if (key != null && readsKey) {
            builder.set(CopyParameter.KEY, key, "header " + DESTINATION_KEY);
        }
        return builder.build();
    }
}
