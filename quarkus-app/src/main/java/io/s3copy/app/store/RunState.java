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

/** How a run stands. */
public enum RunState {
    /** It waits for its turn: as many runs work as are allowed to. */
    SCHEDULED,
    /** It works, or waits for a fault to be mended. */
    RUNNING,
    /** A replication takes in what still waits, and is then cut over. */
    DRAINING,
    /** It was told to pause: what is under way ends, and what is done is written down. */
    PAUSING,
    /** It rests until somebody resumes it, or until a time. No other run of its job begins meanwhile. */
    PAUSED,
    /** It has counted what it would do, and rests until somebody says yes. No other run of its job begins meanwhile. */
    WAITING,
    /** It was told to end: what is under way ends, and what is done is written down. */
    CANCELLING,
    /** Its process ended before it did. It goes on once the process is up again. */
    INTERRUPTED,
    /** It came to its end, and all is as it should be. */
    DONE,
    /** It came to its end, and somebody should look: objects failed or differ, or there were none. */
    WARNINGS,
    /** It ended before its time, by a fault. It can go on. */
    FAILED,
    /** It was told to end before its time. It can go on. */
    CANCELLED;

    /** Whether it has come to a stop. */
    public boolean isEnded() {
        return switch (this) {
            case DONE, WARNINGS, FAILED, CANCELLED -> true;
            case SCHEDULED, RUNNING, DRAINING, PAUSING, PAUSED, WAITING, CANCELLING, INTERRUPTED -> false;
        };
    }

    /** Whether nothing works on it, and it has not come to a stop: it waits for somebody, a time, or its turn. */
    public boolean isAtRest() {
        return this == SCHEDULED || this == PAUSED || this == WAITING;
    }

    /** Whether something works on it. */
    public boolean isUnderWay() {
        return this == RUNNING || this == DRAINING || this == PAUSING || this == CANCELLING;
    }

    /** Whether it can go on where it ended. */
    public boolean isResumable() {
        return this == FAILED || this == CANCELLED || this == PAUSED;
    }

    /** As the API has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
