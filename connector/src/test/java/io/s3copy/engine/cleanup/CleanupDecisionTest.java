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
package io.s3copy.engine.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.cleanup.CleanupReport.What;
import io.s3copy.engine.cleanup.CleanupSettings.Initiator;
import io.s3copy.engine.journal.JournalEntry;
import io.s3copy.engine.s3.UploadPage.Upload;
import io.s3copy.parameter.CopySource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which uploads may be aborted. */
class CleanupDecisionTest {

    private static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");
    private static final Instant OLD = NOW.minus(Duration.ofDays(8));
    private static final String SELF = "arn:aws:iam::111122223333:user/copier";
    private static final String OTHER = "arn:aws:iam::111122223333:user/other";

    private static CleanupDecision decision(Initiator initiator, JournalEntry... journal) {
        CleanupSettings settings = new CleanupSettings("", Duration.ofDays(7), initiator, false);
        return new CleanupDecision(settings, NOW, List.of(journal), true);
    }

    private static JournalEntry entry(Instant leasedUntil) {
        CopySource source = CopySource.of("in", "key");
        return new JournalEntry(
                new JournalEntry.Destination("here", "out", "key"),
                "u1",
                source,
                "\"e\"",
                "l",
                "o",
                OLD,
                "holder",
                leasedUntil);
    }

    private static Upload upload(@Nullable Instant initiated, String initiator) {
        return new Upload("key", "u1", initiated, initiator);
    }

    private static What what(Upload upload, String self, JournalEntry... journal) {
        return decision(Initiator.own, journal).decide(upload, self).what();
    }

    @Test
    void aYoungUploadOfTheJournalThatNobodyHoldsIsAborted() {
        assertThat(what(upload(NOW, SELF), SELF, entry(Instant.EPOCH))).isEqualTo(What.WOULD_BE_ABORTED);
    }

    @Test
    void anOldUploadWithALiveLeaseIsKept() {
        assertThat(what(upload(OLD, SELF), SELF, entry(Instant.now().plusSeconds(600))))
                .isEqualTo(What.KEPT_LEASED);
    }

    @Test
    void anotherUploadToAKeyOfTheJournalIsNotTakenForIt() {
        Upload other = new Upload("key", "u2", NOW, SELF);
        assertThat(what(other, SELF, entry(Instant.EPOCH))).isEqualTo(What.KEPT_YOUNG);
    }

    @Test
    void anOldUploadOfOurOwnIsAborted() {
        assertThat(what(upload(OLD, SELF), SELF)).isEqualTo(What.WOULD_BE_ABORTED);
    }

    @Test
    void whereListingsNameWhoeverAsksNobodysUploadIsTakenForOurOwn() {
        CleanupSettings settings = new CleanupSettings("", Duration.ofDays(7), Initiator.own, false);
        CleanupDecision ceph = new CleanupDecision(settings, NOW, List.of(entry(Instant.EPOCH)), false);
        assertThat(ceph.decide(upload(OLD, SELF), SELF).what()).isEqualTo(What.WOULD_BE_ABORTED);
        Upload others = new Upload("key", "u2", OLD, SELF);
        assertThat(ceph.decide(others, SELF).what()).isEqualTo(What.UNDECIDED);
        assertThat(ceph.decide(others, SELF).why()).contains("initiator=any");
        assertThat(ceph.needsIdentity(List.of(others))).isFalse();
    }

    @Test
    void anOldUploadOfAnotherIsKept() {
        assertThat(what(upload(OLD, OTHER), SELF)).isEqualTo(What.KEPT_FOREIGN);
    }

    @Test
    void anOldUploadOfAnotherIsAbortedWhenAnybodysAre() {
        assertThat(decision(Initiator.any).decide(upload(OLD, OTHER), null).what())
                .isEqualTo(What.WOULD_BE_ABORTED);
    }

    @Test
    void aYoungUploadIsKeptEvenWhenAnybodysAreAborted() {
        assertThat(decision(Initiator.any).decide(upload(NOW, SELF), SELF).what())
                .isEqualTo(What.KEPT_YOUNG);
    }

    @Test
    void anUploadWithoutInitiatorIsUndecided() {
        assertThat(what(upload(OLD, ""), SELF)).isEqualTo(What.UNDECIDED);
    }

    @Test
    void anUploadWithoutTimeIsUndecided() {
        assertThat(what(upload(null, SELF), SELF)).isEqualTo(What.UNDECIDED);
    }

    @Test
    void whoWeAreIsLearntFromAnUploadOfTheJournal() {
        CleanupDecision decision = decision(Initiator.own, entry(Instant.now().plusSeconds(600)));
        assertThat(decision.ownIdentity(List.of(new Upload("a", "u0", OLD, OTHER), upload(NOW, SELF))))
                .contains(SELF);
    }

    @Test
    void whoWeAreIsNotNeededForYoungUploads() {
        assertThat(decision(Initiator.own).needsIdentity(List.of(upload(NOW, OTHER))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sts::1:assumed-role/copy/i-1, arn:aws:sts::1:assumed-role/copy/i-2, true",
        "arn:aws-cn:sts::1:assumed-role/copy/i-1, arn:aws-cn:sts::1:assumed-role/copy/i-2, true",
        "arn:aws:sts::1:assumed-role/copy/i-1, arn:aws:sts::1:assumed-role/other/i-1, false",
        "arn:aws:sts::1:assumed-role/copy/i-1, arn:aws:sts::2:assumed-role/copy/i-1, false",
        "arn:aws:iam::1:user/a/b, arn:aws:iam::1:user/a/c, false",
    })
    void theSessionsOfARoleAreOne(String one, String other, boolean same) {
        assertThat(CleanupDecision.isSame(one, other)).isEqualTo(same);
    }
}
