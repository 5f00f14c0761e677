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

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.Ledger;
import io.s3copy.bulk.checkpoint.RangeLedger;
import io.s3copy.bulk.checkpoint.Span;
import io.s3copy.bulk.manifest.ManifestEntry;
import io.s3copy.bulk.manifest.ManifestReader;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.parameter.InvalidParameterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a manifest names. Its entries are numbered from 1 on; a run that goes on reads the manifest again, and passes
 * over what is done.
 */
public final class ManifestWork extends LineWork {

    private final Opener manifest;
    private final CopyAction action;
    private final Predicate<String> buckets;
    private volatile @Nullable ManifestReader reading;

    /** Opens the manifest. */
    @FunctionalInterface
    public interface Opener {
        /** From its beginning. May block. */
        ManifestReader open() throws IOException;

        /** The share of it that has been read, from 0 to 1; null where nobody knows. */
        default @Nullable Double share() {
            return null;
        }
    }

    /**
     * Copies.
     *
     * @param blocking reads the manifest, which waits for the network and for places
     * @param buckets from which buckets it may name objects
     */
    public ManifestWork(Opener manifest, CopyAction action, Executor blocking, Predicate<String> buckets) {
        super(blocking);
        this.buckets = buckets;
        this.manifest = manifest;
        this.action = action;
    }

    @Override
    public Ledger<Long> ledger(@Nullable Checkpoint from, BulkCounts counts) {
        return Ledger.ofLines(from == null ? List.of(Span.all()) : from.lines(), counts);
    }

    @Override
    boolean readAll(Ledger<Long> ledger, Doing doing, LineFeed feed) {
        Deque<RangeLedger<Long>> open = new ArrayDeque<>(ledger.ranges().stream()
                .sorted(Comparator.comparing(
                        range -> range.span().after(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList());
        try (ManifestReader reader = manifest.open()) {
            reading = reader;
            long number = 0;
            for (ManifestEntry entry = reader.next(); entry != null && !open.isEmpty(); entry = reader.next()) {
                number++;
                read(number, doing);
                endBefore(number, open);
                if (isStopped()) {
                    return false;
                }
                RangeLedger<Long> range = open.peek();
                if (range != null && isIn(number, range.span())) {
                    String bucket = entry.bucket();
                    ListedObject listed = entry.listed();
                    feed.give(
                            decide(entry),
                            number,
                            range,
                            entry.key(),
                            failure -> action.failed(bucket, listed, failure));
                }
            }
            open.forEach(RangeLedger::ended);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void endBefore(long number, Deque<RangeLedger<Long>> open) {
        for (RangeLedger<Long> first = open.peek(); first != null; first = open.peek()) {
            Long upTo = first.span().upTo();
            if (upTo == null || number <= upTo) {
                return;
            }
            open.remove().ended();
        }
    }

    private static boolean isIn(long number, Span<Long> span) {
        return span.after() == null || number > span.after();
    }

    private Decision decide(ManifestEntry entry) {
        if (Boolean.TRUE.equals(entry.deleteMarker())) {
            return Decision.NOTHING;
        } else if (!buckets.test(entry.bucket())) {
            InvalidParameterException refusal = new InvalidParameterException(
                    "the manifest",
                    entry.bucket(),
                    "names a bucket that a message may not name",
                    "List it in allowedSourceBuckets, or set copySourceBucket to it");
            return new Decision.Known(action.failed(entry.bucket(), entry.listed(), refusal));
        }
        return action.refused(entry.bucket(), entry.listed())
                .<Decision>map(Decision.Known::new)
                .orElseGet(() -> action.copy(entry.bucket(), entry.listed(), null, ""));
    }

    @Override
    public @Nullable Long left() {
        ManifestReader reader = reading;
        Double told = reader == null ? null : reader.share();
        Double share = told == null ? manifest.share() : told;
        return share == null || share <= 0 ? null : (Long) Math.round(read() * (1 - share) / share);
    }

    @Override
    public int ranges() {
        return 0;
    }
}
