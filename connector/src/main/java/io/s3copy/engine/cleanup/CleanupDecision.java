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

import io.s3copy.engine.cleanup.CleanupReport.Found;
import io.s3copy.engine.cleanup.CleanupReport.What;
import io.s3copy.engine.journal.JournalEntry;
import io.s3copy.engine.s3.UploadPage.Upload;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which uploads may be aborted. Pure: all that it goes by was read before. */
final class CleanupDecision {

    private static final Pattern SESSION_OF_ROLE = Pattern.compile("(arn:[^:]*:sts::\\d*:assumed-role/[^/]+)/.*");

    private final CleanupSettings settings;
    private final Instant bound;
    private final List<JournalEntry> journal;
    private final boolean tellsInitiators;

    /**
     * A decision.
     *
     * @param journal what is remembered of the bucket's uploads
     * @param tellsInitiators whether the service is known to name who began an upload; Ceph names whoever asks
     */
    CleanupDecision(CleanupSettings settings, Instant now, Collection<JournalEntry> journal, boolean tellsInitiators) {
        this.settings = settings;
        this.bound = now.minus(settings.olderThan());
        this.journal = List.copyOf(journal);
        this.tellsInitiators = tellsInitiators;
    }

    /** What the journal knows of an upload. */
    Optional<JournalEntry> entry(Upload upload) {
        return journal.stream()
                .filter(one ->
                        one.uploadId().equals(upload.uploadId()) && one.key().equals(upload.key()))
                .findFirst();
    }

    /** Who we are, as far as a listing tells: S3 says nowhere else whose credentials these are. */
    Optional<String> ownIdentity(List<Upload> uploads) {
        return uploads.stream()
                .filter(one -> isTold(one.initiator()) && entry(one).isPresent())
                .map(Upload::initiator)
                .findFirst();
    }

    /** Whether one of the uploads can only be decided by who we are. */
    boolean needsIdentity(List<Upload> uploads) {
        return tellsInitiators
                && uploads.stream()
                        .anyMatch(one -> decide(one, null).what() == What.UNDECIDED
                                && one.initiated() != null
                                && isTold(one.initiator()));
    }

    /**
     * What to do about an upload; {@code WOULD_BE_ABORTED} for one that is to be aborted.
     *
     * @param self who we are; null when that could not be learnt
     */
    Found decide(Upload upload, @Nullable String self) {
        Optional<JournalEntry> entry = entry(upload);
        Instant initiated = upload.initiated();
        String initiator = upload.initiator();
        if (entry.isPresent()) {
            return entry.get().isLeased()
                    ? Found.of(upload, What.KEPT_LEASED, "a copy is at work on it")
                    : Found.of(upload, What.WOULD_BE_ABORTED, "the journal says that nobody resumes it");
        } else if (initiated == null) {
            return Found.of(upload, What.UNDECIDED, "S3 does not tell when it was begun");
        } else if (initiated.isAfter(bound)) {
            return Found.of(upload, What.KEPT_YOUNG, "it was begun after " + bound);
        } else if (settings.initiator() == CleanupSettings.Initiator.any) {
            return Found.of(upload, What.WOULD_BE_ABORTED, "it was begun before " + bound);
        } else if (!tellsInitiators) {
            return Found.of(
                    upload,
                    What.UNDECIDED,
                    "the service is not known to name who began an upload (it may name whoever asks), and the journal does"
                            + " not know it; initiator=any aborts everybody's, serviceTraits=initiator=heeded trusts it");
        } else if (initiator == null || initiator.isBlank()) {
            return Found.of(upload, What.UNDECIDED, "S3 does not tell who began it");
        } else if (self == null) {
            return Found.of(upload, What.UNDECIDED, "it is not known whether " + initiator + " is us");
        }
        return isSame(initiator, self)
                ? Found.of(upload, What.WOULD_BE_ABORTED, "we began it, before " + bound)
                : Found.of(upload, What.KEPT_FOREIGN, "it was begun by " + initiator + ", not by us: " + self);
    }

    /** One role has another session at each start. */
    static boolean isSame(String initiator, String self) {
        return withoutSession(initiator).equals(withoutSession(self));
    }

    private static String withoutSession(String initiator) {
        Matcher role = SESSION_OF_ROLE.matcher(initiator);
        return role.matches() ? role.group(1) : initiator;
    }

    private static boolean isTold(@Nullable String initiator) {
        return initiator != null && !initiator.isBlank();
    }
}
