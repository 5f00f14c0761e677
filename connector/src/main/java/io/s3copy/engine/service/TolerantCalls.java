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
package io.s3copy.engine.service;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ObjectAttributes;
import io.s3copy.engine.s3.ObjectGrants;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.Restore;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.s3.UploadPage;
import io.s3copy.engine.s3.UploadQuery;
import io.s3copy.engine.s3.UploadedParts;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.text.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a request without a header that the service refuses, and leaves the header out from then on. Only headers
 * that prove something are left out: what the caller asked for is never dropped. Code that relies on such a proof asks
 * {@link ServiceTraits} whether it was made.
 */
public final class TolerantCalls implements S3Calls {

    private static final Logger LOG = LoggerFactory.getLogger(TolerantCalls.class);

    private static final int BAD_REQUEST = 400;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Calls s3;
    private final ServiceTraits traits;

    private final Runnable oneMore;

    TolerantCalls(S3Calls s3, ServiceTraits traits) {
        this(s3, traits, () -> {});
    }

    private TolerantCalls(S3Calls s3, ServiceTraits traits, Runnable oneMore) {
        this.s3 = s3;
        this.traits = traits;
        this.oneMore = oneMore;
    }

    @Override
    public S3Calls counted(Runnable ofOneMore) {
        return new TolerantCalls(s3.counted(ofOneMore), traits, ofOneMore);
    }

    @Override
    public CompletableFuture<S3Result> call(S3Call call, CopyRequest request) {
        return call == S3Call.COMPLETE_MULTIPART_UPLOAD ? completed(request) : s3.call(call, request);
    }

    /** The rows of a completion that prove what was made, by the trait that says whether they are refused. */
    private static List<CopyParameter> rows(Trait trait, CopyRequest complete) {
        List<CopyParameter> rows = new ArrayList<>();
        for (CopyParameter row : complete.rows()) {
            boolean size = row == CopyParameter.MPU_OBJECT_SIZE;
            boolean sum = row.member().startsWith("Checksum");
            if (trait == Trait.objectSize ? size : sum) {
                rows.add(row);
            }
        }
        return rows;
    }

    private CompletableFuture<S3Result> completed(CopyRequest request) {
        CopyRequest known = request;
        for (Trait trait : List.of(Trait.objectSize, Trait.completeChecksum)) {
            List<CopyParameter> rows = rows(trait, request);
            if (!rows.isEmpty() && traits.refuses(trait)) {
                LOG.debug(
                        "Upload to {}: completed without {}, which the service refuses ({})", at(request), rows, trait);
                known = known.without(rows);
            }
        }
        return completed(known, EnumSet.noneOf(Trait.class));
    }

    /** The destination, as it may stand in a log. */
    private static String at(CopyRequest request) {
        return Printable.of(request.target().toString());
    }

    private CompletableFuture<S3Result> completed(CopyRequest request, Set<Trait> left) {
        return Futures.afterEnd(s3.call(S3Call.COMPLETE_MULTIPART_UPLOAD, request), (result, failure) -> {
            if (failure == null) {
                left.forEach(trait -> traits.learn(trait, Answer.refused));
                return CompletableFuture.completedFuture(result);
            }
            for (Trait trait : List.of(Trait.objectSize, Trait.completeChecksum)) {
                Collection<CopyParameter> rows = rows(trait, request);
                if (!rows.isEmpty() && traits.isUnknown(trait) && S3CallException.isNotUnderstood(failure)) {
                    LOG.debug(
                            "Upload to {}: completed again without {}, as the service may have refused it: {}",
                            at(request),
                            rows,
                            Printable.of(String.valueOf(failure.getMessage())));
                    left.add(trait);
                    oneMore.run();
                    return completed(request.without(rows), left);
                }
            }
            return CompletableFuture.failedFuture(failure);
        });
    }

    @Override
    public CompletableFuture<ObjectHead> headObject(ObjectQuery query) {
        return withoutRefusedChecksums(query, s3::headObject);
    }

    private <T> CompletableFuture<T> withoutRefusedChecksums(
            ObjectQuery query, Function<ObjectQuery, CompletableFuture<T>> look) {
        if (!query.checksums() || traits.refuses(Trait.checksumMode)) {
            return look.apply(query.withoutChecksums());
        }
        return Futures.afterEnd(look.apply(query), (head, failure) -> {
            // the answer to a HEAD has no body to say which header was wrong
            // refused: another look has found out meanwhile
            boolean perhaps = (traits.isUnknown(Trait.checksumMode) || traits.refuses(Trait.checksumMode))
                    && (S3CallException.isStatus(failure, BAD_REQUEST)
                            || S3CallException.isStatus(failure, NOT_IMPLEMENTED));
            if (failure == null || !perhaps) {
                return failure == null
                        ? CompletableFuture.completedFuture(head)
                        : CompletableFuture.failedFuture(failure);
            }
            LOG.debug(
                    "HEAD of {} in bucket {}: made again without asking for checksums, as the service may have refused"
                            + " that: {}",
                    Printable.of(query.key()),
                    Printable.of(query.bucket()),
                    Printable.of(String.valueOf(failure.getMessage())));
            oneMore.run();
            return Futures.afterEnd(look.apply(query.withoutChecksums()), (plain, again) -> {
                if (again == null) {
                    traits.learn(Trait.checksumMode, Answer.refused);
                    return CompletableFuture.completedFuture(plain);
                }
                boolean told = S3CallException.isMissing(again) || S3CallException.isUnmet(again);
                return CompletableFuture.failedFuture(told ? again : failure);
            });
        });
    }

    @Override
    public CompletableFuture<ObjectAttributes> objectAttributes(ObjectQuery query, int after) {
        return s3.objectAttributes(query, after);
    }

    @Override
    public CompletableFuture<Map<String, String>> getObjectTagging(ObjectQuery query) {
        return s3.getObjectTagging(query);
    }

    @Override
    public CompletableFuture<Void> putObjectTagging(ObjectQuery query, Map<String, String> tags) {
        return s3.putObjectTagging(query, tags);
    }

    @Override
    public CompletableFuture<ObjectGrants> getObjectAcl(ObjectQuery query) {
        return s3.getObjectAcl(query);
    }

    @Override
    public CompletableFuture<Void> restoreObject(ObjectQuery query, Restore restore) {
        return s3.restoreObject(query, restore);
    }

    @Override
    public CompletableFuture<Deleted> deleteObject(ObjectQuery query) {
        return s3.deleteObject(query);
    }

    @Override
    public CompletableFuture<UploadPage> listMultipartUploads(UploadQuery query) {
        return s3.listMultipartUploads(query);
    }

    @Override
    public CompletableFuture<UploadedParts> uploadedParts(CopyRequest upload, int after) {
        return s3.uploadedParts(upload, after);
    }

    @Override
    public CompletableFuture<Boolean> abortsIncompleteUploads(String bucket, @Nullable String expectedBucketOwner) {
        return s3.abortsIncompleteUploads(bucket, expectedBucketOwner);
    }

    @Override
    public CompletableFuture<Void> headBucket(String bucket, @Nullable String expectedBucketOwner) {
        return s3.headBucket(bucket, expectedBucketOwner);
    }

    @Override
    public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
        return s3.listObjects(query);
    }

    @Override
    public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
        return s3.listVersions(query);
    }

    @Override
    public CompletableFuture<Document> getObject(ObjectQuery query) {
        return withoutRefusedChecksums(query, s3::getObject);
    }

    @Override
    public CompletableFuture<String> putObject(
            ObjectQuery where, byte[] content, String contentType, @Nullable Condition condition) {
        return s3.putObject(where, content, contentType, condition);
    }
}
