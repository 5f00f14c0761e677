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
package io.s3copy.parameter.rule;

import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_EVENT_HOLD;
import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS;
import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS;
import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_MODE;
import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.time.Instant;
import java.util.List;

/**
 * Object Lock.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html">Object Lock</a>
 */
final class LockRules {

    private static final List<CopyParameter> DURATIONS =
            List.of(OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS, OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS);

    private LockRules() {}

    static void oneEventHoldDuration(S3Call call, CopyRequest request) {
        if (request.has(OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS) && request.has(OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS)) {
            throw request.invalid(
                    OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS,
                    "stands beside a duration in days, and S3 takes days or years",
                    "Leave one of them out");
        }
    }

    static void modeAndDateGoTogether(S3Call call, CopyRequest request) {
        if (request.has(OBJECT_LOCK_MODE) != request.has(OBJECT_LOCK_RETAIN_UNTIL_DATE)) {
            CopyParameter said = request.has(OBJECT_LOCK_MODE) ? OBJECT_LOCK_MODE : OBJECT_LOCK_RETAIN_UNTIL_DATE;
            CopyParameter lacking = said == OBJECT_LOCK_MODE ? OBJECT_LOCK_RETAIN_UNTIL_DATE : OBJECT_LOCK_MODE;
            String option = lacking.option().orElseThrow();
            throw request.invalid(
                    said, "needs " + option + " beside it", "Set " + option + " (header " + lacking.header() + ") too");
        }
    }

    static void dateIsInTheFuture(S3Call call, CopyRequest request) {
        if (request.get(OBJECT_LOCK_RETAIN_UNTIL_DATE) instanceof Instant date && !date.isAfter(Instant.now())) {
            throw request.invalid(OBJECT_LOCK_RETAIN_UNTIL_DATE, "is not in the future", "Give a later date");
        }
    }

    static void eventHoldHasADuration(S3Call call, CopyRequest request) {
        boolean on = "ON".equals(request.text(OBJECT_LOCK_EVENT_HOLD));
        boolean hasDuration = request.hasAny(DURATIONS);
        if (on && !hasDuration) {
            throw request.invalid(
                    OBJECT_LOCK_EVENT_HOLD,
                    "needs a duration",
                    "Set objectLockEventHoldDurationDays or objectLockEventHoldDurationYears");
        } else if (!on && hasDuration) {
            CopyParameter duration =
                    DURATIONS.stream().filter(request::has).findFirst().orElseThrow();
            throw request.invalid(
                    duration, "needs objectLockEventHold ON", "Set objectLockEventHold=ON, or leave it out");
        }
    }
}
