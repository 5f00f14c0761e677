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

import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Does the server encrypt copies, and insist on customer keys? */
final class EncryptionProbes {

    private EncryptionProbes() {}

    static Answer customerKeyOfSource(Bench bench) {
        String key = bench.encrypted("probe", CustomerKeyPair.random());
        return Answer.refusal(
                400,
                "CopyObject without the key of the source",
                SourceProbes.copy(bench, bench.source(), key, how -> {}));
    }

    static Answer wrongCustomerKey(Bench bench) {
        String key = bench.encrypted("probe", CustomerKeyPair.random());
        CustomerKeyPair other = CustomerKeyPair.random();
        return Answer.refusal(
                Set.of(400, 403),
                "CopyObject with a wrong key of the source",
                SourceProbes.copy(
                        bench,
                        bench.source(),
                        key,
                        how -> how.copySourceSSECustomerAlgorithm("AES256")
                                .copySourceSSECustomerKey(other.key())
                                .copySourceSSECustomerKeyMD5(other.md5())));
    }

    static Answer customerKeyOfDestination(Bench bench) {
        CustomerKeyPair customer = CustomerKeyPair.random();
        String copied = bench.newKey();
        Refused.ask(
                "CopyObject to a customer key",
                SourceProbes.copy(
                        bench,
                        bench.source(),
                        bench.object("probe"),
                        how -> how.destinationKey(copied)
                                .sseCustomerAlgorithm("AES256")
                                .sseCustomerKey(customer.key())
                                .sseCustomerKeyMD5(customer.md5())));
        return Answer.refusal(
                400,
                "HeadObject without the key of the copy",
                bench.s3().headObject(head -> head.bucket(bench.destination()).key(copied)));
    }

    static Answer customerKeyIsNamed(Bench bench) {
        CustomerKeyPair customer = CustomerKeyPair.random();
        return Answer.equal(
                customer.md5(),
                Refused.ask(
                                "CopyObject to a customer key",
                                SourceProbes.copy(
                                        bench,
                                        bench.source(),
                                        bench.object("probe"),
                                        how -> how.sseCustomerAlgorithm("AES256")
                                                .sseCustomerKey(customer.key())
                                                .sseCustomerKeyMD5(customer.md5())))
                        .sseCustomerKeyMD5(),
                "the digest of the customer key in a copy's result");
    }

    static Answer customerKeyInPlace(Bench bench) {
        CustomerKeyPair before = CustomerKeyPair.random();
        CustomerKeyPair after = CustomerKeyPair.random();
        String key = bench.encrypted("probe", before);
        Refused.ask(
                "CopyObject onto itself with another customer key",
                SourceProbes.copy(
                        bench,
                        bench.source(),
                        key,
                        how -> how.destinationBucket(bench.source())
                                .destinationKey(key)
                                .copySourceSSECustomerAlgorithm("AES256")
                                .copySourceSSECustomerKey(before.key())
                                .copySourceSSECustomerKeyMD5(before.md5())
                                .sseCustomerAlgorithm("AES256")
                                .sseCustomerKey(after.key())
                                .sseCustomerKeyMD5(after.md5())));
        return Answer.equal("probe", bench.content(bench.source(), key, after), "content under the new key");
    }

    static Answer s3Managed(Bench bench) {
        return Answer.equal(
                ServerSideEncryption.AES256,
                bench.head(bench.destination(), copied(bench, ServerSideEncryption.AES256, null).key)
                        .serverSideEncryption(),
                "x-amz-server-side-encryption of a copy's HEAD");
    }

    static Answer s3ManagedIsNamed(Bench bench) {
        return Answer.equal(
                ServerSideEncryption.AES256,
                copied(bench, ServerSideEncryption.AES256, null).result.serverSideEncryption(),
                "x-amz-server-side-encryption of a copy's result");
    }

    static Answer kms(Bench bench) {
        return withKey(
                bench,
                "HEAD",
                copied -> bench.head(bench.destination(), copied.key).ssekmsKeyId());
    }

    static Answer kmsIsNamed(Bench bench) {
        return withKey(bench, "result", copied -> copied.result.ssekmsKeyId());
    }

    private static Answer withKey(Bench bench, String where, Function<Copied, String> keyOf) {
        if (bench.kmsKey() == null) {
            return noKmsKey();
        }
        return named(
                bench, keyOf.apply(copied(bench, ServerSideEncryption.AWS_KMS, bench.kmsKey())), "a copy's " + where);
    }

    static Answer noKmsKey() {
        return Answer.notAsked("no key is given (option kmsKey)");
    }

    /** S3 names a key by its ARN, however it was named to it. */
    static Answer named(Bench bench, String seen, String where) {
        return new Answer(
                seen != null && seen.endsWith(bench.kmsKey()),
                (seen == null ? "names no KMS key" : "names a KMS key") + " in " + where);
    }

    private record Copied(String key, CopyObjectResponse result) {}

    private static Copied copied(Bench bench, ServerSideEncryption encryption, String kmsKey) {
        String key = bench.newKey();
        return new Copied(
                key,
                Refused.ask(
                        "CopyObject with " + encryption,
                        SourceProbes.copy(
                                bench,
                                bench.source(),
                                bench.object("probe"),
                                how -> how.destinationKey(key)
                                        .serverSideEncryption(encryption)
                                        .ssekmsKeyId(kmsKey))));
    }
}
