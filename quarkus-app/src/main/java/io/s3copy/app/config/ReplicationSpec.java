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
package io.s3copy.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job of kind replicate does beside its copies: where it hears of new objects, and when it looks for those that it
 * did not hear of.
 *
 * @param from where events come from
 * @param events properties of the route that reads them, by the route's names
 * @param secretFile what senders of a webhook must present; null where there is none
 * @param notifies whether it lets the source's bucket send its notifications
 * @param notifyArn where to; empty for the queue
 * @param region of the queue; null for the store's
 * @param endpoint of the queue's service; null for AWS
 * @param backfill whether what is there already is copied, too
 * @param reconcile when both sides are compared, and what differs is copied: a cron expression; null for never
 * @param lagHorizon what is younger is left to its event
 * @param quiet how long a cut-over wants nothing to wait before it believes that
 * @param longest how long a cut-over may take
 * @param hook who is told of what became of a cut-over; null for nobody
 */
public record ReplicationSpec(
        From from,
        Map<String, String> events,
        @Nullable Path secretFile,
        boolean notifies,
        String notifyArn,
        @Nullable String region,
        @Nullable String endpoint,
        boolean backfill,
        @Nullable String reconcile,
        Duration lagHorizon,
        Duration quiet,
        Duration longest,
        @Nullable HookSpec hook) {

    /** What senders of a webhook must present, as the file has it now; null where there is no webhook. */
    public @Nullable String secret() {
        return secretFile == null ? null : KeySource.SecretFiles.read(secretFile, "the webhook's secret");
    }

    /** What the name of the route of a job ends with; no name of a job has a dot. */
    public static final String ROUTE = ".live";

    /** Where events come from. */
    public enum From {
        /** A queue of SQS that S3 sends to, directly, through SNS or through EventBridge. */
        SQS("sqs-copy"),
        /** A topic of Kafka. */
        KAFKA("kafka-copy"),
        /** Requests of S3 servers and others, to a path of the job. */
        WEBHOOK("webhook-copy");

        private final String route;

        From(String route) {
            this.route = route;
        }

        /** The route that reads them, by the name of its file. */
        public String route() {
            return route;
        }
    }
}
