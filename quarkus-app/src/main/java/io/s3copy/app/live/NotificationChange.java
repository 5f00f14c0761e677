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

import io.s3copy.text.Printable;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/**
 * What is to become of a bucket's notifications, so that a job hears of its objects. All that others have configured stays as
 * it is. Nothing is asked here.
 *
 * @param changes whether there is anything to put
 * @param wanted all of the bucket's notifications, then
 * @param what is done, for people
 */
record NotificationChange(boolean changes, NotificationConfiguration wanted, String what) {

    private static final String TOPIC = ":sns:";

    /**
     * Adds one, or puts it in the place of an older one of the same id.
     *
     * @param there all of the bucket's notifications, now
     * @param rule the one that is needed
     * @param aws whether the service is AWS, which encodes values of filters, and sends no event to two places
     * @throws IllegalStateException if another one already has such events, and S3 would refuse both
     */
    static NotificationChange of(NotificationConfiguration there, NotificationRule rule, boolean aws) {
        List<NotificationRule> rules = NotificationRule.of(there, aws);
        for (NotificationRule one : rules) {
            boolean same = one.id().equals(rule.id());
            if (same ? one.equals(rule) : one.covers(rule)) {
                return new NotificationChange(false, there, told(one) + " was there already: nothing was changed");
            }
        }
        List<NotificationRule> others =
                rules.stream().filter(one -> !one.id().equals(rule.id())).toList();
        if (aws) {
            others.stream().filter(rule::meets).findFirst().ifPresent(other -> {
                throw new IllegalStateException(told(other) + " has "
                        + String.join(", ", rule.common(other)) + " of keys that begin with '"
                        + Printable.of(longer(rule.prefix(), other.prefix()))
                        + "', and S3 sends no event to two places. Let it go to a topic of SNS that both subscribe to, or"
                        + " narrow one of them");
            });
        }
        String verb = others.size() == rules.size() ? " was added" : " was put in the place of an older one";
        return new NotificationChange(
                true,
                with(there, rule, aws),
                told(rule) + verb + (others.isEmpty() ? "" : "; " + others.size() + " of others stay as they are"));
    }

    private static String longer(String one, String other) {
        return one.length() >= other.length() ? one : other;
    }

    private static NotificationConfiguration with(NotificationConfiguration there, NotificationRule rule, boolean aws) {
        List<QueueConfiguration> queues = new ArrayList<>(there.queueConfigurations());
        List<TopicConfiguration> topics = new ArrayList<>(there.topicConfigurations());
        // an older one may have gone to the other kind of place
        queues.removeIf(one -> rule.id().equals(one.id()));
        topics.removeIf(one -> rule.id().equals(one.id()));
        if (rule.destination().contains(TOPIC)) {
            topics.add(TopicConfiguration.builder()
                    .id(rule.id())
                    .topicArn(rule.destination())
                    .eventsWithStrings(rule.events())
                    .filter(rule.filter(aws))
                    .build());
        } else {
            queues.add(QueueConfiguration.builder()
                    .id(rule.id())
                    .queueArn(rule.destination())
                    .eventsWithStrings(rule.events())
                    .filter(rule.filter(aws))
                    .build());
        }
        NotificationConfiguration.Builder all = there.toBuilder();
        // what there is none of is left out, as it was
        if (there.hasQueueConfigurations() || !queues.isEmpty()) {
            all.queueConfigurations(queues);
        }
        if (there.hasTopicConfigurations() || !topics.isEmpty()) {
            all.topicConfigurations(topics);
        }
        return all.build();
    }

    private static String told(NotificationRule rule) {
        return "the notification " + Printable.of(rule.id()) + " (" + String.join(", ", rule.events())
                + (rule.prefix().isEmpty() ? "" : " of " + Printable.of(rule.prefix()) + "*")
                + (rule.suffix().isEmpty() ? "" : " ending with " + Printable.of(rule.suffix()))
                + " to " + Printable.of(rule.destination()) + ")";
    }
}
