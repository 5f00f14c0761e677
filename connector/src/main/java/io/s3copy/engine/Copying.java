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
import io.s3copy.engine.service.Clients;
import io.s3copy.parameter.CopyRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What travels through one copy.
 *
 * @param s3 S3 as the copy reaches it
 * @param session the requests of the copy
 * @param settings what the endpoint says of its copies
 * @param request what the caller said
 */
record Copying(Clients s3, CopySession session, CopySettings settings, CopyRequest request) {

    SourceReader reader() {
        return new SourceReader(s3, session, request);
    }

    WrittenObject written() {
        return new WrittenObject(s3.destination(), session, request);
    }

    Results results() {
        return new Results(session, settings, request);
    }

    /** What proves a copy of the source. */
    Verification verification(ObjectHead source) {
        return new Verification(this, source);
    }

    /**
     * Refuses a copy that would lack something, if {@code strict} asks for all.
     *
     * @throws CopyFailedException when it does
     */
    void requireCarried(List<String> notCarried) {
        if (settings.strict() && !notCarried.isEmpty()) {
            throw new CopyFailedException("strict: the copy cannot carry " + String.join(", ", notCarried));
        }
    }

    /** What a HEAD of a copy finds lacking. Nothing is known of a copy that another object has replaced. */
    CompletableFuture<List<String>> looked(WriteCheck check, S3Result made, @Nullable ObjectHead source) {
        return written().head(made).thenApply(copy -> {
            if (!WrittenObject.isIt(copy, made)) {
                session.leaveUnproven("what the copy has (another object had replaced it before it was looked at)");
                return List.of();
            }
            check.otherClass(copy).ifPresent(session::leaveUnproven);
            return check.lacks(source, copy);
        });
    }

    /** What stands where the copy goes. */
    ExistingObject existing() {
        return new ExistingObject(s3, session, settings, request);
    }

    /**
     * Refuses a copy that stands and lacks something, if {@code strict} asks for all.
     *
     * @throws CopyFailedException when it does
     */
    List<String> requireMade(List<String> lacks) {
        if (settings.strict() && !lacks.isEmpty()) {
            throw new CopyFailedException(
                    "strict: the copy stands in its place, but lacks " + String.join(", ", lacks));
        }
        return lacks;
    }

    SingleCopy inOneCall(CopyRequest sent) {
        return new SingleCopy(this, sent);
    }
}
