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
package io.s3copy.bulk.report;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.sync.CostEstimate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to, for {@code summary.json}.
 *
 * @param attempt the how manieth it was; 1 for the first
 * @param dryRun whether nothing was changed
 * @param finished whether all objects have an outcome
 * @param counts of all objects, those of earlier attempts included
 * @param requests what was asked of S3, by earlier attempts as well
 * @param started when the first attempt began
 * @param estimate what a dry run found that the run would ask of S3; otherwise null
 */
public record RunSummary(
        JobIdentity job,
        int attempt,
        boolean dryRun,
        boolean finished,
        BulkCounts counts,
        BulkRequests requests,
        Instant started,
        Instant ended,
        @Nullable CostEstimate estimate) {}
