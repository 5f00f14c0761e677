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

import io.s3copy.app.config.ReplicationSpec;
import org.apache.camel.Endpoint;
import org.apache.camel.component.aws2.sqs.Sqs2Endpoint;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;

/** Who tells how much a source of events has. */
final class Backlogs {

    private Backlogs() {}

    static Backlog of(LiveRoute route, ReplicationSpec spec) {
        Endpoint from = route.from();
        if (from instanceof Sqs2Endpoint sqs) {
            return new SqsBacklog(sqs, spec.events().getOrDefault("queue", ""));
        } else if (from instanceof KafkaEndpoint kafka) {
            return new KafkaBacklog(kafka);
        }
        // what waits at those who send to a webhook, nobody here knows
        return from instanceof PlatformHttpEndpoint ? new InFlight(route) : Backlog.UNKNOWN;
    }

    /** What has come, and is not done. */
    private record InFlight(LiveRoute route) implements Backlog {

        @Override
        public long ask() {
            return route.inFlight();
        }

        @Override
        public void close() {
            // there is nothing to close
        }
    }
}
