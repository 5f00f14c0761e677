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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.Payer;
import software.amazon.awssdk.services.s3.model.RequestPayer;

/** Does a copy get what the request says of it: conditions, storage class, lock, ACL, redirect, checksum? */
final class DestinationProbes {

    static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";

    private DestinationProbes() {}

    static Answer ifNoneMatch(Bench bench) {
        String there = bench.object("there");
        return Answer.refusal(
                        412,
                        "PreconditionFailed",
                        "CopyObject with If-None-Match onto an object",
                        onto(bench, there, how -> how.ifNoneMatch("*")))
                .andTakes(
                        "CopyObject with If-None-Match to a free key",
                        () -> onto(bench, bench.newKey(), how -> how.ifNoneMatch("*")));
    }

    static Answer ifMatch(Bench bench) {
        String there = bench.object("there");
        return Answer.refusal(
                        412,
                        "PreconditionFailed",
                        "CopyObject with a wrong If-Match onto an object",
                        onto(bench, there, how -> how.ifMatch(SourceProbes.OTHER_ETAG)))
                .andTakes(
                        "CopyObject with a true If-Match",
                        () -> onto(
                                bench,
                                there,
                                how -> how.ifMatch(
                                        bench.head(bench.source(), there).eTag())));
    }

    private static CompletableFuture<CopyObjectResponse> onto(
            Bench bench, String destination, Consumer<CopyObjectRequest.Builder> condition) {
        return SourceProbes.copy(
                bench,
                bench.source(),
                bench.object("probe"),
                how -> condition.accept(how.destinationBucket(bench.source()).destinationKey(destination)));
    }

    static Answer deleteCondition(Bench bench) {
        String key = bench.object("probe");
        String eTag = bench.head(bench.source(), key).eTag();
        return Answer.refusal(
                        412,
                        "DeleteObject with a wrong If-Match",
                        bench.s3()
                                .deleteObject(delete ->
                                        delete.bucket(bench.source()).key(key).ifMatch(SourceProbes.OTHER_ETAG)))
                .andTakes(
                        "DeleteObject with a true If-Match",
                        () -> bench.s3()
                                .deleteObject(delete ->
                                        delete.bucket(bench.source()).key(key).ifMatch(eTag)))
                .and(() -> Answer.equal(List.of(), bench.keys(bench.source(), key), "what a true If-Match leaves"));
    }

    static Answer storageClassInPlace(Bench bench) {
        String key = bench.object("probe");
        Refused.ask(
                "CopyObject onto itself with a storage class",
                onto(bench, key, how -> how.sourceKey(key).storageClass("STANDARD_IA")));
        return Answer.equal(
                "STANDARD_IA",
                bench.head(bench.source(), key).storageClassAsString(),
                "the storage class of an object that was copied onto itself");
    }

    static Answer storageClass(Bench bench) {
        return Answer.equal(
                "STANDARD_IA",
                copied(bench, bench.destination(), how -> how.storageClass("STANDARD_IA"))
                        .storageClassAsString(),
                "the storage class of a copy to STANDARD_IA");
    }

    static Answer redirect(Bench bench) {
        return Answer.equal(
                "/elsewhere",
                copied(bench, bench.destination(), how -> how.websiteRedirectLocation("/elsewhere"))
                        .websiteRedirectLocation(),
                "the website redirect of a copy");
    }

    static Answer retention(Bench bench) {
        Instant until = Instant.now().plus(Duration.ofMinutes(5));
        return Answer.equal(
                ObjectLockMode.GOVERNANCE,
                copied(
                                bench,
                                bench.locked(),
                                how -> how.objectLockMode(ObjectLockMode.GOVERNANCE)
                                        .objectLockRetainUntilDate(until))
                        .objectLockMode(),
                "the lock mode of a copy");
    }

    static Answer legalHold(Bench bench) {
        return Answer.equal(
                ObjectLockLegalHoldStatus.ON,
                copied(bench, bench.locked(), how -> how.objectLockLegalHoldStatus(ObjectLockLegalHoldStatus.ON))
                        .objectLockLegalHoldStatus(),
                "the legal hold of a copy");
    }

    static Answer cannedAcl(Bench bench) {
        return everyoneMay(bench, how -> how.acl("public-read"));
    }

    static Answer grants(Bench bench) {
        return everyoneMay(bench, how -> how.grantRead("uri=\"" + ALL_USERS + "\""));
    }

    static Answer requestPayer(Bench bench) {
        String key = bench.object("probe");
        payer(bench, Payer.REQUESTER);
        try {
            CopyObjectResponse copied = Refused.ask(
                    "CopyObject with requestPayer",
                    SourceProbes.copy(bench, bench.source(), key, how -> how.requestPayer(RequestPayer.REQUESTER)));
            return Answer.equal("requester", copied.requestChargedAsString(), "x-amz-request-charged");
        } finally {
            payer(bench, Payer.BUCKET_OWNER);
        }
    }

    /** Says who pays for reading from the source bucket. */
    static void payer(Bench bench, Payer payer) {
        Refused.ask(
                "PutBucketRequestPayment",
                bench.s3()
                        .putBucketRequestPayment(put ->
                                put.bucket(bench.source()).requestPaymentConfiguration(pays -> pays.payer(payer))));
    }

    static Answer checksum(Bench bench) {
        String key = bench.object("probe");
        CopyObjectResponse copied = Refused.ask(
                "CopyObject with a checksum algorithm",
                SourceProbes.copy(bench, bench.source(), key, how -> how.checksumAlgorithm(ChecksumAlgorithm.SHA256)));
        return Answer.equal(
                Sha256.base64("probe"), copied.copyObjectResult().checksumSHA256(), "ChecksumSHA256 of a copy");
    }

    private static HeadObjectResponse copied(Bench bench, String destination, Consumer<CopyObjectRequest.Builder> how) {
        return copiedFrom(bench, bench.object("probe"), copy -> how.accept(copy.destinationBucket(destination)));
    }

    static HeadObjectResponse copiedFrom(Bench bench, String key, Consumer<CopyObjectRequest.Builder> how) {
        String copied = bench.newKey();
        CopyObjectRequest.Builder request = CopyObjectRequest.builder()
                .sourceBucket(bench.source())
                .sourceKey(key)
                .destinationBucket(bench.destination())
                .destinationKey(copied);
        how.accept(request);
        CopyObjectRequest built = request.build();
        Refused.ask("CopyObject", bench.s3().copyObject(built));
        return bench.head(built.destinationBucket(), copied);
    }

    private static Answer everyoneMay(Bench bench, Consumer<CopyObjectRequest.Builder> how) {
        String key = bench.object("probe");
        String copied = bench.newKey();
        Refused.ask(
                "CopyObject with an ACL",
                SourceProbes.copy(
                        bench,
                        bench.source(),
                        key,
                        copy -> how.accept(
                                copy.destinationBucket(bench.withAcls()).destinationKey(copied))));
        List<String> groups = groupsThatMayRead(bench, bench.withAcls(), copied);
        return new Answer(groups.contains(ALL_USERS), "the groups in the ACL of the copy are " + groups);
    }

    static List<String> groupsThatMayRead(Bench bench, String bucket, String key) {
        return Refused.ask(
                        "GetObjectAcl",
                        bench.s3().getObjectAcl(get -> get.bucket(bucket).key(key)))
                .grants()
                .stream()
                .filter(grant -> "READ".equals(grant.permissionAsString()))
                .map(Grant::grantee)
                .map(grantee -> String.valueOf(grantee.uri()))
                .toList();
    }
}
