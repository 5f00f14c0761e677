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
package io.s3copy.bulk.run;

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.check.CheckResult;
import io.s3copy.bulk.check.CheckSide;
import io.s3copy.bulk.check.ObjectCheck;
import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.bulk.filter.Refusal;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectHead;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says of each key whether both sides are equal: the same, differs, missing, extra, or unprovable. Changes nothing and
 * downloads nothing. Of versions it says so of each, as the listings pair them.
 */
public final class CheckWork implements PairWork {

    private final Outcomes outcomes;
    private final ObjectFilter filter;
    private final UnaryOperator<ListedObject> asSource;
    private final KeyMapping keys;
    private final ObjectCheck check;
    private final Looks looks;

    /**
     * Checks.
     *
     * @param filter of keys of the source
     * @param asSource gives an object of the destination the key that it would have at the source
     * @param keys where the copy of a source is, for what is missing
     */
    public CheckWork(
            Outcomes outcomes,
            ObjectFilter filter,
            UnaryOperator<ListedObject> asSource,
            KeyMapping keys,
            ObjectCheck check,
            Looks looks) {
        this.outcomes = outcomes;
        this.filter = filter;
        this.asSource = asSource;
        this.keys = keys;
        this.check = check;
        this.looks = looks;
    }

    @Override
    public Decision decide(KeyPair pair) {
        ListedObject source = pair.source();
        ListedObject destination = pair.destination();
        if (source != null) {
            Refusal refusal = filter.refusal(source).orElse(null);
            if (refusal != null) {
                return new Decision.Known(outcomes.of(source, "", What.SKIPPED, refusal.toString(), "", source.size()));
            }
            return destination == null
                    ? new Decision.Known(
                            outcomes.of(source, keys.of(source.key()), What.MISSING, code(source), "", source.size()))
                    : both(source, destination);
        }
        // what a filter leaves alone at the source is not looked for here either
        return destination == null
                        || filter.refusal(asSource.apply(destination)).isPresent()
                ? Decision.NOTHING
                : new Decision.Known(outcomes.ofDestination(destination, What.EXTRA, code(destination), ""));
    }

    /** What is only on one side, where it is no object. */
    private static @Nullable String code(ListedObject only) {
        return only.isDeleteMarker() ? ObjectCheck.DELETE_MARKER : null;
    }

    private Decision both(ListedObject source, ListedObject destination) {
        boolean asks = (check.needsHeads() || check.needsTags()) && !check.isDecidedByListing(source, destination);
        if (!asks) {
            return new Decision.Known(
                    told(source, destination, check.decide(CheckSide.of(source), CheckSide.of(destination))));
        }
        long requests = (check.needsHeads() ? 2L : 0L) + (check.needsTags() ? 2L : 0L);
        return new Decision.Work(
                0,
                requests,
                () -> side(looks.source(), source)
                        .thenCombine(side(looks.destination(), destination), Asked::new)
                        .thenCompose(this::withAttributes)
                        .thenApply(asked -> told(source, destination, check.decide(asked.source, asked.destination))));
    }

    /** What was asked of both sides. */
    private record Asked(CheckSide source, CheckSide destination) {}

    private CompletableFuture<Asked> withAttributes(Asked asked) {
        boolean headsTellAll =
                looks.source().headsTellChecksums() && looks.destination().headsTellChecksums();
        if (!check.needsAttributes(asked.source, asked.destination, headsTellAll)) {
            return CompletableFuture.completedFuture(asked);
        }
        return looks.source()
                .attributes(asked.source.listed())
                .thenCombine(
                        looks.destination().attributes(asked.destination.listed()),
                        (one, other) -> new Asked(asked.source.with(one), asked.destination.with(other)));
    }

    private CompletableFuture<CheckSide> side(Looks.Side side, ListedObject listed) {
        CompletableFuture<@Nullable ObjectHead> head = check.needsHeads()
                ? side.head(listed).thenApply(told -> told)
                : CompletableFuture.completedFuture(null);
        CompletableFuture<@Nullable Map<String, String>> tags =
                check.needsTags() ? side.tags(listed).thenApply(told -> told) : CompletableFuture.completedFuture(null);
        return head.thenCombine(tags, (told, of) -> new CheckSide(listed, told, of));
    }

    private BulkOutcome told(ListedObject source, ListedObject destination, CheckResult result) {
        ListedObject.Version other = destination.version();
        String which = other == null || result.what() == What.SAME ? "" : "compared with version " + other.id() + ": ";
        return outcomes.of(
                source, destination.key(), result.what(), result.code(), which + result.message(), source.size());
    }

    /** An object that is gone by now was deleted while the check ran: nobody can say that it differs. */
    @Override
    public BulkOutcome failed(KeyPair pair, Throwable failure) {
        ListedObject source = pair.source();
        ListedObject destination = pair.destination();
        if (source == null || destination == null) {
            throw new IllegalStateException("a look at a key that one side does not have", failure);
        }
        return S3CallException.isMissing(failure)
                ? outcomes.of(
                        source,
                        destination.key(),
                        What.UNPROVABLE,
                        "changed",
                        "an object was deleted while it was checked",
                        source.size())
                : outcomes.failed(source, true, destination.key(), failure);
    }
}
