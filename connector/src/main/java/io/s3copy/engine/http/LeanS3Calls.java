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
package io.s3copy.engine.http;

import io.s3copy.engine.answer.Dates;
import io.s3copy.engine.answer.MissingBucket;
import io.s3copy.engine.answer.Proof;
import io.s3copy.engine.failure.S3CallException;
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
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.text.Unicode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link S3Calls} on a lean client: the calls of a copy, HEAD, the listings of objects, versions and parts, and deletions. All others,
 * and all about buckets that need more than a plain signature, go to the client beside it. Closes neither.
 */
public final class LeanS3Calls implements S3Calls {

    private static final Logger LOG = LoggerFactory.getLogger(LeanS3Calls.class);

    /** S3 takes requests whose time is 15 minutes off; the SDK corrects its own from 4 on. */
    private static final Duration SKEW = Duration.ofMinutes(4);

    private static final Set<String> SKEWED = Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");
    private static final Set<String> WRONG_IDENTITY =
            Set.of("ExpiredToken", "InvalidToken", "TokenRefreshRequired", "InvalidAccessKeyId");
    private static final int FORBIDDEN = 403;

    private final LeanHttp http;
    private final Addresses addresses;
    private final Identities identities;
    private final BesideCalls beside;
    private final Signer signer;
    private final Runnable oneMore;

    /**
     * The calls on a lean client.
     *
     * @param beside makes the calls that this one does not
     */
    public LeanS3Calls(LeanHttp http, Addresses addresses, Identities identities, BesideCalls beside) {
        this(http, addresses, identities, beside, new Signer(Clock.systemUTC()), () -> {});
    }

    private LeanS3Calls(
            LeanHttp http,
            Addresses addresses,
            Identities identities,
            BesideCalls beside,
            Signer signer,
            Runnable oneMore) {
        this.http = http;
        this.addresses = addresses;
        this.identities = identities;
        this.beside = beside;
        this.signer = signer;
        this.oneMore = oneMore;
    }

    @Override
    public S3Calls counted(Runnable ofOneMore) {
        return new LeanS3Calls(http, addresses, identities, beside, signer, ofOneMore);
    }

    /** The calls beside, which tell of one more, too. They are made seldom: not for each copy. */
    private BesideCalls beside() {
        return beside.counted(oneMore);
    }

    @Override
    public CompletableFuture<S3Result> call(S3Call call, CopyRequest request) {
        String bucket = request.text(CopyParameter.BUCKET);
        if (call == S3Call.LIST_PARTS || bucket == null) {
            return beside().call(call, request);
        }
        return send(
                new Asked<>(
                        call.api(),
                        bucket,
                        () -> request,
                        () -> CallWriter.copy(call, request),
                        null,
                        (made, answer) -> ResultReader.read(call, request, made, answer),
                        failure -> MissingBucket.told(request, failure, () -> {
                            oneMore.run();
                            return beside().headBucket(bucket, request.text(CopyParameter.EXPECTED_BUCKET_OWNER));
                        })),
                () -> beside().call(call, request));
    }

    @Override
    public CompletableFuture<ObjectHead> headObject(ObjectQuery query) {
        return send(
                new Asked<>(
                        HeadReader.API,
                        query.bucket(),
                        () -> about(query.bucket(), query.key()),
                        () -> CallWriter.head(query),
                        null,
                        (made, answer) -> HeadReader.read(about(query.bucket(), query.key()), made, answer),
                        failure -> beside().lookBehind(query, failure)),
                () -> beside().headObject(query));
    }

    @Override
    public CompletableFuture<Deleted> deleteObject(ObjectQuery query) {
        String api = "DeleteObject";
        return send(
                new Asked<>(
                        api,
                        query.bucket(),
                        () -> about(query.bucket(), query.key()),
                        () -> CallWriter.delete(query),
                        null,
                        (made, answer) -> {
                            CopyRequest about = about(query.bucket(), query.key());
                            if (answer.isRefusal()) {
                                throw RefusalReader.read(api, about, made, answer);
                            }
                            Proof.requireOfS3(api, () -> about, answer);
                            return new Deleted(
                                    "true".equalsIgnoreCase(answer.header("x-amz-delete-marker")),
                                    answer.header("x-amz-version-id"));
                        },
                        CompletableFuture::failedFuture),
                () -> beside().deleteObject(query));
    }

    @Override
    public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
        Supplier<CopyRequest> about = () -> about(query.bucket(), query.prefix());
        return send(
                new Asked<>(
                        PageReader.OBJECTS,
                        query.bucket(),
                        about,
                        () -> CallWriter.objects(query),
                        "listbucket",
                        (made, answer) -> PageReader.objects(query, about, made, answer),
                        CompletableFuture::failedFuture),
                () -> beside().listObjects(query));
    }

    @Override
    public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
        Supplier<CopyRequest> about = () -> about(query.bucket(), query.prefix());
        return send(
                new Asked<>(
                        PageReader.VERSIONS,
                        query.bucket(),
                        about,
                        () -> CallWriter.versions(query),
                        "list",
                        (made, answer) -> PageReader.versions(query, about, made, answer),
                        CompletableFuture::failedFuture),
                () -> beside().listVersions(query));
    }

    @Override
    public CompletableFuture<UploadedParts> uploadedParts(CopyRequest upload, int after) {
        String bucket = upload.text(CopyParameter.BUCKET);
        if (bucket == null) {
            return beside().uploadedParts(upload, after);
        }
        CopyRequest list = UploadedParts.request(upload, after);
        return send(
                new Asked<>(
                        S3Call.LIST_PARTS.api(),
                        bucket,
                        () -> list,
                        () -> CallWriter.copy(S3Call.LIST_PARTS, list),
                        "list",
                        (made, answer) -> PartsReader.read(list, made, answer),
                        CompletableFuture::failedFuture),
                () -> beside().uploadedParts(upload, after));
    }

    /**
     * A call.
     *
     * @param root as {@link LeanHttp#send} has it
     * @param look what is asked of S3 after a failure that leaves something open
     */
    private record Asked<T>(
            String api,
            String bucket,
            Supplier<CopyRequest> about,
            Supplier<HttpCall> write,
            @Nullable String root,
            Reader<T> read,
            Function<S3CallException, CompletableFuture<T>> look) {}

    /** Reads an answer, or throws the failure that it is. */
    private interface Reader<T> {
        T read(HttpCall made, RawAnswer answer);
    }

    private <T> CompletableFuture<T> send(Asked<T> asked, Supplier<CompletableFuture<T>> elsewhere) {
        Deadline deadline = http.deadline();
        Address address = addresses.known(asked.bucket());
        if (address == null) {
            return found(asked, "address", addresses.find(asked.bucket()), deadline)
                    .thenCompose(found -> send(asked, elsewhere, found, deadline));
        }
        return send(asked, elsewhere, address, deadline);
    }

    /** What a call needs before it is signed: to wait for it is part of the call's time. */
    private static <F> CompletableFuture<F> found(
            Asked<?> asked, String name, CompletableFuture<F> found, Deadline deadline) {
        return deadline.limit(found, name).handle((value, failure) -> {
            if (failure != null) {
                throw Failures.beforeSigning(asked.api(), asked.about().get(), failure);
            }
            return value;
        });
    }

    private <T> CompletableFuture<T> send(
            Asked<T> asked, Supplier<CompletableFuture<T>> elsewhere, Address address, Deadline deadline) {
        if (address.isElsewhere()) {
            return elsewhere.get();
        }
        Identity identity = identities.known();
        if (identity != null) {
            return send(asked, address, identity, deadline, true);
        }
        return found(asked, "credentials", identities.find(), deadline)
                .thenCompose(found -> send(asked, address, found, deadline, true));
    }

    private <T> CompletableFuture<T> send(
            Asked<T> asked, Address address, Identity identity, Deadline deadline, boolean again) {
        HttpCall made;
        Signer.Signed signed;
        try {
            made = asked.write().get();
            signed = signer.sign(made, address, identity);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(
                    Failures.exception(asked.api(), asked.about().get(), e));
        }
        Skew skew = new Skew(signed.time());
        Function<RawAnswer, T> read = answer -> {
            skew.seen(answer);
            return asked.read().read(made, answer);
        };
        CompletableFuture<T> sent = http.send(address, made, signed, deadline, asked.root(), read);
        return sent.exceptionallyCompose(failure -> {
            S3CallException said = said(asked, failure);
            if (said.code() != null && WRONG_IDENTITY.contains(said.code())) {
                identities.refused(identity);
            }
            if (again && skew.isReason(said)) {
                oneMore.run();
                return send(asked, address, identity, deadline, false);
            }
            return asked.look().apply(said);
        });
    }

    private static S3CallException said(Asked<?> asked, Throwable failure) {
        if (Failures.exception(asked.api(), asked.about().get(), failure) instanceof S3CallException call) {
            return call;
        }
        throw new CompletionException(failure);
    }

    /** What the service says is the time, of one call. */
    private final class Skew {

        private final Instant signed;
        private volatile @Nullable Instant date;

        private Skew(Instant signed) {
            this.signed = signed;
        }

        void seen(RawAnswer answer) {
            if (answer.status() >= 400) {
                String said = answer.header("Date");
                date = said == null ? null : Dates.read(said).orElse(null);
            }
        }

        /** Whether a call was refused for its time, which is now corrected. S3 has done nothing then. */
        boolean isReason(S3CallException refusal) {
            Instant theirs = date;
            if (theirs == null || refusal.status() < 400) {
                return false;
            }
            boolean told = refusal.code() != null && SKEWED.contains(refusal.code());
            // another call may have corrected the time since
            Duration distance = Duration.between(signed, theirs).abs();
            boolean likely = refusal.status() == FORBIDDEN && distance.compareTo(SKEW) > 0;
            if (told || likely) {
                LOG.debug("The service's clock is {} from ours: requests are signed with its time now", distance);
                signer.correct(theirs);
            }
            return told || likely;
        }
    }

    // all that follows is asked seldom

    @Override
    public CompletableFuture<ObjectAttributes> objectAttributes(ObjectQuery query, int after) {
        return beside().objectAttributes(query, after);
    }

    @Override
    public CompletableFuture<Map<String, String>> getObjectTagging(ObjectQuery query) {
        return beside().getObjectTagging(query);
    }

    @Override
    public CompletableFuture<Void> putObjectTagging(ObjectQuery query, Map<String, String> tags) {
        return beside().putObjectTagging(query, tags);
    }

    @Override
    public CompletableFuture<ObjectGrants> getObjectAcl(ObjectQuery query) {
        return beside().getObjectAcl(query);
    }

    @Override
    public CompletableFuture<Void> restoreObject(ObjectQuery query, Restore restore) {
        return beside().restoreObject(query, restore);
    }

    @Override
    public CompletableFuture<UploadPage> listMultipartUploads(UploadQuery query) {
        return beside().listMultipartUploads(query);
    }

    @Override
    public CompletableFuture<Boolean> abortsIncompleteUploads(String bucket, @Nullable String expectedBucketOwner) {
        return beside().abortsIncompleteUploads(bucket, expectedBucketOwner);
    }

    @Override
    public CompletableFuture<Void> headBucket(String bucket, @Nullable String expectedBucketOwner) {
        return beside().headBucket(bucket, expectedBucketOwner);
    }

    @Override
    public CompletableFuture<Document> getObject(ObjectQuery query) {
        return beside().getObject(query);
    }

    @Override
    public CompletableFuture<String> putObject(
            ObjectQuery where, byte[] content, String contentType, @Nullable Condition condition) {
        return beside().putObject(where, content, contentType, condition);
    }

    /** For what errors say of the call. A prefix that is no key at all is not said: what is wrong with it is. */
    private static CopyRequest about(String bucket, String key) {
        CopyRequest.Builder builder = CopyRequest.builder().set(CopyParameter.BUCKET, bucket);
        return (key.isEmpty() || Unicode.hasHalfPair(key) ? builder : builder.set(CopyParameter.KEY, key)).build();
    }
}
