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
package io.s3copy.engine;

import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.service.Clients;
import io.s3copy.engine.service.ConditionProbe;
import io.s3copy.engine.service.DoubleDecoding;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.S3Call;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the parts of an upload are of the planned state and of the right object. This is known before the first part
 * is trusted: the service must refuse a part whose pin cannot match. It takes one request, once for each service and
 * hour. AWS is never asked.
 */
final class PartPin {

    private static final Logger LOG = LoggerFactory.getLogger(PartPin.class);

    private final Clients s3;
    private final CopySession session;
    private final CopySource source;
    private final boolean strict;

    PartPin(Clients s3, CopySession session, CopyRequest request, boolean strict) {
        this.s3 = s3;
        this.session = session;
        this.source = request.source().orElseThrow();
        this.strict = strict;
    }

    /**
     * Refuses an object that must not be copied in parts at the service, as far as that is known before an upload is
     * begun.
     *
     * @throws CopyFailedException when the service may read another object than the source
     */
    void refuseKnown() {
        ServiceTraits traits = s3.traits();
        if (traits.isUnknown(Trait.partCondition) && DoubleDecoding.breaksDecoder(source.key())) {
            throw new CopyFailedException(
                    "the key holds a % that a server which decodes the source of a part twice (Ceph RGW 16) breaks on, and"
                            + " it is not known whether " + traits.service() + " is one: set serviceTraits="
                            + Trait.partCondition
                            + "=heeded if it heeds x-amz-copy-source-if-match on UploadPartCopy, or"
                            + " copy the object in one call (a multipartThreshold above its size)");
        } else if (!traits.isUnknown(Trait.partCondition) && !traits.heeds(Trait.partCondition)) {
            refuseUnpinned();
        }
    }

    private void refuseUnpinned() {
        if (DoubleDecoding.readsOtherwise(source.key())) {
            throw new CopyFailedException("the service " + s3.traits().service()
                    + " does not heed x-amz-copy-source-if-match on UploadPartCopy,"
                    + " and the key would be another one if it were decoded once more, as Ceph RGW 16 does: a part"
                    + " could be of another object. Copy it in one call (a multipartThreshold above its size)");
        } else if (strict) {
            throw new CopyFailedException(
                    "strict: the service " + s3.traits().service() + " does not heed x-amz-copy-source-if-match on"
                            + " UploadPartCopy, so that nothing keeps the parts to one state of the source");
        }
        session.leaveUnproven(
                "that all parts are of one state of the source (the service "
                        + s3.traits().service()
                        + " does not heed x-amz-copy-source-if-match on UploadPartCopy; the source was looked at before and after)");
    }

    /**
     * Learns whether the pin is heeded.
     *
     * @param upload the whole request, with its upload id
     * @param there the numbers of the parts that are there already and must not be touched
     * @return whether it is; fails where the parts must not be copied
     */
    CompletableFuture<Boolean> check(CopyRequest upload, MultipartCopy.Plan plan, Set<Integer> there) {
        ServiceTraits traits = s3.traits();
        int number = 1;
        while (there.contains(number)) {
            number++;
        }
        if (!traits.isUnknown(Trait.partCondition) || number > plan.parts().count()) {
            return decided();
        }
        LOG.debug(
                "Copy of {}: whether the service heeds the pin of a part is not known ({}): part {} with a pin that cannot"
                        + " match tells",
                session.task(),
                Trait.partCondition,
                number);
        CopyRequest probe = probe(upload, plan, number);
        return traits.once(Trait.partCondition, () -> learn(probe), this::decided);
    }

    /** Asks for the first byte of the part. If the service copies it, the real part replaces it. */
    private static CopyRequest probe(CopyRequest upload, MultipartCopy.Plan plan, int number) {
        CopyRequest.Builder part =
                upload.carriedBy(S3Call.UPLOAD_PART_COPY).without(SourceReader.CONDITIONS).toBuilder()
                        .set(CopyParameter.PART_NUMBER, number)
                        .set(CopyParameter.COPY_SOURCE_IF_MATCH, ConditionProbe.NO_ETAG);
        if (plan.parts().count() > 1) {
            long first = plan.parts().range(number).first();
            part.set(CopyParameter.COPY_SOURCE_RANGE, "bytes=" + first + "-" + first);
        }
        return part.build();
    }

    private CompletableFuture<Boolean> learn(CopyRequest probe) {
        Attempts attempts = new Attempts(session);
        return Futures.afterEnd(
                attempts.send(() -> s3.destination().call(S3Call.UPLOAD_PART_COPY, probe)), (made, failure) -> {
                    if (failure == null) {
                        s3.traits().learn(Trait.partCondition, Answer.ignored);
                        // an attempt without an answer may land late, and replace the real part
                        LOG.debug(
                                "Copy of {}: the pin was ignored{}",
                                session.task(),
                                attempts.isAnswerLost()
                                        ? "; an answer was lost, and its part may land late: another upload is begun"
                                        : "");
                        return attempts.isAnswerLost()
                                ? CompletableFuture.failedFuture(new UselessUpload())
                                : decided();
                    } else if (S3CallException.isUnmet(failure)) {
                        s3.traits().learn(Trait.partCondition, Answer.heeded);
                        return decided();
                    }
                    return CompletableFuture.failedFuture(failure);
                });
    }

    private CompletableFuture<Boolean> decided() {
        boolean heeded = s3.traits().heeds(Trait.partCondition);
        LOG.debug(
                "Copy of {}: parts are {}",
                session.task(),
                heeded
                        ? "pinned to the planned state of the source"
                        : "not pinned: the service does not heed it, and the source is looked at before and after");
        if (!heeded) {
            refuseUnpinned();
        }
        return CompletableFuture.completedFuture(heeded);
    }

    /** Inside the engine: the upload is of no use, and another is to be begun. */
    static final class UselessUpload extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UselessUpload() {
            super("the part of a probe may land late", null, false, false);
        }
    }
}
