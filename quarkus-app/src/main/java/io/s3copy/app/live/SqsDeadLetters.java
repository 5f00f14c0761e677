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
import io.s3copy.app.config.ReplicationSpec;
import io.s3copy.app.config.ReplicationSpec.From;
import io.s3copy.app.config.SettingsException;
import io.s3copy.app.job.DeadLetter;
import io.s3copy.app.job.DeadLetterSource;
import io.s3copy.app.job.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Dead letters in a queue of SQS. Whoever looks at one holds it for that time; then it is given back at once, and if this
 * process dies, by itself.
 */
@ApplicationScoped
public class SqsDeadLetters implements DeadLetterSource {

    private static final Logger LOG = Logger.getLogger(SqsDeadLetters.class);

    private static final int BATCH = 10;
    private static final int WAIT_SECONDS = 1;
    /** How long a message is held by a process that dies. */
    private static final int HELD_SECONDS = 60;
    /** A queue of many servers may answer with none though it has some. */
    private static final int EMPTY_ANSWERS = 2;

    private static final int SHOWN = 16_384;
    private static final String CAUSE = "S3CopyError";
    private static final String ALL = "All";
    private static final String FIFO = ".fifo";
    private static final String LETTERS = "dead-letter-queue";
    private static final String SOURCE = "queue";
    /** Who looks for one looks at so many. */
    private static final int MOST_HELD = 1_000;

    private final CamelContext camel;

    SqsDeadLetters(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public boolean has(JobSpec job) {
        return job.replication() != null && job.replication().from() == From.SQS;
    }

    @Override
    public List<DeadLetter> look(JobSpec job, int limit) {
        try (SqsClient client = new SqsAccess(camel, job).client()) {
            Held held = new Held(client, SqsAccess.url(client, queue(job, LETTERS)));
            try {
                held.receive(limit, limit, message -> false);
                return held.messages.values().stream()
                        .map(SqsDeadLetters::shown)
                        .toList();
            } finally {
                held.giveBack();
            }
        } catch (SdkException | SettingsException e) {
            throw away(job, e);
        }
    }

    @Override
    public int replay(JobSpec job, @Nullable String id, int limit) {
        try (SqsClient client = new SqsAccess(camel, job).client()) {
            String letters = SqsAccess.url(client, queue(job, LETTERS));
            String source = SqsAccess.url(client, queue(job, SOURCE));
            Instant begin = Instant.now();
            Held held = new Held(client, letters);
            try {
                int sent = held.receive(id == null ? limit : 1, MOST_HELD, message -> {
                    // one that has just come back is not sent for ever
                    boolean wanted = id == null
                            ? !isYounger(message, begin)
                            : message.messageId().equals(id);
                    if (wanted) {
                        send(client, source, message);
                        client.deleteMessage(delete -> delete.queueUrl(letters).receiptHandle(message.receiptHandle()));
                    }
                    return wanted;
                });
                LOG.infof("Job %s: %d dead letters were sent again", job.name(), sent);
                return sent;
            } finally {
                held.giveBack();
            }
        } catch (SdkException | SettingsException e) {
            throw away(job, e);
        }
    }

    private static String queue(JobSpec job, String property) {
        ReplicationSpec spec = Objects.requireNonNull(job.replication());
        return spec.events().getOrDefault(property, "");
    }

    private static boolean isYounger(Message message, Instant begin) {
        Instant time = time(message);
        return time != null && time.isAfter(begin);
    }

    private static @Nullable Instant time(Message message) {
        String sent = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
        return sent == null ? null : Instant.ofEpochMilli(Long.parseLong(sent));
    }

    private static DeadLetter shown(Message message) {
        MessageAttributeValue cause = message.messageAttributes().get(CAUSE);
        String payload = message.body();
        boolean cut = payload.length() > SHOWN;
        return new DeadLetter(
                message.messageId(),
                time(message),
                cause == null || cause.stringValue() == null ? "" : cause.stringValue(),
                cut ? payload.substring(0, SHOWN) : payload,
                cut);
    }

    /** As it was, without what was added when it was dead-lettered. */
    private static void send(SqsClient client, String source, Message message) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>(message.messageAttributes());
        attributes.remove(CAUSE);
        client.sendMessage(send -> {
            send.queueUrl(source).messageBody(message.body()).messageAttributes(attributes);
            if (source.endsWith(FIFO)) {
                send.messageGroupId(message.attributes()
                                .getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, message.messageId()))
                        // what was sent before is to come again
                        .messageDeduplicationId(UUID.randomUUID().toString());
            }
        });
    }

    private static RefusedException away(JobSpec job, RuntimeException failure) {
        LOG.warnf("Job %s: its dead letters could not be reached: %s", job.name(), failure.getMessage());
        return new RefusedException(
                RefusedException.Reason.CONFLICT,
                "The queues of job " + job.name() + " refuse, or do not answer: " + failure.getMessage());
    }

    /** Messages that nobody else sees meanwhile. */
    private static final class Held {

        private final SqsClient client;
        private final String url;
        private final Map<String, Message> messages = new LinkedHashMap<>();

        private Held(SqsClient client, String url) {
            this.client = client;
            this.url = url;
        }

        /**
         * Receives until there are no more, or enough.
         *
         * @param limit how many are to be gone
         * @param most how many are held at most
         * @param done does something with a message; whether it is gone then. Others are held
         * @return how many are gone
         */
        private int receive(int limit, int most, Predicate<Message> done) {
            int gone = 0;
            int empty = 0;
            while (empty < EMPTY_ANSWERS && gone < limit && messages.size() < most) {
                int next = Math.min(BATCH, Math.min(limit - gone, most - messages.size()));
                List<Message> some = client.receiveMessage(receive -> receive.queueUrl(url)
                                .maxNumberOfMessages(next)
                                .waitTimeSeconds(WAIT_SECONDS)
                                .visibilityTimeout(HELD_SECONDS)
                                .messageAttributeNames(ALL)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                        .messages();
                empty = some.isEmpty() ? empty + 1 : 0;
                // whatever fails below, all of them are given back
                some.forEach(message -> messages.put(message.messageId(), message));
                for (Message message : some) {
                    if (done.test(message)) {
                        messages.remove(message.messageId());
                        gone++;
                    }
                }
            }
            return gone;
        }

        private void giveBack() {
            List<Message> all = List.copyOf(messages.values());
            for (int from = 0; from < all.size(); from += BATCH) {
                List<ChangeMessageVisibilityBatchRequestEntry> entries =
                        all.subList(from, Math.min(all.size(), from + BATCH)).stream()
                                .map(message -> ChangeMessageVisibilityBatchRequestEntry.builder()
                                        .id(Integer.toString(all.indexOf(message)))
                                        .receiptHandle(message.receiptHandle())
                                        .visibilityTimeout(0)
                                        .build())
                                .toList();
                try {
                    client.changeMessageVisibilityBatch(
                            change -> change.queueUrl(url).entries(entries));
                } catch (SdkException e) {
                    LOG.debugf("Dead letters are seen again only in %d s: %s", HELD_SECONDS, e.getMessage());
                }
            }
        }
    }
}
