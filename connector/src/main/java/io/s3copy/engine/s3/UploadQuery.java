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

import org.jspecify.annotations.Nullable;

/**
 * Which uploads of a bucket are asked for.
 *
 * @param prefix of their keys; empty for all
 * @param keyMarker where the last page ended, or null
 * @param uploadIdMarker where the last page ended, or null
 * @param requestPayer {@code requester}, or null
 * @param expectedBucketOwner the account that must own the bucket, or null
 */
public record UploadQuery(
        String bucket,
        String prefix,
        @Nullable String keyMarker,
        @Nullable String uploadIdMarker,
        @Nullable String requestPayer,
        @Nullable String expectedBucketOwner) {}
