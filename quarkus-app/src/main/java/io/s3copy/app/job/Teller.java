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
package io.s3copy.app.job;

import io.s3copy.app.store.RunState;

/** Whom a run tells of itself. */
public interface Teller {

    /** It stands as its execution says: the page shows that at once, and the database has it soon. */
    void progress();

    /** It stands as its execution says; blocks until that is written down. */
    void written();

    /** It goes on in another state; blocks until that is written down. */
    void state(RunState state, String message);

    /** It has ended; told once. */
    void ended(RunEnd end);
}
