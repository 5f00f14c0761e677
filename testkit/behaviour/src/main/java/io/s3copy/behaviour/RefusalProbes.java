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

import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Does the server refuse what S3 refuses? */
final class RefusalProbes {

    /** A bucket that nobody has: its name is random. */
    static final String NO_BUCKET = "s3copy-none-" + UUID.randomUUID();

    static final String OTHER_ACCOUNT = "000000000001";

    private RefusalProbes() {}

    static Answer noSuchKey(Bench bench) {
        return Answer.refusal(
                404,
                "NoSuchKey",
                "CopyObject of no object",
                SourceProbes.copy(bench, bench.source(), bench.newKey(), how -> {}));
    }

    static Answer noSuchSourceBucket(Bench bench) {
        return Answer.refusal(
                404,
                "NoSuchBucket",
                "CopyObject from no bucket",
                SourceProbes.copy(bench, NO_BUCKET, bench.newKey(), how -> {}));
    }

    static Answer noSuchDestinationBucket(Bench bench) {
        return Answer.refusal(
                404,
                "NoSuchBucket",
                "CopyObject to no bucket",
                SourceProbes.copy(
                        bench, bench.source(), bench.object("probe"), how -> how.destinationBucket(NO_BUCKET)));
    }

    static Answer selfCopy(Bench bench) {
        String key = bench.object("probe");
        return Answer.refusal(
                400,
                "CopyObject onto itself",
                SourceProbes.copy(
                        bench,
                        bench.source(),
                        key,
                        how -> how.destinationBucket(bench.source()).destinationKey(key)));
    }

    static Answer wrongSecret(Bench bench) {
        AwsBasicCredentials wrong = AwsBasicCredentials.create("nobody", "not the secret");
        return Answer.refusal(
                403,
                "CopyObject by an unknown access key",
                SourceProbes.copy(
                        bench,
                        bench.source(),
                        bench.object("probe"),
                        how -> how.overrideConfiguration(
                                override -> override.credentialsProvider(StaticCredentialsProvider.create(wrong)))));
    }

    static Answer bucketOwner(Bench bench) {
        return Answer.refusal(
                403,
                "CopyObject to a bucket of another owner than expected",
                SourceProbes.copy(
                        bench, bench.source(), bench.object("probe"), how -> how.expectedBucketOwner(OTHER_ACCOUNT)));
    }

    static Answer sourceBucketOwner(Bench bench) {
        return Answer.refusal(
                403,
                "CopyObject from a bucket of another owner than expected",
                SourceProbes.copy(
                        bench,
                        bench.source(),
                        bench.object("probe"),
                        how -> how.expectedSourceBucketOwner(OTHER_ACCOUNT)));
    }
}
