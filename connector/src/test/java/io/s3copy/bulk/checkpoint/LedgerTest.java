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
package io.s3copy.bulk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.listing.KeyRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger<String> ledger = Ledger.ofKeys(List.of(KeyRange.ALL), BulkCounts.NONE);
    private final RangeLedger<String> range = ledger.ranges().get(0);

    static BulkOutcome copied(String key) {
        return outcome(key, What.COPIED, null);
    }

    static BulkOutcome outcome(String key, What what, String code) {
        return new BulkOutcome("from", key, null, what, code, 0, "", 10, "to", key);
    }

    private List<String> keys(Commit<String> commit) {
        return commit.outcomes().stream().map(BulkOutcome::key).toList();
    }

    @Test
    void nothingIsCommittedBehindWorkThatIsNotDone() {
        Ticket a = range.begin("a");
        Ticket b = range.begin("b");
        range.begin("c");
        b.done(copied("b"), true);

        Commit<String> before = ledger.commit();
        assertThat(before.open()).containsExactly(Span.all());
        assertThat(before.outcomes()).isEmpty();

        a.done(copied("a"), true);
        Commit<String> after = ledger.commit();
        assertThat(after.open()).containsExactly(new Span<>("b", null));
        assertThat(keys(after)).containsExactly("a", "b");
        assertThat(after.counts().objects(What.COPIED)).isEqualTo(2);
    }

    @Test
    void anOutcomeIsInOneCommitOnly() {
        range.begin("a").done(copied("a"), true);
        range.through("a");

        assertThat(keys(ledger.commit())).containsExactly("a");
        assertThat(keys(ledger.commit())).isEmpty();
    }

    @Test
    void theLastKeyIsCommittedOnceItIsKnownThatNoOtherVersionOfItFollows() {
        Ticket first = range.begin("a");
        first.done(copied("a"), true);
        assertThat(ledger.commit().outcomes()).isEmpty();

        Ticket second = range.begin("a");
        range.begin("b");
        assertThat(ledger.commit().outcomes()).isEmpty();

        second.done(copied("a"), true);
        assertThat(keys(ledger.commit())).containsExactly("a", "a");
    }

    @Test
    void whatIsToldOfOneKeyDoesNotGrowWithItsVersions() {
        int versions = 2 * RangeLedger.MAX_TOLD + 5;
        for (int version = 0; version < versions; version++) {
            range.begin("a").done(copied("a"), true);
        }
        Commit<String> within = ledger.commit();
        assertThat(within.open()).as("the key is not done").containsExactly(Span.all());
        assertThat(within.outcomes()).hasSize(2 * RangeLedger.MAX_TOLD);

        range.begin("b");
        Commit<String> behind = ledger.commit();
        assertThat(behind.outcomes()).hasSize(5);
        assertThat(behind.counts().objects(What.COPIED)).isEqualTo(versions);
        assertThat(behind.open()).containsExactly(new Span<>("a", null));
    }

    @Test
    void keysWithoutWorkAreDoneWhenTheyHaveBeenSeen() {
        range.through("m", BulkCounts.of(What.SAME, 1000, 5000));

        Commit<String> commit = ledger.commit();
        assertThat(commit.open()).containsExactly(new Span<>("m", null));
        assertThat(commit.counts().of(What.SAME).objects()).isEqualTo(1000);
        assertThat(commit.counts().bytes(What.SAME)).isEqualTo(5000);
    }

    @Test
    void keysWithoutWorkWaitForTheWorkBeforeThem() {
        Ticket a = range.begin("a");
        range.through("m", BulkCounts.of(What.SAME, 7, 0));
        range.through("n", BulkCounts.of(What.SAME, 3, 0));
        assertThat(ledger.commit().counts().objects()).isZero();
        assertThat(ledger.counts().objects()).isEqualTo(10);

        a.done();
        Commit<String> commit = ledger.commit();
        assertThat(commit.open()).containsExactly(new Span<>("n", null));
        assertThat(commit.counts().objects(What.SAME)).isEqualTo(10);
    }

    @Test
    void abandonedWorkStaysOpen() {
        range.begin("a").done(copied("a"), true);
        range.begin("b").abandoned();
        range.begin("c").done(copied("c"), true);
        range.ended();

        Commit<String> commit = ledger.commit();
        assertThat(commit.open()).containsExactly(new Span<>("a", null));
        assertThat(keys(commit)).containsExactly("a");
    }

    @Test
    void theFirstWordOfATicketCounts() {
        Ticket a = range.begin("a");
        a.abandoned();
        a.done(copied("a"), true);
        range.ended();

        assertThat(ledger.commit().isFinished()).isFalse();
        assertThat(ledger.counts().objects()).isZero();
    }

    @Test
    void aRangeLeavesWhenAllOfItIsDone() {
        Ticket a = range.begin("a");
        range.ended();
        assertThat(ledger.commit().isFinished()).isFalse();

        a.done();
        assertThat(ledger.commit().isFinished()).isTrue();
        assertThat(ledger.ranges()).isEmpty();
    }

    @Test
    void countsOutliveTheirRange() {
        range.begin("a").done(outcome("a", What.FAILED, "SlowDown"), true);
        range.ended();

        assertThat(ledger.commit().counts().of(What.FAILED).codes()).containsEntry("SlowDown", 1L);
        assertThat(ledger.counts()).isEqualTo(ledger.commit().counts());
    }

    @Test
    void aCutMakesTwoRangesOfOne() {
        range.begin("a").done();
        RangeLedger<String> far = range.cut("m");
        far.begin("z").done(copied("z"), true);
        far.ended();

        Commit<String> commit = ledger.commit();
        assertThat(commit.open()).containsExactly(new Span<>(null, "m"));
        assertThat(keys(commit)).containsExactly("z");
        assertThatThrownBy(() -> range.begin("n")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCutBeforeWorkThatHasBegunIsRefused() {
        range.begin("m");

        assertThatThrownBy(() -> range.cut("l")).hasMessageContaining("work behind it has begun");
        assertThat(range.cut("m").span()).isEqualTo(new Span<>("m", null));
    }

    @Test
    void workOutOfOrderIsRefused() {
        range.begin("m");

        assertThatThrownBy(() -> range.begin("l")).hasMessageContaining("a later one has been seen");
        assertThatThrownBy(() -> range.through("l")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void workOnAKeyThatHasBeenSeenAsAWholeIsRefused() {
        range.through("m");
        assertThatThrownBy(() -> range.begin("m")).hasMessageContaining("it is done");

        RangeLedger<String> far = range.cut("n");
        assertThatThrownBy(() -> far.begin("n")).hasMessageContaining("before the range");
    }

    @Test
    void keysHaveTheOrderOfUtf8() {
        range.begin("\uFFFD");

        assertThat(range.begin("\uD83D\uDE00")).isNotNull();
    }

    @Test
    void workThatHoldsUpManyBecomesARangeOfItsOwn() {
        Ticket slow = range.begin("0");
        int others = 3 * RangeLedger.MAX_HELD;
        for (int i = 0; i < others; i++) {
            String key = String.format("1%06d", i);
            range.begin(key).done(copied(key), true);
        }
        range.ended();

        Commit<String> commit = ledger.commit();
        assertThat(commit.open()).containsExactly(new Span<>(null, "0"));
        assertThat(commit.outcomes()).hasSize(others);
        assertThat(ledger.held()).isZero();

        slow.done(copied("0"), true);
        Commit<String> last = ledger.commit();
        assertThat(last.isFinished()).isTrue();
        assertThat(keys(last)).containsExactly("0");
        assertThat(last.counts().objects()).isEqualTo(others + 1L);
    }

    @Test
    void memoryIsBoundedWhateverTheOrderInWhichWorkEnds() {
        List<Ticket> slow = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            Ticket ticket = range.begin(String.format("%06d", i));
            if (i % 200 == 0) {
                slow.add(ticket);
            } else {
                ticket.done(copied("x"), false);
            }
            assertThat(range.held()).isLessThanOrEqualTo(RangeLedger.MAX_HELD + 1);
        }
        slow.forEach(Ticket::done);
        range.ended();

        assertThat(ledger.commit().isFinished()).isTrue();
        assertThat(ledger.held()).isZero();
    }

    @Test
    void aCommitIsDueOnceThereIsMuchToReport() {
        assertThat(ledger.isCommitDue()).isFalse();
        String message = "x".repeat(1 << 20);
        for (int i = 0; i < 8; i++) {
            BulkOutcome outcome =
                    new BulkOutcome("from", "k" + i, null, What.FAILED, "Code", 400, message, -1, "to", "k");
            range.begin("k" + i).done(outcome, true);
        }
        range.ended();

        assertThat(ledger.isCommitDue()).isTrue();
        ledger.commit();
        assertThat(ledger.isCommitDue()).isFalse();
    }

    @Test
    void codesThatAServerInventsDoNotFillTheMemory() {
        for (int i = 0; i < 10_000; i++) {
            String key = String.format("%06d", i);
            range.begin(key).done(outcome(key, What.FAILED, "Code" + i), false);
        }

        BulkCounts.Count failed = ledger.counts().of(What.FAILED);
        assertThat(failed.codes()).hasSize(BulkCounts.Count.MAX_CODES + 1).containsKey(BulkCounts.OTHER);
        assertThat(failed.objects()).isEqualTo(10_000);
    }

    @Test
    void linesAreCommittedAsKeysAre() {
        Ledger<Long> lines = Ledger.ofLines(List.of(new Span<>(4L, null)), BulkCounts.NONE);
        RangeLedger<Long> all = lines.ranges().get(0);
        all.begin(9L).done();
        all.begin(10L);

        assertThat(lines.commit().open()).containsExactly(new Span<>(9L, null));
    }
}
