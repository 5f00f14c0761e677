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

import io.s3copy.app.config.ReplicationSpec.From;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads whether a job lets its bucket send notifications, and where to. */
final class NotifyReader {

    /** Of a queue or a topic: AWS's, and those by which MinIO and Ceph know theirs. */
    private static final Pattern ARN = Pattern.compile("arn:[^:\\s]+:(sqs|sns):[^:\\s]*:[^:\\s]*:\\S+");

    private static final String FIFO = ".fifo";

    private final String switched;
    private final String given;
    private final Map<String, String> events;
    private final List<String> mistakes;

    NotifyReader(String prefix, Map<String, String> events, List<String> mistakes) {
        this.switched = prefix + "events.notify";
        this.given = prefix + "events.notify-arn";
        this.events = events;
        this.mistakes = mistakes;
    }

    boolean read(From from) {
        boolean notifies = Switches.read(switched, Optional.ofNullable(events.get("notify")), mistakes);
        String arn = events.get("notify-arn");
        if (arn != null && !notifies) {
            mistakes.add(Configuration.mistake(
                    given, arn, "is not read without " + switched + "=true", "Set that, or leave this out"));
        } else if (arn != null && !ARN.matcher(arn).matches()) {
            mistakes.add(Configuration.mistake(
                    given,
                    arn,
                    "must be the ARN of a queue (sqs) or a topic (sns), as the bucket's service knows it",
                    "Write for example arn:aws:sns:eu-west-1:111122223333:uploads, or with MinIO"
                            + " arn:minio:sqs::PRIMARY:kafka"));
        } else if (arn == null && notifies && from != From.SQS) {
            mistakes.add(
                    switched + "=true: S3 itself sends to queues and topics of AWS only. Where the bucket's service"
                            + " knows the destination by an ARN, as MinIO and Ceph do, write it in " + given
                            + ", for example arn:minio:sqs::PRIMARY:kafka");
        }
        String target = arn == null ? events.getOrDefault("queue", "") : arn;
        if (notifies && target.endsWith(FIFO)) {
            mistakes.add(switched + "=true: S3 sends to no FIFO queue or topic, and " + target
                    + " is one. Name another, or leave it out");
        }
        return notifies;
    }
}
