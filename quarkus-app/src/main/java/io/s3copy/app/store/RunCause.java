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
package io.s3copy.app.store;

import java.util.Locale;

/** What began a run. */
public enum RunCause {
    /** Somebody, by the page or the API. */
    OPERATOR,
    /** The job's schedule. */
    SCHEDULE,
    /** The start of the process. */
    START,
    /** The replication that the job is a part of. */
    REPLICATION,
    /** Somebody, who wants what failed to be tried again. */
    RETRY;

    /** As the API has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
