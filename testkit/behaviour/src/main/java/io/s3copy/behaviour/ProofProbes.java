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
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;

/** Does the server have what proves a copy: sizes and checksums that it checks itself, and that it tells? */
final class ProofProbes {

    private static final String RANGE = "bytes=0-99";
    private static final long SIZE = 100;

    /** The CRC64NVME of no bytes, which is that of no object here. */
    private static final String OTHER_SUM = "AAAAAAAAAAA=";

    private ProofProbes() {}

    static Answer objectSize(Bench bench) {
        return wrongOnComplete(
                bench,
                ProbedUpload.begin(bench),
                "another size",
                complete -> complete.mpuObjectSize(SIZE + 1),
                complete -> complete.mpuObjectSize(SIZE));
    }

    static Answer wholeChecksum(Bench bench) {
        return wrongOnComplete(
                bench,
                summed(bench),
                "a wrong checksum",
                complete -> complete.checksumCRC64NVME(OTHER_SUM).checksumType(ChecksumType.FULL_OBJECT),
                complete -> {});
    }

    private static Answer wrongOnComplete(
            Bench bench,
            ProbedUpload wrong,
            String what,
            Consumer<CompleteMultipartUploadRequest.Builder> said,
            Consumer<CompleteMultipartUploadRequest.Builder> right) {
        Answer refused = wrong.then(Answer.refusal(
                400, "CompleteMultipartUpload with " + what, wrong.complete(List.of(wrong.part(1, RANGE)), said)));
        ProbedUpload taken = ProbedUpload.begin(bench);
        return refused.andTakes(
                "CompleteMultipartUpload without " + what, () -> taken.complete(List.of(taken.part(1, RANGE)), right));
    }

    static Answer partChecksum(Bench bench) {
        ProbedUpload upload = summed(bench);
        String sum = Refused.ask("UploadPartCopy", upload.copy(1, part -> part.copySourceRange(RANGE)))
                .copyPartResult()
                .checksumCRC64NVME();
        return upload.then(new Answer(sum != null, (sum == null ? "sends no" : "sends a") + " checksum of a part"));
    }

    private static ProbedUpload summed(Bench bench) {
        return ProbedUpload.begin(
                bench,
                create ->
                        create.checksumAlgorithm(ChecksumAlgorithm.CRC64_NVME).checksumType(ChecksumType.FULL_OBJECT));
    }

    static Answer checksumMode(Bench bench) {
        String key = bench.newKey();
        bench.put(bench.source(), key, "probe", put -> put.checksumSHA256(Sha256.base64("probe")));
        HeadObjectResponse head = bench.head(bench.source(), key, how -> how.checksumMode(ChecksumMode.ENABLED));
        return new Answer(
                head.checksumSHA256() != null || head.checksumCRC64NVME() != null,
                "the checksum that HEAD tells: " + head.checksumSHA256());
    }

    static Answer attributes(Bench bench) {
        String key = bench.object("probe");
        Long size = Refused.ask(
                        "GetObjectAttributes",
                        bench.s3()
                                .getObjectAttributes(get -> get.bucket(bench.source())
                                        .key(key)
                                        .objectAttributes(ObjectAttributes.OBJECT_SIZE)))
                .objectSize();
        return Answer.equal(5, size, "the size that GetObjectAttributes tells");
    }
}
