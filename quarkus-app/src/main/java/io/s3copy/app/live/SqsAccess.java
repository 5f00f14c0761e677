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

import io.s3copy.app.config.JobSpec;
import io.s3copy.app.config.KeySource;
import io.s3copy.app.config.ReplicationSpec;
import io.s3copy.app.config.StoreSpec;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.aws2.sqs.Sqs2Component;
import org.apache.camel.component.aws2.sqs.Sqs2Configuration;
import org.apache.camel.component.aws2.sqs.client.Sqs2ClientFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** SQS as a job reaches it: with the credentials of its store. They are read each time. */
final class SqsAccess {

    private static final int ACCOUNT = 4;
    private static final int NAME = 5;

    private final CamelContext camel;
    private final StoreSpec store;
    private final ReplicationSpec spec;

    SqsAccess(CamelContext camel, JobSpec job) {
        this.camel = camel;
        this.store = job.store();
        this.spec = Objects.requireNonNull(job.replication());
    }

    /** A component, which is not in the context. */
    Component component() {
        Sqs2Component component = new Sqs2Component(camel);
        component.setConfiguration(configuration());
        return component;
    }

    /** A client; whoever takes it closes it. */
    SqsClient client() {
        return Sqs2ClientFactory.getSqsClient(configuration());
    }

    /** Options of the component that were given as camel.component.aws2-sqs hold for every job. */
    private Sqs2Configuration configuration() {
        Sqs2Configuration own = camel.getComponent("aws2-sqs", Sqs2Component.class)
                .getConfiguration()
                .copy();
        if (spec.region() != null) {
            own.setRegion(spec.region());
        } else if (store.region() != null && own.getRegion() == null) {
            own.setRegion(store.region());
        }
        if (spec.endpoint() != null) {
            own.setOverrideEndpoint(true);
            own.setUriEndpointOverride(spec.endpoint());
        }
        if (store.keys() instanceof KeySource.SecretFiles files) {
            KeySource.Keys keys = files.read();
            own.setAccessKey(keys.accessKey());
            own.setSecretKey(keys.secretKey());
            if (keys.sessionToken() != null) {
                own.setUseSessionCredentials(true);
                own.setSessionToken(keys.sessionToken());
            }
        } else if (store.keys() instanceof KeySource.Profile profile) {
            own.setUseProfileCredentialsProvider(true);
            own.setProfileCredentialsName(profile.name());
        } else {
            own.setUseDefaultCredentialsProvider(true);
        }
        return own;
    }

    /** The URL of a queue. Blocks. */
    static String url(SqsClient client, String queue) {
        return client.getQueueUrl(ask -> {
                    String[] parts = queue.split(":", -1);
                    if (parts.length > NAME) {
                        ask.queueName(parts[NAME]).queueOwnerAWSAccountId(parts[ACCOUNT]);
                    } else {
                        ask.queueName(queue);
                    }
                })
                .queueUrl();
    }

    /** The ARN of a queue, which the service is asked for where only its name is known. May block. */
    String arn(String queue) {
        if (queue.startsWith("arn:")) {
            return queue;
        }
        try (SqsClient client = client()) {
            String url = url(client, queue);
            String arn = client.getQueueAttributes(
                            ask -> ask.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes()
                    .get(QueueAttributeName.QUEUE_ARN);
            if (arn == null) {
                throw new IllegalStateException(
                        "the queue " + queue + " does not tell its ARN. Write it in" + " events.notify-arn");
            }
            return arn;
        }
    }
}
