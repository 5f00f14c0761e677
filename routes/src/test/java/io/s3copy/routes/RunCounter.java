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
package io.s3copy.routes;

import org.apache.camel.CamelContext;
import org.apache.camel.support.ScheduledPollConsumer;

/** Counts the runs of a route that polls. */
final class RunCounter {

    private final ScheduledPollConsumer consumer;
    private final long before;

    RunCounter(CamelContext camel, String route) {
        this.consumer = (ScheduledPollConsumer) camel.getRoute(route).getConsumer();
        this.before = consumer.getSuccessCounter();
    }

    /** How many have ended without a failure since. */
    long runs() {
        return consumer.getSuccessCounter() - before;
    }
}
