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

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;

/**
 * Which events of which keys a bucket sends where: one configuration of its notifications, whatever its kind.
 *
 * @param id its name in the bucket
 * @param destination an ARN
 * @param events names of S3, with the s3 before them
 * @param prefix what keys begin with, as they are
 * @param suffix what keys end with, as they are
 */
record NotificationRule(String id, String destination, Set<String> events, String prefix, String suffix) {

    private static final String ALL = "*";

    /**
     * All of a bucket. Events to EventBridge have no filter, and meet no other.
     *
     * @param encoded whether the service has values of filters form-encoded
     */
    static List<NotificationRule> of(NotificationConfiguration all, boolean encoded) {
        List<NotificationRule> rules = new ArrayList<>();
        all.queueConfigurations()
                .forEach(one -> rules.add(of(one.id(), one.queueArn(), one.eventsAsStrings(), one.filter(), encoded)));
        all.topicConfigurations()
                .forEach(one -> rules.add(of(one.id(), one.topicArn(), one.eventsAsStrings(), one.filter(), encoded)));
        all.lambdaFunctionConfigurations()
                .forEach(one ->
                        rules.add(of(one.id(), one.lambdaFunctionArn(), one.eventsAsStrings(), one.filter(), encoded)));
        return rules;
    }

    private static NotificationRule of(
            @Nullable String id,
            @Nullable String destination,
            List<String> events,
            @Nullable NotificationConfigurationFilter filter,
            boolean encoded) {
        Set<String> all = new TreeSet<>(events);
        if (isNarrower(filter)) {
            // what it lets through is not known: it has none of our events for sure, and S3 itself says whether they
            // meet
            all.clear();
        }
        return new NotificationRule(
                id == null ? "" : id,
                destination == null ? "" : destination,
                all,
                value(filter, "prefix", encoded),
                value(filter, "suffix", encoded));
    }

    /** Other services filter by more, such as Ceph by a regex. */
    private static boolean isNarrower(@Nullable NotificationConfigurationFilter filter) {
        return filter != null
                && filter.key() != null
                && filter.key().filterRules().stream()
                        .anyMatch(rule -> !"prefix".equalsIgnoreCase(rule.nameAsString())
                                && !"suffix".equalsIgnoreCase(rule.nameAsString()));
    }

    /** AWS answers with names that begin with a capital. */
    private static String value(@Nullable NotificationConfigurationFilter filter, String name, boolean encoded) {
        if (filter == null || filter.key() == null) {
            return "";
        }
        return filter.key().filterRules().stream()
                .filter(rule -> name.equalsIgnoreCase(rule.nameAsString()) && rule.value() != null)
                .map(rule -> encoded ? decoded(rule.value()) : rule.value())
                .findFirst()
                .orElse("");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** The filter of this one; null where it lets all through. */
    @Nullable
    NotificationConfigurationFilter filter(boolean encoded) {
        if (prefix.isEmpty()) {
            return null;
        }
        String value =
                encoded ? URLEncoder.encode(prefix, StandardCharsets.UTF_8).replace("%2F", "/") : prefix;
        FilterRule rule = FilterRule.builder().name("prefix").value(value).build();
        return NotificationConfigurationFilter.builder()
                .key(key -> key.filterRules(rule))
                .build();
    }

    /** Whether all that the other sends comes by this one, too, to the same place. */
    boolean covers(NotificationRule other) {
        return destination.equals(other.destination)
                && other.prefix.startsWith(prefix)
                && other.suffix.endsWith(suffix)
                && other.events.stream().allMatch(event -> events.stream().anyMatch(mine -> covers(mine, event)));
    }

    /** Whether an event may be of both, which S3 refuses, wherever they go. */
    boolean meets(NotificationRule other) {
        return (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
                && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix))
                && !common(other).isEmpty();
    }

    /** The events of both. */
    Set<String> common(NotificationRule other) {
        Set<String> common = new TreeSet<>();
        for (String mine : events) {
            for (String theirs : other.events) {
                if (covers(mine, theirs)) {
                    common.add(theirs);
                } else if (covers(theirs, mine)) {
                    common.add(mine);
                }
            }
        }
        return common;
    }

    private static boolean covers(String wide, String event) {
        return wide.equals(event)
                || (wide.endsWith(ALL) && event.startsWith(wide.substring(0, wide.length() - ALL.length())));
    }
}
