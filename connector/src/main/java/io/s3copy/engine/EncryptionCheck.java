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
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CustomerKey;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Whether a copy is encrypted as was asked. A service that does not know encryption answers as if it had encrypted.
 * Some even repeat what they were sent. After a service has ignored an encryption once, the next copy that asks for it
 * is refused before it is made.
 */
final class EncryptionCheck {

    private static final int BAD_REQUEST = 400;

    private final Copying copying;
    private final ServiceTraits traits;
    private final CopyRequest sent;
    private final boolean customerKey;
    private final @Nullable String algorithm;
    private final Trait trait;

    /**
     * A check.
     *
     * @param sent what is sent for the copy
     * @param inParts whether CreateMultipartUpload is asked for the encryption, and not CopyObject
     */
    EncryptionCheck(Copying copying, CopyRequest sent, boolean inParts) {
        this.copying = copying;
        this.traits = copying.s3().traits();
        this.sent = sent;
        this.customerKey = sent.has(CopyParameter.SSE_CUSTOMER_KEY);
        this.algorithm = sent.text(CopyParameter.SERVER_SIDE_ENCRYPTION);
        this.trait = inParts
                ? trait(Trait.createCustomerKey, Trait.createKms, Trait.createEncryption)
                : trait(Trait.copyCustomerKey, Trait.copyKms, Trait.copyEncryption);
    }

    private Trait trait(Trait ofCustomer, Trait ofKms, Trait ofS3) {
        return customerKey ? ofCustomer : algorithm != null && algorithm.startsWith("aws:kms") ? ofKms : ofS3;
    }

    private boolean isAsked() {
        return customerKey || algorithm != null;
    }

    /**
     * Refuses a copy whose encryption the service is known to ignore, before it is made.
     *
     * @throws CopyFailedException when it is
     */
    void refuseIgnored() {
        Optional<Answer> known = isAsked() ? traits.answer(trait) : Optional.empty();
        if (known.filter(answer -> answer == Answer.ignored || answer == Answer.refused)
                .isPresent()) {
            CopyParameter row = customerKey ? CopyParameter.SSE_CUSTOMER_KEY : CopyParameter.SERVER_SIDE_ENCRYPTION;
            throw new CopyFailedException(
                    "nothing was copied: " + sent.nameOf(row) + " asks for " + (customerKey ? "SSE-C" : algorithm)
                            + ", and the service " + traits.service() + " does not do it (trait " + trait + "="
                            + known.get()
                            + "), so that the copy would stand there unencrypted. Leave the option out and"
                            + " let the bucket or its disks encrypt; if the service does it now, set serviceTraits="
                            + trait + "=heeded");
        }
    }

    /** Whether the answer to the write says that it was done; a customer key is known by its digest. */
    boolean isSaid(S3Result result) {
        return sent.get(CopyParameter.SSE_CUSTOMER_KEY) instanceof CustomerKey key
                ? key.md5().equals(result.text(CopyParameter.RESULT_SSE_CUSTOMER_KEY_MD5))
                : algorithm == null || algorithm.equals(result.text(CopyParameter.RESULT_SERVER_SIDE_ENCRYPTION));
    }

    /**
     * Compares a written object with what was asked for.
     *
     * @throws CopyFailedException when it is not encrypted so
     */
    void requireSaid(ObjectHead copy) {
        String asked = customerKey ? ObjectHead.CUSTOMER_KEY : algorithm;
        if (asked != null && !asked.equals(copy.encryption())) {
            traits.learn(trait, Answer.ignored);
            throw notEncrypted("HEAD says " + (copy.encryption() == null ? "nothing of it" : copy.encryption()));
        }
    }

    private CopyFailedException notEncrypted(String seen) {
        return new CopyFailedException("the copy stands in its place, but is not "
                + (customerKey ? "encrypted with the customer key" : "encrypted with serverSideEncryption")
                + " as was asked (" + (customerKey ? "SSE-C" : algorithm) + "): " + seen + ". The service "
                + traits.service()
                + " ignores it; delete the copy if it must not stand so");
    }

    /**
     * Makes sure that a copy with a customer key cannot be read without the key: some services only repeat what they
     * were told. This is asked once for each service and hour. AWS is never asked.
     *
     * @return fails when it can
     */
    CompletableFuture<Void> prove(S3Result made) {
        if (!customerKey || !traits.isUnknown(trait)) {
            return CompletableFuture.completedFuture(null);
        }
        return traits.once(
                trait,
                () -> look(made),
                // the other may have learnt nothing, and ours is another object anyway
                () -> traits.heeds(trait) ? CompletableFuture.completedFuture(null) : look(made));
    }

    /**
     * Sends a HEAD with the key, and then one without it. The service must refuse the second, for the missing key
     * alone.
     */
    private CompletableFuture<Void> look(S3Result made) {
        return copying.written().head(made).thenCompose(there -> {
            if (!WrittenObject.isIt(there, made)) {
                return undecided("another object had replaced the copy before it was looked at");
            }
            requireSaid(there);
            ObjectQuery keyless = ObjectQuery.ofDestination(sent)
                    .withoutChecksums()
                    .withoutCustomerKey()
                    .unconditional(null);
            return Futures.afterEnd(
                    copying.session().send(() -> copying.s3().destination().headObject(keyless)),
                    (read, refusal) -> judged(made, read, refusal));
        });
    }

    private CompletableFuture<Void> judged(S3Result made, @Nullable ObjectHead read, @Nullable Throwable refusal) {
        if (isOfObject(refusal)) {
            traits.learn(trait, Answer.heeded);
            return CompletableFuture.completedFuture(null);
        } else if (refusal instanceof S3CallException call && ErrorClass.of(call) != ErrorClass.TRANSIENT) {
            return undecided("HEAD without the key was answered " + call.status());
        } else if (refusal != null) {
            return CompletableFuture.failedFuture(refusal);
        } else if (read == null || !WrittenObject.isIt(read, made)) {
            return undecided("another object had replaced the copy before it was looked at");
        }
        traits.learn(trait, Answer.ignored);
        throw notEncrypted("HEAD reads it without the key, whatever it says of it");
    }

    /** In S3's own words. Not the refusal of a proxy; and not that of the caller, whose token has expired since. */
    private static boolean isOfObject(@Nullable Throwable refusal) {
        return refusal instanceof S3CallException call
                && call.status() == BAD_REQUEST
                && call.failure().requestId() != null
                && call.code() != null
                && ErrorClass.of(call) == ErrorClass.OBJECT;
    }

    private CompletableFuture<Void> undecided(String why) {
        copying.session().leaveUnproven("the encryption with the customer key (" + why + ")");
        return CompletableFuture.completedFuture(null);
    }
}
