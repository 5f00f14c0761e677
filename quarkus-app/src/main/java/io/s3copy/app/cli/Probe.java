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
package io.s3copy.app.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * One question to S3, which changes nothing.
 *
 * @param about what it is about
 * @param permission what it needs
 */
record Probe(String about, String permission) {

    private static final int SECONDS = 30;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** Reads a refusal that means something here; null for one that means what it always does. */
    interface Refusals {
        @Nullable
        Finding read(int status, String code);
    }

    /** Asks. */
    <T> Finding ask(Supplier<CompletableFuture<T>> call, Function<T, Finding> answer, Refusals refusals) {
        T told;
        try {
            told = call.get().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            return refused(e.getCause() == null ? e : e.getCause(), refusals);
        } catch (RuntimeException e) {
            return refused(e, refusals);
        }
        return answer.apply(told);
    }

    private Finding refused(Throwable failure, Refusals refusals) {
        if (!(failure instanceof AwsServiceException service)) {
            return Finding.unknown(
                    about, "no answer: " + failure.getMessage(), "Look whether the service can be reached");
        }
        String code = code(service);
        Finding known = refusals.read(service.statusCode(), code);
        if (known != null) {
            return known;
        } else if (service.statusCode() == FORBIDDEN) {
            return Finding.unknown(
                    about,
                    "denied (403" + (code.isEmpty() ? "" : " " + code) + ")",
                    "Allow " + permission + " to learn it");
        }
        return Finding.unknown(
                about,
                "the service does not tell (" + service.statusCode() + (code.isEmpty() ? "" : " " + code) + ")",
                "Look it up where the service is administered");
    }

    private static String code(AwsServiceException failure) {
        String code = failure.awsErrorDetails() == null
                ? null
                : failure.awsErrorDetails().errorCode();
        return code == null || code.equals(Integer.toString(failure.statusCode())) ? "" : code;
    }

    static boolean isDenied(int status) {
        return status == FORBIDDEN;
    }

    /** HEAD answers have no code. */
    static boolean isMissing(int status) {
        return status == NOT_FOUND;
    }
}
