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
package io.s3copy.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is refused with one error, which says where and shows next to nothing. */
class PoisonTest {

    private static final EventDecoder AUTO = new EventDecoder(DecoderOptions.DEFAULT);

    /** An event of a sender that is known and not read, and how it is named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"cloudEventsVersion\":\"0.1\",\"eventType\":\"com.oraclecloud.objectstorage.createobject\",\"data\":{}} | Oracle Cloud Infrastructure",
                "{\"bucket\":\"b\",\"key\":\"k\",\"operation\":\"Object:Write\",\"notification\":{}}  | IBM Cloud Object Storage",
                "{\"event_type\":\"Object:Write\",\"bucket_name\":\"b\",\"object_name\":\"k\"}     | IBM Cloud Object Storage",
                "{\"key\":\"/buckets/b/k\",\"event_type\":\"create\",\"message\":{}}              | SeaweedFS",
                "[{\"eventType\":\"Microsoft.Storage.BlobCreated\",\"data\":{}}]                   | Azure Blob Storage",
                "{\"messages\":[{\"event_metadata\":{},\"details\":{}}]}                          | Yandex Object Storage",
            })
    void aKnownSenderThatIsNotReadIsNamed(String body, String sender) {
        assertThat(refusal(body)).hasMessageEndingWith("found an event of " + sender + ", which is not read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b.txt", "a%2Bb", "caf%C3%A9", "%41"})
    void aKeyOfAnUnknownSenderThatReadsTwoWaysIsRefusedWithTheFix(String key) {
        String body = Corpus.read("s3-put").replace("aws:s3", "else:s3").replace("HappyFace.jpg", key);
        assertThat(refusal(body))
                .returns("/Records/0/s3/object/key", EventFormatException::where)
                .hasMessageContaining("expected eventKeys=encoded or eventKeys=plain");
    }

    @Test
    void aLineThatIsNoJsonMakesAllLinesPoison() {
        assertThat(refusal("{\"Records\":[]}\n{\"Records\":"))
                .returns("", EventFormatException::where)
                .hasMessageContaining("in line 2");
    }

    @Test
    void anErrorInALineSaysWhichLine() {
        assertThat(refusal("{\"Records\":[]}\n{\"Records\":[{}]}").where()).isEqualTo("/1/Records/0/eventName");
    }

    @Test
    void anEventOfGcsWithoutItsTypeIsRefused() {
        assertThat(refusal("{\"kind\":\"storage#object\",\"bucket\":\"b\",\"name\":\"k\"}"))
                .returns("", EventFormatException::where)
                .hasMessageEndingWith(
                        "expected a CloudEvent in structured mode or a message of Pub/Sub, found an object of"
                                + " Cloud Storage alone: headers are not read");
    }

    @Test
    void aKeyOfCosThatDoesNotBeginWithItsBucketIsRefused() {
        assertThat(refusal(Corpus.read("cos-events").replace("/1253970026/testpic/", "/other/"))
                        .expected())
                .isEqualTo("a key that begins with /appid/bucket/");
    }

    @Test
    void aSubscriptionOfSmnToConfirmIsAnErrorThatSaysSo() {
        assertThat(refusal(Corpus.read("obs-smn").replace("\"Notification\"", "\"SubscriptionConfirmation\"")))
                .hasMessageEndingWith("confirm it in SMN by its owner");
    }

    @Test
    void anotherVersionOfCloudEventsIsNamed() {
        String body = Corpus.read("cloudevents-record").replace("\"specversion\": \"1.0\"", "\"specversion\": \"0.3\"");
        assertThat(refusal(body))
                .hasMessage("Not a notification about objects: expected version 1.x of CloudEvents at /specversion,"
                        + " found '0.3'");
    }

    @Test
    void aSubscriptionToConfirmIsAnErrorThatSaysSo() {
        assertThat(refusal(Corpus.read("sns-subscription-confirmation")))
                .hasMessageEndingWith("found a request to confirm a subscription: confirm it in SNS by its owner");
    }

    /** A body, where it is wrong, and what was expected there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                  | ``          | one of Records, detail-type",
                "7                                                   | ``          | one of Records, detail-type",
                "[[]]                                                | /0          | one of Records, detail-type",
                "[{\"Records\":[]},{\"x\":1}]                        | /1          | one of Records, detail-type",
                "{\"Records\":{}}                                    | /Records    | an array",
                "{\"Records\":[7]}                                   | /Records/0  | an object",
                "{\"Records\":[{}]}                                  | /Records/0/eventName | the name of an event",
                "{\"s3\":{},\"eventName\":\"x\"}                     | /s3/object  | an object",
                "{\"detail-type\":\"Object Created\"}                | /detail     | an object",
                "{\"detail-type\":\"x\",\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{}}}  | /detail/object/key | the key of an object",
                "{\"Type\":\"Notification\",\"Message\":\"{\\\"Records\\\":7}\"} | /Message#/Records | an array",
                "{\"Type\":\"Notification\",\"Message\":\"text\"}    | /Message#   | JSON",
                "{\"Type\":\"Other\",\"Message\":\"{}\"}             | /Type       | a notification of SNS",
                "{\"specversion\":\"1.0\"}                           | /data       | one of Records, detail-type",
                "{\"specversion\":\"1.0\",\"data_base64\":\"*\"}     | /data_base64 | base64",
                "{\"specversion\":\"1.0\",\"data_base64\":\"/w==\"}  | /data_base64 | JSON in UTF-8",
                "{\"Records\":[]} x                                  | ``          | JSON",
                "{\"Records\":[],\"Records\":[]}                     | ``          | JSON",
                "`   `                                               | ``          | JSON",
                "``                                                  | ``          | JSON",
            })
    void anErrorSaysWhereWhatWasExpected(String body, String where, String expected) {
        assertThat(refusal(body))
                .returns(where, EventFormatException::where)
                .extracting(EventFormatException::expected)
                .asString()
                .startsWith(expected);
    }

    /** What stands in a record in the place of a member, and is no such thing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"size\": 1024           | \"size\": -1      | /Records/0/s3/object/size",
                "\"size\": 1024           | \"size\": 1.5     | /Records/0/s3/object/size",
                "\"size\": 1024           | \"size\": 99999999999999999999 | /Records/0/s3/object/size",
                "\"size\": 1024           | \"size\": \"big\" | /Records/0/s3/object/size",
                "\"HappyFace.jpg\"        | \"\"              | /Records/0/s3/object/key",
                "\"HappyFace.jpg\"        | 7                 | /Records/0/s3/object/key",
                "\"HappyFace.jpg\"        | \"%zz\"           | /Records/0/s3/object/key",
                "\"HappyFace.jpg\"        | \"%C3\"           | /Records/0/s3/object/key",
                "\"HappyFace.jpg\"        | \"%ED%A0%80\"     | /Records/0/s3/object/key",
                "\"HappyFace.jpg\"        | \"a b\"           | /Records/0/s3/object/key",
                "\"HappyFace.jpg\"        | \"é\"             | /Records/0/s3/object/key",
                "\"HappyFace.jpg\"        | \"\\ud800\"       | /Records/0/s3/object/key",
                "\"name\": \"amzn-s3-demo-bucket\" | \"name\": \"a/b\" | /Records/0/s3/bucket/name",
                "\"name\": \"amzn-s3-demo-bucket\" | \"name\": \"\"    | /Records/0/s3/bucket/name",
                "\"0055AED6DCD90281E5\"   | []                | /Records/0/s3/object/sequencer",
            })
    void membersThatSteerACopyAreReadStrictly(String good, String bad, String where) {
        assertThat(refusal(Corpus.read("s3-put").replace(good, bad)).where()).isEqualTo(where);
    }

    @Test
    void aKeyHasAtMost1024Bytes() {
        String body = Corpus.read("s3-put").replace("HappyFace.jpg", "%C3%A9".repeat(513));
        assertThat(refusal(body).expected()).isEqualTo("a key of 1 to 1,024 bytes");
    }

    @Test
    void halfASurrogatePairIsNoKeyInEventBridgeEither() {
        String body = Corpus.read("eventbridge-created").replace("example-key", "a\\udc00b");
        assertThat(refusal(body).where()).isEqualTo("/detail/object/key");
    }

    @Test
    void oneUnreadableRecordMakesAllOfTheBodyPoison() {
        String body = Corpus.read("s3-many-records").replace("uploads/third.csv", "%");
        assertThat(refusal(body).where()).isEqualTo("/Records/2/s3/object/key");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] latin = Corpus.read("ceph-put").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> AUTO.decode(latin, Map.of()))
                .asInstanceOf(type(EventFormatException.class))
                .returns("JSON in UTF-8", EventFormatException::expected);
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        String body = Corpus.read("s3-put");
        EventDecoder decoder = new EventDecoder(DecoderOptions.DEFAULT.withMaxBody(body.length() - 1));
        assertThatThrownBy(() -> decoder.decode(body.getBytes(StandardCharsets.UTF_8), Map.of()))
                .isInstanceOf(EventFormatException.class)
                .hasMessageContaining("a body of at most " + (body.length() - 1) + " bytes");
    }

    @Test
    void noBodyIsRefused() {
        assertThatThrownBy(() -> AUTO.decode((String) null)).isInstanceOf(EventFormatException.class);
    }

    @Test
    void deepDocumentsAreRefused() {
        assertThat(refusal("[".repeat(200_000)).expected()).startsWith("JSON of at most 64 levels");
    }

    @Test
    void longNumbersAreRefused() {
        assertThat(refusal("{\"Records\":[],\"n\":" + "9".repeat(100_000) + "}").expected())
                .startsWith("JSON of at most 64 levels");
    }

    @Test
    void nineEnvelopesAreRefused() {
        assertThat(refusal(Corpus.inEnvelopes(Corpus.read("s3-put"), 9)).expected())
                .isEqualTo("at most 8 envelopes around an event");
    }

    @ParameterizedTest
    @EnumSource(EventFormat.class)
    void anErrorShowsLittleOfTheBodyAndNothingThatForgesALogLine(EventFormat format) {
        String hostile = "x\\n\\u001b[31m\\u202e\\u2028FATAL".repeat(50);
        EventDecoder decoder = new EventDecoder(DecoderOptions.DEFAULT.withFormat(format));
        for (String body : List.of(
                "{\"eventName\":\"x\",\"s3\":{\"object\":{\"key\":\"" + hostile + "\"}}}",
                "{\"eventVersion\":\"" + hostile + "\",\"s3\":{}}",
                "{\"Type\":\"" + hostile + "\",\"Message\":\"{}\"}",
                "{\"specversion\":\"" + hostile + "\"}",
                "\"" + hostile + "\"",
                hostile)) {
            assertThatThrownBy(() -> decoder.decode(body))
                    .message()
                    .hasSizeLessThan(250)
                    .matches("[\\x20-\\x7e…]*");
        }
    }

    private static EventFormatException refusal(String body) {
        return catchThrowableOfType(EventFormatException.class, () -> AUTO.decode(body));
    }
}
