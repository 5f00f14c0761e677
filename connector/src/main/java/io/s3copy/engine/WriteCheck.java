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

import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.text.Printable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a written object has what its request asked for. A service that does not know a header drops it, and answers
 * as if it had heeded it: an object that was to be locked is not.
 */
final class WriteCheck {

    private static final Logger LOG = LoggerFactory.getLogger(WriteCheck.class);

    /** Not Expires, of which there are many spellings. */
    private static final Map<String, CopyParameter> SYSTEM = Map.of(
            "Content-Type", CopyParameter.CONTENT_TYPE,
            "Cache-Control", CopyParameter.CACHE_CONTROL,
            "Content-Disposition", CopyParameter.CONTENT_DISPOSITION,
            "Content-Encoding", CopyParameter.CONTENT_ENCODING,
            "Content-Language", CopyParameter.CONTENT_LANGUAGE);

    private final CopyTask task;
    private final ServiceTraits traits;
    private final CopyRequest explicit;
    private final CopyRequest sent;
    private final EncryptionCheck encryption;

    /**
     * A check.
     *
     * @param sent what was sent: that, and what was to be preserved
     */
    WriteCheck(Copying copying, CopyRequest sent, EncryptionCheck encryption) {
        this.task = copying.session().task();
        this.traits = copying.s3().traits();
        this.explicit = copying.request();
        this.sent = sent;
        this.encryption = encryption;
    }

    /** Whether the object must be looked at, because the answer alone does not prove what it has. */
    boolean needsLook(S3Result result) {
        Optional<String> unsaid = unsaid(result);
        unsaid.ifPresent(what ->
                LOG.debug("Copy of {}: a HEAD of the copy follows: the answer alone does not prove {}", task, what));
        return unsaid.isPresent();
    }

    /** The first thing that was asked for and that neither the answer nor the traits of the service prove. */
    private Optional<String> unsaid(S3Result result) {
        boolean lock =
                sent.has(CopyParameter.OBJECT_LOCK_MODE) || sent.has(CopyParameter.OBJECT_LOCK_LEGAL_HOLD_STATUS);
        if (!encryption.isSaid(result)) {
            return Optional.of("its encryption");
        } else if (lock && !traits.heeds(Trait.objectLock)) {
            return Optional.of("its object lock");
        } else if (sent.has(CopyParameter.WEBSITE_REDIRECT_LOCATION) && !traits.heeds(Trait.websiteRedirect)) {
            return Optional.of("its website redirect");
        } else if (replacesMetadata() && !traits.heeds(Trait.copyMetadata)) {
            return Optional.of("its metadata");
        }
        boolean storageClass =
                sent.has(CopyParameter.STORAGE_CLASS) && !"STANDARD".equals(sent.text(CopyParameter.STORAGE_CLASS));
        return storageClass && !traits.isDocumented() ? Optional.of("its storage class") : Optional.empty();
    }

    private boolean replacesMetadata() {
        return "REPLACE".equals(sent.text(CopyParameter.METADATA_DIRECTIVE));
    }

    /** What is sent and no answer of the service shows; empty for nothing. */
    Optional<String> unproven() {
        boolean said = sent.has(CopyParameter.ACL)
                || sent.has(CopyParameter.GRANT_FULL_CONTROL)
                || sent.has(CopyParameter.GRANT_READ)
                || sent.has(CopyParameter.GRANT_READ_ACP)
                || sent.has(CopyParameter.GRANT_WRITE_ACP);
        return said && !traits.isDocumented()
                ? Optional.of("ACL (it was sent, and the service " + traits.service() + " may ignore it)")
                : Optional.empty();
    }

    /**
     * Compares a written object with what was asked for, and with its source.
     *
     * @param source null if the copy is not to be compared with it
     * @return what the copy lacks and only {@code preserve} asked for, or what does no harm
     * @throws CopyFailedException when it lacks what the caller asked for
     */
    List<String> lacks(@Nullable ObjectHead source, ObjectHead copy) {
        if (source != null && source.length() != null && copy.length() != null && !copy.hasSizeOf(source)) {
            throw new CopyFailedException(
                    "the copy stands in its place, but is not the source that it was planned from: it has "
                            + copy.size() + " bytes, the source " + source.size());
        }
        List<String> lacks = joined(asked(copy), source == null ? List.of() : differences(sent, source, copy));
        LOG.debug(
                "Copy of {}: looked at: {}",
                task,
                lacks.isEmpty() ? "it lacks nothing" : "it lacks " + Printable.of(String.join(", ", lacks)));
        return lacks;
    }

    /** What the result says if the copy has another storage class. It does not count as lacking. */
    Optional<String> otherClass(ObjectHead copy) {
        String asked = sent.text(CopyParameter.STORAGE_CLASS);
        String has = copy.storageClass() == null ? "STANDARD" : copy.storageClass();
        return asked == null || asked.equals(has)
                ? Optional.empty()
                : Optional.of("StorageClass (" + asked + " was asked for, and HEAD says " + has + ")");
    }

    private List<String> asked(ObjectHead copy) {
        List<String> lacks = new ArrayList<>();
        encryption.requireSaid(copy);
        if (replacesMetadata()) {
            replaced(copy, lacks);
        }
        lock(copy.lock(), lacks);
        redirect(copy, lacks);
        return lacks;
    }

    /** Metadata that was to replace the source's. Names are compared as S3 keeps them, in lower case. */
    private void replaced(ObjectHead copy, List<String> lacks) {
        Map<String, String> wanted = new HashMap<>();
        if (sent.get(CopyParameter.METADATA) instanceof Map<?, ?> metadata) {
            metadata.forEach((name, value) -> wanted.put(name.toString().toLowerCase(Locale.ROOT), value.toString()));
        }
        wanted.forEach((name, value) -> {
            if (!value.equals(copy.metadata().get(name))) {
                lacks.add("Metadata " + name);
            }
        });
        copy.metadata().keySet().stream()
                .filter(name -> !wanted.containsKey(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> lacks.add("Metadata " + name + " (it was to go, with metadataDirective=REPLACE)"));
        SYSTEM.forEach((name, row) -> {
            if (sent.has(row)
                    && !sent.required(row).equals(copy.systemMetadata().get(name))) {
                lacks.add(name + " (" + sent.text(row) + " was asked for)");
            }
        });
    }

    private void lock(ObjectHead.Lock lock, List<String> lacks) {
        String mode = sent.text(CopyParameter.OBJECT_LOCK_MODE);
        String hold = sent.text(CopyParameter.OBJECT_LOCK_LEGAL_HOLD_STATUS);
        if (mode == null && hold == null) {
            return;
        }
        Instant until = (Instant) sent.get(CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE);
        boolean retained = mode == null
                || (mode.equals(lock.mode())
                        && lock.retainUntil() != null
                        && (until == null || !lock.retainUntil().isBefore(until.truncatedTo(ChronoUnit.SECONDS))));
        boolean held = hold == null || hold.equals("OFF") || hold.equals(lock.legalHold());
        if (!(retained && held)) {
            boolean asked = explicit.has(CopyParameter.OBJECT_LOCK_MODE)
                    || explicit.has(CopyParameter.OBJECT_LOCK_LEGAL_HOLD_STATUS);
            if (asked) {
                throw missing(
                        "locked", mode + ", legal hold " + hold, lock.mode() + ", legal hold " + lock.legalHold());
            }
            lacks.add("ObjectLock");
        }
    }

    private void redirect(ObjectHead copy, List<String> lacks) {
        String asked = sent.text(CopyParameter.WEBSITE_REDIRECT_LOCATION);
        if (asked == null) {
            return;
        }
        boolean same = Objects.equals(asked, copy.websiteRedirect());
        if (!same && explicit.has(CopyParameter.WEBSITE_REDIRECT_LOCATION)) {
            throw missing("redirected", asked, copy.websiteRedirect());
        } else if (!same) {
            lacks.add("WebsiteRedirectLocation");
        }
    }

    private CopyFailedException missing(String what, String asked, @Nullable String has) {
        return new CopyFailedException(
                "the copy stands in its place, but is not " + what + " as was asked (" + asked + "): HEAD says "
                        + (has == null ? "nothing of it" : has) + ". The service " + traits.service()
                        + " ignores it; delete the copy if it must not stand so");
    }

    /**
     * What a copy lacks that its source has, as far as a HEAD of each tells: for services that do not carry what S3
     * carries.
     */
    private static List<String> differences(CopyRequest sent, ObjectHead source, ObjectHead copy) {
        List<String> lacks = new ArrayList<>();
        if (!"REPLACE".equals(sent.text(CopyParameter.METADATA_DIRECTIVE))) {
            source.metadata().forEach((name, value) -> {
                if (!value.equals(copy.metadata().get(name))) {
                    lacks.add("Metadata " + name);
                }
            });
            source.systemMetadata().forEach((name, value) -> {
                String has = copy.systemMetadata().get(name);
                // a date has many spellings
                boolean same = name.equals("Expires") ? has != null : value.equals(has);
                if (!same) {
                    lacks.add(name);
                }
            });
        }
        boolean ownTags = "REPLACE".equals(sent.text(CopyParameter.TAGGING_DIRECTIVE));
        int tags = source.tagCount() == null ? 0 : source.tagCount();
        if (!ownTags && tags > 0 && !Objects.equals(source.tagCount(), copy.tagCount())) {
            lacks.add("Tagging (" + tags + " tags)");
        }
        return lacks;
    }

    /** What two looks found lacking. */
    static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
