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
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** Whether an object that was uploaded in parts has the encryption that its upload was begun with. */
final class UploadEncryptionProbes {

    private UploadEncryptionProbes() {}

    static Answer s3Managed(Bench bench) {
        String key = completed(
                bench, create -> create.serverSideEncryption(ServerSideEncryption.AES256), part -> {}, complete -> {});
        return Answer.equal(
                ServerSideEncryption.AES256,
                bench.head(bench.destination(), key).serverSideEncryption(),
                "x-amz-server-side-encryption of the HEAD of an object that was uploaded in parts");
    }

    static Answer kms(Bench bench) {
        if (bench.kmsKey() == null) {
            return EncryptionProbes.noKmsKey();
        }
        String key = completed(
                bench,
                create -> create.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(bench.kmsKey()),
                part -> {},
                complete -> {});
        return EncryptionProbes.named(
                bench,
                bench.head(bench.destination(), key).ssekmsKeyId(),
                "the HEAD of an object that was uploaded in parts");
    }

    /** The key goes to all three calls, as in a managed copy: some servers want it on Complete. */
    static Answer customerKey(Bench bench) {
        CustomerKeyPair customer = CustomerKeyPair.random();
        String key = completed(
                bench,
                create -> create.sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(customer.key())
                        .sseCustomerKeyMD5(customer.md5()),
                part -> part.sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(customer.key())
                        .sseCustomerKeyMD5(customer.md5()),
                complete -> complete.sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(customer.key())
                        .sseCustomerKeyMD5(customer.md5()));
        return Answer.refusal(
                400,
                "HeadObject without the key of an object that was uploaded in parts",
                bench.s3().headObject(head -> head.bucket(bench.destination()).key(key)));
    }

    /** The key of an object of one part. */
    private static String completed(
            Bench bench,
            Consumer<CreateMultipartUploadRequest.Builder> begin,
            Consumer<UploadPartCopyRequest.Builder> copy,
            Consumer<CompleteMultipartUploadRequest.Builder> end) {
        ProbedUpload upload = ProbedUpload.begin(bench, begin);
        String source = bench.object("probe");
        String eTag = Refused.ask("UploadPartCopy", upload.copy(1, part -> copy.accept(part.sourceKey(source))))
                .copyPartResult()
                .eTag();
        Refused.ask(
                "CompleteMultipartUpload",
                upload.complete(
                        List.of(CompletedPart.builder().partNumber(1).eTag(eTag).build()), end));
        return upload.key();
    }
}
