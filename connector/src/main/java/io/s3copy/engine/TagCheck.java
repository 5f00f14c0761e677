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

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.Clients;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.text.Printable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that a copy has the tags of its request, at a service that may ignore them. The tags are read once. If the
 * service has ignored them, they are put after each copy from then on.
 */
final class TagCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TagCheck.class);

    private final Clients s3;
    private final CopySession session;
    private final CopyRequest request;
    private final WrittenObject written;
    private final Trait trait;

    TagCheck(Copying copying, Trait trait) {
        this.s3 = copying.s3();
        this.session = copying.session();
        this.request = copying.request();
        this.written = copying.written();
        this.trait = trait;
    }

    /**
     * Checks, and puts the tags where they are missing.
     *
     * @param tagging what was said, as a query string; null for nothing
     * @return what the copy lacks
     */
    CompletableFuture<List<String>> run(S3Result made, @Nullable String tagging) {
        if (tagging == null || tagging.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        } else if (s3.traits().heeds(trait)) {
            LOG.debug("Copy of {}: its tags are not checked: the service heeds them ({})", session.task(), trait);
            return CompletableFuture.completedFuture(List.of());
        }
        Map<String, String> tags = read(tagging);
        if (!s3.traits().isUnknown(trait)) {
            LOG.debug(
                    "Copy of {}: its {} tags are put: the service ignores them ({})",
                    session.task(),
                    tags.size(),
                    trait);
            return put(made, tags);
        }
        LOG.debug(
                "Copy of {}: its tags are read: whether the service heeds them is not known ({})",
                session.task(),
                trait);
        // tags of an upload can only be those that were sent; CopyObject may have taken equal ones from the source
        return trait == Trait.createTags
                ? s3.traits().once(trait, () -> looked(made, tags), () -> known(made, tags))
                : looked(made, tags);
    }

    private CompletableFuture<List<String>> known(S3Result made, Map<String, String> tags) {
        return s3.traits().heeds(trait) ? CompletableFuture.completedFuture(List.of()) : looked(made, tags);
    }

    private ObjectQuery copy(S3Result made) {
        return ObjectQuery.ofDestination(request).unconditional(made.text(CopyParameter.RESULT_VERSION_ID));
    }

    private CompletableFuture<List<String>> looked(S3Result made, Map<String, String> tags) {
        return Futures.afterEnd(
                session.finish(() -> s3.destination().getObjectTagging(copy(made))), (there, failure) -> {
                    if (failure == null && there.equals(tags)) {
                        if (trait == Trait.createTags) {
                            s3.traits().learn(trait, Answer.heeded);
                        }
                        return CompletableFuture.completedFuture(List.of());
                    } else if (failure != null
                            && !S3CallException.isNotUnderstood(failure)
                            && !SourceReader.isNoTags(failure)) {
                        LOG.debug("Copy of {}: its tags cannot be read, and stay unproven", session.task());
                        session.leaveUnproven("Tagging (the tags of the copy cannot be read: "
                                + Causes.of(failure).getMessage() + ")");
                        return CompletableFuture.completedFuture(List.of());
                    }
                    LOG.debug(
                            "Copy of {}: its tags are put: {}",
                            session.task(),
                            failure == null
                                    ? "it has " + there.size() + " and not the " + tags.size() + " of its request"
                                    : "the service says of them: "
                                            + Printable.of(String.valueOf(failure.getMessage())));
                    return put(made, tags);
                });
    }

    /** Only on the copy itself: another object may have replaced it, and has its own tags. */
    private CompletableFuture<List<String>> put(S3Result made, Map<String, String> tags) {
        return written.head(made).thenCompose(there -> {
            if (!WrittenObject.isIt(there, made)) {
                LOG.debug("Copy of {}: its tags are not put: another object has replaced it", session.task());
                session.leaveUnproven("Tagging (another object has replaced the copy)");
                return CompletableFuture.completedFuture(List.of());
            }
            s3.traits().learn(trait, Answer.ignored);
            return put(copy(made), tags);
        });
    }

    private CompletableFuture<List<String>> put(ObjectQuery copy, Map<String, String> tags) {
        return Futures.afterEnd(
                session.finish(() -> s3.destination().putObjectTagging(copy, tags)), (done, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(List.of());
                    } else if (S3CallException.isNotUnderstood(failure)) {
                        return CompletableFuture.completedFuture(List.of("Tagging (the service has no tags)"));
                    }
                    return CompletableFuture.failedFuture(new CopyFailedException(
                            "the copy stands in its place, but without its " + tags.size() + " tags, which the service "
                                    + s3.traits().service() + " ignored when it was made: "
                                    + Causes.of(failure).getMessage(),
                            Causes.of(failure)));
                });
    }

    private static Map<String, String> read(String tagging) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String pair : tagging.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            tags.put(decoded(sides[0]), sides.length < 2 ? "" : decoded(sides[1]));
        }
        return tags;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
