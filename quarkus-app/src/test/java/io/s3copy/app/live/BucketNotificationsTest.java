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

import static io.s3copy.testkit.S3Operation.GET_BUCKET_NOTIFICATION_CONFIGURATION;
import static io.s3copy.testkit.S3Operation.PUT_BUCKET_NOTIFICATION_CONFIGURATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Xml;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The calls by which a bucket's notifications are changed, over HTTP. */
class BucketNotificationsTest {

    private static final String QUEUE = "arn:aws:sqs:eu-west-1:111122223333:photos-events";
    private static final NotificationRule RULE =
            new NotificationRule("s3copy-photos", QUEUE, Set.of("s3:ObjectCreated:*"), "2026/", "");

    private static final String OTHERS = "<TopicConfiguration><Id>t</Id>"
            + "<Topic>arn:aws:sns:eu-west-1:111122223333:all</Topic><Event>s3:ObjectTagging:*</Event>"
            + "<Filter><S3Key><FilterRule><Name>Suffix</Name><Value>.jpg</Value></FilterRule></S3Key></Filter>"
            + "</TopicConfiguration><CloudFunctionConfiguration><Id>f</Id>"
            + "<CloudFunction>arn:aws:lambda:eu-west-1:111122223333:function:resize</CloudFunction>"
            + "<Event>s3:ObjectCreated:Put</Event><Event>s3:NewOnes:Yet</Event>"
            + "<Filter><S3Key><FilterRule><Name>Prefix</Name><Value>logs/</Value></FilterRule></S3Key></Filter>"
            + "</CloudFunctionConfiguration><EventBridgeConfiguration/>";

    private final RecordingS3 s3 = RecordingS3.start();
    private final S3AsyncClient client = s3.newClient();

    @AfterEach
    void close() {
        client.close();
        s3.close();
    }

    private void answer(String configurations) {
        s3.answer(
                GET_BUCKET_NOTIFICATION_CONFIGURATION,
                any -> Response.xml(200, S3Xml.document("NotificationConfiguration", configurations)));
    }

    private String ensure() {
        return new BucketNotifications(client, "photos", "111122223333", true).ensure(RULE);
    }

    private String put() {
        return s3.only(PUT_BUCKET_NOTIFICATION_CONFIGURATION).bodyText();
    }

    @Test
    void allIsReadAndPutBackAndReadAgain() {
        answer(OTHERS);
        // what it put is what the bucket has from then on
        s3.answer(PUT_BUCKET_NOTIFICATION_CONFIGURATION, asked -> {
            s3.answer(GET_BUCKET_NOTIFICATION_CONFIGURATION, any -> Response.xml(200, asked.bodyText()));
            return Response.empty(200);
        });

        String told = ensure();

        assertThat(told)
                .isEqualTo("Bucket photos: the notification s3copy-photos (s3:ObjectCreated:* of 2026/* to " + QUEUE
                        + ") was added; 2 of others stay as they are");
        assertThat(s3.operations())
                .containsExactly(
                        GET_BUCKET_NOTIFICATION_CONFIGURATION,
                        PUT_BUCKET_NOTIFICATION_CONFIGURATION,
                        GET_BUCKET_NOTIFICATION_CONFIGURATION);
        assertThat(put())
                .contains(
                        "<Queue>" + QUEUE + "</Queue><Event>s3:ObjectCreated:*</Event>",
                        "<Name>prefix</Name><Value>2026/</Value>",
                        "<Topic>arn:aws:sns:eu-west-1:111122223333:all</Topic><Event>s3:ObjectTagging:*</Event>",
                        "<Value>.jpg</Value>",
                        "<Event>s3:ObjectCreated:Put</Event><Event>s3:NewOnes:Yet</Event>",
                        "<Name>Prefix</Name><Value>logs/</Value>",
                        "<EventBridgeConfiguration");
        assertThat(s3.requests())
                .allSatisfy(one ->
                        assertThat(one.header("x-amz-expected-bucket-owner")).contains("111122223333"));

        s3.answer(PUT_BUCKET_NOTIFICATION_CONFIGURATION, any -> Response.empty(500));
        assertThat(ensure()).endsWith("was there already: nothing was changed");
        assertThat(s3.requests()).as("one GET more").hasSize(4);
    }

    @Test
    void withoutEventBridgeNoneIsTurnedOn() {
        ensure();

        assertThat(put()).doesNotContain("EventBridge", "Topic", "CloudFunction");
    }

    @Test
    void bucketThatDoesNotShowItYetIsTold() {
        assertThat(ensure())
                .contains(" was added")
                .endsWith("The bucket does not show it yet: look again, and run the" + " job's comparison");
    }

    @Test
    void whatTheSdkDoesNotKnowIsNotLost() {
        answer("<TopicConfiguration><Id>ceph</Id><Topic>arn:aws:sns:default::t</Topic><Event>s3:ObjectCreated:*</Event>"
                + "<Filter><S3Metadata><FilterRule><Name>x-amz-meta-a</Name><Value>b</Value></FilterRule></S3Metadata>"
                + "</Filter></TopicConfiguration>");

        assertThatThrownBy(this::ensure)
                .hasMessageContaining(
                        "have what S3 does not know (S3Metadata), and it would be lost. Set the notification"
                                + " up by hand, and leave events.notify out");
        assertThat(s3.operations()).containsExactly(GET_BUCKET_NOTIFICATION_CONFIGURATION);
    }

    @Test
    void whoeverHasTheEventsAlreadyIsNamedBeforeAnythingIsPut() {
        answer("<QueueConfiguration><Id>q</Id><Queue>arn:aws:sqs:eu-west-1:111122223333:mine</Queue>"
                + "<Event>s3:ObjectCreated:*</Event></QueueConfiguration>");

        assertThatThrownBy(this::ensure).hasMessageContaining("the notification q (s3:ObjectCreated:* to ");
        assertThat(s3.operations()).containsExactly(GET_BUCKET_NOTIFICATION_CONFIGURATION);
    }

    @Test
    void errorSaysWhichStatementThePolicyOfTheQueueLacks() {
        s3.answer(
                PUT_BUCKET_NOTIFICATION_CONFIGURATION,
                any -> Response.error(
                        400, "InvalidArgument", "Unable to validate the following destination configurations"));

        assertThatThrownBy(this::ensure)
                .hasMessageContaining("\"Principal\":{\"Service\":\"s3.amazonaws.com\"},\"Action\":\"sqs:SendMessage\","
                        + "\"Resource\":\"" + QUEUE
                        + "\",\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"arn:aws:s3:::photos\"}}}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 403, AccessDenied, could not be read: 403, Allow s3:GetBucketNotification on the bucket",
        "PUT, 403, AccessDenied, could not be changed: 403, Allow s3:PutBucketNotification on the bucket",
        "GET, 501, NotImplemented, could not be read: 501, The service sets up no notifications by S3's API"
    })
    void refusalSaysTheFix(String method, int status, String code, String what, String fix) {
        s3.answer(
                method.equals("GET") ? GET_BUCKET_NOTIFICATION_CONFIGURATION : PUT_BUCKET_NOTIFICATION_CONFIGURATION,
                any -> Response.error(status, code, "told so"));

        assertThatThrownBy(this::ensure).hasMessageContaining(what).hasMessageContaining(fix);
    }
}
