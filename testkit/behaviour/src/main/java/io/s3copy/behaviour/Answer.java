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
package io.s3copy.behaviour;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a probe found out.
 *
 * @param yes whether the server has the feature
 * @param said what it answered, in words that follow the server's name
 * @param status of the refusal that made it a no; 0 where the server answered as if it had done what was asked, -1 where it
 *     was not asked
 */
record Answer(boolean yes, String said, int status) {

    private static final int NOT_ASKED = -1;

    Answer(boolean yes, String said) {
        this(yes, said, 0);
    }

    static Answer yes(String said) {
        return new Answer(true, said);
    }

    static Answer no(String said) {
        return new Answer(false, said);
    }

    /** No, as far as anyone knows: something is missing that the question needs. */
    static Answer notAsked(String why) {
        return new Answer(false, "was not asked: " + why, NOT_ASKED);
    }

    /** Whether it tells anything of the server. */
    boolean isAsked() {
        return status != NOT_ASKED;
    }

    /** No, because a call was refused that the server had to take. */
    static Answer no(Refused refused) {
        return new Answer(false, refused.getMessage(), refused.status());
    }

    /** Yes when a call is refused with the status that S3 documents. */
    static Answer refusal(int status, String operation, CompletableFuture<?> call) {
        return refusal(Set.of(status), "", operation, call);
    }

    /** The same with S3's code, where a test asks for that, too. */
    static Answer refusal(int status, String code, String operation, CompletableFuture<?> call) {
        return refusal(Set.of(status), code, operation, call);
    }

    /** The same where S3 itself, or its peers, vary. */
    static Answer refusal(Set<Integer> statuses, String operation, CompletableFuture<?> call) {
        return refusal(statuses, "", operation, call);
    }

    private static Answer refusal(Set<Integer> statuses, String code, String operation, CompletableFuture<?> call) {
        String documented = statuses.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or "))
                + (code.isEmpty() ? "" : " " + code);
        try {
            Refused.ask(operation, call);
            return no("accepts " + operation + " where S3 answers " + documented);
        } catch (Refused refused) {
            boolean asDocumented =
                    statuses.contains(refused.status()) && (code.isEmpty() || code.equals(refused.code()));
            return asDocumented
                    ? yes(refused.getMessage())
                    : new Answer(false, refused.getMessage() + " where S3 answers " + documented, refused.status());
        }
    }

    /** Yes when what was seen is what S3 documents. */
    static Answer equal(Object documented, Object seen, String what) {
        boolean same = String.valueOf(documented).equals(String.valueOf(seen));
        return new Answer(same, same ? what + ": " + seen : what + ": " + seen + ", not " + documented);
    }

    /** Asks on where the answer so far is yes: both must be. */
    Answer and(Supplier<Answer> next) {
        if (!yes) {
            return this;
        }
        Answer then = next.get();
        return then.yes ? this : then;
    }

    /** Yes only if the server takes this call, too: one that refuses every condition heeds none. */
    Answer andTakes(String operation, Supplier<CompletableFuture<?>> call) {
        return and(() -> {
            Refused.ask(operation, call.get());
            return this;
        });
    }
}
