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
package io.s3copy.bulk.run;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkRequests;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands.
 *
 * @param phase what it does now: copy, sync, check, delete
 * @param counts of what has come to an end, earlier attempts included
 * @param requests of this attempt
 * @param listed how many keys this attempt has listed or read
 * @param left about how many keys are left to list, as far as what was seen of them tells; null where nothing does
 * @param atWork how many objects are worked on now
 * @param paused whether it waits for a configuration fault to be fixed
 * @param running for how long this attempt has run
 */
public record BulkProgress(
        String phase,
        BulkCounts counts,
        BulkRequests requests,
        long listed,
        @Nullable Long left,
        int atWork,
        boolean paused,
        Duration running) {}
