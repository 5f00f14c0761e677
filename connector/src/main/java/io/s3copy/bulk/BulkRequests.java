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
package io.s3copy.bulk;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run asked of S3.
 *
 * @param byCall how many requests each call of the S3 API took, retries included; in alphabetical order
 * @param retries how many of them repeated another
 * @param throttles how many times S3 asked for fewer
 */
public record BulkRequests(Map<String, Long> byCall, long retries, long throttles) {

    /** Nothing yet. */
    public static final BulkRequests NONE = new BulkRequests(Map.of(), 0, 0);

    /** The requests, which later changes of the map do not change. */
    public BulkRequests {
        byCall = Collections.unmodifiableMap(new TreeMap<>(byCall));
    }

    /** How many requests there were. */
    public long requests() {
        return byCall.values().stream().mapToLong(Long::longValue).sum();
    }

    /** These and others, such as those of an earlier attempt. */
    public BulkRequests plus(BulkRequests others) {
        TreeMap<String, Long> sum = new TreeMap<>(byCall);
        others.byCall.forEach((call, requests) -> sum.merge(call, requests, Long::sum));
        return new BulkRequests(sum, retries + others.retries, throttles + others.throttles);
    }
}
