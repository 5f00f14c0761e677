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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;

/** Does the server copy in parts as S3 does? */
final class MultipartProbes {

    private static final long PART = 5 << 20;

    private MultipartProbes() {}

    static Answer ranges(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(bench);
        List<CompletedPart> parts = new ArrayList<>();
        parts.add(upload.part(1, "bytes=0-" + (PART - 1)));
        parts.add(upload.part(2, "bytes=" + PART + "-" + (PART + 99)));
        Refused.ask("CompleteMultipartUpload", upload.complete(parts, how -> {}));
        return Answer.equal(
                PART + 100,
                bench.head(bench.destination(), upload.key()).contentLength(),
                "the size of an object of two ranges");
    }

    static Answer customerKeys(Bench bench) {
        CustomerKeyPair before = CustomerKeyPair.random();
        CustomerKeyPair after = CustomerKeyPair.random();
        String source = bench.encrypted("probe", before);
        String key = bench.newKey();
        ProbedUpload upload = new ProbedUpload(
                bench,
                key,
                Refused.ask(
                                "CreateMultipartUpload with a customer key",
                                bench.s3()
                                        .createMultipartUpload(create -> create.bucket(bench.destination())
                                                .key(key)
                                                .sseCustomerAlgorithm("AES256")
                                                .sseCustomerKey(after.key())
                                                .sseCustomerKeyMD5(after.md5())))
                        .uploadId());
        String eTag = Refused.ask(
                        "UploadPartCopy between customer keys",
                        upload.copy(
                                1,
                                part -> part.sourceKey(source)
                                        .copySourceSSECustomerAlgorithm("AES256")
                                        .copySourceSSECustomerKey(before.key())
                                        .copySourceSSECustomerKeyMD5(before.md5())
                                        .sseCustomerAlgorithm("AES256")
                                        .sseCustomerKey(after.key())
                                        .sseCustomerKeyMD5(after.md5())))
                .copyPartResult()
                .eTag();
        Refused.ask(
                "CompleteMultipartUpload",
                upload.complete(
                        List.of(CompletedPart.builder().partNumber(1).eTag(eTag).build()), how -> {}));
        return Answer.refusal(
                400,
                "HeadObject without the key of the copy",
                bench.s3().headObject(head -> head.bucket(bench.destination()).key(key)));
    }

    static Answer sourceCondition(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(bench);
        String eTag = bench.head(bench.source(), bench.large()).eTag();
        return upload.then(Answer.refusal(
                        412,
                        "PreconditionFailed",
                        "UploadPartCopy with a false condition",
                        upload.copy(1, part -> part.copySourceIfMatch(SourceProbes.OTHER_ETAG)))
                .andTakes(
                        "UploadPartCopy with a true condition",
                        () -> upload.copy(1, part -> part.copySourceIfMatch(eTag))));
    }

    static Answer rangePastTheEnd(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(bench);
        String range = "bytes=" + PART + "-" + (Bench.LARGE + 10L);
        return upload.then(Answer.refusal(
                Set.of(400, 416),
                "UploadPartCopy of a range past the end",
                upload.copy(1, part -> part.copySourceRange(range))));
    }

    static Answer rangeOfSmallSource(Bench bench) {
        String small = bench.object("small");
        ProbedUpload upload = ProbedUpload.begin(bench);
        return upload.then(Answer.refusal(
                400,
                "InvalidRequest",
                "UploadPartCopy of a range of a small object",
                upload.copy(1, part -> part.sourceKey(small).copySourceRange("bytes=0-1"))));
    }

    static Answer smallPart(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(bench);
        List<CompletedPart> parts = List.of(upload.part(1, "bytes=0-99"), upload.part(2, "bytes=100-199"));
        return upload.then(Answer.refusal(
                400,
                "EntityTooSmall",
                "CompleteMultipartUpload with a first part of 100 bytes",
                upload.complete(parts, how -> {})));
    }

    static Answer partOfAborted(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(bench);
        upload.then(Answer.yes("aborted"));
        CompletableFuture<UploadPartCopyResponse> late = upload.copy(1, part -> {});
        Answer answer = Answer.refusal(404, "NoSuchUpload", "UploadPartCopy to an aborted upload", late);
        // a part that was taken is in no listing, and only an object made of it can be deleted
        late.thenCompose(part -> upload.complete(
                        List.of(CompletedPart.builder()
                                .partNumber(1)
                                .eTag(part.copyPartResult().eTag())
                                .build()),
                        how -> {}))
                .handle((done, failed) -> null)
                .join();
        return upload.then(answer);
    }

    static Answer partsOfAborted(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(bench);
        upload.then(Answer.yes("aborted"));
        return Answer.refusal(
                404,
                "NoSuchUpload",
                "ListParts of an aborted upload",
                bench.s3()
                        .listParts(list -> list.bucket(bench.destination())
                                .key(upload.key())
                                .uploadId(upload.id())));
    }

    static Answer listsParts(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(bench);
        upload.part(1, "bytes=0-99");
        return upload.then(Answer.equal(1, list(upload, null).parts().size(), "the number of parts listed"));
    }

    static Answer pagesParts(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(bench);
        upload.part(1, "bytes=0-99");
        upload.part(2, "bytes=100-199");
        ListPartsResponse page = list(upload, 1);
        return upload.then(new Answer(
                page.parts().size() == 1 && Boolean.TRUE.equals(page.isTruncated()),
                "max-parts=1 lists " + page.parts().size() + " of 2 parts, truncated: " + page.isTruncated()));
    }

    static Answer wrongEtag(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(bench);
        CompletedPart wrong = upload.part(1, "bytes=0-99").toBuilder()
                .eTag(SourceProbes.OTHER_ETAG)
                .build();
        return upload.then(Answer.refusal(
                400,
                "InvalidPart",
                "CompleteMultipartUpload with a wrong ETag",
                upload.complete(List.of(wrong), how -> {})));
    }

    static Answer completeIfNoneMatch(Bench bench) {
        return conditionOnComplete(bench, complete -> complete.ifNoneMatch("*"))
                .andTakes("CompleteMultipartUpload with If-None-Match to a free key", () -> {
                    ProbedUpload upload = ProbedUpload.begin(bench);
                    return upload.complete(
                            List.of(upload.part(1, "bytes=0-99")), complete -> complete.ifNoneMatch("*"));
                });
    }

    static Answer completeIfMatch(Bench bench) {
        return conditionOnComplete(bench, complete -> complete.ifMatch(SourceProbes.OTHER_ETAG))
                .andTakes("CompleteMultipartUpload with a true If-Match", () -> {
                    ProbedUpload upload = ProbedUpload.begin(bench);
                    String eTag = bench.put(bench.destination(), upload.key(), "there", put -> {})
                            .eTag();
                    return upload.complete(List.of(upload.part(1, "bytes=0-99")), complete -> complete.ifMatch(eTag));
                });
    }

    private static Answer conditionOnComplete(Bench bench, Consumer<CompleteMultipartUploadRequest.Builder> how) {
        ProbedUpload upload = ProbedUpload.begin(bench);
        bench.put(bench.destination(), upload.key(), "there", put -> {});
        List<CompletedPart> parts = List.of(upload.part(1, "bytes=0-99"));
        return upload.then(Answer.refusal(
                412,
                "PreconditionFailed",
                "CompleteMultipartUpload with a false condition",
                upload.complete(parts, how)));
    }

    static Answer completeETag(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(bench);
        String eTag = Refused.ask(
                        "CompleteMultipartUpload", upload.complete(List.of(upload.part(1, "bytes=0-99")), how -> {}))
                .eTag();
        return new Answer(eTag != null && eTag.contains("-1"), "the ETag of an object of one part: " + eTag);
    }

    static Answer createMetadata(Bench bench) {
        ProbedUpload upload = ProbedUpload.begin(
                bench, create -> create.metadata(Map.of("colour", "red")).contentType("text/csv"));
        Refused.ask("CompleteMultipartUpload", upload.complete(List.of(upload.part(1, "bytes=0-99")), how -> {}));
        HeadObjectResponse made = bench.head(bench.destination(), upload.key());
        return Answer.equal(
                "{colour=red}, text/csv",
                made.metadata() + ", " + made.contentType(),
                "the metadata of an object that was uploaded in parts");
    }

    private static ListPartsResponse list(ProbedUpload upload, Integer max) {
        return Refused.ask(
                "ListParts",
                upload.bench()
                        .s3()
                        .listParts(list -> list.bucket(upload.bench().destination())
                                .key(upload.key())
                                .uploadId(upload.id())
                                .maxParts(max)));
    }
}
