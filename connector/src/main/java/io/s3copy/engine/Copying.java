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

import io.s3copy.parameter.CopyRequest;
import java.util.List;

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
     * Refuses a copy that lacks something, where {@code strict} asks for all.
     *
     * @throws CopyFailedException when it does
     */
    void requireCarried(List<String> notCarried) {
        if (settings.strict() && !notCarried.isEmpty()) {
            throw new CopyFailedException("strict: the copy cannot carry " + String.join(", ", notCarried), null);
        }
    }

    SingleCopy inOneCall(CopyRequest sent) {
        return new SingleCopy(s3, session, sent, settings.strict());
    }
}
