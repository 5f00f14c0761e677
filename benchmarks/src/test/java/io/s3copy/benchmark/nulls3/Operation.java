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
package io.s3copy.benchmark.nulls3;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;

/** What the null S3 understands. */
public enum Operation {
    CopyObject,
    UploadPartCopy,
    CreateMultipartUpload,
    CompleteMultipartUpload,
    AbortMultipartUpload,
    ListParts,
    HeadObject,
    GetObjectTagging,
    Unknown;

    static Operation of(HttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        String parameters = query < 0 ? "" : uri.substring(query + 1);
        HttpMethod method = request.method();
        boolean ofUpload = parameters.contains("uploadId=");
        if (method.equals(HttpMethod.PUT) && request.headers().contains("x-amz-copy-source")) {
            return ofUpload ? UploadPartCopy : CopyObject;
        } else if (method.equals(HttpMethod.HEAD)) {
            return HeadObject;
        } else if (method.equals(HttpMethod.POST)) {
            return ofUpload
                    ? CompleteMultipartUpload
                    : parameters.startsWith("uploads") ? CreateMultipartUpload : Unknown;
        } else if (method.equals(HttpMethod.DELETE)) {
            return ofUpload ? AbortMultipartUpload : Unknown;
        } else if (method.equals(HttpMethod.GET)) {
            return ofUpload ? ListParts : parameters.startsWith("tagging") ? GetObjectTagging : Unknown;
        }
        return Unknown;
    }
}
