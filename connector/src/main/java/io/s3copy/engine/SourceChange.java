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

import io.s3copy.engine.failure.S3CallException;

/** Inside the engine: the source is no longer the state that a copy was planned from. */
final class SourceChange extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final S3CallException why;

    SourceChange(S3CallException why) {
        super(why);
        this.why = why;
    }

    /** What the caller is told when the copy does not begin anew. */
    S3CallException why() {
        return why;
    }
}
