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
package io.s3copy.engine.sdk;

import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.S3CallException.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Why no answer came: whether a request may have gone out, and if not, whether the next one may. The types in the chain of
 * causes tell; the Common Runtime has one type for all, and says it in words; who threw it is asked last.
 */
final class Unanswered {

    /** Looked up before the first attempt. */
    private static final List<String> PREPARING = List.of(
            "software.amazon.awssdk.auth.credentials.",
            "software.amazon.awssdk.profiles.",
            "software.amazon.awssdk.regions.",
            "software.amazon.awssdk.services.s3.endpoints.");

    /** What kept a request from going out, in the order in which it is asked; the first that fits counts. */
    private enum Why {
        NO_SUCH_HOST(
                Answer.UNRESOLVED,
                one -> one instanceof UnknownHostException
                        || says(one, "AWS_IO_DNS_", "host name was invalid for dns", "dns resolution")),
        NOT_TRUSTED(
                Answer.NOT_SENT,
                one -> one instanceof CertificateException
                        || one instanceof CertPathBuilderException
                        || one instanceof CertPathValidatorException
                        || one instanceof InvalidAlgorithmParameterException
                        || one instanceof SSLPeerUnverifiedException
                        || isNamed(one, "NotSslRecordException")
                        || (one instanceof SSLHandshakeException
                                && says(one, "fatal alert", "negotiation", "certificate", "no appropriate protocol"))
                        || says(one, "AWS_IO_TLS_ERROR_NEGOTIATION", "TLS (SSL) negotiation failed")),
        NO_HANDSHAKE(
                Answer.UNREACHED,
                one -> one instanceof SSLHandshakeException || isNamed(one, "SslHandshakeTimeoutException")),
        NO_CONNECTION(
                Answer.UNREACHED,
                one -> one instanceof ConnectException
                        || one instanceof NoRouteToHostException
                        || isNamed(one, "ConnectTimeoutException")
                        || says(
                                one,
                                "Acquire operation took longer",
                                "Maximum pending connection acquisitions exceeded",
                                "Could not connect to proxy",
                                "Unable to send CONNECT request to proxy",
                                "when acquiring a connection",
                                "failed to acquire a connection",
                                "socket connection refused",
                                "AWS_IO_SOCKET_CONNECTION_REFUSED",
                                "AWS_IO_SOCKET_TIMEOUT",
                                "AWS_IO_SOCKET_NO_ROUTE_TO_HOST")),
        NOT_MADE(Answer.NOT_MADE, one -> one instanceof URISyntaxException || says(one, "Unable to marshall request"));

        private final Answer answer;
        private final Predicate<Throwable> is;

        Why(Answer answer, Predicate<Throwable> is) {
            this.answer = answer;
            this.is = is;
        }
    }

    /** What the words of an earlier attempt begin with or contain that was not sent. */
    private static final String[] NEVER_SENT = {
        "Connection refused",
        "Acquire operation took longer",
        "No route to host",
        "when acquiring a connection",
        "failed to acquire a connection"
    };

    private Unanswered() {}

    static Failure describe(Throwable failure, Trace trace) {
        List<Throwable> chain = chain(failure);
        Answer answer = answer(chain, trace);
        boolean read = answer == Answer.UNREADABLE;
        return new Failure(null, read ? trace.status() : 0, message(failure, chain), null, null, answer);
    }

    private static Answer answer(List<Throwable> chain, Trace trace) {
        boolean prepares = chain.stream().anyMatch(one -> PREPARING.stream().anyMatch(room -> isThrownBy(one, room)));
        if (trace.isNotSent()) {
            // the SDK's own clock may end what has waited for credentials
            boolean waited = chain.stream().anyMatch(one -> isNamed(one, "TimeoutException") || isOfAClosedClient(one));
            if (waited) {
                return Answer.UNREACHED;
            } else if (prepares) {
                return Answer.NOT_SENT;
            }
            return chain.stream().anyMatch(Unanswered::isOfTheRequest) ? Answer.NOT_MADE : Answer.UNPREPARED;
        }
        // whoever has read the head of an answer has sent a request
        Why[] reasons = trace.status() > 0 ? new Why[0] : Why.values();
        for (Why why : reasons) {
            if (chain.stream().anyMatch(why.is)) {
                return isAlikeBefore(chain) ? why.answer : Answer.NONE;
            }
        }
        if (prepares) {
            return Answer.NOT_SENT;
        }
        boolean garbled = chain.stream()
                .anyMatch(one -> one.getClass().getName().startsWith("io.netty.handler.codec.")
                        || says(one, "Unable to unmarshall response", "Could not parse XML response"));
        boolean whole = trace.status() >= 200
                && trace.status() < 300
                && chain.stream().noneMatch(IOException.class::isInstance);
        return garbled || whole ? Answer.UNREADABLE : Answer.NONE;
    }

    /** Whether what the request says cannot be sent, which is no reason to stop others. */
    private static boolean isOfTheRequest(Throwable one) {
        return one instanceof IllegalArgumentException || Why.NOT_MADE.is.test(one);
    }

    /** A client that is closed, or whose threads are gone, says nothing of the request. */
    private static boolean isOfAClosedClient(Throwable one) {
        return one instanceof RejectedExecutionException
                || (one instanceof IllegalStateException && !isThrownByOurs(one));
    }

    private static boolean isThrownByOurs(Throwable one) {
        StackTraceElement[] frames = one.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith("io.s3copy.parameter.");
    }

    /**
     * A client that retries by itself keeps the failures of its earlier attempts, as words: only if none of those was sent,
     * nothing was.
     */
    private static boolean isAlikeBefore(List<Throwable> chain) {
        String last = String.valueOf(chain.get(chain.size() - 1).getMessage());
        return chain.stream()
                .flatMap(one -> Stream.of(one.getSuppressed()))
                .filter(one -> String.valueOf(one.getMessage()).startsWith("Request attempt"))
                .allMatch(one -> String.valueOf(one.getMessage()).contains(last) || says(one, NEVER_SENT));
    }

    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (Throwable one = failure; one != null && seen.add(one); one = one.getCause()) {
            chain.add(one);
        }
        return chain;
    }

    /** The SDK's words begin alike for all; the innermost cause says more. */
    private static String message(Throwable failure, List<Throwable> chain) {
        String outer = String.valueOf(failure.getMessage());
        String inner = chain.get(chain.size() - 1).getMessage();
        return inner == null || outer.contains(inner) ? outer : outer + ": " + inner;
    }

    private static boolean isThrownBy(Throwable one, String classes) {
        for (StackTraceElement frame : one.getStackTrace()) {
            if (frame.getClassName().startsWith(classes)) {
                return true;
            }
        }
        return false;
    }

    /** By name, as the HTTP client that has the class may not be there. */
    private static boolean isNamed(Throwable one, String ending) {
        return one.getClass().getName().endsWith(ending);
    }

    private static boolean says(Throwable one, String... words) {
        String text = one.toString().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (text.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
