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
package io.s3copy.engine.cleanup;

import java.time.Duration;

/**
 * Which incomplete uploads are cleaned up.
 *
 * @param prefix of their keys; empty for all
 * @param olderThan how long ago an upload must have been begun, unless the journal knows that nobody is at work on it
 * @param initiator whose
 * @param dryRun whether to find them only
 */
public record CleanupSettings(String prefix, Duration olderThan, Initiator initiator, boolean dryRun) {

    /** Whose uploads are cleaned up; lower case, as options are written. */
    public enum Initiator {
        /** Those that were begun with the credentials that clean up; sessions of one role are one. */
        own,
        /** Anybody's. */
        any
    }
}
