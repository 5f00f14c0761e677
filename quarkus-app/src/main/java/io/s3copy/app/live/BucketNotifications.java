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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;

/**
 * Sees to it that a bucket sends its notifications to where a job reads them: reads all that the bucket has, adds one, puts
 * all, and reads it again. S3 has no condition for that: what somebody else puts at the same moment may be lost.
 */
final class BucketNotifications {

    private static final long SECONDS = 60;
    private static final String TOPIC = ":sns:";
    private static final String NOT_VALIDATED = "Unable to validate the following destination configurations";

    private final S3AsyncClient client;
    private final String bucket;
    private final @Nullable String owner;
    private final boolean aws;

    /**
     * The notifications of a bucket.
     *
     * @param owner the account that must own it; null for any
     * @param aws whether the service is AWS
     */
    BucketNotifications(S3AsyncClient client, String bucket, @Nullable String owner, boolean aws) {
        this.client = client;
        this.bucket = bucket;
        this.owner = owner;
        this.aws = aws;
    }

    /**
     * Adds a notification, unless it is there.
     *
     * @return what was done, for people
     * @throws IllegalStateException if that cannot be, and why; nothing was changed then, as far as is known
     */
    String ensure(NotificationRule rule) {
        // jobs that begin together may have the same bucket: none is to put what it has read before another's put
        synchronized (BucketNotifications.class) {
            return ensureAlone(rule);
        }
    }

    private String ensureAlone(NotificationRule rule) {
        NotificationChange change = NotificationChange.of(read(), rule, aws);
        if (!change.changes()) {
            return about(change.what());
        }
        put(change.wanted(), rule);
        NotificationConfiguration now;
        try {
            now = read();
        } catch (IllegalStateException e) {
            return about(change.what()) + ". It could not be read again: " + e.getMessage();
        }
        boolean shown = NotificationRule.of(now, aws).stream().anyMatch(one -> one.covers(rule));
        return about(change.what())
                + (shown ? "" : ". The bucket does not show it yet: look again, and run the job's comparison");
    }

    private String about(String what) {
        return "Bucket " + bucket + ": " + what;
    }

    private NotificationConfiguration read() {
        KnownElements elements = new KnownElements();
        GetBucketNotificationConfigurationResponse told = answer(
                "read",
                "s3:GetBucketNotification",
                client.getBucketNotificationConfiguration(get -> get.bucket(bucket)
                        .expectedBucketOwner(owner)
                        .overrideConfiguration(own -> own.addPlugin(config ->
                                config.overrideConfiguration(all -> all.addExecutionInterceptor(elements))))));
        Set<String> unknown = elements.unknown();
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("the notifications of bucket " + bucket + " have what S3 does not know ("
                    + Printable.of(String.join(", ", unknown))
                    + "), and it would be lost. Set the notification up by hand, and leave events.notify out");
        }
        NotificationConfiguration.Builder all = NotificationConfiguration.builder();
        if (told.hasQueueConfigurations()) {
            all.queueConfigurations(told.queueConfigurations());
        }
        if (told.hasTopicConfigurations()) {
            all.topicConfigurations(told.topicConfigurations());
        }
        if (told.hasLambdaFunctionConfigurations()) {
            all.lambdaFunctionConfigurations(told.lambdaFunctionConfigurations());
        }
        return all.eventBridgeConfiguration(told.eventBridgeConfiguration()).build();
    }

    private void put(NotificationConfiguration all, NotificationRule rule) {
        try {
            answer(
                    "changed",
                    "s3:PutBucketNotification",
                    client.putBucketNotificationConfiguration(
                            put -> put.bucket(bucket).expectedBucketOwner(owner).notificationConfiguration(all)));
        } catch (IllegalStateException e) {
            if (String.valueOf(e.getMessage()).contains(NOT_VALIDATED)) {
                throw new IllegalStateException(e.getMessage() + ". " + statement(rule), e);
            }
            throw e;
        }
    }

    /** What S3 needs, and what no job changes. */
    private String statement(NotificationRule rule) {
        boolean topic = rule.destination().contains(TOPIC);
        return "S3 tried to send to " + rule.destination() + " and could not. Its policy must have this statement:"
                + " {\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"s3.amazonaws.com\"},\"Action\":\""
                + (topic ? "sns:Publish" : "sqs:SendMessage") + "\",\"Resource\":\"" + rule.destination()
                + "\",\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"arn:" + partition(rule.destination())
                + ":s3:::" + bucket + "\"}}}. If it is encrypted with a key of KMS, the key's policy must allow"
                + " s3.amazonaws.com kms:GenerateDataKey and kms:Decrypt. Both must be in the Region of the bucket";
    }

    private static String partition(String arn) {
        String[] parts = arn.split(":", 3);
        return parts.length > 1 ? parts[1] : "aws";
    }

    private <T> T answer(String done, String permission, CompletableFuture<T> call) {
        try {
            return call.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(
                    "the notifications of bucket " + bucket + " could not be " + done + ": " + why(cause, permission),
                    cause);
        }
    }

    private static String why(Throwable failure, String permission) {
        if (!(failure instanceof AwsServiceException refused)) {
            return String.valueOf(failure.getMessage());
        }
        int status = refused.statusCode();
        String told = status + " " + refused.getMessage();
        return switch (status) {
            case 403 -> told + ". Allow " + permission + " on the bucket";
            case 405, 501 -> told + ". The service sets up no notifications by S3's API: leave events.notify out";
            default -> told;
        };
    }
}
