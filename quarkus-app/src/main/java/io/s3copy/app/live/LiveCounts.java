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
package io.s3copy.app.live;

import io.s3copy.app.job.RunProgress.Outcome;
import io.s3copy.camel.route.RouteTotals;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the route of a replication has done, as counts of its run. */
final class LiveCounts {

    private LiveCounts() {}

    /** What it did before, and what it did since. */
    static Map<String, Outcome> sum(Map<String, Outcome> before, RouteTotals now) {
        Map<String, Outcome> sum = new LinkedHashMap<>();
        add(sum, "copied", before, now.copied(), now.bytes());
        add(sum, "skipped", before, now.skipped(), 0);
        add(sum, "deleted", before, now.deleted(), 0);
        add(sum, "failed", before, now.failed(), 0);
        return sum;
    }

    private static void add(
            Map<String, Outcome> sum, String what, Map<String, Outcome> before, long objects, long bytes) {
        Outcome until = before.getOrDefault(what, new Outcome(0, 0, Map.of()));
        if (until.objects() + objects > 0) {
            sum.put(what, new Outcome(until.objects() + objects, until.bytes() + bytes, Map.of()));
        }
    }
}
