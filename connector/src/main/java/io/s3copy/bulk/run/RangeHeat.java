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

import org.jspecify.annotations.Nullable;

/**
 * What happened in a stretch of a run's keys in about the last minute. Keys are those behind the prefix of the source.
 *
 * @param after the key behind which it begins; null for the first
 * @param upTo its last possible key; null for the last
 * @param keys how many were listed
 * @param copies how many came to their end, failed ones too
 * @param requests how many these took, retries included
 * @param throttles how often S3 asked the copies of its keys for fewer requests
 * @param meanMillis from the beginning of a copy to its end on average, waits and retries included; 0 without a copy
 */
public record RangeHeat(
        @Nullable String after,
        @Nullable String upTo,
        long keys,
        long copies,
        long requests,
        long throttles,
        long meanMillis) {}
