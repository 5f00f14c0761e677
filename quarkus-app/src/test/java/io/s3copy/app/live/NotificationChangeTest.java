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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.s3.model.EventBridgeConfiguration;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/** What becomes of a bucket's notifications, whatever others have configured there. */
class NotificationChangeTest {

    private static final String QUEUE = "arn:aws:sqs:eu-west-1:111122223333:photos-events";
    private static final String ID = "s3copy-photos";

    private static NotificationRule rule(String prefix, String... events) {
        return new NotificationRule(ID, QUEUE, new TreeSet<>(List.of(events)), prefix, "");
    }

    private static NotificationConfiguration queue(String id, String arn, String event, String prefix) {
        return NotificationConfiguration.builder()
                .queueConfigurations(QueueConfiguration.builder()
                        .id(id)
                        .queueArn(arn)
                        .eventsWithStrings(event)
                        .filter(filter("Prefix", prefix))
                        .build())
                .build();
    }

    private static NotificationConfigurationFilter filter(String name, String value) {
        return NotificationConfigurationFilter.builder()
                .key(key -> key.filterRules(
                        FilterRule.builder().name(name).value(value).build()))
                .build();
    }

    @Provide
    Arbitrary<NotificationConfiguration> configurations() {
        Arbitrary<String> ids = Arbitraries.of("a", "b", ID, "s3copy-photos-2");
        Arbitrary<Set<String>> events = Arbitraries.of(
                        "s3:ObjectCreated:*", "s3:ObjectCreated:Put", "s3:ObjectRemoved:*", "s3:NewOnes:*")
                .set()
                .ofMinSize(1);
        Arbitrary<NotificationConfigurationFilter> filters = Combinators.combine(
                        Arbitraries.of("prefix", "Suffix"),
                        Arbitraries.of("", "2026/", "2026/a", "logs/", ".jpg", "a+b"))
                .as(NotificationChangeTest::filter)
                .injectNull(0.2);
        Arbitrary<QueueConfiguration> queues = Combinators.combine(
                        ids, Arbitraries.of(QUEUE, QUEUE + "-2"), events, filters)
                .as((id, arn, which, filter) -> QueueConfiguration.builder()
                        .id(id)
                        .queueArn(arn)
                        .eventsWithStrings(which)
                        .filter(filter)
                        .build());
        Arbitrary<TopicConfiguration> topics = Combinators.combine(ids, events, filters)
                .as((id, which, filter) -> TopicConfiguration.builder()
                        .id(id)
                        .topicArn("arn:aws:sns:eu-west-1:111122223333:all")
                        .eventsWithStrings(which)
                        .filter(filter)
                        .build());
        Arbitrary<LambdaFunctionConfiguration> functions = Combinators.combine(ids, events, filters)
                .as((id, which, filter) -> LambdaFunctionConfiguration.builder()
                        .id(id)
                        .lambdaFunctionArn("arn:aws:lambda:eu-west-1:111122223333:function:resize")
                        .eventsWithStrings(which)
                        .filter(filter)
                        .build());
        return Combinators.combine(
                        queues.list().ofMaxSize(3),
                        topics.list().ofMaxSize(2),
                        functions.list().ofMaxSize(2),
                        Arbitraries.of(true, false))
                .as((queue, topic, function, bridge) -> NotificationConfiguration.builder()
                        .queueConfigurations(queue)
                        .topicConfigurations(topic)
                        .lambdaFunctionConfigurations(function)
                        .eventBridgeConfiguration(
                                bridge ? EventBridgeConfiguration.builder().build() : null)
                        .build());
    }

    @Property
    void othersStayAsTheyAreAndOursIsThereOnce(
            @ForAll("configurations") NotificationConfiguration there, @ForAll boolean topic) {
        String arn = topic ? "arn:aws:sns:eu-west-1:111122223333:ours" : QUEUE;
        NotificationRule rule = new NotificationRule(ID, arn, Set.of("s3:ObjectCreated:*"), "2026/", "");

        NotificationChange change = NotificationChange.of(there, rule, false);

        NotificationConfiguration wanted = change.wanted();
        assertThat(wanted.queueConfigurations().stream().filter(one -> !one.id().equals(ID)))
                .containsExactlyElementsOf(there.queueConfigurations().stream()
                        .filter(one -> !one.id().equals(ID))
                        .toList());
        assertThat(wanted.topicConfigurations().stream().filter(one -> !one.id().equals(ID)))
                .containsExactlyElementsOf(there.topicConfigurations().stream()
                        .filter(one -> !one.id().equals(ID))
                        .toList());
        assertThat(wanted.lambdaFunctionConfigurations()).isEqualTo(there.lambdaFunctionConfigurations());
        assertThat(wanted.eventBridgeConfiguration()).isEqualTo(there.eventBridgeConfiguration());
        assertThat(NotificationRule.of(wanted, false)).anyMatch(one -> one.covers(rule));
        if (!change.changes()) {
            assertThat(wanted).isEqualTo(there);
        }
        NotificationChange again = NotificationChange.of(wanted, rule, false);
        assertThat(again.changes()).as("the second time there is nothing to do").isFalse();
    }

    @Property
    void whatS3WouldRefuseIsRefusedBeforeItIsPut(@ForAll("configurations") NotificationConfiguration there) {
        NotificationRule rule = rule("2026/", "s3:ObjectCreated:*");
        List<NotificationRule> others = NotificationRule.of(there, true);
        boolean covered = others.stream().anyMatch(one -> one.id().equals(ID) ? one.equals(rule) : one.covers(rule));
        boolean meets = others.stream().anyMatch(one -> !one.id().equals(ID) && one.meets(rule));

        if (covered || !meets) {
            assertThat(NotificationChange.of(there, rule, true).changes()).isEqualTo(!covered);
        } else {
            assertThatThrownBy(() -> NotificationChange.of(there, rule, true))
                    .hasMessageContaining("S3 sends no event to two places");
        }
    }

    @Example
    void whatIsThereAlreadyIsNotChanged() {
        NotificationConfiguration wider = queue("by-hand", QUEUE, "s3:ObjectCreated:*", "");

        NotificationChange change = NotificationChange.of(wider, rule("2026/", "s3:ObjectCreated:Put"), true);

        assertThat(change.changes()).isFalse();
        assertThat(change.what())
                .isEqualTo("the notification by-hand (s3:ObjectCreated:* to " + QUEUE
                        + ") was there already: nothing was changed");
    }

    @Example
    void olderOneOfTheJobIsReplaced() {
        NotificationConfiguration older = queue(ID, QUEUE, "s3:ObjectCreated:*", "2025/");

        NotificationChange change =
                NotificationChange.of(older, rule("2026/", "s3:ObjectCreated:*", "s3:ObjectRemoved:*"), true);

        assertThat(change.wanted().queueConfigurations()).singleElement().satisfies(one -> {
            assertThat(one.eventsAsStrings()).containsExactly("s3:ObjectCreated:*", "s3:ObjectRemoved:*");
            assertThat(one.filter().key().filterRules())
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.value()).isEqualTo("2026/"));
        });
        assertThat(change.what())
                .isEqualTo("the notification s3copy-photos (s3:ObjectCreated:*, s3:ObjectRemoved:* of 2026/* to "
                        + QUEUE + ") was put in the place of an older one");
    }

    @Example
    void awsHasValuesOfFiltersEncoded() {
        NotificationRule rule = rule("a b+c/ü/", "s3:ObjectCreated:*");

        NotificationConfiguration aws = NotificationChange.of(
                        NotificationConfiguration.builder().build(), rule, true)
                .wanted();
        NotificationConfiguration other = NotificationChange.of(
                        NotificationConfiguration.builder().build(), rule, false)
                .wanted();

        assertThat(value(aws)).isEqualTo("a+b%2Bc/%C3%BC/");
        assertThat(value(other)).isEqualTo("a b+c/ü/");
        assertThat(NotificationRule.of(aws, true)).containsExactly(rule);
    }

    private static String value(NotificationConfiguration all) {
        return all.queueConfigurations()
                .get(0)
                .filter()
                .key()
                .filterRules()
                .get(0)
                .value();
    }

    @Example
    void errorNamesWhoHasTheEvents() {
        NotificationConfiguration other = queue("resize", QUEUE + "-2", "s3:ObjectCreated:Put", "2026/in/");

        assertThatThrownBy(() -> NotificationChange.of(other, rule("2026/", "s3:ObjectCreated:*"), true))
                .hasMessage("the notification resize (s3:ObjectCreated:Put of 2026/in/* to " + QUEUE + "-2) has"
                        + " s3:ObjectCreated:Put of keys that begin with '2026/in/', and S3 sends no event to two places."
                        + " Let it go to a topic of SNS that both subscribe to, or narrow one of them");
    }
}
