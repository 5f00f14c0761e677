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

import java.util.List;
import java.util.Map;
import org.apache.camel.component.aws2.sqs.Sqs2Endpoint;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The backlog of a queue of SQS. The counts are approximate: they settle about a minute after the last message was sent.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html">
 *     GetQueueAttributes</a>
 */
final class SqsBacklog implements Backlog {

    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final Sqs2Endpoint endpoint;
    private final String queue;
    private @Nullable String url;

    /**
     * A backlog.
     *
     * @param endpoint has the client
     * @param queue its name or ARN
     */
    SqsBacklog(Sqs2Endpoint endpoint, String queue) {
        this.endpoint = endpoint;
        this.queue = queue;
    }

    @Override
    public long ask() {
        SqsClient client = endpoint.getClient();
        if (url == null) {
            url = SqsAccess.url(client, queue);
        }
        String asked = url;
        Map<QueueAttributeName, String> counts = client.getQueueAttributes(
                        ask -> ask.queueUrl(asked).attributeNames(COUNTS))
                .attributes();
        long all = 0;
        for (QueueAttributeName one : COUNTS) {
            String count = counts.get(one);
            if (count == null) {
                throw new IllegalStateException("the queue " + queue + " does not tell its " + one);
            }
            all += Long.parseLong(count);
        }
        return all;
    }

    @Override
    public void close() {
        // the client is the endpoint's
    }
}
