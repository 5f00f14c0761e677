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
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.bulk.sync.Comparison;
import io.s3copy.bulk.sync.Verdict;
import io.s3copy.engine.s3.ListedObject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Copies what is missing at the destination, or differs. What is at the destination only is left to {@link DeleteWork}.
 */
public final class SyncWork implements PairWork {

    private final CopyAction action;
    private final String bucket;
    private final Outcomes outcomes;
    private final Comparison comparison;
    private final Looks looks;
    private final Consumer<KeyPair> counted;

    /**
     * Syncs.
     *
     * @param counted hears of all that is listed
     */
    public SyncWork(
            CopyAction action, Outcomes outcomes, Comparison comparison, Looks looks, Consumer<KeyPair> counted) {
        this.action = action;
        this.bucket = outcomes.bucket();
        this.outcomes = outcomes;
        this.comparison = comparison;
        this.looks = looks;
        this.counted = counted;
    }

    @Override
    public Decision decide(KeyPair pair) {
        ListedObject source = pair.source();
        ListedObject destination = pair.destination();
        counted.accept(pair);
        if (source == null) {
            return Decision.NOTHING;
        }
        BulkOutcome refused = action.refused(bucket, source).orElse(null);
        if (refused != null) {
            return new Decision.Known(refused);
        } else if (destination == null) {
            return action.copy(bucket, source, null, "missing");
        }
        Verdict verdict = comparison.compare(source, destination);
        return switch (verdict.answer()) {
            case SAME -> new Decision.Known(outcomes.of(source, destination.key(), What.SAME, null, "", source.size()));
            case DIFFERS -> action.copy(bucket, source, destination, "differs by " + verdict.by());
            case NEEDS_HEADS -> looked(source, destination);
        };
    }

    /** A HEAD of both, and then perhaps the copy. */
    private Decision looked(ListedObject source, ListedObject destination) {
        return new Decision.Work(
                Math.max(0, source.size()),
                2 + action.requests(source.size()),
                () -> looks.source()
                        .head(source)
                        .thenCombine(looks.destination().head(destination), comparison::compare)
                        .thenCompose(verdict -> decided(verdict, source, destination)));
    }

    private CompletableFuture<BulkOutcome> decided(Verdict verdict, ListedObject source, ListedObject destination) {
        if (verdict.answer() == Verdict.Answer.SAME) {
            return CompletableFuture.completedFuture(
                    outcomes.of(source, destination.key(), What.SAME, null, "", source.size()));
        }
        Decision copy = action.copy(bucket, source, destination, "differs by " + verdict.by());
        if (copy instanceof Decision.Work work) {
            return work.begin().get();
        } else if (copy instanceof Decision.Known known) {
            return CompletableFuture.completedFuture(known.outcome());
        }
        throw new IllegalStateException("a copy that is neither known nor work");
    }

    @Override
    public BulkOutcome failed(KeyPair pair, Throwable failure) {
        ListedObject source = pair.source();
        if (source == null) {
            throw new IllegalArgumentException("work on a key that the source does not have");
        }
        return action.failed(bucket, source, failure);
    }
}
