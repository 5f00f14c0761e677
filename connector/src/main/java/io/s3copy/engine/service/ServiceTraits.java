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
package io.s3copy.engine.service;

import io.s3copy.engine.request.Futures;
import io.s3copy.parameter.InvalidParameterException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a service does with what it is sent. Servers other than AWS ignore conditions, tags and headers, and answer as if
 * they had not; a copy may only call proven what the service is known to heed.
 *
 * <p>AWS is known from its documentation and is never probed. Of any other service nothing is known at first; a trait is
 * learnt when a copy first depends on it, and kept for an hour. An option of the endpoint outweighs both. Safe for use by
 * several threads; never blocks.
 */
public final class ServiceTraits {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceTraits.class);

    /** How long what was learnt is kept: a server may be updated, or others stand behind its name. */
    static final Duration KEPT_FOR = Duration.ofHours(1);

    /** How long a copy waits for what another one finds out. */
    private static final long WAITS_SECONDS = 10;

    /** One thing to know about a service. */
    public enum Trait {
        /** {@code x-amz-copy-source-if-match} on CopyObject: a copy in one call is of the planned state. */
        sourceCondition,
        /** {@code x-amz-copy-source-if-match} on UploadPartCopy: all parts are of the planned state. */
        partCondition,
        /** {@code If-Match} on CopyObject: nothing but what it names is overwritten. */
        writeCondition,
        /**
         * {@code If-None-Match} on CopyObject: nothing is overwritten. Learnt only where it is refused: a probe would have to
         * be a write to a key where something stands.
         */
        writeIfNoneMatch,
        /** {@code If-Match} and {@code If-None-Match} on CompleteMultipartUpload. */
        completeCondition,
        /** {@code If-Match} on DeleteObject: no newer object is deleted. */
        deleteCondition,
        /**
         * The metadata of a CopyObject with {@code x-amz-metadata-directive: REPLACE}. Never learnt, as the source may have
         * had what the copy has: looked at each time.
         */
        copyMetadata,
        /** {@code x-amz-tagging} on CopyObject. Learnt only where it is ignored: the source may have had the tags. */
        copyTags,
        /** {@code x-amz-tagging} on CreateMultipartUpload. */
        createTags,
        /** {@code x-amz-server-side-encryption: AES256} on CopyObject. Learnt only where it is ignored: answers say it. */
        copyEncryption,
        /** The same with a key of KMS. */
        copyKms,
        /** The customer key on CopyObject: the copy cannot be read without it. */
        copyCustomerKey,
        /** {@code x-amz-server-side-encryption: AES256} on CreateMultipartUpload. */
        createEncryption,
        /** The same with a key of KMS. */
        createKms,
        /** The customer key on CreateMultipartUpload. */
        createCustomerKey,
        /** The headers of Object Lock on a write. Never learnt, because the bucket may have its own lock. */
        objectLock,
        /** {@code x-amz-website-redirect-location} on a write. Never learnt: looked at each time. */
        websiteRedirect,
        /** {@code x-amz-checksum-mode} on HEAD. */
        checksumMode,
        /** {@code x-amz-checksum-algorithm} on CreateMultipartUpload. */
        createChecksum,
        /** The checksum of the whole object on CompleteMultipartUpload. */
        completeChecksum,
        /** {@code x-amz-mp-object-size} on CompleteMultipartUpload. */
        objectSize,
        /** GetObjectAttributes. */
        objectAttributes,
        /** Listings of uploads name who began each, and not who asks. */
        initiator
    }

    /** What the service does with it. */
    public enum Answer {
        /** It does what S3 documents. */
        heeded,
        /** It answers as if it had done so, and has not. */
        ignored,
        /** It refuses the request for it. */
        refused,
        /** It was asked, and its answer does not tell. Counts as not heeded. */
        unclear
    }

    private record Learnt(Answer answer, long at) {}

    /** What was learnt of a service, by all who use it. */
    private static final class Memory {
        private final Map<Trait, Learnt> learnt = new ConcurrentHashMap<>();
        private final Map<Trait, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    }

    private final String service;
    private final boolean documented;
    private final Map<Trait, Answer> told;
    private final Memory memory;
    private final LongSupplier nanoTime;

    private ServiceTraits(
            String service, boolean documented, Map<Trait, Answer> told, Memory memory, LongSupplier nanoTime) {
        this.service = service;
        this.documented = documented;
        this.told = told;
        this.memory = memory;
        this.nanoTime = nanoTime;
    }

    /** A service that does all that S3 documents, and is never probed. */
    public static ServiceTraits ofAws() {
        return new ServiceTraits("aws", true, Map.of(), new Memory(), System::nanoTime);
    }

    /**
     * A service of which nothing is known yet.
     *
     * @param service its name for messages, such as {@code minio.example.org:9000}
     */
    public static ServiceTraits unknown(String service) {
        return unknown(service, System::nanoTime);
    }

    static ServiceTraits unknown(String service, LongSupplier nanoTime) {
        return new ServiceTraits(service, false, Map.of(), new Memory(), nanoTime);
    }

    /**
     * The same service, with what its user knows of it; what is learnt is shared.
     *
     * @param text {@code auto}; or {@code aws} for a service that does all that S3 documents; or {@code trait=answer}
     *     pairs with commas between them, such as {@code deleteCondition=heeded,partCondition=ignored}
     * @throws InvalidParameterException when the text is none of these
     */
    public ServiceTraits told(@Nullable String text) {
        if (text == null) {
            return this;
        }
        String said = text.strip();
        if (said.isEmpty() || said.equalsIgnoreCase("auto")) {
            return this;
        } else if (said.equalsIgnoreCase("aws")) {
            return new ServiceTraits(service, true, Map.of(), memory, nanoTime);
        }
        Map<Trait, Answer> answers = new EnumMap<>(Trait.class);
        for (String pair : said.split(",", -1)) {
            String[] sides = pair.split("=", 2);
            Trait trait = oneOf(Trait.values(), sides[0], text);
            answers.put(trait, oneOf(Answer.values(), sides.length < 2 ? "" : sides[1], text));
        }
        return new ServiceTraits(service, documented, answers, memory, nanoTime);
    }

    private static <E extends Enum<E>> E oneOf(E[] known, String name, String text) {
        return Arrays.stream(known)
                .filter(one -> one.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidParameterException(
                        "option serviceTraits",
                        text,
                        "'" + name.strip() + "' is not among "
                                + Arrays.stream(known).map(Enum::name).collect(Collectors.joining(", ")),
                        "Write auto, aws, or pairs such as deleteCondition=heeded,partCondition=ignored"));
    }

    /** The name of the service, for messages. */
    public String service() {
        return service;
    }

    /** Whether it is known to do all that S3 documents, so that nothing of what it answers is looked at twice. */
    public boolean isDocumented() {
        return documented && told.values().stream().allMatch(Answer.heeded::equals);
    }

    /** What is known of a trait; empty where nothing is. */
    public Optional<Answer> answer(Trait trait) {
        Answer said = told.get(trait);
        if (said != null) {
            return Optional.of(said);
        } else if (documented) {
            return Optional.of(Answer.heeded);
        }
        Learnt learnt = memory.learnt.get(trait);
        return learnt != null && nanoTime.getAsLong() - learnt.at() < KEPT_FOR.toNanos()
                ? Optional.of(learnt.answer())
                : Optional.empty();
    }

    /** Whether it is known to be heeded. */
    public boolean heeds(Trait trait) {
        return answer(trait).filter(Answer.heeded::equals).isPresent();
    }

    /** Whether a request with it is known to be refused. */
    public boolean refuses(Trait trait) {
        return answer(trait).filter(Answer.refused::equals).isPresent();
    }

    /** Whether nothing is known of it. */
    public boolean isUnknown(Trait trait) {
        return answer(trait).isEmpty();
    }

    /** All that is known, by trait: for health checks and logs. */
    public Map<Trait, Answer> known() {
        Map<Trait, Answer> known = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            answer(trait).ifPresent(answer -> known.put(trait, answer));
        }
        return known;
    }

    /** Remembers what an answer of the service has shown. What the user has told stands. */
    public void learn(Trait trait, Answer answer) {
        if (documented || told.containsKey(trait)) {
            return;
        }
        Learnt before = memory.learnt.put(trait, new Learnt(answer, nanoTime.getAsLong()));
        CompletableFuture<Void> awaited = memory.underWay.remove(trait);
        if (awaited != null) {
            // not the copy that taught it is waited for, but what it taught
            awaited.complete(null);
        }
        if (before == null || before.answer() != answer) {
            LOG.info(
                    "The service {} was asked about {}: {} (kept for {} min; option serviceTraits says otherwise)",
                    service,
                    trait,
                    answer,
                    KEPT_FOR.toMinutes());
        }
    }

    /**
     * Makes a request that may teach a trait. If another such request is in flight, this waits for it, for some seconds
     * at most. One request finds out, however many copies begin at once. A caller whose wait ends without an answer
     * asks by itself.
     *
     * @param probe makes the request that teaches; it need not succeed
     * @param known goes on when the trait is known, or is not to be known by now
     */
    public <T> CompletableFuture<T> once(
            Trait trait, Supplier<CompletableFuture<T>> probe, Supplier<CompletableFuture<T>> known) {
        CompletableFuture<Void> ours = new CompletableFuture<>();
        CompletableFuture<Void> theirs = memory.underWay.putIfAbsent(trait, ours);
        if (theirs != null) {
            return theirs.copy()
                    .completeOnTimeout(null, WAITS_SECONDS, TimeUnit.SECONDS)
                    .thenCompose(done -> known.get());
        }
        CompletableFuture<T> asked;
        try {
            asked = isUnknown(trait) ? probe.get() : known.get();
        } catch (RuntimeException | Error e) {
            // an Error too: whoever waits would wait for ever
            asked = CompletableFuture.failedFuture(e);
        }
        return Futures.afterEnd(asked, (value, failure) -> {
            memory.underWay.remove(trait, ours);
            ours.complete(null);
            return failure == null ? CompletableFuture.completedFuture(value) : CompletableFuture.failedFuture(failure);
        });
    }

    @Override
    public String toString() {
        return service
                + known().entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(", ", " [", "]"));
    }
}
