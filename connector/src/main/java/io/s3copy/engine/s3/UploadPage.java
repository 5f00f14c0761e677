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

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the uploads of a bucket.
 *
 * @param nextKeyMarker where the next page begins; null when this is the last
 * @param nextUploadIdMarker where the next page begins, or null
 */
public record UploadPage(
        List<Upload> uploads,
        @Nullable String nextKeyMarker,
        @Nullable String nextUploadIdMarker) {

    public UploadPage {
        uploads = List.copyOf(uploads);
    }

    /**
     * An upload that is neither completed nor aborted.
     *
     * @param initiated when it was begun
     * @param initiator who began it: the ARN of an IAM identity, or the id of an account; null where S3 does not say
     */
    public record Upload(
            String key,
            String uploadId,
            @Nullable Instant initiated,
            @Nullable String initiator) {}
}
