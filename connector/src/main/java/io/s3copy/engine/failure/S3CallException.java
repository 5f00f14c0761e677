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
package io.s3copy.engine.failure;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3CopyException;
import io.s3copy.text.Printable;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * S3 refused a call, or did not answer it. Keeps S3's error code, HTTP status and request ids, and says which source
 * and destination. Its type says whose fault it is, so that a route can tell by {@code onException} what to do.
 */
public abstract sealed class S3CallException extends S3CopyException
        permits ObjectFailureException, TransientFailureException, SystemicFailureException, UnknownOutcomeException {

    private static final long serialVersionUID = 1L;

    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_IMPLEMENTED = 501;

    /** What came back, or why nothing did. */
    public enum Answer {
        /** A refusal: of S3, which has a code then, or of something before it. */
        REFUSED,
        /** None: it was lost, and S3 may have done what was asked. */
        NONE,
        /** One that cannot be read, so that S3 may have done what was asked. */
        UNREADABLE,
        /** One to another question: S3 does not know what was asked, and sent an object, say. */
        ANOTHER,
        /** None, as nobody knows the name of the host: nothing was sent. */
        UNRESOLVED,
        /** None, as the service could not be reached: nothing was sent. The same request may reach it later. */
        UNREACHED,
        /** None, as this request could not be made of what it says: nothing was sent. */
        NOT_MADE,
        /** None, as making the request failed, and nothing tells why: nothing was sent. */
        UNPREPARED,
        /** None, as no request can be made: no credentials, or a certificate that is not trusted. Nothing was sent. */
        NOT_SENT
    }

    /**
     * What S3 said of a failure.
     *
     * @param code in S3's own words; null where it has said none, as when something before S3 has answered
     * @param status 0 where no answer came
     */
    public record Failure(
            @Nullable String code,
            int status,
            @Nullable String message,
            @Nullable String requestId,
            @Nullable String extendedRequestId,
            Answer answer)
            implements Serializable {

        /** A refusal, or without a status an answer that was lost. */
        public Failure(
                @Nullable String code,
                int status,
                @Nullable String message,
                @Nullable String requestId,
                @Nullable String extendedRequestId) {
            this(code, status, message, requestId, extendedRequestId, status == 0 ? Answer.NONE : Answer.REFUSED);
        }

        /** A refusal in S3's words, which we make ourselves. */
        public static Failure of(String code, int status, String message) {
            return new Failure(code, status, message, null, null);
        }

        /** A condition that is not met, as S3 would say it. */
        public static Failure unmet(String message) {
            return of("PreconditionFailed", PRECONDITION_FAILED, message);
        }

        /** The failure of a call that could not be made, for want of credentials, say. */
        public static Failure notSent(String message) {
            return new Failure(null, 0, message, null, null, Answer.NOT_SENT);
        }

        /** The failure of a call to a service that does not listen now. */
        public static Failure unreached(String message) {
            return new Failure(null, 0, message, null, null, Answer.UNREACHED);
        }

        /** Whether a request may have gone out. */
        public boolean sent() {
            return switch (answer) {
                case REFUSED, NONE, UNREADABLE, ANOTHER -> true;
                case UNRESOLVED, UNREACHED, NOT_MADE, UNPREPARED, NOT_SENT -> false;
            };
        }

        private ErrorClass errorClass() {
            return switch (answer) {
                // a configuration fault: credentials, certificates, the host name
                case NOT_SENT, UNRESOLVED -> ErrorClass.SYSTEMIC;
                // perhaps the application's own code: it must not have all objects dead-lettered
                case UNPREPARED -> ErrorClass.SYSTEMIC;
                // of this request: what its message says cannot be sent, which must not stop the others
                case NOT_MADE, ANOTHER -> ErrorClass.OBJECT;
                case UNREACHED, NONE, UNREADABLE -> ErrorClass.TRANSIENT;
                case REFUSED -> ErrorClass.of(code, status);
            };
        }

        /** The same, with words before those of S3. */
        public Failure saying(String words) {
            return new Failure(code, status, words + message, requestId, extendedRequestId, answer);
        }

        /** Anyone may stand between S3 and us, and its codes and ids go to logs too. */
        private Failure printable() {
            return new Failure(shown(code), status, shown(message), shown(requestId), shown(extendedRequestId), answer);
        }

        private static @Nullable String shown(@Nullable String text) {
            return text == null ? null : Printable.of(text);
        }
    }

    private final String api;
    private final @Nullable String source;
    private final String destination;
    private final Failure failure;

    S3CallException(String api, CopyRequest request, Failure failure, @Nullable Throwable cause) {
        super(Printable.of(describe(api, request, failure)), cause);
        this.api = api;
        this.source = source(request);
        this.destination = destination(request);
        this.failure = failure.printable();
    }

    /** The failure of a call that nothing else caused. */
    public static S3CallException of(String api, CopyRequest request, Failure failure) {
        return of(api, request, failure, null);
    }

    /** The failure of a call, of the type that says whose fault it is. */
    public static S3CallException of(String api, CopyRequest request, Failure failure, @Nullable Throwable cause) {
        return switch (failure.errorClass()) {
            case OBJECT -> new ObjectFailureException(api, request, failure, cause);
            case TRANSIENT -> new TransientFailureException(api, request, failure, cause);
            case SYSTEMIC -> new SystemicFailureException(api, request, failure, cause);
            case UNKNOWN -> new UnknownOutcomeException(api, request, failure, cause);
        };
    }

    /** The same failure, which says more. */
    public S3CallException saying(CopyRequest request, String more) {
        return of(api, request, failure.saying(more + ": "), getCause());
    }

    /** The call that failed, by its name in the S3 API. */
    public String api() {
        return api;
    }

    /**
     * Whether S3 itself has said that an object, or a version of it, is not there. A 404 of anything else says nothing: an
     * ingress answers it, too, while S3 is away.
     */
    public static boolean isMissing(@Nullable Throwable failure) {
        return isSaid(failure, "NoSuchKey") || isSaid(failure, "NoSuchVersion");
    }

    /** Whether S3 itself has said that an upload is not there, or no more; it has none without its bucket. */
    public static boolean isUploadMissing(@Nullable Throwable failure) {
        return isSaid(failure, "NoSuchUpload") || isBucketMissing(failure);
    }

    /** Whether S3 itself has said that a bucket is not there. */
    public static boolean isBucketMissing(@Nullable Throwable failure) {
        return isSaid(failure, "NoSuchBucket");
    }

    /** Whether S3 itself has said that a condition is not met. */
    public static boolean isUnmet(@Nullable Throwable failure) {
        return isSaid(failure, PRECONDITION_FAILED);
    }

    /** Whether S3 does not know what was asked: it says so, or answers with something else. */
    public static boolean isNotUnderstood(@Nullable Throwable failure) {
        S3CallException call = call(failure);
        return isSaid(failure, NOT_IMPLEMENTED) || (call != null && call.answer() == Answer.ANOTHER);
    }

    /** Whether a failure, however wrapped, is an answer with that status, whoever gave it: it proves nothing. */
    public static boolean isStatus(@Nullable Throwable failure, int status) {
        S3CallException call = call(failure);
        return call != null && call.status() == status;
    }

    /** Whether a failure, however wrapped, has that code of S3's. */
    public static boolean isSaid(@Nullable Throwable failure, String code) {
        S3CallException call = call(failure);
        return call != null && code.equals(call.code());
    }

    /** Whether a failure, however wrapped, is an answer with that status in S3's own words, whatever the code. */
    public static boolean isSaid(@Nullable Throwable failure, int status) {
        S3CallException call = call(failure);
        return call != null && call.status() == status && call.code() != null;
    }

    /** The failed call in a failure, however wrapped; null if there is none. */
    private static @Nullable S3CallException call(@Nullable Throwable failure) {
        return failure != null && Causes.of(failure) instanceof S3CallException call ? call : null;
    }

    /** Whose fault it is. */
    public abstract ErrorClass errorClass();

    /** What S3 said. */
    public Failure failure() {
        return failure;
    }

    /** S3's error code, such as {@code PreconditionFailed}; null where there was no answer. */
    public @Nullable String code() {
        return failure.code();
    }

    /** The HTTP status; 0 where there was no answer. */
    public int status() {
        return failure.status();
    }

    /** What came back, or why nothing did. */
    public Answer answer() {
        return failure.answer();
    }

    /** Whether a request may have gone out; if not, S3 has done nothing. */
    public boolean sent() {
        return failure.sent();
    }

    /** S3's id of the request, or null. */
    public @Nullable String requestId() {
        return failure.requestId();
    }

    /** S3's second id of the request ({@code x-amz-id-2}), or null. */
    public @Nullable String extendedRequestId() {
        return failure.extendedRequestId();
    }

    /** The source as bucket/key, with its version if one was named; null for calls without a source. */
    public @Nullable String source() {
        return source;
    }

    /** The destination as bucket/key. */
    public String destination() {
        return destination;
    }

    private static String describe(String api, CopyRequest request, Failure failure) {
        StringBuilder text = new StringBuilder(api);
        if (source(request) != null) {
            text.append(" of ").append(source(request));
        }
        text.append(" to ").append(destination(request)).append(" failed: ");
        text.append(
                failure.status() == 0 ? failure.sent() ? "no answer" : "not sent" : String.valueOf(failure.status()));
        if (failure.code() != null) {
            text.append(' ').append(failure.code());
        }
        text.append(": ").append(failure.message() == null ? "" : failure.message());
        if (failure.requestId() != null) {
            text.append(" (request id ").append(failure.requestId());
            text.append(failure.extendedRequestId() == null ? "" : ", extended " + failure.extendedRequestId());
            text.append(')');
        }
        return text.append(failure.status() == 403 ? suspects(request) : "").toString();
    }

    /** A 403 has many causes that S3 does not tell apart: the ones that this request can have. */
    private static String suspects(CopyRequest request) {
        StringBuilder text = new StringBuilder();
        for (CopyParameter owner :
                new CopyParameter[] {CopyParameter.EXPECTED_BUCKET_OWNER, CopyParameter.EXPECTED_SOURCE_BUCKET_OWNER}) {
            if (request.has(owner)) {
                text.append("; ").append(request.nameOf(owner)).append('=').append(request.text(owner));
                text.append(" was sent, and S3 answers 403 when the bucket belongs to another account");
            }
        }
        if (request.has(CopyParameter.SSE_KMS_KEY_ID)) {
            text.append("; the KMS key ").append(request.text(CopyParameter.SSE_KMS_KEY_ID));
            text.append(" needs kms:GenerateDataKey and kms:Decrypt");
        }
        return text.toString();
    }

    private static @Nullable String source(CopyRequest request) {
        return request.source().map(source -> Printable.of(source.toString())).orElse(null);
    }

    private static String destination(CopyRequest request) {
        String key = request.text(CopyParameter.KEY);
        return Printable.of(request.text(CopyParameter.BUCKET) + (key == null ? "" : "/" + key));
    }
}
