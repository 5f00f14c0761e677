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
package io.s3copy.testkit.broker;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** An SQS server, ElasticMQ, on a free port of 127.0.0.1. It keeps its messages in memory. */
public final class SqsServer implements AutoCloseable {

    /** SQS takes no more messages at once. */
    private static final int BATCH = 10;

    private static final int BATCHES_AT_ONCE = 16;

    /** Of all clients, and never closed: each would wait two seconds for its own loops to end. */
    private static final SdkAsyncHttpClient HTTP = NettyNioAsyncHttpClient.create();

    private final SQSRestServer server;
    private final URI endpoint;
    private final SqsAsyncClient client;

    private SqsServer() {
        server = SQSRestServerBuilder.withDynamicPort()
                .withInterface("127.0.0.1")
                .start();
        endpoint = URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        client = SqsAsyncClient.builder()
                .httpClient(HTTP)
                .endpointOverride(endpoint)
                .region(Region.of(region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey(), secretKey())))
                .build();
    }

    public static SqsServer start() {
        return new SqsServer();
    }

    public URI endpoint() {
        return endpoint;
    }

    public String region() {
        return "us-east-1";
    }

    public String accessKey() {
        return "sqs";
    }

    public String secretKey() {
        return "sqs-secret";
    }

    /** The properties by which Camel's aws2-sqs component finds this server. */
    public Map<String, String> camelProperties() {
        return Map.of(
                "camel.component.aws2-sqs.override-endpoint", "true",
                "camel.component.aws2-sqs.uri-endpoint-override", endpoint.toString(),
                "camel.component.aws2-sqs.region", region(),
                "camel.component.aws2-sqs.access-key", accessKey(),
                "camel.component.aws2-sqs.secret-key", secretKey());
    }

    /** Creates a queue; its messages are seen again after this many seconds, unless they are deleted. */
    public void createQueue(String name, int visibilitySeconds) {
        client.createQueue(queue -> queue.queueName(name)
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(visibilitySeconds))))
                .join();
    }

    /** Creates a queue whose messages keep the order of their group; its name ends in {@code .fifo}. */
    public void createFifoQueue(String name, int visibilitySeconds) {
        client.createQueue(queue -> queue.queueName(name)
                        .attributes(Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                Integer.toString(visibilitySeconds),
                                QueueAttributeName.FIFO_QUEUE,
                                "true")))
                .join();
    }

    /** Sends a message to a FIFO queue. */
    public void sendToGroup(String queue, String group, String body) {
        client.sendMessage(message -> message.queueUrl(url(queue))
                        .messageBody(body)
                        .messageGroupId(group)
                        .messageDeduplicationId(UUID.randomUUID().toString()))
                .join();
    }

    private String url(String queue) {
        return client.getQueueUrl(one -> one.queueName(queue)).join().queueUrl();
    }

    public void send(String queue, String body) {
        send(queue, body, Map.of());
    }

    /** Sends a message with attributes, which are texts. */
    public void send(String queue, String body, Map<String, String> attributes) {
        Map<String, MessageAttributeValue> values = new HashMap<>();
        attributes.forEach((name, value) -> values.put(
                name,
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(value)
                        .build()));
        client.sendMessage(message ->
                        message.queueUrl(url(queue)).messageBody(body).messageAttributes(values))
                .join();
    }

    /** Sends many, ten to a request and in any order. */
    public void sendAll(String queue, List<String> bodies) {
        String url = url(queue);
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int from = 0; from < bodies.size(); from += BATCH) {
            sent.add(sendBatch(url, bodies.subList(from, Math.min(from + BATCH, bodies.size()))));
            if (sent.size() >= BATCHES_AT_ONCE) {
                sent.remove(0).join();
            }
        }
        sent.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> sendBatch(String url, List<String> bodies) {
        AtomicInteger id = new AtomicInteger();
        List<SendMessageBatchRequestEntry> entries = bodies.stream()
                .map(body -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(id.incrementAndGet()))
                        .messageBody(body)
                        .build())
                .toList();
        return client.sendMessageBatch(batch -> batch.queueUrl(url).entries(entries))
                .thenAccept(answer -> {
                    if (answer.hasFailed()) {
                        throw new IllegalStateException("the server took only some of a batch");
                    }
                });
    }

    /** How many messages a queue has: those that can be received, and those that someone has received. */
    public int size(String queue) {
        int seen = -1;
        int again = sum(queue);
        // a message that becomes visible between the two numbers is in neither: two sums must agree
        while (seen != again) {
            seen = again;
            again = sum(queue);
        }
        return seen;
    }

    private int sum(String queue) {
        return count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
                + count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                + count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
    }

    /** How many messages someone has received, and has neither deleted nor kept for too long. */
    public int received(String queue) {
        return count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    private int count(String queue, QueueAttributeName what) {
        String url = url(queue);
        return Integer.parseInt(
                client.getQueueAttributes(asked -> asked.queueUrl(url).attributeNames(what))
                        .join()
                        .attributes()
                        .get(what));
    }

    /** Takes all messages that can be received. */
    public List<Message> drain(String queue) {
        String url = url(queue);
        List<Message> all = new ArrayList<>();
        while (true) {
            List<Message> some = client.receiveMessage(asked ->
                            asked.queueUrl(url).maxNumberOfMessages(BATCH).messageAttributeNames("All"))
                    .join()
                    .messages();
            if (some.isEmpty()) {
                return all;
            }
            some.forEach(
                    message -> client.deleteMessage(one -> one.queueUrl(url).receiptHandle(message.receiptHandle()))
                            .join());
            all.addAll(some);
        }
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }
}
