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
package io.s3copy.behaviour;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;

/** An upload of the plain client, begun to see what the server does with it. */
record ProbedUpload(Bench bench, String key, String id) {

    static ProbedUpload begin(Bench bench) {
        return begin(bench, create -> {});
    }

    static ProbedUpload begin(Bench bench, Consumer<CreateMultipartUploadRequest.Builder> how) {
        String key = bench.newKey();
        return new ProbedUpload(
                bench,
                key,
                Refused.ask(
                                "CreateMultipartUpload",
                                bench.s3()
                                        .createMultipartUpload(create -> how.accept(create.bucket(bench.destination())
                                                .key(key))))
                        .uploadId());
    }

    CompletableFuture<UploadPartCopyResponse> copy(int number, Consumer<UploadPartCopyRequest.Builder> how) {
        return bench.s3()
                .uploadPartCopy(part -> how.accept(part.sourceBucket(bench.source())
                        .sourceKey(bench.large())
                        .destinationBucket(bench.destination())
                        .destinationKey(key)
                        .uploadId(id)
                        .partNumber(number)));
    }

    CompletedPart part(int number, String range) {
        String eTag = Refused.ask("UploadPartCopy", copy(number, part -> part.copySourceRange(range)))
                .copyPartResult()
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(eTag).build();
    }

    CompletableFuture<CompleteMultipartUploadResponse> complete(
            List<CompletedPart> parts, Consumer<CompleteMultipartUploadRequest.Builder> how) {
        return bench.s3()
                .completeMultipartUpload(complete -> how.accept(complete.bucket(bench.destination())
                        .key(key)
                        .uploadId(id)
                        .multipartUpload(upload -> upload.parts(parts))));
    }

    Answer then(Answer answer) {
        // the server may have ended the upload itself, and what is left is cleared with the bucket
        bench.s3()
                .abortMultipartUpload(
                        abort -> abort.bucket(bench.destination()).key(key).uploadId(id))
                .handle((done, failed) -> null)
                .join();
        return answer;
    }
}
