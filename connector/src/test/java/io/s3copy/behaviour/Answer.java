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
import java.util.stream.Collectors;

/**
 * What a probe found out.
 *
 * @param yes whether the server has the feature
 * @param said what it answered, in words that follow the server's name
 */
record Answer(boolean yes, String said) {

    static Answer yes(String said) {
        return new Answer(true, said);
    }

    static Answer no(String said) {
        return new Answer(false, said);
    }

    /** Yes when a call is refused with the status that S3 documents. */
    static Answer refusal(int status, String operation, CompletableFuture<?> call) {
        return refusal(Set.of(status), operation, call);
    }

    /** The same where S3 itself, or its peers, vary. */
    static Answer refusal(Set<Integer> statuses, String operation, CompletableFuture<?> call) {
        String documented = statuses.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or "));
        try {
            Refused.ask(operation, call);
            return no("accepts " + operation + " where S3 answers " + documented);
        } catch (Refused refused) {
            return statuses.contains(refused.status())
                    ? yes(refused.getMessage())
                    : no(refused.getMessage() + " where S3 answers " + documented);
        }
    }

    /** Yes when what was seen is what S3 documents. */
    static Answer equal(Object documented, Object seen, String what) {
        boolean same = String.valueOf(documented).equals(String.valueOf(seen));
        return new Answer(same, same ? what + ": " + seen : what + ": " + seen + ", not " + documented);
    }
}
