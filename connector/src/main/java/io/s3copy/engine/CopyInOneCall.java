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

import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A copy in one call, from what is known of its source to its result. */
final class CopyInOneCall {

    private final Copying copying;
    private final CopySession session;
    private final CopySettings settings;
    private final CopyRequest request;
    private final ServiceTraits traits;
    private final Results results;
    private final SourceDeletion deletion;

    CopyInOneCall(Copying copying, SourceDeletion deletion) {
        this.copying = copying;
        this.session = copying.session();
        this.settings = copying.settings();
        this.request = copying.request();
        this.traits = copying.s3().traits();
        this.results = copying.results();
        this.deletion = deletion;
    }

    /** Whether one call, too, must copy the very state that was asked about. */
    boolean isPinned() {
        return !settings.preserve().isEmpty()
                || settings.deletesSource()
                || settings.verify() == Verify.checksum
                || settings.verify() == Verify.size;
    }

    /** One call, of a source that nobody has asked about. */
    CompletableFuture<CopyResult> copy(KnownSource known) {
        new EncryptionCheck(copying, request, false).refuseIgnored();
        return copying.inOneCall(request)
                .run()
                .thenCompose(result -> checked(request, result, null)
                        .thenApply(
                                lacks -> results.single(result, known.size(), verifiedByEvent(known, result), lacks)));
    }

    /**
     * What a copy in one call lacks of what was sent for it.
     *
     * @param source the planned state, if this is a move at a service that may carry less than S3; otherwise null
     */
    private CompletableFuture<List<String>> checked(CopyRequest sent, S3Result made, @Nullable ObjectHead source) {
        EncryptionCheck encryption = new EncryptionCheck(copying, sent, false);
        WriteCheck check = new WriteCheck(copying, sent, encryption);
        check.unproven().ifPresent(session::leaveUnproven);
        CompletableFuture<List<String>> tags = "REPLACE".equals(sent.text(CopyParameter.TAGGING_DIRECTIVE))
                ? new TagCheck(copying, Trait.copyTags).run(made, sent.text(CopyParameter.TAGGING))
                : CompletableFuture.completedFuture(List.of());
        CompletableFuture<List<String>> lacking = source == null && !check.needsLook(made)
                ? tags
                : tags.thenCompose(untagged ->
                        copying.looked(check, made, source).thenApply(lacks -> WriteCheck.joined(untagged, lacks)));
        return lacking.thenCompose(lacks -> encryption.prove(made).thenApply(proven -> copying.requireMade(lacks)));
    }

    /** An event or a listing may have told of an earlier state of the source. So a difference is no failure. */
    private Verified verifiedByEvent(KnownSource known, S3Result result) {
        boolean equal = settings.verify() != Verify.none
                && ETags.isMd5(known.eTag())
                && ETags.equal(result.text(CopyParameter.RESULT_ETAG), known.eTag());
        return equal ? Verified.ETAG : Verified.NONE;
    }

    /** Copies the state that was planned from. */
    CompletableFuture<CopyResult> copy(ObjectHead head, Preserved preserved) {
        copying.requireCarried(preserved.notCarried());
        new EncryptionCheck(copying, preserved.request(), false).refuseIgnored();
        if (settings.dryRun()) {
            return CompletableFuture.completedFuture(
                    results.planned(Way.SINGLE, head, 0, Verified.NONE, preserved.notCarried(), null));
        }
        SingleCopy copy = copying.inOneCall(preserved.request());
        if (!isPinned()) {
            return copy.run()
                    .thenCompose(made -> checked(preserved.request(), made, null)
                            .thenApply(lacks -> {
                                Verified verified = ETags.equal(made.text(CopyParameter.RESULT_ETAG), head.eTag())
                                        ? copying.verification(head).ofSingle(made)
                                        : Verified.NONE;
                                return results.single(
                                        made,
                                        head.length(),
                                        verified,
                                        WriteCheck.joined(preserved.notCarried(), lacks));
                            }));
        }
        // only the answer tells what can be compared: a bucket may encrypt by default
        boolean byPinAlone = settings.deletesSource() || settings.verify() == Verify.size;
        return copy.run(head, byPinAlone)
                .thenCompose(made -> copying.verification(head)
                        .complete(
                                made,
                                copying.verification(head).ofSingle(made),
                                head.hasETag() && traits.heeds(Trait.sourceCondition),
                                false)
                        .thenCompose(verified -> checked(preserved.request(), made, comparedWith(head))
                                .thenApply(lacks -> results.single(
                                        made,
                                        head.length(),
                                        verified,
                                        WriteCheck.joined(preserved.notCarried(), lacks)))))
                .thenCompose(made -> deletion.after(head, made, made.notCarried()));
    }

    /** The source, if it is to be deleted and the service may carry less of it than S3 does. */
    private @Nullable ObjectHead comparedWith(ObjectHead head) {
        return settings.deletesSource() && !traits.isDocumented() ? head : null;
    }
}
