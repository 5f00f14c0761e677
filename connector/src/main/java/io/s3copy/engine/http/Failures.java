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
package io.s3copy.engine.http;

import io.s3copy.engine.answer.Refusal;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3CopyException;
import java.net.UnknownHostException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What became of a call that did not succeed, in our words. */
final class Failures {

    private static final int MAX_DEPTH = 10;

    private Failures() {}

    static S3CopyException exception(String api, CopyRequest about, Throwable failure) {
        Throwable cause = Causes.of(failure);
        return cause instanceof S3CopyException ours ? ours : S3CallException.of(api, about, describe(cause), cause);
    }

    /** The failure of a call for which there are no credentials, or no address. */
    static S3CopyException beforeSigning(String api, CopyRequest about, Throwable failure) {
        Throwable cause = Causes.of(failure);
        if (cause instanceof S3CopyException ours) {
            return ours;
        }
        String said = message(cause);
        // the JDK's timeouts say nothing
        String words = said == null || said.equals("null") ? cause.getClass().getSimpleName() : said;
        // whoever waited in vain may try again
        Failure failed = cause instanceof TimeoutException || cause instanceof RejectedExecutionException
                ? Failure.unreached(words)
                : Failure.notSent(words);
        return S3CallException.of(api, about, failed, cause);
    }

    private static Failure describe(Throwable cause) {
        if (cause instanceof CutOffException cut) {
            return Refusal.another(cut.status(), cut.isOfS3(), String.valueOf(cut.getMessage()));
        } else if (cause instanceof UnreadAnswerException unread) {
            return new Failure(null, unread.status(), message(cause), null, null, Answer.UNREADABLE);
        } else if (cause instanceof NotSentException sent) {
            return new Failure(
                    null, 0, message(cause), null, null, sent.isOfTheRequest() ? Answer.NOT_MADE : notSent(cause));
        } else if (cause instanceof LostAnswerException) {
            boolean garbled = any(cause, one -> one.getClass().getName().startsWith("io.netty.handler.codec."));
            return new Failure(null, 0, message(cause), null, null, garbled ? Answer.UNREADABLE : Answer.NONE);
        }
        // a request that was not made: what it says cannot be sent
        return new Failure(null, 0, message(cause), null, null, Answer.NOT_MADE);
    }

    private static Answer notSent(Throwable failure) {
        if (any(failure, UnknownHostException.class::isInstance)) {
            return Answer.UNRESOLVED;
        } else if (any(failure, Failures::isOfTrust)) {
            return Answer.NOT_SENT;
        }
        // refused, timed out, reset in the handshake, closed
        return Answer.UNREACHED;
    }

    private static boolean isOfTrust(Throwable one) {
        return one instanceof CertificateException
                || one instanceof CertPathBuilderException
                || one instanceof CertPathValidatorException
                || one instanceof InvalidAlgorithmParameterException
                || one instanceof SSLPeerUnverifiedException
                || one.getClass().getName().endsWith("NotSslRecordException")
                || (one instanceof SSLHandshakeException && saysTrust(one));
    }

    private static boolean saysTrust(Throwable one) {
        String words = String.valueOf(one.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("fatal alert")
                || words.contains("negotiation")
                || words.contains("certificate")
                || words.contains("no appropriate protocol");
    }

    private static boolean any(Throwable failure, Predicate<Throwable> is) {
        Throwable one = failure;
        for (int depth = 0; one != null && depth < MAX_DEPTH; depth++) {
            if (is.test(one)) {
                return true;
            }
            one = one.getCause();
        }
        return false;
    }

    private static @Nullable String message(Throwable failure) {
        Throwable inner = failure;
        for (int depth = 0; inner.getCause() != null && depth < MAX_DEPTH; depth++) {
            inner = inner.getCause();
        }
        String outer = String.valueOf(failure.getMessage());
        String said = inner.getMessage();
        return said == null || outer.contains(said) ? outer : outer + ": " + said;
    }
}
